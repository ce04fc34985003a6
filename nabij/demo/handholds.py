"""The short lists of the example neighbourhood, from `data/handholds.toml`."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.people.models import Neighbourhood
from nabij.stories.handholding import keep_handhold


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each list, with its day and its rank in the same minute."""
    for fact in tomllib.loads((DATA / "handholds.toml").read_text(encoding="utf-8"))["list"]:
        yield fact["on"], 6, partial(_write, replay, fact)


def _write(replay: Replay, fact: dict[str, Any]) -> None:
    """For the neighbourhood of the hat it was written in."""
    hat, by = replay.ground.hats[fact["by"], fact["hat"]], replay.ground.people[fact["by"]]
    with replay.ground.acting(fact["by"], fact["hat"]):
        where = Neighbourhood.objects.get(code=hat.neighbourhood_id)
        said = {"name": fact["name"], "lines": fact["lines"], "at": replay.ground.calendar.moment(fact["on"])}
        keep_handhold(neighbourhood=where, by=by, **said)
