"""Which stories of the example neighbourhood were closed, from `data/closings.toml`."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.stories.closing import close


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each closing, with its day and its rank in the same minute."""
    for fact in tomllib.loads((DATA / "closings.toml").read_text(encoding="utf-8"))["closed"]:
        yield fact["on"], 6, partial(_close, replay, fact)


def _close(replay: Replay, fact: dict[str, Any]) -> None:
    by, story = replay.ground.people[fact["by"]], replay.stories[fact["story"]]
    said = {"outcome": fact["outcome"], "person": story.person, "hat": replay.ground.hats[fact["by"], fact["hat"]]}
    with replay.ground.acting(fact["by"], fact["hat"]):
        close(story=story, by=by, at=replay.ground.calendar.moment(fact["on"]), **said)
