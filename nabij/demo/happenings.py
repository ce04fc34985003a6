"""What happened in the example neighbourhood: stories, circles, promises and moments, read from `data/`.

A line of a moment stands in `data/moments/<circle>.psv` as `when|by|line|with|more`. `by` may name another hat than the
one worn in that circle (`yusuf/trainer`); `~piet` in `with` means: it was about Piet, he was not there. `more` holds
`own` (the writer's own words), `told:riet` (her words, written down by another), `lesson`, `#theme` and at the end
`!2026-11-20 Ineke bellen` (a come-back), with `=2026-11-20` after it when that was done.
"""

import csv
import datetime as dt
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from nabij.demo.calendar import FIRST_DAY, GIVEN_DAY, WEEKDAYS
from nabij.demo.cast import DATA, households, people

_COME_BACK = re.compile(r"!(\d{4}-\d\d-\d\d) ([^=]+)(?:=(\d{4}-\d\d-\d\d))?$")


@dataclass(frozen=True)
class MemberFact:
    """Somebody who reads along in a circle, in which hat, since and until when."""

    who: str
    hat: str
    since: dt.datetime
    until: dt.datetime | None = None
    later: bool = False  # Whether what was written before stays closed to them.


@dataclass(frozen=True)
class InvitationFact:
    """Somebody who was asked by letter to read along, and did not answer yet."""

    circle: str
    who: str
    by: str
    hat: str
    on: dt.datetime


@dataclass(frozen=True)
class CircleFact:
    """A circle: of a group, of one's own, or a smaller one within a story."""

    key: str
    kind: str
    name: str
    by: str
    hat: str
    on: dt.datetime
    members: tuple[MemberFact, ...] = ()
    within: str = ""


@dataclass(frozen=True)
class ApartFact:
    """The circle of one of those a story is about, that begins with it: a child without its parents, one of two."""

    key: str
    of: str
    members: tuple[MemberFact, ...] = ()


@dataclass(frozen=True)
class ShownFact:
    """What a child told in its own circle and then showed its parents."""

    circle: str
    line: str
    on: dt.datetime


@dataclass(frozen=True)
class RequestFact:
    """What somebody asked about what is known of them, and what was answered."""

    person: str
    kind: str
    words: str
    on: dt.datetime
    answered: dt.datetime | None = None
    by: str = ""
    hat: str = ""
    answer: str = ""
    reply: str = ""
    to_contact: bool = False


@dataclass(frozen=True)
class TieFact:
    """A tie of one person's network, as told in a circle."""

    circle: str
    owner: str
    other: str
    group: str
    kind: str
    called: str
    ring: int
    weight: str
    gives: str
    takes: str
    told_by: str
    on: dt.datetime


@dataclass(frozen=True)
class SayingFact:
    """What somebody said in a circle about somebody's help."""

    circle: str
    about: str
    owner: str
    kind: str
    words: str
    said_by: str
    noted_by: str
    on: dt.datetime


@dataclass(frozen=True)
class OwnWordsFact:
    """A resident's own words on top of their story."""

    story: str
    person: str
    words: str
    matters: str
    noted_by: str
    on: dt.datetime
    circle: str = ""
    goes: str = ""  # How it goes: "gezicht 3" or "cijfer 6".


@dataclass(frozen=True)
class LookFact:
    """That somebody opened a story, and for what."""

    story: str
    who: str
    hat: str
    purpose: str
    on: dt.datetime


@dataclass(frozen=True)
class PromiseFact:
    """Who does what, asked by whom, what was answered and how it ended; kept is None while it is open.

    instead_of: the words of the promise that this one takes over. turns: (day, kept, why) of what comes back.
    """

    story: str
    who: str
    what: str
    by: str
    on: dt.datetime
    hat: str = ""
    day: dt.date | None = None
    time: dt.time | None = None
    answer: str = ""
    answered: dt.datetime | None = None
    other_day: dt.date | None = None
    words: str = ""
    kept: bool | None = None
    ended: dt.datetime | None = None
    why: str = ""
    rhythm: str = ""
    until: dt.date | None = None
    bounds: str = ""
    instead_of: str = ""
    turns: tuple[tuple[dt.date, bool, str], ...] = ()


