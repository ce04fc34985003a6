"""Doing otherwise: after a decision, until a day, with the backing of two others; and what comes of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.timezone import localdate

from nabij.people.models import Hat
from nabij.people.verbs import put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import introduce
from nabij.weighing.deviating import (
    AskedForBackingAlready,
    BackedAlready,
    BackingByOneself,
    BackingTooLate,
    Backs,
    DeviatedAlready,
    HalfADeviation,
    HatNeeded,
    NoMandate,
    NoRuleHere,
    NotAskedToBack,
    NotDecidedYet,
    NothingToReview,
    NotYoursToAskBacking,
    NotYoursToCarry,
    NotYoursToReview,
    ReviewNotBetween,
    ReviewSaysNothing,
    State,
    ValidTooLong,
    ValidUntilGone,
    WhyNot,
    ask_backing,
    back,
    deviate,
    look_back,
    state_of,
)
from nabij.weighing.deviation_letters import remind, write_letters
from nabij.weighing.deviation_reading import of_decision, where_backing_is_asked, whole
from nabij.weighing.deviations import Backing, Deviation
from nabij.weighing.dilemmas import Dilemma, Perspective
from nabij.weighing.keeping_rules import end_rule
from nabij.weighing.naming import NamesFound
from nabij.weighing.speaking_as import NotYourHat
from nabij.weighing.voices import Voice
from tests.conftest import owner
from tests.weighing.otherwise import MANDATE, Elsewise, day, otherwise
from tests.weighing.street import Street, now


def state(it: Deviation) -> str:
    return state_of(it.id, at=now())


def informal_hat(decided: Elsewise, who: str, role: str) -> Hat:
    """One that anybody puts on themselves."""
    one, here = decided.world.people[who], decided.hat("marieke").neighbourhood
    with decided.acting(who):
        return put_on(person=one, role=role, formal=False, since=day(-2), neighbourhood=here)


def test_two_others_of_whom_one_in_another_sort_of_hat_and_one_with_the_mandate(decided: Elsewise) -> None:
    it = decided.deviate("fatima", "tom", "yusuf")
    assert (it.role, it.formal, state(it)) == ("wijkwerker", True, State.WAITS)
    assert decided.back(it, "fatima").mandate is False
    assert decided.back(it, "yusuf").formal is True
    assert state(it) == State.WAITS  # Nobody with the mandate yet.
    assert decided.back(it, "tom").mandate is True
    assert state(it) == State.STANDS


def test_two_formal_hats_are_not_enough(decided: Elsewise) -> None:
    it = decided.deviate("tom", "yusuf")
    decided.back(it, "tom")
    decided.back(it, "yusuf")
    assert state(it) == State.WAITS


def test_a_no_is_an_answer_too_and_says_why(decided: Elsewise) -> None:
    it = decided.deviate("fatima", "tom")
    decided.back(it, "fatima")
    with pytest.raises(WhyNot, match="Eén zin is genoeg"):
        decided.back(it, "tom", backs=Backs("no"))
    said = decided.back(it, "tom", backs=Backs("no", "Dit kan al binnen de regel."))
    assert (said.kind, said.mandate) == ("no", True)
    assert state(it) == State.WAITS


@pytest.mark.parametrize(
    ("wrong", "refused", "sentence"),
    [
        ({"valid_until": day(-1), "review_on": day(-2)}, ValidUntilGone, "al voorbij"),
        ({"valid_until": day(0)}, ValidUntilGone, "al voorbij"),
        ({"valid_until": day(400)}, ValidTooLong, "hooguit een jaar"),
        ({"review_on": day(91)}, ReviewNotBetween, "Wanneer kijken jullie terug"),
        ({"review_on": day(0)}, ReviewNotBetween, "Wanneer kijken jullie terug"),
        ({"interest": " "}, HalfADeviation, "in wiens belang"),
        ({"why": "Mevrouw Riet Kuiper kwam er zelf mee."}, NamesFound, "Kuiper"),
    ],
)
def test_it_says_what_and_why_and_until_when(
    decided: Elsewise, wrong: dict[str, Any], refused: type[ValueError], sentence: str
) -> None:
    with pytest.raises(refused, match=sentence):
        decided.deviate(**wrong)


def test_the_database_holds_its_days(decided: Elsewise) -> None:
    it = decided.deviate()
    for wrong in ({"valid_until": day(-1)}, {"valid_until": day(400)}, {"review_on": day(91)}):
        with owner(), pytest.raises(IntegrityError), transaction.atomic():
            Deviation.objects.filter(id=it.id).update(**wrong)


def test_before_a_decision_nothing_is_done_otherwise(there: Street) -> None:
    with there.acting("marieke"), pytest.raises(NotDecidedYet, match="nog niet over besloten"):
        deviate(dilemma=there.dilemma.id, rule=None, otherwise=otherwise(), by=there.marieke, at=now())


@pytest.mark.parametrize("who", ["fatima", "kees", "jan", "loes"])
def test_whoever_does_not_carry_the_decision_does_not_do_otherwise(decided: Elsewise, who: str) -> None:
    said = {"dilemma": decided.dilemma.id, "rule": decided.rule, "otherwise": otherwise()}
    with decided.acting(who), pytest.raises(NotYoursToCarry, match="wie het besluit draagt"):
        deviate(**said, by=decided.world.people[who], at=now())


def test_one_for_a_decision_and_a_rule(decided: Elsewise) -> None:
    decided.deviate()
    with pytest.raises(DeviatedAlready, match="al af"):
        decided.deviate()


def test_of_a_rule_that_ended_nobody_deviates(decided: Elsewise) -> None:
    with decided.acting("noor"):
        end_rule(rule=decided.rule, by=decided.noor, at=now())
    with pytest.raises(NoRuleHere, match="geldt hier niet"):
        decided.deviate()


def test_nobody_backs_what_they_asked_themselves(decided: Elsewise) -> None:
    it = decided.deviate("fatima")
    with decided.acting("marieke"):
        for by_oneself in (
            lambda: ask_backing(deviation=it, person=decided.marieke, by=decided.marieke, at=now()),
            lambda: back(deviation=it.id, hat=decided.hat("marieke").id, by=decided.marieke, at=now()),
        ):
            with pytest.raises(BackingByOneself, match="andere ogen"):
                by_oneself()


def test_nobody_backs_twice_in_two_hats(decided: Elsewise) -> None:
    it = decided.deviate("yusuf", "tom")
    other = informal_hat(decided, "yusuf", "trainer zaalvoetbal")
    decided.back(it, "yusuf")
    with pytest.raises(BackedAlready, match="ook als je meer petten draagt"):
        decided.back(it, "yusuf", hat=other)
    with pytest.raises(AskedForBackingAlready):
        decided.ask(it, "yusuf")


def test_one_backs_in_a_hat_one_wears(decided: Elsewise) -> None:
    it = decided.deviate("fatima")
    with pytest.raises(NotYourHat, match="draag je niet"):
        decided.back(it, "fatima", hat=decided.hat("yusuf"))
    with decided.acting("fatima"), pytest.raises(HatNeeded, match="pet"):
        back(deviation=it.id, hat=None, by=decided.fatima, at=now())


def test_a_mandate_is_what_the_rule_says_in_a_hat_that_was_given(decided: Elsewise) -> None:
    it = decided.deviate("fatima", "yusuf")
    with pytest.raises(NoMandate, match=MANDATE):
        decided.back(it, "yusuf", backs=Backs(mandate=True))
    put_on_oneself = informal_hat(decided, "fatima", MANDATE)
    with pytest.raises(NoMandate):
        decided.back(it, "fatima", hat=put_on_oneself, backs=Backs(mandate=True))
    assert decided.back(it, "fatima", hat=put_on_oneself).mandate is False


def test_the_database_knows_the_mandate_as_well(decided: Elsewise) -> None:
    it = decided.deviate("fatima")
    worn = decided.hat("fatima")
    said = {"deviation": it, "person": decided.fatima, "name": decided.fatima.called, "hat": worn, "kind": "yes"}
    said |= {"role": worn.role, "formal": worn.formal, "at": now()}
    with decided.acting("fatima"), pytest.raises(ProgrammingError), transaction.atomic():
        Backing.objects.create(**said, mandate=True)
    with decided.acting("fatima"):
        Backing.objects.create(**said, mandate=False)


def test_only_who_is_asked_backs_and_only_people_one_knows_are_asked(decided: Elsewise) -> None:
    it = decided.deviate("fatima")
    with pytest.raises(NotAskedToBack, match="geen rugdekking gevraagd"):
        decided.back(it, "yusuf")
    with decided.acting("marieke"), pytest.raises(NotYoursToAskBacking):
        ask_backing(deviation=it, person=decided.kim, by=decided.marieke, at=now())
    with decided.acting("fatima"), pytest.raises(NotYoursToAskBacking):
        ask_backing(deviation=it, person=decided.jan, by=decided.fatima, at=now())


def test_without_backing_it_lapses_after_a_week_and_stays_so(decided: Elsewise) -> None:
    it = decided.deviate("fatima", "tom")
    decided.back(it, "fatima")
    decided.ago(it, 8)
    assert state(it) == State.LAPSED
    with pytest.raises(BackingTooLate, match="vervallen"):
        decided.back(it, "tom")
    with pytest.raises(BackingTooLate):
        decided.ask(it, "yusuf")
    with decided.acting("marieke"), pytest.raises(NothingToReview):
        look_back(deviation=it, words="Niets.", goes_on=False, by=decided.marieke, at=now())


def backed(decided: Elsewise) -> Deviation:
    it = decided.deviate("fatima", "tom")
    decided.back(it, "fatima")
    decided.back(it, "tom")
    return it


def test_it_stands_until_its_day_and_then_somebody_looks_back(decided: Elsewise) -> None:
    it = backed(decided)
    for days, then in ((0, "stands"), (89, "stands"), (90, "stands"), (91, "over")):
        assert state_of(it.id, at=now() + timedelta(days=days)) == then, days
    with decided.acting("marieke"):
        with pytest.raises(ReviewSaysNothing):
            look_back(deviation=it, words=" ", goes_on=True, by=decided.marieke, at=now())
        look_back(deviation=it, words="Het helpt.", goes_on=True, by=decided.marieke, at=now())
    assert state(it) == State.STANDS
    assert state_of(it.id, at=now() + timedelta(days=91)) == State.REVIEWED
    with decided.acting("jan"), pytest.raises(NotYoursToReview):
        look_back(deviation=it, words="Mag dit wel?", goes_on=True, by=decided.jan, at=now())
    with decided.acting("fatima"):
        look_back(deviation=it, words="Het is niet meer nodig.", goes_on=False, by=decided.fatima, at=now())
    assert state(it) == State.REVIEWED


def test_who_is_asked_reads_what_for_and_nothing_of_the_circle(decided: Elsewise) -> None:
    with acting_as(office("beheer")):
        introduce(person=decided.marieke, to=decided.loes, by=decided.marieke, at=now())
    it = decided.deviate("tom", "loes")
    for who in ("tom", "loes"):
        with decided.as_asked(it, who):
            seen = whole(it.id, who=decided.world.people[who], at=now())
            assert (seen.rule, seen.decision, seen.dilemma) == (decided.rule, decided.decision, decided.dilemma)
            assert [one.number for one in seen.options] == [1, 2, 3]
            assert seen.mine is not None
            assert Dilemma.objects.count() == 1
            assert not Voice.objects.exists()
            assert not Perspective.objects.exists()
    for who, reads in (("jan", True), ("fatima", True), ("noor", False), ("kim", False)):
        with decided.acting(who):
            assert Deviation.objects.exists() is reads, who
            assert bool(of_decision(decided.decision.id, at=now())) is reads, who
    with decided.acting("loes"):
        assert list(where_backing_is_asked(decided.loes.id)) == [it]


def test_each_letter_goes_once_and_says_nothing(decided: Elsewise) -> None:
    def letters() -> list[tuple[str, str]]:
        found = Letter.objects.filter(about_id=it.id)
        assert not any(one.words or one.circle_key for one in found)
        return sorted(found.values_list("about_kind", "kind"))

    it = decided.deviate("fatima", "tom")
    with acting_as(office("reminders")):
        assert write_letters(deviation=it.id, at=now()) == 2
        assert write_letters(deviation=it.id, at=now()) == remind(at=now()) == 0
        assert letters() == [("backing", "notice"), ("backing", "question")]  # Tom cannot log in.
        lapsed = now() + timedelta(days=7, hours=1)
        assert [remind(at=lapsed), remind(at=lapsed)] == [1, 0]
        assert letters()[-1] == ("deviation_lapsed", "notice")


def test_who_asked_it_is_reminded_to_look_back_and_that_it_ends(decided: Elsewise) -> None:
    it = backed(decided)
    with acting_as(office("reminders")):
        told = [remind(at=now() + timedelta(days=days)) for days in (59, 60, 61, 82, 83, 84)]
        assert told == [0, 1, 0, 0, 1, 0]
        assert {one.reader_id for one in Letter.objects.filter(about_id=it.id)} == {decided.marieke.id}
    assert localdate(it.at) < it.review_on < it.valid_until
