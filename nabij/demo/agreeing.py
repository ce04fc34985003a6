"""What the example neighbourhood agreed, and what is proposed, said and signed of it, from `data/agreement.toml`."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.bridge import agreeing
from nabij.bridge.agreements import Agreement, AgreementParty
from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.people.models import Neighbourhood

Fact = dict[str, Any]
Lines = dict[str, agreeing.Line]


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each version, its remarks and its signatures, with its day and its rank in the same minute."""
    facts = tomllib.loads((DATA / "agreement.toml").read_text(encoding="utf-8"))["version"]
    lines: Lines = {}
    for number, fact in enumerate(facts, start=1):
        lines |= {one["kind"]: agreeing.Line(**one) for one in fact["clause"]}
        yield fact["on"], 6, partial(_propose, replay, fact, list(lines.values()))
        for said in fact.get("remarks", []):
            yield said["on"], 7, partial(_remark, replay, said, number)
        for done in fact["signed"]:
            yield done["on"], 7, partial(_sign, replay, done, number)


def _propose(replay: Replay, fact: Fact, lines: list[agreeing.Line]) -> None:
    ground = replay.ground
    with ground.acting(fact["by"], fact["hat"]):
        agreeing.propose(
            neighbourhood=Neighbourhood.objects.select_related("parent__parent").get(code=fact["neighbourhood"]),
            lines=lines,
            groups=[ground.groups[key] for key in fact["groups"]],
            review_on=ground.calendar.day(fact["review_on"]),
            why=fact["why"],
            **_by(replay, fact),
        )


def _by(replay: Replay, fact: Fact) -> Fact:
    ground = replay.ground
    return {
        "by": ground.people[fact["by"]],
        "hat": ground.hats[fact["by"], fact["hat"]],
        "at": ground.calendar.moment(fact["on"]),
    }


def _remark(replay: Replay, fact: Fact, number: int) -> None:
    with replay.ground.acting(fact["by"], fact["hat"]):
        there = Agreement.objects.select_related("neighbourhood").get(number=number)
        agreeing.remark(agreement=there, kind=fact["about"], words=fact["words"], **_by(replay, fact))


def _sign(replay: Replay, fact: Fact, number: int) -> None:
    said = _by(replay, fact)
    with replay.ground.acting(fact["by"], fact["hat"]):
        named = AgreementParty.objects.select_related("group", "agreement")
        party = named.get(agreement__number=number, group=said.pop("hat").group_id)
        agreeing.sign(party=party, **said)
