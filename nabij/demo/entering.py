"""What neighbours of the example neighbourhood put on the map themselves, from `data/initiatives.toml`."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.directory.entering import approve, enter, rewrite
from nabij.directory.initiatives import Initiative
from nabij.people.models import Neighbourhood
from nabij.trust.acting import acting_as, person

Fact = dict[str, Any]


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each sent in, answered and changed, with its day and its rank in the same minute."""
    for fact in tomllib.loads((DATA / "initiatives.toml").read_text(encoding="utf-8"))["initiative"]:
        yield fact["on"], 6, partial(_enter, replay, fact)
        if "yes" in fact:
            yield fact["yes"]["on"], 6, partial(_say_yes, replay, fact)
        if "then" in fact:
            yield fact["then"]["on"], 6, partial(_change, replay, fact)


def _enter(replay: Replay, fact: Fact) -> None:
    """Without a hat: what one does with neighbours, one does as oneself."""
    by = replay.ground.people[fact["by"]]
    with acting_as(person(by.id)):
        where = Neighbourhood.objects.get(code=fact["neighbourhood"])
        enter(said=fact["said"], neighbourhood=where, by=by, at=replay.ground.calendar.moment(fact["on"]))


def _say_yes(replay: Replay, fact: Fact) -> None:
    yes = fact["yes"]
    with replay.ground.acting(yes["by"], yes["hat"]):
        one = _sent(replay, fact)
        approve(initiative=one, by=replay.ground.people[yes["by"]], at=replay.ground.calendar.moment(yes["on"]))


def _change(replay: Replay, fact: Fact) -> None:
    told = {name: words for name, words in fact["then"].items() if name != "on"}
    with acting_as(person(replay.ground.people[fact["by"]].id)):
        at = replay.ground.calendar.moment(fact["then"]["on"])
        rewrite(initiative=_sent(replay, fact), said=fact["said"] | told, at=at)


def _sent(replay: Replay, fact: Fact) -> Initiative:
    there = Initiative.objects.select_related("neighbourhood").filter(by=replay.ground.people[fact["by"]])
    return there.get(said__name=fact["said"]["name"])
