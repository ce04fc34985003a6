"""`nabij export person`: everything that is known about somebody as one ZIP, as they themselves would get it."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn
from uuid import UUID

import typer
from django.conf import settings
from django.utils import timezone

from nabij.memory.archive import archive
from nabij.memory.own_data import gather, note_taken
from nabij.people.models import Person
from nabij.trust.acting import acting_as
from nabij.trust.acting import person as as_person

CANNOT_BE_USED = 2


def person(
    who: Annotated[str, typer.Argument(metavar="ID", help="The key in the address of their page.")],
    out: Annotated[Path, typer.Argument(metavar="OUT.zip", help="A file that is not there yet.")],
) -> None:
    """Everything that is known about one person, as a ZIP for them: read as they may read it, and logged."""
    try:
        key = UUID(who)
    except ValueError as no_key:
        refuse(f"“{who}” is geen sleutel. Neem hem over uit het adres van de pagina: /mensen/.../", no_key)
    at = timezone.now()
    try:
        with acting_as(as_person(key), purpose="export"), out.open("xb") as file:
            one = Person.objects.get(id=key)
            out.chmod(0o600)
            data = gather(person=one, at=at)
            note_taken(person=one, by=one, at=at, what="export", why="vanaf de opdrachtregel")
            file.write(archive(data, installation=settings.NABIJ_NAME))
    except Person.DoesNotExist as missing:
        out.unlink(missing_ok=True)
        refuse("Deze persoon is er niet.", missing)
    except FileExistsError as there:
        refuse(f"{out} is er al. Kies een andere naam.", there)
    except OSError as trouble:
        refuse(f"{out} kan niet worden gemaakt: {trouble.strerror}.", trouble)
    typer.echo(f"{out}: {sum(len(table.rows) for table in data.tables)} rijen over {one.called}.")


def refuse(why: str, problem: Exception) -> NoReturn:
    sys.stderr.write(f"nabij: {why}\n")
    raise typer.Exit(CANNOT_BE_USED) from problem
