"""What was learned in the example neighbourhood, from `data/lessons.toml`: each by whoever learned it."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.stories.learning import learn


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each lesson, with its day and its rank in the same minute."""
    for fact in tomllib.loads((DATA / "lessons.toml").read_text(encoding="utf-8"))["lessons"]:
        yield fact["on"], 5, partial(_learn, replay, fact)


def _learn(replay: Replay, fact: dict[str, Any]) -> None:
    worn = replay.worn.get((fact["circle"], fact["by"]), "")
    with replay.ground.acting(fact["by"], worn):
        learn(
            tried=fact["tried"],
            helped=fact["helped"],
            circle=replay.circles[fact["circle"]],
            by=replay.ground.people[fact["by"]],
            hat=replay.ground.hats[fact["by"], worn] if worn else None,
            at=replay.ground.calendar.moment(fact["on"]),
        )
