"""The ten dilemmas of the example neighbourhood, each raised, weighed and decided as it stands in its table."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

from nabij.demo import cast
from nabij.demo.dilemmas import DILEMMAS, FACILITATOR, RESIDENT, DilemmaFact, VoiceFact
from nabij.people.models import Hat, Person
from nabij.people.verbs import give_account, note_person, put_on
from nabij.stories.verbs import open_story
from nabij.trust.acting import acting_as, office, person
from nabij.trust.verbs import introduce
from nabij.weighing.deciding import Decided, MinorityNeeded, decide, say_what_came, whom_it_went_against
from nabij.weighing.dilemmas import Dilemma, Option, Participant
from nabij.weighing.raising import Asked, Told, raise_dilemma
from nabij.weighing.reading import whole
from nabij.weighing.speaking import Valued, speak, tell_perspective
from nabij.weighing.voices import Voice
from tests.weighing.street import now
from tests.world import TODAY, World

Part = Participant.Part


class Table:
    """Who sits at one table, with the hats of the cast, and the story it is about."""

    def __init__(self, fact: DilemmaFact, world: World) -> None:
        self.fact, self.here = fact, world.hats["marieke"].neighbourhood
        self.people: dict[str, Person] = {}
        self.hats: dict[str, Hat] = {}
        with acting_as(office("beheer")):
            for voice in fact.voices:
                self.people[voice.who] = self.seat(voice)
            self.people[FACILITATOR] = note_person(name="Kees Vlaar", by=None, at=now())
        self.raiser = self.people[fact.raised_by]
        with acting_as(office("beheer")):
            for who, one in self.people.items():
                give_account(person=one, email=f"{fact.key}-{who}@voorbeeld.example", at=now())
                introduce(person=self.raiser, to=one, by=self.raiser, at=now())
                introduce(person=one, to=self.raiser, by=self.raiser, at=now())

    def seat(self, voice: VoiceFact) -> Person:
        known = cast.people().get(voice.who)
        called = {"name": known.called} if known else {"known_as": voice.called}
        one = note_person(**called, by=None, at=now(), neighbourhood=self.here)
        if voice.hat != RESIDENT:
            worn = known.hat(voice.hat) if known else None
            role, formal = (worn.role, worn.formal) if worn else (voice.hat, voice.formal)
            self.hats[voice.who] = put_on(
                person=one,
                role=role,
                formal=formal,
                since=TODAY - timedelta(days=9),
                neighbourhood=self.here,
                open=True,
            )
        return one

    def acting(self, who: str):
        hat = self.hats.get(who)
        return acting_as(person(self.people[who].id, hat=hat.id if hat else None))

    def raise_it(self) -> Dilemma:
        fact, by = self.fact, self.raiser
        resident = next(one.who for one in fact.voices if one.hat == RESIDENT)
        with self.acting(fact.raised_by):
            story = open_story(by=by, at=now(), person=self.people[resident], hat=self.hats[fact.raised_by])
            told = Told(fact.question, fact.options, facts=fact.facts, unknown=fact.unknown)
            weigh = [Asked(self.people[one.who]) for one in fact.voices if one.who not in (fact.raised_by, resident)]
            return raise_dilemma(
                told=told,
                circle=story.circle,
                neighbourhood=self.here,
                closes=now() + timedelta(days=7),
                by=by,
                at=now(),
                hat=self.hats[fact.raised_by],
                asked=[
                    *weigh,
                    Asked(self.people[resident], Part.RESIDENT),
                    Asked(self.people[FACILITATOR], Part.FACILITATES),
                ],
            )

    def speak(self, dilemma: Dilemma, voices: Iterable[VoiceFact]) -> None:
        for voice in voices:
            with self.acting(voice.who):
                options = Option.objects.filter(dilemma=dilemma).order_by("number")
                said = [
                    Valued(option.id, value, voice.why if option.number == voice.about else "")
                    for option, value in zip(options, voice.values, strict=True)
                ]
                hat = self.hats.get(voice.who)
                by = self.people[voice.who]
                speak(dilemma=dilemma.id, said=said, by=by, at=now(), hat=hat.id if hat else None)


@pytest.fixture(params=DILEMMAS, ids=lambda fact: fact.key)
def fact(request: pytest.FixtureRequest) -> DilemmaFact:
    return request.param


def test_it_is_raised_weighed_and_decided_with_who_thinks_otherwise(fact: DilemmaFact, world: World) -> None:
    table = Table(fact, world)
    dilemma = table.raise_it()
    for logic, who, words in fact.sides:
        with table.acting(who):
            tell_perspective(dilemma=dilemma.id, logic=logic, words=words, by=table.people[who], at=now())
    table.speak(dilemma, fact.voices[:-1])
    for who, one in table.people.items():
        with table.acting(who):
            assert {voice.person_id for voice in Voice.objects.all()} <= {one.id}, who
            assert whole(dilemma.id, who=one).spoken.spoken == 5
    table.speak(dilemma, fact.voices[-1:])
    with table.acting(FACILITATOR):
        seen = whole(dilemma.id, who=table.people[FACILITATOR])
        given = {voice.name: tuple(one.value for one in voice.choices.all()) for voice in seen.voices}
        # Whom it concerns is told without a name.
        shown = {one.who: "de bewoner" if one.hat == RESIDENT else table.people[one.who].called for one in fact.voices}
        assert given == {shown[one.who]: one.values for one in fact.voices}
        assert [voice.formal for voice in seen.voices] == [None, False, False, True, True, True]
        assert [one.logic for one in seen.perspectives] == ["client", "professional", "management", "political"]
    with table.acting(fact.carried_by):
        by, option = table.people[fact.carried_by], Option.objects.get(dilemma=dilemma, number=fact.chosen)
        said = {"words": fact.decision, "reasons": fact.reasons, "option": option}
        if otherwise := [voice for voice in seen.voices if thinks_otherwise(voice, chosen=fact.chosen)]:
            with pytest.raises(MinorityNeeded) as needed:
                decide(dilemma=dilemma.id, decided=Decided(**said), by=by, at=now())
            offered = needed.value.offers.splitlines()
            assert all(any(line.startswith(one.role or one.name) for line in offered) for one in otherwise)
        made = decide(dilemma=dilemma.id, decided=Decided(**said, minority=fact.minority), by=by, at=now())
        assert made.minority == fact.minority
        assert set(whom_it_went_against(made.id)) == {
            table.people[one.who].id for one in fact.voices if went_against(fact, one)
        }
        say_what_came(decision=made, words=fact.came or "Wij kijken over een maand.", by=by, at=now())


def thinks_otherwise(voice: Voice, *, chosen: int) -> bool:
    given = [one.value for one in voice.choices.all()]
    return given[chosen - 1] <= 3 or given[chosen - 1] < max(given)


def went_against(fact: DilemmaFact, voice: VoiceFact) -> bool:
    """Of whoever weighed: another option was as dear to them, or they gave this one 1 or 2."""
    given = voice.values[fact.chosen - 1]
    others = voice.values[: fact.chosen - 1] + voice.values[fact.chosen :]
    return voice.hat != RESIDENT and voice.who != fact.carried_by and (given <= 2 or given <= max(others))


def test_there_are_ten_and_each_is_weighed_by_three_sides() -> None:
    assert len({fact.key for fact in DILEMMAS}) == len(DILEMMAS) == 10
    for fact in DILEMMAS:
        assert all(len(voice.values) == len(fact.options) for voice in fact.voices), fact.key
        assert len({voice.who for voice in fact.voices}) == len(fact.voices) == 6, fact.key
        assert fact.voices[0].hat == RESIDENT, fact.key
        for voice in fact.voices[1:]:
            assert voice.called or cast.people()[voice.who].hat(voice.hat), (fact.key, voice.who)
