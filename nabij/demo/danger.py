"""Danger in the example neighbourhood: a sealed note whose day has come, and one time that the glass was broken.

Facts stand in `data/danger.toml`; each happens through the verb, by whoever did it.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.people.models import Hat, Neighbourhood
from nabij.stories import breaking, reminding, sealing
from nabij.stories.models import Story
from nabij.stories.seals import SealKeeper
from nabij.trust import appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.glass import BreakGlass
from nabij.trust.models import Looked
from nabij.trust.verbs import note_look

Happening = tuple[dt.datetime, int, Callable[[], object]]


@cache
def facts() -> dict[str, Any]:
    return tomllib.loads((DATA / "danger.toml").read_text(encoding="utf-8"))


def happenings(replay: Replay) -> Iterator[Happening]:
    """Everything here, with its day and its rank in the same minute."""
    trusted = facts()["trusted"]
    yield trusted["since"], 0, partial(_trust, replay, trusted)
    for fact in facts()["sealed"]:
        yield fact["on"], 4, partial(_seal, replay, fact)
        yield fact["answered"], 4, partial(_answer, replay, fact)
    for fact in facts()["glass"]:
        yield fact["on"], 4, partial(_break, replay, fact)
        yield fact["judged"], 4, partial(_judge, replay, fact)


def _at(replay: Replay, written: dt.datetime) -> dt.datetime:
    return replay.ground.calendar.moment(written)


def _trust(replay: Replay, fact: dict[str, Any]) -> None:
    with acting_as(office("beheer")):
        there = Neighbourhood.objects.get(code=fact["neighbourhood"])
        since = replay.ground.calendar.day(fact["since"].date())
        appointing.trust(person=replay.ground.people[fact["who"]], neighbourhood=there, since=since)


def _seal(replay: Replay, fact: dict[str, Any]) -> None:
    people, hat = replay.ground.people, replay.ground.hats[fact["by"], fact["hat"]]
    with replay.ground.acting(fact["by"], fact["hat"]):
        sealing.seal(
            story=Story.objects.select_related("person", "household").get(id=replay.stories[fact["story"]].id),
            words=fact["words"],
            reason=fact["reason"],
            why_untold=fact["why_untold"],
            second=people[fact["second"]],
            review_on=replay.ground.calendar.day(fact["review_on"]),
            by=people[fact["by"]],
            hat=hat,
            at=_at(replay, fact["on"]),
        )


def _answer(replay: Replay, fact: dict[str, Any]) -> None:
    second = replay.ground.people[fact["second"]]
    with replay.ground.acting(fact["second"], fact["hat"]):
        asked = SealKeeper.objects.get(person=second, answer__isnull=True)
        sealing.answer_as_second(keeper=asked, yes=True, by=second, at=_at(replay, fact["answered"]))


def _break(replay: Replay, fact: dict[str, Any]) -> None:
    by, at = replay.ground.people[fact["by"]], _at(replay, fact["on"])
    hat: Hat = replay.ground.hats[fact["by"], fact["hat"]]
    with replay.ground.acting(fact["by"], fact["hat"]):
        said = {key: fact[key] for key in ("name", "place", "reason")}
        broken = breaking.seek(by=by, hat=hat, at=at, **said)
        if broken:  # It was open then; by the clock of the rules it is over, so that the read itself shows nothing now.
            note_look(by=by, hat=hat, about=[broken.id], thing=broken, at=at, what=Looked.BREAK_GLASS)


def _judge(replay: Replay, fact: dict[str, Any]) -> None:
    third, at = replay.ground.people[facts()["trusted"]["who"]], _at(replay, fact["judged"])
    with replay.ground.acting(facts()["trusted"]["who"]):
        broken = BreakGlass.objects.watched_by(third.id).get(review__isnull=True)
        breaking.tell_circle(glass=broken, told=True, why=fact["told"], by=third, at=at)
        breaking.judge(glass=broken, verdict=fact["verdict"], words=fact["words"], by=third, at=at)
    with acting_as(office("reminders")):
        reminding.tell(glass_id=broken.id, at=at)
