"""What was done otherwise after nine of the ten dilemmas, each with its rule and who stood behind it."""

from datetime import timedelta

import pytest

from nabij.demo import cast
from nabij.demo.deviations import DEVIATIONS, DeviationFact
from nabij.demo.dilemmas import DILEMMAS
from nabij.people.models import Hat
from nabij.people.verbs import give_account, note_person, put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import introduce
from nabij.weighing.deciding import Decided, decide
from nabij.weighing.deviating import Backs, Otherwise, State, ask_backing, back, deviate, state_of
from nabij.weighing.deviations import Deviation
from nabij.weighing.dilemmas import Dilemma, Option
from nabij.weighing.keeping_rules import Written, write_rule
from nabij.weighing.register import Rule
from tests.weighing.otherwise import day
from tests.weighing.street import now
from tests.weighing.test_the_ten_dilemmas import Table
from tests.world import TODAY, World

BY_KEY = {fact.key: fact for fact in DILEMMAS}


class Backed(Table):
    """A table where it was decided, with whoever is asked to stand behind it, and who keeps the rules."""

    def __init__(self, fact: DeviationFact, world: World) -> None:
        super().__init__(BY_KEY[fact.dilemma], world)
        self.deviation, self.world = fact, world
        self.worn: dict[str, Hat] = {}
        with acting_as(office("beheer")):
            said = {"role": "coördinator", "formal": True, "since": TODAY, "neighbourhood": self.here}
            self.keeper = put_on(person=world.yusuf, **said)
            for one in fact.backers:
                self.seat_backer(one.who, role=one.role, formal=one.formal, called=one.called)

    def seat_backer(self, who: str, *, role: str, formal: bool, called: str) -> None:
        """In the hat they back in, beside any they wore at the table."""
        if who not in self.people:
            known = cast.people().get(who)
            name = {"name": known.called} if known else {"known_as": called}
            self.people[who] = note_person(**name, by=None, at=now(), neighbourhood=self.here)
            give_account(person=self.people[who], email=f"{who}@rugdekking.example", at=now())
            introduce(person=self.carrier, to=self.people[who], by=self.carrier, at=now())
            introduce(person=self.people[who], to=self.carrier, by=self.carrier, at=now())
        there = Hat.objects.filter(person=self.people[who], role=role, formal=formal).first()
        since = TODAY - timedelta(days=9)
        self.worn[who] = there or put_on(
            person=self.people[who], role=role, formal=formal, since=since, neighbourhood=self.here, open=True
        )

    @property
    def carrier(self):
        return self.people[self.fact.carried_by]

    def decide(self) -> Dilemma:
        dilemma = self.raise_it()
        self.speak(dilemma, self.fact.voices)
        with self.acting(self.fact.carried_by):
            option = Option.objects.get(dilemma=dilemma, number=self.fact.chosen)
            said = Decided(self.fact.decision, self.fact.reasons, option=option, minority=self.fact.minority)
            decide(dilemma=dilemma.id, decided=said, by=self.carrier, at=now())
        return dilemma

    def rule(self) -> Rule:
        said = self.deviation.rule
        written = Written(said.name, said.words, said.mandate, made_by=said.made_by, source=said.source)
        with self.world.acting("yusuf"):
            return write_rule(neighbourhood=self.here, written=written, by=self.world.yusuf, at=now())

    def deviate(self) -> Deviation:
        fact, dilemma, rule = self.deviation, self.decide(), self.rule()
        until = {"valid_until": day(fact.days), "review_on": day(min(fact.days, 30))}
        with self.acting(self.fact.carried_by):
            made = deviate(
                dilemma=dilemma.id,
                rule=rule,
                otherwise=Otherwise(fact.instead, fact.why, fact.interest, **until),
                by=self.carrier,
                at=now(),
                hat=self.hats[self.fact.carried_by].id,
            )
            for one in fact.backers:
                ask_backing(deviation=made, person=self.people[one.who], by=self.carrier, at=now())
        return made


@pytest.fixture(params=DEVIATIONS, ids=lambda fact: fact.dilemma)
def fact(request: pytest.FixtureRequest) -> DeviationFact:
    return request.param


def test_it_stands_when_the_last_of_them_stands_behind_it(fact: DeviationFact, world: World) -> None:
    table = Backed(fact, world)
    it = table.deviate()
    for one in fact.backers:
        assert state_of(it.id, at=now()) == State.WAITS
        with table.acting(one.who):
            by, hat, has_it = table.people[one.who], table.worn[one.who], one.role == fact.rule.mandate
            said = back(deviation=it.id, hat=hat.id, by=by, at=now(), backs=Backs(mandate=has_it))
            assert (said.mandate, said.formal) == (has_it, one.formal)
    assert state_of(it.id, at=now()) == State.STANDS
    assert state_of(it.id, at=now() + timedelta(days=fact.days + 1)) == State.OVER


def test_in_nine_of_the_ten_somebody_did_otherwise_and_no_party_stood_behind_it() -> None:
    assert {fact.dilemma for fact in DEVIATIONS} == set(BY_KEY) - {"privenummer"}
    for fact in DEVIATIONS:
        assert BY_KEY[fact.dilemma].carried_by not in {one.who for one in fact.backers}, fact.dilemma
        assert any(one.role == fact.rule.mandate for one in fact.backers), fact.dilemma
    assert "jan" not in {one.who for fact in DEVIATIONS if fact.dilemma == "hond" for one in fact.backers}
