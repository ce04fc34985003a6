"""Who is introduced to whom in the example neighbourhood, as Noor proposed it and they answered."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from nabij.bridge.introducing import Went, When, answer, propose, say_how, write_message
from nabij.bridge.introduction_letters import write_letters
from nabij.bridge.introductions import Introduction, Side
from nabij.demo.replay import Replay
from nabij.people.models import Place
from nabij.trust.acting import acting_as, office

Happening = tuple[dt.datetime, int, Callable[[], object]]
THE_SAME_PATH = "Fatima loopt twee keer in de week over het Kwelderpad. Yusuf komt daar elke ochtend."
NEW_HERE = "Henk kent iedereen op het Wheerplaats. Sanne is nieuw en wil weten wie wat kan."


def happenings(replay: Replay) -> Iterator[Happening]:
    """Fatima and Yusuf met at a coffee morning; Henk said yes on the telephone, and Sanne has not answered."""
    day = partial(dt.datetime, 2026, 11)
    told: tuple[tuple[dt.datetime, Callable[..., None], tuple[object, ...]], ...] = (
        (day(10, 10), _propose, ("fatima", "yusuf", THE_SAME_PATH, day(17, 10))),
        (day(10, 12), _answer, ("yusuf", "fatima", "fatima", "here")),
        (day(11, 8), _answer, ("yusuf", "yusuf", "yusuf", "here")),
        (day(16, 17), _write, ("yusuf", "yusuf", "Tot morgen bij de koffie. Ik neem de krant mee.")),
        (day(17, 15), _propose, ("sanne", "henk", NEW_HERE, day(24, 10))),
        (day(17, 20), _answer, ("henk", "henk", "noor", "phone")),
        (day(18, 8), _say_how, ("yusuf", "fatima", "Nu weet ik wie ik kan bellen.")),
    )
    for on, do, said in told:
        yield on, 6, partial(do, replay, on, *said)


def _propose(replay: Replay, on: dt.datetime, one: str, other: str, why: str, meets: dt.datetime) -> None:
    ground = replay.ground
    ground.meet("noor", one, other)
    noor, hat = next((hat.person, hat) for (who, _key), hat in ground.hats.items() if who == "noor")
    with ground.acting("noor"):
        place = Place.objects.get(name="Buurthuis De Kwelder")
        when = When(place=place, meets_at=ground.calendar.moment(meets))
        at = ground.calendar.moment(on)
        made = propose(one=ground.people[one], other=ground.people[other], why=why, when=when, by=noor, at=at, hat=hat)
    _letters(replay, made, on)


def _of(replay: Replay, other: str) -> Introduction:
    """The one that Noor proposed with this person."""
    with replay.ground.acting("noor"):
        return Introduction.objects.get(other=replay.ground.people[other])


def _answer(replay: Replay, on: dt.datetime, other: str, who: str, by: str, via: str) -> None:
    made, people = _of(replay, other), replay.ground.people
    with replay.ground.acting(by):
        side = Side.objects.get(introduction=made.id, person=people[who])
        answer(side=side, kind="yes", by=people[by], at=replay.ground.calendar.moment(on), via=via)
    _letters(replay, made, on)


def _write(replay: Replay, on: dt.datetime, other: str, who: str, words: str) -> None:
    made, by = _of(replay, other), replay.ground.people[who]
    with replay.ground.acting(who):
        write_message(introduction=made.id, words=words, by=by, at=replay.ground.calendar.moment(on))


def _say_how(replay: Replay, on: dt.datetime, other: str, who: str, line: str) -> None:
    made, by = _of(replay, other), replay.ground.people[who]
    went = Went(met=True, contact=True, face=5, line=line)
    with replay.ground.acting(who):
        say_how(introduction=made.id, went=went, by=by, at=replay.ground.calendar.moment(on))


def _letters(replay: Replay, made: Introduction, on: dt.datetime) -> None:
    with acting_as(office("reminders"), purpose="reminders"):
        write_letters(introduction=made.id, at=replay.ground.calendar.moment(on))
