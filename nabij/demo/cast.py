"""Who they are: the cast of twenty, who is also seen, and the people in the background, read from `data/`.

Tests, docs and the demo share them. Nothing here knows the database.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from nabij.demo.calendar import WEEKDAYS

DATA = Path(__file__).parent / "data"
MAIL = "{}@voorbeeld.example"

Fact = TypeVar("Fact")


@dataclass(frozen=True)
class HatFact:
    """What somebody acts as."""

    key: str
    role: str
    since: dt.date
    formal: bool = False
    until: dt.date | None = None
    group: str = ""
    neighbourhood: str = ""
    employer: str = ""
    can: str = ""
    cannot: str = ""
    open: bool = False


@dataclass(frozen=True)
class PersonFact:
    """Somebody of the example neighbourhood. `number` is the place in the cast of twenty, 0 for everybody else."""

    key: str
    name: str = ""
    known_as: str = ""
    number: int = 0
    age: int = 0
    languages: tuple[str, ...] = ()
    home: str = ""
    street: str = ""
    point: tuple[float, float] | None = None
    login: bool = False
    mail: str = ""
    phone: str = ""
    noted_by: str = ""
    born: dt.date | None = None
    parents: tuple[str, ...] = ()
    community: str = ""
    stand_in: str = ""
    situation: str = ""
    bad_day: str = ""
    offer: str = ""
    reachable: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    lived: tuple[str, ...] = ()
    hats: tuple[HatFact, ...] = field(default=(), repr=False)

    @property
    def called(self) -> str:
        return self.name or self.known_as

    def hat(self, key: str) -> HatFact:
        return next(hat for hat in self.hats if hat.key == key)


@dataclass(frozen=True)
class GroupFact:
    """A team, organisation, initiative or department."""

    key: str
    name: str
    kind: str
    formal: bool
    about: str
    neighbourhood: str
    place: str = ""
    mail: str = ""
    phone: str = ""
    listing: str = ""


@dataclass(frozen=True)
class PlaceFact:
    """A place to meet."""

    key: str
    name: str
    what: str
    address: str
    neighbourhood: str
    point: tuple[float, float]
    step_free: bool
    hours: str = ""
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class HouseholdFact:
    """People who live together."""

    key: str
    name: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class DutyFact:
    """Who is on duty for Wheermolen on which days of the week, from when until when."""

    who: str
    hat: str
    weekdays: tuple[int, ...]
    starts: dt.time
    ends: dt.time
    phone: str


@cache
def people() -> dict[str, PersonFact]:
    """Everybody, the cast first, by a short key that the other data use."""
    known = {key: _person(key, facts) for key, facts in _read("people").items()}
    behind = _read("background")
    rows = [(row, kind == "formal") for kind in ("formal", "informal") for row in behind[kind]]
    return known | {
        row[0]: _background_person(row, formal=formal, open=not formal or row[0] in behind["open"])
        for row, formal in rows
    }


def the_twenty() -> list[PersonFact]:
    return sorted((person for person in people().values() if person.number), key=lambda person: person.number)


def background(*, formal: bool) -> list[PersonFact]:
    return [people()[row[0]] for row in _read("background")["formal" if formal else "informal"]]


@cache
def groups() -> dict[str, GroupFact]:
    return {key: _made(GroupFact, facts, key=key) for key, facts in _read("groups")["groups"].items()}


@cache
def places() -> dict[str, PlaceFact]:
    return {key: _made(PlaceFact, facts, key=key) for key, facts in _read("groups")["places"].items()}


@cache
def households() -> dict[str, HouseholdFact]:
    return {key: _made(HouseholdFact, facts, key=key) for key, facts in _read("groups")["households"].items()}


@cache
def duties() -> list[DutyFact]:
    return [_duty(facts) for facts in _read("groups")["duties"]]


@cache
def confirmations() -> dict[str, str]:
    """Who said of which listing that it is still right."""
    return dict(_read("groups")["confirmations"])


def opening_hours(written: str) -> list[tuple[int, dt.time, dt.time]]:
    """`ma wo 09.00-15.00` as weekday (Monday is 0), opens, closes."""
    *days, hours = written.split()
    opens, closes = (_time(text) for text in hours.split("-"))
    return [(WEEKDAYS.index(day), opens, closes) for day in days]


def _person(key: str, facts: dict[str, Any]) -> PersonFact:
    hats = tuple(_made(HatFact, hat) for hat in facts.pop("hats", []))
    if facts.get("login"):
        facts["mail"] = MAIL.format(key)
    return _made(PersonFact, facts, key=key, hats=hats)


def _background_person(row: list[str], *, formal: bool, open: bool) -> PersonFact:
    key, name, role, group, languages, home, can, offer = row
    hat = HatFact(
        key=role,
        role=role,
        since=dt.date(2024, 9, 2),
        formal=formal,
        group=group,
        employer=groups()[group].name if formal else "",
        neighbourhood="WK043903" if formal else "",
        can=can,
        open=open,
    )
    return PersonFact(
        key=key,
        name=name,
        languages=tuple(languages.split()),
        home=home,
        login=True,
        mail=MAIL.format(key),
        can=(can[0].lower() + can[1:].rstrip("."),),
        offer=offer,
        hats=(hat,),
    )


def _duty(facts: dict[str, str]) -> DutyFact:
    starts, ends = (_time(text) for text in facts["hours"].split("-"))
    weekdays = tuple(WEEKDAYS.index(day) for day in facts["days"].split())
    return DutyFact(facts["who"], facts["hat"], weekdays, starts, ends, facts["phone"])


def _made(kind: type[Fact], facts: dict[str, Any], **more: Any) -> Fact:
    """A fact from its table; lists become tuples, and a field that is not known is an error."""
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}, **more)


def _time(written: str) -> dt.time:
    hour, minute = written.split(".")
    return dt.time(int(hour), int(minute))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
