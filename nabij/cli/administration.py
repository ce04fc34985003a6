"""What administration keeps from the terminal: `nabij hat`, `duty`, `group`, `place` and `introduce`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated

import typer
from django.db import DataError
from django.utils import timezone

from nabij.people import granting
from nabij.people.models import Account, Group, Neighbourhood, Person, ProofKind
from nabij.people.own import Unsaid
from nabij.trust import administering, appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import introduce as make_known

CANNOT_BE_USED = 2
Mail = Annotated[str, typer.Argument(help="The address somebody logs in with.")]
Code = Annotated[str, typer.Argument(help="CBS code of the neighbourhood.")]
Name = Annotated[str, typer.Argument(help="What it is called.")]
Near = Annotated[str, typer.Option("--neighbourhood", help="CBS code.")]


class Unusable(ValueError):
    """Something on the command line that cannot be used, said in one sentence."""


@contextmanager
def as_administration() -> Iterator[None]:
    """Acts as the office beheer; what cannot be used is one sentence, status 2, and nothing is changed."""
    try:
        with acting_as(office("beheer")):
            yield
    except (Unusable, Unsaid, granting.Ungranted, appointing.NobodySees) as problem:
        refuse(str(problem), problem)
    except (DataError, UnicodeError) as problem:
        refuse("Een van de woorden is te lang, of bevat een teken dat niet bewaard kan worden.", problem)


def refuse(why: str, problem: Exception) -> None:
    sys.stderr.write(f"nabij: {why}\n")
    raise typer.Exit(CANNOT_BE_USED) from problem


def person_of(mail: str) -> Person:
    account = Account.objects.select_related("person").filter(email__iexact=mail).first()
    if not account:
        raise Unusable(f"Niemand logt in met “{mail}”. Welkom heten kan met: nabij welcome.")
    return account.person


def neighbourhood_of(code: str) -> Neighbourhood | None:
    if not code:
        return None
    found = Neighbourhood.objects.filter(code=code).first()
    if not found:
        raise Unusable(f"Buurt “{code}” is er niet. Haal eerst de buurten op: nabij import neighbourhoods.")
    return found


def group_of(name: str) -> Group | None:
    found = list(Group.objects.filter(name__iexact=name)[:2]) if name else []
    if name and not found:
        raise Unusable(f"De groep “{name}” is er niet. Maak hem eerst: nabij group.")
    if len(found) > 1:
        raise Unusable(f"Er zijn meer groepen die “{name}” heten. Geef er een eerst een eigen naam.")
    return found[0] if found else None


def moment_of(said: str) -> datetime:
    """A time of day here, such as 2026-11-22T17:00; a day alone is not enough."""
    try:
        at = datetime.fromisoformat(said if len(said) > len("2026-11-22") else "")
    except ValueError as problem:
        raise Unusable(f"“{said}” is geen tijd. Schrijf hem zo: 2026-11-22T17:00.") from problem
    return at if timezone.is_aware(at) else timezone.make_aware(at)


def day_of(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as problem:
        raise Unusable(f"“{said}” is geen dag. Schrijf hem zo: 2026-12-31.") from problem


def hat(
    mail: Mail,
    role: Annotated[str, typer.Argument(help="What somebody is in this hat, such as wijkwerker.")],
    formal: Annotated[bool, typer.Option("--formal", help="The hat belongs to a job.")] = False,
    group: Annotated[str, typer.Option(help="For which group.")] = "",
    neighbourhood: Near = "",
    can: Annotated[str, typer.Option(help="What somebody can in this hat, in plain words.")] = "",
    cannot: Annotated[str, typer.Option(help="What nobody should expect of it.")] = "",
    until: Annotated[str, typer.Option(help="Its last day, such as 2026-12-31.")] = "",
    open: Annotated[bool, typer.Option("--open", help="The whole neighbourhood sees it, not only circles.")] = False,
    proof: Annotated[
        list[str] | None, typer.Option(help="What was shown, and when: vog:2026-11-20:2029-11-20.")
    ] = None,
) -> None:
    """Grant a hat to somebody who can log in."""
    with as_administration():
        granted = administering.grant_hat(
            by=None,
            person=person_of(mail),
            role=role,
            formal=formal,
            at=timezone.now(),
            proofs=[shown(one) for one in proof or ()],
            group=group_of(group),
            neighbourhood=neighbourhood_of(neighbourhood),
            can=can,
            cannot=cannot,
            until=day_of(until),
            open=open,
        )
    typer.echo(f"{granted.person} draagt nu de pet: {granted.role}.")


def shown(said: str) -> granting.Shown:
    """A proof as it is written on the command line: vog:2026-11-20, or vog:2026-11-20:2029-11-20."""
    kind, *days = said.split(":")
    seen, until = (*map(day_of, days), None, None)[:2]
    if kind not in ProofKind.values or len(days) > 2 or seen is None:
        raise Unusable(f"“{said}” is geen bewijs. Schrijf het zo: vog:2026-11-20:2029-11-20.")
    return granting.Shown(kind, seen, until)


def administrator(
    mail: Mail, end: Annotated[bool, typer.Option("--end", help="Let somebody be administrator no longer.")] = False
) -> None:
    """Make somebody who can log in an administrator, or end it."""
    with as_administration():
        person, at = person_of(mail), timezone.now()
        if end:
            administering.dismiss(person=person, by=None, at=at)
        else:
            administering.appoint(person=person, by=None, at=at)
    typer.echo(f"{person} is geen beheerder meer." if end else f"{person} is nu beheerder.")


def duty(
    mail: Mail,
    code: Code,
    starts: Annotated[str, typer.Option("--from", help="From when, such as 2026-11-22T17:00.")] = "",
    until: Annotated[str, typer.Option(help="Until when.")] = "",
    phone: Annotated[str, typer.Option(help="The number to call.")] = "",
) -> None:
    """Put somebody with a formal hat on duty for a neighbourhood."""
    with as_administration():
        there = neighbourhood_of(code)
        if there is None:
            raise Unusable("Voor welke buurt is de dienst? Geef de code van het CBS.")
        taken = granting.put_on_duty(
            person=person_of(mail), neighbourhood=there, starts=moment_of(starts), ends=moment_of(until), phone=phone
        )
        person = taken.hat.person
    typer.echo(f"{person} heeft dienst voor {there}, bereikbaar op {taken.phone}.")


def group(
    name: Name,
    kind: Annotated[str, typer.Option(help="team, organisation, initiative or municipality.")] = "",
    formal: Annotated[bool, typer.Option("--formal", help="It is somebody's work.")] = False,
    neighbourhood: Near = "",
) -> None:
    """Make a group: a team, an organisation, something of residents, a part of the municipality."""
    with as_administration():
        if kind not in Group.Kind.values:
            raise Unusable(f"“{kind}” is geen soort groep. Kies uit: {', '.join(Group.Kind.values)}.")
        made = granting.begin_group(name=name, kind=kind, formal=formal, neighbourhood=neighbourhood_of(neighbourhood))
    typer.echo(f"De groep {made} is er.")


def place(
    name: Name,
    address: Annotated[str, typer.Option(help="Street and number.")] = "",
    neighbourhood: Near = "",
    hours: Annotated[str, typer.Option(help="When it is open, in words.")] = "",
) -> None:
    """Put a place to meet on the page of its neighbourhood."""
    with as_administration():
        made = granting.open_place(
            name=name, neighbourhood=neighbourhood_of(neighbourhood), address=address, hours=hours
        )
    typer.echo(f"De plek {made} is er.")


def introduce(mail: Mail, other: Mail) -> None:
    """Let two people know of each other, though they share no circle."""
    with as_administration():
        one, another = person_of(mail), person_of(other)
        if one == another:
            raise Unusable("Dat is twee keer dezelfde persoon. Noem twee mensen.")
        at = timezone.now()
        make_known(person=one, to=another, at=at)
        make_known(person=another, to=one, at=at)
    typer.echo(f"{one} en {another} weten nu van elkaar.")


def trusted(
    mail: Mail,
    code: Code,
    end: Annotated[bool, typer.Option("--end", help="Today is their last day.")] = False,
) -> None:
    """Say who watches over breaking the glass in a neighbourhood."""
    with as_administration():
        there = neighbourhood_of(code)
        if there is None:
            raise Unusable("Voor welke buurt? Geef de code van het CBS.")
        person, today = person_of(mail), timezone.localdate()
        if end:
            if not appointing.end_trust(person=person, neighbourhood=there, since=today):
                raise Unusable(f"{person} is geen vertrouwenspersoon voor {there}.")
        else:
            appointing.trust(person=person, neighbourhood=there, since=today)
    typer.echo(f"{person} is {'tot en met vandaag' if end else 'nu'} vertrouwenspersoon voor {there}.")
