"""What was asked of somebody else in the example neighbourhood, from `data/referrals.toml`, and each step after it."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nabij.bridge.models import Referral
from nabij.bridge.referring import Said, Whom, Words, pass_on, refer, step, thank, to_group, to_hat
from nabij.bridge.telling import tell, tell_thanks
from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.trust.acting import acting_as, office

SAID = ("what", "lived", "known", "reach", "ground")
WORDS = ("code", "reason", "alternative", "outcome")


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each referral, each step and each thanks, with its day and its rank in the same minute."""
    made: dict[str, Referral] = {}
    for key, fact in tomllib.loads((DATA / "referrals.toml").read_text(encoding="utf-8")).items():
        yield fact["on"], 5, partial(_refer, replay, made, key, fact)
        for one in fact.get("steps", ()):
            yield one["on"], 6, partial(_step, replay, made, key, one)
        for one in fact.get("thanks", ()):
            yield one["on"], 7, partial(_thank, replay, made, key, one)


def _refer(replay: Replay, made: dict[str, Referral], key: str, fact: dict[str, Any]) -> None:
    there, who = replay.ground, fact["by"]
    said = Said(**{name: fact[name] for name in SAID if name in fact})
    asked: dict[str, Any] = {"said": said, "by": there.people[who], "hat": there.hats[who, fact["hat"]]}
    asked |= {"at": there.calendar.moment(fact["on"]), "whom": _whom(replay, fact["to"])}
    with there.acting(who, fact["hat"]):
        if "from" in fact:
            made[key] = pass_on(referral=made[fact["from"]], **asked)
        else:
            made[key] = refer(about=there.people[fact["about"]], story=replay.stories.get(fact["about"]), **asked)
    _tell(made[key], at=asked["at"])


def _whom(replay: Replay, said: str) -> Whom:
    kind, _colon, key = said.partition(":")
    if kind == "group":
        return to_group(replay.ground.groups[key])
    who, _slash, hat = key.partition("/")
    return to_hat(replay.ground.hats[who, hat])


def _step(replay: Replay, made: dict[str, Referral], key: str, fact: dict[str, Any]) -> None:
    there, by = replay.ground, replay.ground.people[fact["who"]]
    day = fact.get("hears_by")
    told = there.calendar.moment(dt.datetime.combine(day, dt.time(12))).date() if day else None
    words = Words(**{name: fact[name] for name in WORDS if name in fact}, hears_by=told)
    with there.acting(fact["who"], fact["hat"]):
        step(referral=made[key], state=fact["state"], by=by, at=there.calendar.moment(fact["on"]), words=words)
    _tell(made[key], at=there.calendar.moment(fact["on"]))


def _tell(made: Referral, *, at: dt.datetime) -> None:
    """In its time, so that nobody is written to today about last month."""
    with acting_as(office("reminders")):
        for one in made.steps.filter(at=at):
            tell(step_id=one.id, at=at)


def _thank(replay: Replay, made: dict[str, Referral], key: str, fact: dict[str, Any]) -> None:
    there = replay.ground
    said = {"by": there.people[fact["by"]], "at": there.calendar.moment(fact["on"]), "words": fact["words"]}
    with there.acting(fact["by"], fact["hat"]):
        thanks = thank(referral=made[key], to=there.people[fact["to"]].id, **said)
    with acting_as(office("reminders")):
        tell_thanks(thanks_id=thanks.id, at=thanks.at)
