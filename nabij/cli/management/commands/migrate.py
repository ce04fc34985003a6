from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from nabij.cli.guarding import Autodetector
from nabij.trust.roles import missing_roles
from nabij.trust.sealing import write_seal
from nabij.trust.usual_purposes import fill_in_purposes, write_usual_purposes


def forget_noted_communities(*, using: str) -> None:
    """Before a rule that refuses it: of whom is only known as somebody no community is noted any more."""
    connection = connections[using]
    if "people_person" in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute("update people_person set community = '' where name = '' and community <> ''")


class Command(Migrate):
    """Django's own, which also notices a changed guard, says which roles miss, writes the seal and usual purposes."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        lines = missing_roles(using=options["database"])
        if lines:
            raise CommandError("Roles are missing. Let a superuser run:\n" + "\n".join(lines))
        writes = not (options["plan"] or options["check_unapplied"])
        if writes:
            forget_noted_communities(using=options["database"])
        super().handle(*args, **options)
        if writes:
            write_seal(using=options["database"])
            write_usual_purposes(using=options["database"])
            fill_in_purposes(using=options["database"])
