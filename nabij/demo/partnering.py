"""Two who worked together and fell silent in the example neighbourhood: what they shared, from `data/partners.toml`."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.stories.caring import answer_concern, share
from nabij.stories.concerns import Concern, ConcernAnswer

Fact = dict[str, Any]


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each worry and its answer, with its day and its rank in the same minute."""
    made: dict[int, Concern] = {}
    facts = tomllib.loads((DATA / "partners.toml").read_text(encoding="utf-8"))["worry"]
    for number, fact in enumerate(facts):
        yield fact["on"], 5, partial(_share, replay, made, number, fact)
        yield fact["answered_on"], 6, partial(_answer, replay, made, number, fact)


def _share(replay: Replay, made: dict[int, Concern], number: int, fact: Fact) -> None:
    there, (to, hat) = replay.ground, fact["to"].split("/")
    there.meet(fact["by"], to)
    there.meet(to, fact["by"])
    with there.acting(fact["by"], fact["hat"]):
        said: dict[str, Any] = {"about": fact["about"], "by": there.people[fact["by"]], "to": there.hats[to, hat]}
        made[number] = share(words=fact["words"], at=there.calendar.moment(fact["on"]), **said)


def _answer(replay: Replay, made: dict[int, Concern], number: int, fact: Fact) -> None:
    there, (to, hat) = replay.ground, fact["to"].split("/")
    with there.acting(to, hat):
        said: dict[str, Any] = {"concern": Concern.objects.get(id=made[number].id), "by": there.people[to]}
        said |= {"at": there.calendar.moment(fact["answered_on"]), "words": fact["answer"]}
        answer_concern(kind=ConcernAnswer.Kind.ANSWERED, **said)
