"""The ten dilemmas in the example neighbourhood: who spoke, what was decided, and what still waits."""

import pytest

from nabij.demo import cast, weighing
from nabij.demo.dilemmas import DILEMMAS, FACILITATOR
from nabij.people.models import Person
from nabij.stories.models import Story
from nabij.weighing.models import Came, Decision, Dilemma, Participant, Voice
from nabij.weighing.reading import to_decide, waits_for, where_i_think_along, whole
from tests.demo.conftest import AT
from tests.demo.test_the_build import acting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("neighbourhood")]
BY_KEY = {fact.key: fact for fact in DILEMMAS}


def me(key):
    return Person.objects.get(name=cast.people()[key].name)


def read_by(key, fact):
    return whole(Dilemma.objects.get(question=fact.question).id, who=me(key))


@pytest.mark.parametrize("fact", DILEMMAS, ids=lambda fact: fact.key)
def test_each_was_raised_without_names_and_weighed_as_it_stands_in_the_data(fact):
    with acting(FACILITATOR):
        seen = read_by(FACILITATOR, fact)
        assert {one.logic for one in seen.perspectives} == {side[0] for side in fact.sides}
        assert "de bewoner" in {one.name for one in seen.people}
        if fact.key == weighing.STILL_BLIND:
            assert (seen.is_open, seen.voices, seen.spoken.spoken, seen.spoken.asked) == (False, [], 4, 6)
            return
        given = sorted(tuple(one.value for one in voice.choices.all()) for voice in seen.voices)
        assert given == sorted(voice.values for voice in fact.voices)
        assert sorted(str(voice.formal) for voice in seen.voices) == ["False"] * 2 + ["None"] + ["True"] * 3


@pytest.mark.parametrize("fact", DILEMMAS, ids=lambda fact: fact.key)
def test_what_was_decided_keeps_who_thinks_otherwise(fact):
    with acting(fact.carried_by):
        seen = read_by(fact.carried_by, fact)
        if fact.key in (weighing.UNDECIDED, weighing.STILL_BLIND):
            assert seen.decision is None
        else:
            assert (seen.decision.words, seen.decision.minority) == (fact.decision, fact.minority)
            assert [one.words for one in seen.came] == ([fact.came] if fact.came else [])


def test_today_has_a_voice_to_give_and_a_decision_to_take():
    for key, questions in {"marieke": ["bingo"], "fatima": ["bingo"], "theo": [], "jan": [], "kees": []}.items():
        with acting(key):
            waits = [one.dilemma.question for one in waits_for(me(key).id, at=AT).select_related("dilemma")]
            assert waits == [BY_KEY[one].question for one in questions], key
    with acting("marieke"):
        assert [one.question for one in to_decide(me("marieke").id)] == [BY_KEY["opvang"].question]
    with acting("sanne"):
        assert not to_decide(me("sanne").id)


def test_whoever_leads_the_talk_sees_ten_dilemmas_and_of_the_stories_only_his_own():
    with acting(FACILITATOR):
        assert where_i_think_along(me(FACILITATOR).id).count() == 10
        assert [str(story) for story in Story.objects.all()] == ["Kim en Ruud"]
        assert not Person.objects.filter(name="Linda Schouwenaar").exists()


def test_whoever_was_not_asked_reads_nothing_of_it():
    with acting("noor"):
        assert not Dilemma.objects.exists()
        assert not Decision.objects.exists()
        assert not Came.objects.exists()
    with acting("sanne"):
        bingo = Dilemma.objects.filter(question=BY_KEY["bingo"].question)
        assert not bingo.exists(), "Sanne reads along with Kim, and not with what she told Marieke alone"
    with acting("loes"):
        assert Voice.objects.filter(name="de bewoner").exists()
        assert not Participant.objects.filter(name__in=("Kim Lansink", "Samir Darwish", "Esmee Bruin")).exists()
