"""What happens lately in the example neighbourhood: who is away, who leaves, a picture and a paper, a list taken in.

From `data/lately.toml`, each through its verb, by whoever did it.
"""

import datetime as dt
import io
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from nabij.demo.cast import DATA
from nabij.demo.replay import Replay
from nabij.memory.leaving import ask_successor, propose, say
from nabij.memory.models import Handover
from nabij.memory.standing_in import go_away
from nabij.moments.models import Moment
from nabij.people.models import Hat, Person
from nabij.stories.attaching import attach
from nabij.stories.caring import answer_concern, share
from nabij.stories.concerns import Concern
from nabij.stories.handholding import settle, take_in
from nabij.stories.handholds import Handhold, ReadyLine
from nabij.stories.models import OwnWords, Promise
from nabij.stories.verbs import answer, tell

Fact = dict[str, Any]
Made = dict[str, Handover]
INK, SKY, WATER, GRASS, WOOD, PAPER = "#22302c", "#cfe3ea", "#8fb4bf", "#8aa86b", "#7a5a3a", "#fbfaf5"


def facts() -> dict[str, list[Fact]]:
    return tomllib.loads((DATA / "lately.toml").read_text(encoding="utf-8"))


def happenings(replay: Replay) -> Iterator[tuple[dt.datetime, int, Callable[[], object]]]:
    """Each, with its day and its rank in the same minute."""
    told = facts()
    for fact in told["away"]:
        yield fact["on"], 6, partial(_go_away, replay, fact)
    for fact in told["attachment"]:
        yield fact["on"], 6, partial(_hang, replay, fact)
    for fact in told["taken_in"]:
        yield fact["on"], 6, partial(_take_in, replay, fact)
    for fact in told["way_in"]:
        yield fact["on"], 6, partial(_way_in, replay, fact)
    for fact in told["concern"]:
        yield fact["on"], 6, partial(_share, replay, fact)
    made: Made = {}
    for fact in told["handover"]:
        for step, do in (("on", _propose), ("said_on", _say), ("asked_on", _ask), ("accepted_on", _accept)):
            if step in fact:
                yield fact[step], 6, partial(do, replay, fact, made)


def _who(replay: Replay, key: str, hat: str) -> tuple[Person, Hat]:
    return replay.ground.people[key], replay.ground.hats[key, hat]


def _share(replay: Replay, fact: Fact) -> None:
    """A worry, and what came back of it."""
    ground, (who, hat) = replay.ground, fact["to"]
    by, (contact, worn) = ground.people[fact["by"]], _who(replay, who, hat)
    with ground.acting(fact["by"], fact["hat"]):
        said = {"story": replay.stories[fact["story"]], "words": fact["words"]}
        concern = share(to=worn, by=by, at=ground.calendar.moment(fact["on"]), **said)
    for kind, words, on, *day in fact["answers"]:
        with ground.acting(who, hat):
            answered: Fact = {
                "by": contact,
                "at": ground.calendar.moment(on),
                "day": ground.calendar.day(day[0]) if day else None,
            }
            answer_concern(concern=Concern.objects.get(id=concern.id), kind=kind, words=words, **answered)


def _go_away(replay: Replay, fact: Fact) -> None:
    by, day = replay.ground.people[fact["by"]], replay.ground.calendar.day
    other, worn = _who(replay, fact["stand_in"], fact["stand_in_hat"])
    replay.ground.meet(fact["by"], fact["stand_in"])
    with replay.ground.acting(fact["by"], fact["hat"]):
        at = replay.ground.calendar.moment(fact["on"])
        stories = [replay.stories[key] for key in fact["stories"]]
        days = day(fact["starts"]), day(fact["ends"])
        go_away(by=by, at=at, starts=days[0], ends=days[1], stand_in=other, hat=worn, stories=stories)


def _propose(replay: Replay, fact: Fact, made: Made) -> None:
    by, to = replay.ground.people[fact["by"]], replay.ground.people[fact["to"]]
    replay.ground.meet(fact["by"], fact["to"])
    with replay.ground.acting(fact["by"], fact["hat"]):
        story, at = replay.stories[fact["story"]], replay.ground.calendar.moment(fact["on"])
        last_day = replay.ground.calendar.day(fact["last_day"])
        made[fact["story"]] = propose(story=story, to=to, last_day=last_day, by=by, at=at)


