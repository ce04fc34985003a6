"""`nabij welcome`: the first people of a new installation, who can log in from then on."""

import sys
from typing import Annotated
from uuid import UUID

import typer
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError
from django.utils import timezone

from nabij.people.models import Neighbourhood, Person
from nabij.people.verbs import give_account, note_person, put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.administering import appoint

CANNOT_BE_USED = 2


def welcome(
    name: Annotated[str, typer.Argument(help="First and last name.")],
    mail: Annotated[str, typer.Argument(help="Where the log-in code goes.")],
    role: Annotated[str, typer.Option(help="A hat to put on, such as wijkwerker.")] = "",
    formal: Annotated[bool, typer.Option(help="The hat belongs to a job.")] = False,
    neighbourhood: Annotated[str, typer.Option(help="CBS code of where they live or work.")] = "",
    administrator: Annotated[bool, typer.Option("--administrator", help="Keeps accounts and hats.")] = False,
    person: Annotated[str, typer.Option(help="Somebody noted before: the key in the address of their page.")] = "",
) -> None:
    """Welcome somebody: a log-in, for a new person or one noted before, and if wanted a hat the neighbourhood sees."""
    try:
        validate_email(mail)
        with acting_as(office("beheer")):
            near = Neighbourhood.objects.get(code=neighbourhood) if neighbourhood else None
            now = timezone.now()
            one = noted(person) if person else note_person(name=name, by=None, at=now, neighbourhood=near)
            give_account(person=one, email=mail, at=now)
            if administrator:
                appoint(person=one, by=None, at=now)
            if role:
                put_on(
                    person=one,
                    role=role,
                    formal=formal,
                    since=timezone.localdate(now),
                    neighbourhood=near,
                    open=True,
                )
    except (ValidationError, ValueError, IntegrityError, Neighbourhood.DoesNotExist, Person.DoesNotExist) as problem:
        sys.stderr.write(f"nabij: {_why(problem, mail=mail, code=neighbourhood)}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    typer.echo(f"{name} kan inloggen met {mail}.")


def noted(key: str) -> Person:
    """Somebody who was noted before, by the key of their page; Person.DoesNotExist also when it is no key."""
    try:
        return Person.objects.get(id=UUID(key))
    except ValueError as no_key:
        raise Person.DoesNotExist from no_key


def _why(problem: Exception, *, mail: str, code: str) -> str:
    if isinstance(problem, ValidationError):
        return f"“{mail}” is geen mailadres, zoals naam@voorbeeld.nl."
    if isinstance(problem, IntegrityError):
        return f"{mail} hoort al bij iemand, of deze persoon kan al inloggen."
    if isinstance(problem, Person.DoesNotExist):
        return "Deze persoon is er niet. Neem de sleutel over uit het adres van de pagina: /mensen/.../"
    if isinstance(problem, Neighbourhood.DoesNotExist):
        return f"Buurt {code} is er niet. Haal eerst de buurten op: nabij import neighbourhoods."
    return str(problem)
