from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from nabij.cli.guarding import Autodetector
from nabij.trust.roles import missing_roles
from nabij.trust.sealing import write_seal
from nabij.trust.usual_purposes import fill_in_purposes, write_usual_purposes


class TooOld(CommandError):
    def __init__(self) -> None:
        super().__init__(
            "This database is older than the version before this history of migrations. Install that version first,"
            " migrate with it, and then again with this one; docs/running.md says which it is."
        )


def halfway(*, using: str) -> bool:
    """Whether a part only of the older migrations that one of today stands for (`replaces`) was ever applied here."""
    applied = set(MigrationRecorder(connections[using]).applied_migrations())
    older = [set(migration.replaces) for migration in (MigrationLoader(None).disk_migrations or {}).values()]
    return any(one & applied and one - applied for one in older)


class Command(Migrate):
    """Django's own, which also notices a changed guard, says which roles miss, writes the seal and usual purposes."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        lines = missing_roles(using=options["database"])
        if lines:
            raise CommandError("Roles are missing. Let a superuser run:\n" + "\n".join(lines))
        if halfway(using=options["database"]):
            raise TooOld
        writes = not (options["plan"] or options["check_unapplied"])
        super().handle(*args, **options)
        if writes:
            write_seal(using=options["database"])
            write_usual_purposes(using=options["database"])
            fill_in_purposes(using=options["database"])
