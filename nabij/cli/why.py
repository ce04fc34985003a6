"""`nabij why PERSON THING`: which rules let this person see this thing, or none.

It runs as the owner, who alone may know whether a row exists at all, and it is written down: whom the thing is about
sees on their own page that somebody at the terminal asked.
"""

import json
import os
import pwd
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlsplit
from uuid import UUID

import typer
from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.urls import Resolver404, resolve
from django.utils import timezone

from nabij.base.guard import Guard
from nabij.cli.administration import Unusable, refuse
from nabij.cli.guarding import declared
from nabij.people.models import Account, Person
from nabij.trust.acting import acting_as, office
from nabij.trust.looking import Looker, Seen, write_looks
from nabij.trust.models import Looked, Membership
from nabij.trust.why import Reason, Why, is_there
from nabij.trust.why import why as ask_why


@dataclass(frozen=True)
class Thing:
    """One row of one table of ours."""

    model: type[Model]
    key: str

    @property
    def called(self) -> str:
        return f"{self.model._meta.db_table}:{self.key}"


def why(
    who: Annotated[str, typer.Argument(metavar="PERSON", help="A mail address, or the key of a person.")],
    what: Annotated[
        str, typer.Argument(metavar="THING", help="table:key, a key, or the address of a page, such as /verhalen/KEY/.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document and nothing else.")] = False,
) -> None:
    """Which rules let this person see this thing, or none. As the owner; whom it is about sees that it was asked."""
    try:
        person, thing = person_of(who), thing_of(what)
        found = asked(thing, person=person, at=timezone.now())
    except Unusable as problem:
        refuse(str(problem), problem)
    else:
        said = document(found, person=person, thing=thing)
        told = "\n".join(lines(found, person=person, thing=thing))
        typer.echo(json.dumps(said, ensure_ascii=False) if as_json else told)


@transaction.atomic
def asked(thing: Thing, *, person: Person, at: datetime) -> Why:
    """The answer; without the row in the log there is none."""
    found = ask_why(guard=guard_of(thing), key=thing.key, who=person.id)
    if found is None:
        raise Unusable(f"Er is niets met deze sleutel: {thing.called}.")
    write_down(thing, person=person, at=at)
    return found


def person_of(said: str) -> Person:
    """By the mail address of a log-in, or by key."""
    account = Account.objects.select_related("person").filter(email__iexact=said).first()
    key = key_of(said)
    person = account.person if account else Person.objects.filter(id=key).first() if key else None
    if not person:
        raise Unusable(f"Niemand hier heet of heeft “{said}”. Geef een mailadres of de sleutel van een persoon.")
    return person


def key_of(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("nabij.")]


def thing_of(said: str) -> Thing:
    """What somebody means: a table and a key, the address of a page, or a key alone, which is then searched."""
    table, colon, key = said.partition(":")
    if "/" in said:
        return at_address(urlsplit(said).path)
    if colon:
        names = {model._meta.db_table: model for model in our_models()}
        names |= {model._meta.label_lower: model for model in our_models()}
        if table.lower() not in names:
            raise Unusable(f"Een tabel “{table}” is er niet.")
        return Thing(names[table.lower()], key)
    if not key_of(said):
        raise Unusable(f"“{said}” is geen sleutel, geen tabel:sleutel en geen adres van een pagina.")
    keyed = [model for model in our_models() if model._meta.pk and model._meta.pk.get_internal_type() == "UUIDField"]
    found = [Thing(model, said) for model in keyed if is_there(table=model._meta.db_table, key=said)]
    if len(found) != 1:
        several = ", ".join(one.called for one in found)
        raise Unusable(f"Er zijn er meer: {several}." if found else f"Er is niets met deze sleutel: {said}.")
    return found[0]


def at_address(path: str) -> Thing:
    """What a page is of: /verhalen/KEY/ is the story of that key; the last of several."""
    try:
        said = resolve(path).kwargs
    except Resolver404 as problem:
        raise Unusable(f"Een pagina “{path}” is er niet.") from problem
    names = {model._meta.model_name: model for model in our_models()}
    for name, key in reversed(said.items()):
        model = names.get(name.replace("_", "") if name != "code" else "neighbourhood")
        if model:
            return Thing(model, str(key))
    raise Unusable(f"De pagina “{path}” is niet van één ding. Geef een tabel:sleutel.")


def guard_of(thing: Thing) -> Guard:
    """The rules of its table, as they are declared."""
    table = thing.model._meta.db_table
    found = next((room[table] for room in declared().values() if table in room), None)
    if not isinstance(found, Guard) or not found.rls:
        raise Unusable(f"De tabel {table} heeft geen regels per rij.")
    return found


def write_down(thing: Thing, *, person: Person, at: datetime) -> None:
    """A look of somebody at the terminal, for each person the thing is about; else for the person asked about."""
    about = about_whom(thing) or [person.id]
    key, login = key_of(thing.key), pwd.getpwuid(os.getuid()).pw_name
    seen = [Seen(thing.model._meta.label_lower, key or one, one) for one in about]
    with acting_as(office("why"), purpose="why"):
        name = f"Iemand van beheer ({login}, aan de terminal)"
        write_looks(looker=Looker(name), seen=seen, what=Looked.WHY, at=at)


def about_whom(thing: Thing) -> list[UUID]:
    """The person themselves, or the residents of the circle it stands in."""
    row: Any = thing.model._base_manager.get(pk=thing.key)
    if isinstance(row, Person):
        return [row.id]
    circle = row.id if thing.model._meta.label_lower == "trust.circle" else getattr(row, "circle_id", None)
    circle = circle or getattr(row, "circle_key", None)
    residents = Membership.objects.current().filter(circle=circle, circle__isnull=False, as_resident=True)
    own = [one for one in (getattr(row, "person_id", None), getattr(row, "about", None)) if one]
    return list(residents.values_list("person_id", flat=True)) or own


def lines(found: Why, *, person: Person, thing: Thing) -> list[str]:
    """The answer in a sentence, then each rule."""
    said = "ziet dit" if found.seen else "ziet dit niet"
    opens = [line(one, yes=one.lets) for one in found.reasons if not one.restrictive]
    closes = [line(one, yes=not one.lets) for one in found.reasons if one.restrictive]
    taken = ["  Wat het weer sluit:", *closes] if closes else []
    return [f"{person.called} {said} ({thing.called}).", *(opens or ["  Deze tabel is voor niemand."]), *taken]


def line(reason: Reason, *, yes: bool) -> str:
    return f"  {'ja ' if yes else 'nee'} {reason.name}: {reason.says}"


def document(found: Why, *, person: Person, thing: Thing) -> dict[str, Any]:
    rules = [asdict(one) for one in found.reasons]
    return {"person": str(person.id), "thing": thing.called, "seen": found.seen, "rules": rules}
