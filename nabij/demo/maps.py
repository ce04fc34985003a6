"""How maps changed in the example neighbourhood, from `data/network.toml`: who came, moved and went."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.moments import network
from nabij.moments.models import Tie
from nabij.moments.tieline import read_tie


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each change, with its day and its rank in the same minute."""
    acts = {"told": _tell, "moved": _move, "over": _end}
    for kind, facts in tomllib.loads((DATA / "network.toml").read_text(encoding="utf-8")).items():
        for fact in facts:
            yield fact["on"], 5, partial(_happen, replay, fact, acts[kind])


def _happen(replay: Replay, fact: dict[str, Any], act: Callable[..., object]) -> None:
    by, people = fact["by"], replay.ground.people
    worn = replay.worn.get((fact["circle"], by), "")
    said = {"by": people[by], "told_by": people[fact["told_by"]], "at": replay.ground.calendar.moment(fact["on"])}
    said["hat"] = replay.ground.hats[by, worn] if worn else None
    with replay.ground.acting(by, worn):
        act(replay, fact, said)


def _tell(replay: Replay, fact: dict[str, Any], said: dict[str, Any]) -> None:
    owner = replay.ground.people[fact["circle"]]
    network.add(circle=replay.circles[fact["circle"]], owner=owner, **said, **vars(read_tie(fact["line"])))


def _move(replay: Replay, fact: dict[str, Any], said: dict[str, Any]) -> None:
    network.move(tie=_tie(replay, fact), ring=fact["ring"], **said)


def _end(replay: Replay, fact: dict[str, Any], said: dict[str, Any]) -> None:
    network.end(tie=_tie(replay, fact), **said)


def _tie(replay: Replay, fact: dict[str, Any]) -> Tie:
    ties = Tie.objects.current().filter(circle=replay.circles[fact["circle"]])
    return next(tie for tie in ties if tie.with_whom == fact["whom"])
