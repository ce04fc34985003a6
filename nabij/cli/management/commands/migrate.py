from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from nabij.cli.guarding import Autodetector
from nabij.trust.sealing import write_seal


class Command(Migrate):
    """Django's own, which also notices a changed guard and writes the seal of this installation."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            write_seal(using=options["database"])
