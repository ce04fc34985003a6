"""What the example neighbourhood chose for itself, and who is there for what, from `data/structure.toml`."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.people.models import Neighbourhood
from nabij.people.structuring import choose, stand

Fact = dict[str, Any]


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each choice and each who says what they are there for, with its day and its rank in the same minute."""
    told = tomllib.loads((DATA / "structure.toml").read_text(encoding="utf-8"))
    where = told["choice"][0]["neighbourhood"]
    for fact in told["choice"]:
        yield fact["on"], 6, partial(_choose, replay, fact)
    for fact in told["signpost"]:
        yield fact["on"], 7, partial(_stand, replay, fact, where)


def _choose(replay: Replay, fact: Fact) -> None:
    with replay.ground.acting(fact["by"], fact["hat"]):
        said = {name: fact[name] for name in ("phone", "hours", "team")}
        here = Neighbourhood.objects.get(code=fact["neighbourhood"])
        choose(neighbourhood=here, at=replay.ground.calendar.moment(fact["on"]), **said)


def _stand(replay: Replay, fact: Fact, code: str) -> None:
    """In a hat in the team of that district; without one as a neighbour who knows the way there."""
    ground, hat = replay.ground, fact.get("hat", "")
    with ground.acting(fact["by"], hat):
        said = {name: fact[name] for name in ("what", "reach", "languages", "public")}
        stand(
            neighbourhood=Neighbourhood.objects.get(code=code),
            hat=ground.hats[fact["by"], hat] if hat else None,
            called="",
            by=ground.people[fact["by"]],
            at=ground.calendar.moment(fact["on"]),
            **said,
        )
