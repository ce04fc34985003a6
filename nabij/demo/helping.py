"""Who helps in the example neighbourhood: counted a few times in some stories, so that last time stands beside today.

Facts stand in `data/scans.toml`; each count is made through the verb, by whoever did it.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.stories.scanning import count_help


@cache
def facts() -> list[dict[str, Any]]:
    scans: list[dict[str, Any]] = tomllib.loads((DATA / "scans.toml").read_text(encoding="utf-8"))["scans"]
    return scans


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each count, with its day and its rank in the same minute."""
    for fact in facts():
        yield fact["on"], 4, partial(_count, replay, fact)


def _count(replay: Replay, fact: dict[str, Any]) -> None:
    ground, story = replay.ground, replay.stories[fact["story"]]
    with ground.acting(fact["by"], fact["hat"]):
        count_help(
            story=story,
            circle=story.circle,
            informal=fact["informal"],
            formal=fact["formal"],
            by=ground.people[fact["by"]],
            hat=ground.hats[fact["by"], fact["hat"]] if fact["hat"] else None,
            at=ground.calendar.moment(fact["on"]),
            day=ground.calendar.day(fact["on"].date()),
        )
