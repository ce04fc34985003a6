"""What people of the example neighbourhood offer and ask, from `data/offers.toml`; each through its verb."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache, partial
from typing import Any

from nabij.bridge.asking import ask, end_ask
from nabij.bridge.asks import Ask, AskEnding
from nabij.bridge.offering import note_asked, offer
from nabij.bridge.offers import Offer
from nabij.bridge.safeguards import note_seen
from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.people.models import Group, Neighbourhood, Person
from nabij.trust.acting import acting_as, person

WHEERMOLEN = "WK043903"
Happening = tuple[dt.datetime, int, Callable[[], object]]


@cache
def facts() -> dict[str, Any]:
    return tomllib.loads((DATA / "offers.toml").read_text(encoding="utf-8"))


def happenings(replay: Replay) -> Iterator[Happening]:
    """Each of them, with its day and its rank in the same minute."""
    for fact in facts()["offer"]:
        yield fact["on"], 6, partial(_offer, replay, fact)
        for who, when in fact.get("asked", {}).items():
            yield when, 6, partial(_asked, replay, fact, who, when)
    for fact in facts()["seen"]:
        yield fact["on"], 6, partial(_seen, replay, fact)
    for fact in facts()["ask"]:
        yield fact["on"], 6, partial(_ask, replay, fact)
        if "met" in fact:
            yield fact["met"], 6, partial(_met, replay, fact)


def _as(who: Person) -> AbstractContextManager[None]:
    """Somebody without a hat: what one offers and asks, one does for oneself."""
    return acting_as(person(who.id))


def _where(fact: dict[str, Any]) -> Neighbourhood:
    return Neighbourhood.objects.get(code=fact.get("where", WHEERMOLEN))


def _offer(replay: Replay, fact: dict[str, Any]) -> None:
    by = replay.ground.people[fact["by"]]
    more = {"kinds": fact["kinds"], "week": fact.get("week", ()), "room": fact.get("room")}
    with _as(by):
        group: Group | None = replay.ground.groups[fact["group"]] if "group" in fact else None
        at = replay.ground.calendar.moment(fact["on"])
        offer(line=fact["line"], neighbourhood=_where(fact), group=group, by=by, at=at, **more)


def _asked(replay: Replay, fact: dict[str, Any], who: str, when: dt.datetime) -> None:
    by, offers = replay.ground.people[who], replay.ground.people[fact["by"]]
    with _as(by):
        theirs = Offer.objects.get(person=offers, line=fact["line"])
        note_asked(offer=theirs, by=by, at=replay.ground.calendar.moment(when))


def _seen(replay: Replay, fact: dict[str, Any]) -> None:
    by, until = replay.ground.people[fact["by"]], fact.get("until")
    day = replay.ground.calendar.day(until) if until else None
    with _as(by):
        who, at = replay.ground.people[fact["who"]], replay.ground.calendar.moment(fact["on"])
        note_seen(person=who, kind=fact["kind"], valid_until=day, by=by, at=at)


def _ask(replay: Replay, fact: dict[str, Any]) -> None:
    by = replay.ground.people[fact["by"]]
    about = replay.ground.people[fact["about"]] if "about" in fact else None
    more = {"kinds": fact["kinds"], "week": fact.get("week", ()), "to_coordinator": fact.get("to_coordinator", False)}
    with _as(by):
        at = replay.ground.calendar.moment(fact["on"])
        ask(line=fact["line"], neighbourhood=_where(fact), about=about, by=by, at=at, **more)


def _met(replay: Replay, fact: dict[str, Any]) -> None:
    by, at = replay.ground.people[fact["by"]], replay.ground.calendar.moment(fact["met"])
    with _as(by):
        asked = Ask.objects.get(asker__asked_by=by, line=fact["line"])
        end_ask(ask=asked, kind=AskEnding.Kind.MET, by=by, at=at)
