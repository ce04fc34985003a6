from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate

from nabij.cli.guarding import Autodetector
from nabij.trust.roles import missing_roles
from nabij.trust.sealing import write_seal
from nabij.trust.usual_purposes import fill_in_purposes, write_usual_purposes


class Command(Migrate):
    """Django's own, which also notices a changed guard, says which roles miss, writes the seal and usual purposes."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        lines = missing_roles(using=options["database"])
        if lines:
            raise CommandError("Roles are missing. Let a superuser run:\n" + "\n".join(lines))
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            write_seal(using=options["database"])
            write_usual_purposes(using=options["database"])
            fill_in_purposes(using=options["database"])
