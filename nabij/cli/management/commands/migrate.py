from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from nabij.cli.guarding import Autodetector
from nabij.trust.roles import missing_roles
from nabij.trust.sealing import write_seal
from nabij.trust.usual_purposes import fill_in_purposes, write_usual_purposes


def forget_noted_communities(*, using: str) -> int:
    """Before a rule that refuses it: of whom is only known as somebody no community is noted any more; of how many.

    What others noted of somebody without a name ("Turks") is lost, and is meant to be: it is among what the law
    protects most, and nobody can ask that person. Who has a name keeps what they say of themselves.
    """
    connection = connections[using]
    if "people_person" not in connection.introspection.table_names():
        return 0
    with connection.cursor() as cursor:
        cursor.execute("update people_person set community = '' where name = '' and community <> ''")
        return int(cursor.rowcount)


class Command(Migrate):
    """Django's own, which also notices a changed guard, says which roles miss, writes the seal and usual purposes."""

    autodetector = Autodetector

    def handle(self, *args: Any, **options: Any) -> None:
        lines = missing_roles(using=options["database"])
        if lines:
            raise CommandError("Roles are missing. Let a superuser run:\n" + "\n".join(lines))
        writes = not (options["plan"] or options["check_unapplied"])
        if writes and (forgotten := forget_noted_communities(using=options["database"])):
            self.stdout.write(f"Of {forgotten} people only known as somebody the community noted is forgotten.")
        super().handle(*args, **options)
        if writes:
            write_seal(using=options["database"])
            write_usual_purposes(using=options["database"])
            fill_in_purposes(using=options["database"])
