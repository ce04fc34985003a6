"""The ten dilemmas as they were weighed in the example neighbourhood, each raised in the circle of its story.

Eight were decided. *Opvang* has all its voices, since the Thursday that Kees writes of, and no decision: Today asks
Marieke. *Bingo* is blind: Kim told of it last Monday, and the voices of Marieke and Fatima are still asked for. Nobody
is named in it, so whom it concerns is called the resident. Who has no account speaks by the link in a letter.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from nabij.demo import cast
from nabij.demo.cast import DATA
from nabij.demo.dilemmas import DILEMMAS, FACILITATOR, RESIDENT, DilemmaFact, VoiceFact
from nabij.demo.replay import Replay
from nabij.people.models import Hat
from nabij.trust.acting import acting_as, link, office
from nabij.weighing.deciding import Decided, decide, say_what_came
from nabij.weighing.dilemmas import Dilemma, Option, Participant
from nabij.weighing.letters import write_letters
from nabij.weighing.raising import Asked, Told, raise_dilemma
from nabij.weighing.speaking import Valued, speak, tell_perspective

Happening = tuple[dt.datetime, int, Callable[[], object]]
Part = Participant.Part

IN_THE_CIRCLE_OF = {"bingo": "kim-klein"}  # What Kim told Marieke alone; of the others the circle of the story.
CALLED = "de bewoner"
UNDECIDED = "opvang"
STILL_BLIND = "bingo"
STILL_ASKED = ("marieke", "fatima")
# After how many days, and at what time, the six speak in the order of the data; of the bingo four, on the day itself.
SPOKEN = ((1, "08:40"), (1, "19:30"), (2, "12:10"), (2, "16:05"), (3, "10:20"), (3, "14:45"))
SPOKEN_AT_ONCE = ((0, "21:05"), (0, "12:40"), (0, "20:00"), (0, "20:30"), (0, "14:05"), (0, "16:30"))
LOOKED, LOOKED_AT_ONCE = (1, "08:15"), (0, "12:15")
DECIDED, CAME = (4, "11:00"), (18, "16:20")
# The voices close long after the last one spoke: that one opens them, and not the day on which this is built.
CLOSE, CLOSE_BLIND = (56, "23:59"), (21, "23:59")


@cache
def raised() -> dict[str, dt.datetime]:
    return tomllib.loads((DATA / "dilemmas.toml").read_text(encoding="utf-8"))


@dataclass
class Weighing:
    """One dilemma on its way."""

    replay: Replay
    fact: DilemmaFact
    made: list[Dilemma] = field(default_factory=list)

    @property
    def dilemma(self) -> Dilemma:
        return self.made[0]

    def days(self) -> Iterator[Happening]:
        """Everything that happens with it, with its day and its rank in the same minute."""
        fact, decided = self.fact, self.fact.key not in (UNDECIDED, STILL_BLIND)
        yield self.on(0), 6, partial(self.ask, self.on(0))
        for logic, who, words in fact.sides:
            on = self.on(*(LOOKED_AT_ONCE if self.blind else LOOKED))
            yield on, 6, partial(self.look, on, logic, who, words)
        for voice, (after, clock) in zip(fact.voices, SPOKEN_AT_ONCE if self.blind else SPOKEN, strict=True):
            if not (self.blind and voice.who in STILL_ASKED):
                yield self.on(after, clock), 7, partial(self.speak, self.on(after, clock), voice)
        if decided:
            yield self.on(*DECIDED), 8, partial(self.decide, self.on(*DECIDED))
        if decided and fact.came:
            yield self.on(*CAME), 8, partial(self.came, self.on(*CAME))

    @property
    def blind(self) -> bool:
        return self.fact.key == STILL_BLIND

    def on(self, after: int, clock: str = "") -> dt.datetime:
        began = raised()[self.fact.key]
        at = dt.time.fromisoformat(clock) if clock else began.time()
        return dt.datetime.combine(began.date() + dt.timedelta(days=after), at)

    def at(self, on: dt.datetime) -> dt.datetime:
        return self.replay.ground.calendar.moment(on)

    # -- How it happens --------------------------------------------------------------------------------------------

    def ask(self, on: dt.datetime) -> None:
        """Raised without names, with whoever thinks along asked in the same breath."""
        ground, fact, who = self.replay.ground, self.fact, self.fact.raised_by
        ground.meet(who, FACILITATOR, *(one.who for one in fact.voices))
        hat, at = self.hat(who), self.at(on)
        told = Told(fact.question, fact.options, facts=fact.facts, unknown=fact.unknown)
        circle = self.replay.circles[IN_THE_CIRCLE_OF.get(fact.key, fact.told_in)]
        said: dict[str, Any] = {"circle": circle, "neighbourhood": hat.neighbourhood if hat else None}
        closes = self.at(self.on(*(CLOSE_BLIND if self.blind else CLOSE)))
        said |= {"closes": closes, "by": ground.people[who], "at": at}
        asked = [self.asked(one) for one in fact.voices if one.who != who]
        asked.append(Asked(ground.people[FACILITATOR], Part.FACILITATES))
        with self.acting(who):
            self.made = [raise_dilemma(told=told, **said, hat=hat, asked=asked)]
        self.write(at)

    def asked(self, voice: VoiceFact) -> Asked:
        concerned = voice.hat == RESIDENT
        name = CALLED if concerned else voice.called
        return Asked(self.replay.ground.people[voice.who], Part.RESIDENT if concerned else Part.WEIGHS, name)

    def look(self, on: dt.datetime, logic: str, who: str, words: str) -> None:
        said: dict[str, Any] = {"logic": logic, "words": words, "by": self.replay.ground.people[who], "at": self.at(on)}
        hat = self.hat(who)
        with self.acting(who):
            tell_perspective(dilemma=self.dilemma.id, hat=hat.id if hat else None, **said)

    def speak(self, on: dt.datetime, voice: VoiceFact) -> None:
        by, hat = self.replay.ground.people[voice.who], self.hat(voice.who)
        with self.acting(voice.who):
            said = [
                Valued(one.id, value, voice.why if one.number == voice.about else "")
                for one, value in zip(self.options(), voice.values, strict=True)
            ]
            speak(dilemma=self.dilemma.id, said=said, by=by, at=self.at(on), hat=hat.id if hat else None)
        if voice is self.fact.voices[-1]:
            self.write(self.at(on))

    def options(self) -> list[Option]:
        return list(Option.objects.filter(dilemma=self.dilemma).order_by("number"))

    def decide(self, on: dt.datetime) -> None:
        fact, hat, by = self.fact, self.hat(self.fact.carried_by), self.replay.ground.people[self.fact.carried_by]
        with self.acting(fact.carried_by):
            chosen = next(one for one in self.options() if one.number == fact.chosen)
            decided = Decided(fact.decision, fact.reasons, option=chosen, minority=fact.minority)
            worn = hat.id if hat else None
            decide(dilemma=self.dilemma.id, decided=decided, by=by, at=self.at(on), hat=worn)
        self.write(self.at(on))

    def came(self, on: dt.datetime) -> None:
        by = self.replay.ground.people[self.fact.carried_by]
        with self.acting(self.fact.carried_by):
            decision = Dilemma.objects.get(id=self.dilemma.id).decision
            say_what_came(decision=decision, words=self.fact.came, by=by, at=self.at(on))

    def write(self, at: dt.datetime) -> None:
        """In its time, so that nobody is written to today about last month."""
        with acting_as(office("reminders"), purpose="reminders"):
            write_letters(dilemma=self.dilemma.id, at=at)

    # -- Who does it, in which hat ---------------------------------------------------------------------------------

    def worn(self, who: str) -> str:
        """The key of the hat they speak in; whoever leads the talk wears their own."""
        return "gespreksleider" if who == FACILITATOR else next(one.hat for one in self.fact.voices if one.who == who)

    def hat(self, who: str) -> Hat | None:
        worn = self.worn(who)
        return self.replay.ground.hats[who, worn] if worn else None

    def acting(self, who: str) -> AbstractContextManager[None]:
        """By a log-in, or by the link in the letter that asked them."""
        if cast.people()[who].login:
            return self.replay.ground.acting(who, self.worn(who))
        return acting_as(link(reader=self.replay.ground.people[who].id, reach=self.dilemma.id))


def happenings(replay: Replay) -> Iterator[Happening]:
    for fact in DILEMMAS:
        yield from Weighing(replay, fact).days()
