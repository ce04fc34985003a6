from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate

from nabij.cli.guarding import Autodetector
from nabij.trust.roles import missing_roles
from nabij.trust.sealing import write_seal


class Command(Migrate):
    """Django's own, which also notices a changed guard, says which roles miss, and writes the seal."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        lines = missing_roles(using=options["database"])
        if lines:
            raise CommandError("Roles are missing. Let a superuser run:\n" + "\n".join(lines))
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            write_seal(using=options["database"])
