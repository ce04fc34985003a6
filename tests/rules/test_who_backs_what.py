"""What the database itself refuses of rules, backing and what is told; and what a link for backing reaches."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from nabij.base.noun import Noun
from nabij.people.models import Neighbourhood
from nabij.trust.acting import NOBODY, Actor, acting_as, link, office
from nabij.weighing.deviations import Backing, BackingAsked, Deviation, Review
from nabij.weighing.models import Came, Decision, Dilemma, DilemmaCircle, Option, Participant, Perspective, Voice
from nabij.weighing.precedents import Precedent, PrecedentEnding, PrecedentTeller
from nabij.weighing.register import Rule, RuleEnding
from tests.conftest import owner
from tests.weighing.otherwise import Elsewise, day, elsewise
from tests.weighing.street import now, street
from tests.world import World

REFUSED = "row-level security|permission denied"


@pytest.fixture
def there(world: World) -> Elsewise:
    return elsewise(street(world))


@pytest.fixture
def asked(there: Elsewise) -> Deviation:
    return there.deviate("fatima", "tom")


def refused(row: Noun) -> None:
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        row.save(force_insert=True)


def added(row: Noun) -> None:
    row.save(force_insert=True)


# -- The register ------------------------------------------------------------------------------------------------------


def test_a_rule_is_kept_by_who_coordinates_there_one_number_after_the_other(there: Elsewise) -> None:
    here = there.rule.neighbourhood
    said: dict[str, Any] = {"name": "R", "words": "W", "mandate": "m", "made_by": "house", "at": now()}
    following = {"key": there.rule.key, "number": 2, "neighbourhood": here}
    for who in ("marieke", "fatima", "riet"):
        with there.acting(who):
            refused(Rule(neighbourhood=here, **said))
            refused(Rule(**following, **said))
            refused(RuleEnding(rule=there.rule, at=now()))
    with there.acting("noor"):
        refused(Rule(neighbourhood_id="GM0439", **said))
        refused(Rule(**{**following, "number": 3}, **said))
        added(Rule(**following, **said))
        refused(RuleEnding(rule=there.rule, at=now()))  # It is another now.
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Rule.objects.filter(id=there.rule.id).update(mandate="iedereen")
        added(RuleEnding(rule=Rule.objects.get(number=2), at=now()))
    for actor in (NOBODY, office("reminders")):
        with acting_as(actor):
            assert not sees(Rule)


# -- Doing otherwise ---------------------------------------------------------------------------------------------------


def row_of(there: Elsewise, **other: Any) -> Deviation:
    hat = there.hat("marieke")
    said: dict[str, Any] = {
        "decision": there.decision,
        "rule": there.rule,
        "instead": "I",
        "why": "W",
        "interest": "B",
        "valid_until": day(30),
        "review_on": day(9),
        "by": there.marieke,
        "by_name": there.marieke.called,
        "hat": hat,
        "role": hat.role,
        "formal": hat.formal,
        "at": now(),
    }
    return Deviation(**{**said, **other})


def test_doing_otherwise_is_in_ones_own_name_of_what_one_carries(there: Elsewise) -> None:
    with there.acting("fatima"):
        refused(row_of(there, by=there.fatima, by_name=there.fatima.called, hat=None, role="", formal=False))
    with there.acting("marieke"):
        for wrong in (
            {"by": there.fatima},
            {"by_name": "Iemand anders"},
            {"formal": False},
            {"hat": there.hat("yusuf")},
            {"at": now() + timedelta(days=2)},
        ):
            refused(row_of(there, **wrong))
        added(row_of(there))


def test_a_rule_of_elsewhere_is_not_deviated_from(there: Elsewise) -> None:
    far = elsewhere()
    with owner():
        Rule.objects.filter(id=there.rule.id).update(neighbourhood=far)
    with there.acting("marieke"):
        refused(row_of(there))


def elsewhere() -> Neighbourhood:
    with owner():
        return Neighbourhood.objects.create(code="GM0361", name="Elders", kind="gemeente")


# -- Backing -----------------------------------------------------------------------------------------------------------


def backing_of(there: Elsewise, it: Deviation, who: str, **other: Any) -> Backing:
    one, hat = there.world.people[who], there.hat(who)
    said: dict[str, Any] = {"deviation": it, "person": one, "name": one.called, "hat": hat, "role": hat.role}
    said |= {"formal": hat.formal, "mandate": False, "kind": "yes", "at": now()}
    return Backing(**{**said, **other})


def test_backing_is_asked_by_who_does_otherwise_of_whom_they_know(there: Elsewise, asked: Deviation) -> None:
    said: dict[str, Any] = {"deviation": asked, "name": "Y", "at": now()}
    with there.acting("fatima"):
        refused(BackingAsked(person=there.jan, asked_by=there.fatima, **said))
    with there.acting("marieke"):
        refused(BackingAsked(person=there.kim, asked_by=there.marieke, **said))
        refused(BackingAsked(person=there.yusuf, asked_by=there.fatima, **said))
        added(BackingAsked(person=there.yusuf, asked_by=there.marieke, **said))
    there.ago(asked, 8)
    with there.acting("marieke"):
        refused(BackingAsked(person=there.jan, asked_by=there.marieke, **said))


def test_one_backs_as_oneself_in_a_hat_one_wears_with_the_mandate_it_has(there: Elsewise, asked: Deviation) -> None:
    with there.acting("fatima"):
        worn = there.hat("yusuf")
        for wrong in (
            {"person": there.yusuf},
            {"name": "Tom Visser"},
            {"mandate": True},
            {"formal": True},
            {"hat": None},
            {"hat": worn, "role": worn.role, "formal": worn.formal},
        ):
            refused(backing_of(there, asked, "fatima", **wrong))
        added(backing_of(there, asked, "fatima"))
    with there.acting("yusuf"):
        refused(backing_of(there, asked, "yusuf"))  # Not asked.
    with there.acting("marieke"):
        refused(backing_of(there, asked, "marieke"))
    with acting_as(link(reader=there.tom.id, reach=asked.id)):
        refused(backing_of(there, asked, "tom"))  # The mandate is left out.
        refused(backing_of(there, asked, "fatima"))
    with acting_as(link(reader=there.tom.id, reach=there.dilemma.id)):
        refused(backing_of(there, asked, "tom", mandate=True))
    with acting_as(link(reader=there.tom.id, reach=asked.id)):
        added(backing_of(there, asked, "tom", mandate=True))


def test_after_a_week_nothing_backs_it(there: Elsewise, asked: Deviation) -> None:
    there.ago(asked, 8)
    with there.acting("fatima"):
        refused(backing_of(there, asked, "fatima"))
        refused(backing_of(there, asked, "fatima", at=asked.at))


def test_who_does_otherwise_or_stands_behind_it_looks_back(there: Elsewise, asked: Deviation) -> None:
    def review(who: str, **other: Any) -> Review:
        one = there.world.people[who]
        said = {"deviation": asked, "words": "W", "goes_on": True, "by": one, "by_name": one.called, "at": now()}
        return Review(**{**said, **other})

    with there.acting("marieke"):
        refused(review("marieke"))  # It does not stand yet.
    there.back(asked, "fatima")
    there.back(asked, "tom")
    for who in ("yusuf", "jan"):
        with there.acting(who):
            refused(review(who))
    with there.acting("fatima"):
        refused(review("marieke"))
        refused(review("fatima", by_name="Marieke Bos"))
        added(review("fatima"))


# -- By a link ---------------------------------------------------------------------------------------------------------

HIDDEN = (DilemmaCircle, Participant, Perspective, Voice, Came, Review, Precedent, PrecedentTeller)


def sees(table: type[Any]) -> set[UUID]:
    """Also empty where one may not even ask."""
    try:
        with transaction.atomic():
            return set(table._default_manager.values_list("id", flat=True))
    except DatabaseError as refused:
        assert "permission denied" in str(refused)
        return set()


def links(there: Elsewise, it: Deviation) -> Iterator[tuple[bool, Actor]]:
    """By whether it reaches something: Tom's own, and what is not his or not meant."""
    for who in ("tom", "fatima", "yusuf", "jan", "marieke"):
        reader = there.world.people[who].id
        yield who in ("tom", "fatima"), link(reader=reader, reach=it.id)
    for reach in (there.decision.id, there.rule.id, there.world.riets_story.id, uuid4()):
        yield False, link(reader=there.tom.id, reach=reach)