@dataclass(frozen=True)
class StoryFact:
    """What is going on around a person, around a household, or between two."""

    key: str
    person: str
    household: str
    between: tuple[str, ...]
    opened_by: str
    hat: str
    on: dt.datetime
    members: tuple[MemberFact, ...]
    invitations: tuple[InvitationFact, ...]
    ties: tuple[TieFact, ...]
    sayings: tuple[SayingFact, ...]
    own_words: tuple[OwnWordsFact, ...]
    looks: tuple[LookFact, ...]
    promises: tuple[PromiseFact, ...]
    smaller: tuple[CircleFact, ...]
    apart: tuple[ApartFact, ...]
    shown: tuple[ShownFact, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """Everybody it is about."""
        return (self.person,) if self.person else self.between or households()[self.household].people

    @property
    def parents(self) -> tuple[str, ...]:
        """Who reads and decides for the child it is about."""
        return people()[self.person].parents if self.person else ()


@dataclass(frozen=True)
class ComeBackFact:
    """A day on which the writer wants to come back to something, and on which day that was done."""

    day: dt.date
    action: str
    done: dt.date | None = None


@dataclass(frozen=True)
class MomentFact:
    """One line of what happened."""

    circle: str
    at: dt.datetime
    by: str
    line: str
    hat: str = ""
    present: tuple[str, ...] = ()
    concerned: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    own: bool = False
    lesson: bool = False
    told_by: str = ""
    come_back: ComeBackFact | None = None


@cache
def stories() -> dict[str, StoryFact]:
    return {key: _story(key, facts) for key, facts in _read("stories").items()}


@cache
def circles() -> dict[str, CircleFact]:
    """The circles of groups and of one's own; those of stories are made with their story."""
    return {key: _circle(key, facts) for key, facts in _read("circles").items()}


@cache
def requests() -> list[RequestFact]:
    return [RequestFact(**facts) for facts in _read("requests")["requests"]]


@cache
def moments() -> list[MomentFact]:
    """Every line, of the cast and of the background, the oldest first."""
    lines = [moment for path in sorted((DATA / "moments").glob("*.psv")) for moment in _lines(path.stem)]
    behind = [moment for key, facts in _read("background_moments").items() for moment in _spread(key, facts)]
    return sorted([*lines, *behind], key=lambda moment: (moment.at, moment.circle))


def _story(key: str, facts: dict[str, Any]) -> StoryFact:
    return StoryFact(
        key=key,
        person=facts.get("person", ""),
        household=facts.get("household", ""),
        between=tuple(facts.get("between", [])),
        opened_by=facts["opened_by"],
        hat=facts["hat"],
        on=facts["on"],
        members=tuple(_member(*row) for row in facts["members"]),
        invitations=tuple(InvitationFact(key, *row) for row in facts.get("invitations", [])),
        ties=tuple(_tie(key, row) for row in facts["ties"]),
        sayings=tuple(
            SayingFact(circle, *row)
            for circle, rows in [(key, facts), *facts.get("apart", {}).items()]
            for row in rows.get("sayings", [])
        ),
        own_words=tuple(OwnWordsFact(key, *row) for row in facts["own_words"]),
        looks=tuple(LookFact(key, *row) for row in facts.get("looks", [])),
        promises=tuple(_promise(key, row) for row in facts["promises"]),
        smaller=tuple(_smaller(name, within=key, facts=row) for name, row in facts.get("smaller", {}).items()),
        apart=tuple(_apart(name, row) for name, row in facts.get("apart", {}).items()),
        shown=tuple(ShownFact(*row) for row in facts.get("shown", [])),
    )


def _apart(key: str, facts: dict[str, Any]) -> ApartFact:
    return ApartFact(key, facts["of"], tuple(_member(*row) for row in facts.get("members", [])))


def _member(who: str, hat: str, since: dt.datetime, until: dt.datetime | str, past: str = "") -> MemberFact:
    return MemberFact(who, hat, since, until if isinstance(until, dt.datetime) else None, later=past == "later")


def _tie(story: str, row: list[Any]) -> TieFact:
    owner, other, *rest = row
    of_group = other.startswith("group:")
    return TieFact(story, owner, "" if of_group else other, other[6:] if of_group else "", *rest)


def _promise(story: str, row: dict[str, Any]) -> PromiseFact:
    hour, turns = row.pop("time", ""), tuple(map(tuple, row.pop("turns", ())))
    at = dt.time.fromisoformat(hour.replace(".", ":")) if hour else None
    return PromiseFact(story=story, time=at, turns=turns, **row)


def _smaller(key: str, *, within: str, facts: dict[str, Any]) -> CircleFact:
    readers = tuple(MemberFact(reader, "", facts["on"]) for reader in facts["readers"])
    return CircleFact(key, "story", facts["name"], facts["by"], "", facts["on"], readers, within)


def _circle(key: str, facts: dict[str, Any]) -> CircleFact:
    members = tuple(MemberFact(*row) for row in facts.get("members", []))
    return CircleFact(
        key, facts["kind"], facts.get("name", ""), facts["by"], facts.get("hat", ""), facts["on"], members
    )


def _lines(circle: str) -> Iterator[MomentFact]:
    with (DATA / "moments" / f"{circle}.psv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            yield _moment(circle, **row)


def _moment(circle: str, *, when: str, by: str, line: str, more: str, **row: str) -> MomentFact:
    found = _COME_BACK.search(more)
    marks = (more[: found.start()] if found else more).split()
    who, _slash, hat = by.partition("/")
    everybody = [name for name in row["with"].split(",") if name]
    return MomentFact(
        circle=circle,
        at=dt.datetime.strptime(when, "%Y-%m-%d %H.%M"),  # noqa: DTZ007  The calendar gives it its zone.
        by=who,
        line=line,
        hat=hat,
        present=tuple(name for name in everybody if not name.startswith("~")),
        concerned=tuple(name[1:] for name in everybody if name.startswith("~")),
        themes=tuple(mark[1:] for mark in marks if mark.startswith("#")),
        own="own" in marks,
        lesson="lesson" in marks,
        told_by=next((mark[5:] for mark in marks if mark.startswith("told:")), ""),
        come_back=_come_back(found) if found else None,
    )


def _come_back(found: re.Match[str]) -> ComeBackFact:
    done = dt.date.fromisoformat(found[3]) if found[3] else None
    return ComeBackFact(dt.date.fromisoformat(found[1]), found[2].strip(), done)


def _spread(circle: str, facts: dict[str, Any]) -> Iterator[MomentFact]:
    """Each line once, in the order written, on some of the group's weekdays; a fixed seed says on which."""
    hour = dt.time.fromisoformat(facts["time"].replace(".", ":"))
    days = _weekdays(WEEKDAYS.index(facts["day"]), first=FIRST_DAY + dt.timedelta(days=9))
    chosen = sorted(random.Random(f"nabij {circle}").sample(days, len(facts["lines"])))  # nosec B311
    for day, (by, line, with_whom) in zip(chosen, facts["lines"], strict=True):
        when = dt.datetime.combine(day, hour).strftime("%Y-%m-%d %H.%M")
        yield _moment(circle, when=when, by=by, line=line, more="", **{"with": with_whom})


def _weekdays(weekday: int, *, first: dt.date) -> list[dt.date]:
    days = [first + dt.timedelta(days=n) for n in range((GIVEN_DAY - first).days + 1)]
    return [day for day in days if day.weekday() == weekday]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
