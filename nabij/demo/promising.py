"""The promises of the example neighbourhood, as they were made, answered, handed on and kept."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo import happenings as told
from nabij.demo.happenings import PromiseFact
from nabij.demo.replay import EVENING, Replay
from nabij.people.models import Person
from nabij.stories.carrying import hand_over, say_how
from nabij.stories.models import Promise
from nabij.stories.turns import Course
from nabij.stories.verbs import answer, ask, keep, promise

Happening = tuple[dt.datetime, int, Callable[[], object]]
Made = dict[int, Promise]


def happenings(replay: Replay) -> Iterator[Happening]:
    """Each promise, what was answered, how each time went, and how it ended."""
    made: Made = {}
    for story in told.stories().values():
        for fact in story.promises:
            yield fact.on, 3, partial(_promise, replay, fact, made)
            if fact.answered:
                yield fact.answered, 4, partial(_answer, replay, fact, made)
            for day, kept, why in fact.turns:
                yield dt.datetime.combine(day, EVENING), 4, partial(_turn, replay, fact, made, day, kept, why)
            if fact.ended:
                yield fact.ended, 4, partial(_keep, replay, fact, made)


def _at(replay: Replay, written: dt.datetime) -> dt.datetime:
    return replay.ground.calendar.moment(written)


def _promise(replay: Replay, fact: PromiseFact, made: Made) -> None:
    ground, story = replay.ground, replay.stories[fact.story]
    people, day = ground.people, ground.calendar.day
    shared: dict[str, Any] = {
        "circle": story.circle,
        "what": fact.what,
        "by": people[fact.by],
        "at": _at(replay, fact.on),
        "story": story,
        "for_whom": _resident(replay, fact.story),
        "hat": ground.hats[fact.who, fact.hat] if fact.hat else None,
        "day": day(fact.day) if fact.day else None,
        "time": fact.time,
        "course": Course(fact.rhythm, day(fact.until) if fact.until else None, fact.bounds),
    }
    ground.meet(fact.by, fact.who)
    ground.meet(fact.who, fact.by)
    with ground.acting(fact.by, replay.worn.get((fact.story, fact.by), "")):
        if fact.instead_of:
            made[id(fact)] = _hand_over(replay, fact, day=shared["day"])
        else:
            made[id(fact)] = promise(**shared) if fact.who == fact.by else ask(who=people[fact.who], **shared)


def _hand_over(replay: Replay, fact: PromiseFact, *, day: dt.date | None) -> Promise:
    theirs = Promise.objects.at_hand().select_related("circle", "story").filter(story=replay.stories[fact.story])
    by, to = replay.ground.people[fact.by], replay.ground.people[fact.who]
    return hand_over(promise=theirs.get(what=fact.instead_of), to=to, by=by, at=_at(replay, fact.on), day=day)


def _resident(replay: Replay, key: str) -> Person:
    """For whom it is promised: whom the story is about, or who stands first in the household."""
    return replay.ground.people[told.stories()[key].about[0]]


def _answer(replay: Replay, fact: PromiseFact, made: Made) -> None:
    other_day = replay.ground.calendar.day(fact.other_day) if fact.other_day else None
    by = replay.ground.people[fact.who]
    if fact.answered:
        with replay.ground.acting(fact.who, fact.hat):
            asked, at = made[id(fact)], _at(replay, fact.answered)
            answer(promise=asked, kind=fact.answer, by=by, at=at, day=other_day, words=fact.words)


def _turn(replay: Replay, fact: PromiseFact, made: Made, day: dt.date, kept: bool, why: str) -> None:
    with replay.ground.acting(fact.who, fact.hat):
        there = Promise.objects.at_hand().get(id=made[id(fact)].id)
        by, at = replay.ground.people[fact.who], _at(replay, dt.datetime.combine(day, EVENING))
        say_how(promise=there, kept=kept, why=why, by=by, at=at)


def _keep(replay: Replay, fact: PromiseFact, made: Made) -> None:
    if fact.ended:
        with replay.ground.acting(fact.who, fact.hat):
            by, at = replay.ground.people[fact.who], _at(replay, fact.ended)
            keep(promise=made[id(fact)], kept=bool(fact.kept), by=by, at=at, why=fact.why)