def _say(replay: Replay, fact: Fact, made: Made) -> None:
    resident = replay.ground.people[fact["said_by"]]
    with replay.ground.acting(fact["said_by"]):
        at = replay.ground.calendar.moment(fact["said_on"])
        there = Handover.objects.get(id=made[fact["story"]].id)
        say(handover=there, past=fact["past"], resident=resident, by=resident, at=at)


def _ask(replay: Replay, fact: Fact, made: Made) -> None:
    with replay.ground.acting(fact["by"], fact["hat"]):
        there = Handover.objects.select_related("to", "person").get(id=made[fact["story"]].id)
        story, by = replay.stories[fact["story"]], replay.ground.people[fact["by"]]
        ask_successor(handover=there, story=story, by=by, at=replay.ground.calendar.moment(fact["asked_on"]))


def _accept(replay: Replay, fact: Fact, made: Made) -> None:
    to = replay.ground.people[fact["to"]]
    with replay.ground.acting(fact["to"], fact["to_hat"]):
        asked = Promise.objects.get(instead_of=made[fact["story"]].id, who=to)
        answer(promise=asked, kind="yes", by=to, at=replay.ground.calendar.moment(fact["accepted_on"]))


def _hang(replay: Replay, fact: Fact) -> None:
    by, worn = _who(replay, fact["by"], fact["hat"])
    with replay.ground.acting(fact["by"], fact["hat"]):
        moment = Moment.objects.get(circle=replay.circles[fact["story"]], line=fact["line"], author=by)
        data = letter(fact["paper"]) if "paper" in fact else bench()
        said = {"moment": moment, "data": data, "alt": fact["alt"], "by": by, "hat": worn}
        attach(story=replay.stories[fact["story"]], at=replay.ground.calendar.moment(fact["on"]), **said)


def _way_in(replay: Replay, fact: Fact) -> None:
    """How one comes in, by the resident's word."""
    people, story = replay.ground.people, replay.stories[fact["story"]]
    with replay.ground.acting(fact["by"], fact["hat"]):
        at, kind = replay.ground.calendar.moment(fact["on"]), OwnWords.Kind.WAY_IN
        tell(story=story, person=people[fact["person"]], words=fact["words"], kind=kind, by=people[fact["by"]], at=at)


def _take_in(replay: Replay, fact: Fact) -> None:
    """The list stands ready in a story; some of its lines became something, or went."""
    by, worn = _who(replay, fact["by"], fact["hat"])
    with replay.ground.acting(fact["by"], fact["hat"]):
        here = Handhold.objects.standing().filter(neighbourhood=worn.neighbourhood_id)
        listed, at = here.get(name=fact["list"]), replay.ground.calendar.moment(fact["on"])
        take_in(handhold=listed, story=replay.stories[fact["story"]], by=by, at=at)
        for what, how in fact["settled"]:
            line = ReadyLine.objects.select_related("story").get(story=replay.stories[fact["story"]], what=what)
            settle(line=line, how=how, by=by, at=at, hat=worn)


def bench() -> bytes:
    """A picture of the bench by the bridge: drawn, for nobody here exists."""
    picture, to = Image.new("RGB", (960, 640), SKY), io.BytesIO()
    draw = ImageDraw.Draw(picture)
    draw.ellipse((760, 60, 860, 160), fill="#f4dfa0")
    draw.rectangle((0, 340, 960, 460), fill=WATER)
    draw.arc((40, 210, 520, 610), 180, 360, fill=INK, width=22)
    draw.line((0, 330, 560, 330), fill=INK, width=14)
    draw.rectangle((0, 460, 960, 640), fill=GRASS)
    for top in (400, 436, 500):
        draw.rectangle((540, top, 880, top + 22), fill=WOOD)
    for left in (570, 836):
        draw.rectangle((left, 400, left + 16, 580), fill=INK)
    picture.save(to, "JPEG", quality=80)
    return to.getvalue()


def letter(lines: list[str]) -> bytes:
    """A letter as a PDF of one page."""
    page, to = Image.new("RGB", (827, 1169), PAPER), io.BytesIO()
    font = ImageFont.load_default(size=24)
    for place, line in enumerate(lines):
        ImageDraw.Draw(page).text((90, 110 + 40 * place), line, fill=INK, font=font)
    page.save(to, "PDF", resolution=100)
    return to.getvalue()