def test_a_link_reaches_one_deviation_and_what_its_reader_said(there: Elsewise, asked: Deviation) -> None:
    there.back(asked, "fatima")
    there.back(asked, "tom")
    for reaches, actor in links(there, asked):
        with acting_as(actor):
            assert sees(Deviation) == ({asked.id} if reaches else set()), actor
            assert sees(Rule) == ({there.rule.id} if reaches else set()), actor
            assert sees(Decision) == ({there.decision.id} if reaches else set()), actor
            assert sees(Dilemma) == ({there.dilemma.id} if reaches else set()), actor
            assert len(sees(Option)) == (3 if reaches else 0), actor
            assert len(sees(Backing)) == len(sees(BackingAsked)) == (1 if reaches else 0), actor
            assert not any(sees(table) for table in HIDDEN), actor


def test_who_logs_in_and_is_asked_reads_no_more_than_that(there: Elsewise) -> None:
    it = there.deviate("noor")
    with there.acting("noor"):
        assert (sees(Deviation), sees(Decision), sees(Dilemma)) == (
            {it.id},
            {there.decision.id},
            {there.dilemma.id},
        )
        assert not any(sees(table) for table in (DilemmaCircle, Participant, Perspective, Voice))
    with there.acting("loes"):
        assert not any(sees(table) for table in (Deviation, Decision, Dilemma, Backing, BackingAsked))


# -- What we chose before ----------------------------------------------------------------------------------------------


def test_it_is_told_in_ones_own_name_and_taken_back_by_who_told_it(there: Elsewise) -> None:
    here, far, key = there.rule.neighbourhood, elsewhere(), uuid4()
    said: dict[str, Any] = {"question": "Q", "decided": "D", "why": "W", "kind": "dilemma", "at": now()}

    def teller(who: str, **other: Any) -> PrecedentTeller:
        return PrecedentTeller(
            **{"precedent_id": key, "person": there.world.people[who], "name": "Loes Hartman", **other}
        )

    with there.acting("loes"):
        refused(Precedent(id=key, neighbourhood=here, **said))  # Nobody tells it yet.
        refused(teller("marieke"))
        refused(teller("loes", name="Marieke Bos"))
        refused(teller("loes", role="burgemeester"))
        added(teller("loes", role="beleidsmedewerker"))
        refused(Precedent(id=key, neighbourhood=far, **said))
        refused(Precedent(id=key, neighbourhood=here, decision_key=there.decision.id, **said))
        added(Precedent(id=key, neighbourhood=here, **said))
    for who in ("marieke", "kim"):
        with there.acting(who):
            refused(PrecedentEnding(precedent_id=key, at=now()))
    with there.acting("loes"):
        added(PrecedentEnding(precedent_id=key, at=now()))
        assert sees(Precedent) == {key}
    with there.acting("marieke"):
        assert not sees(Precedent)
        assert not sees(PrecedentEnding)
