"""A dilemma goes with all that hangs on it, a year after it was over; where it was raised goes with that circle."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.people.models import Person
from nabij.people.verbs import note_person
from nabij.trust.retention import forget
from nabij.weighing.models import Dilemma, DilemmaCircle
from nabij.weighing.raising import Asked
from tests.conftest import owner
from tests.rules.rich import Rich, fill
from tests.trust.aging import counted, older
from tests.weighing.street import raised
from tests.world import World

OURS = {
    f"weighing_{name}"
    for name in (
        "dilemma dilemmacircle option participant participantend perspective voice choice decision came workingtogether"
        " deviation backingasked backing review"
    ).split()
}
A_YEAR = timedelta(days=366)


@pytest.fixture
def rich(world: World) -> Rich:
    return fill(world)


def left() -> set[str]:
    report = forget(at=timezone.now())
    assert report.left == {}
    there = counted()
    return {table for table in OURS if there[table]}


def test_a_dilemma_goes_a_year_after_it_closed_with_all_of_it(rich: Rich) -> None:
    assert left() == OURS
    older(timedelta(days=300), tables=OURS)
    assert left() == OURS
    older(timedelta(days=80), tables=OURS)
    assert left() == OURS, "what is done otherwise was over less than a year ago"
    older(timedelta(days=80), tables=OURS)
    assert left() == set()


def test_it_stays_as_long_as_something_was_said_of_it_lately(rich: Rich) -> None:
    older(A_YEAR + timedelta(days=10), tables=OURS - {"weighing_came"})
    assert left() == OURS
    with owner():
        assert Dilemma.objects.count() == 1  # The other was decided by nobody, and nothing came of it.
    older(A_YEAR, tables=["weighing_came", "weighing_deviation", "weighing_backing"])
    assert left() == set()


def test_where_it_was_raised_goes_with_the_circle_and_the_dilemma_stays(rich: Rich) -> None:
    older(timedelta(days=4000), tables=set(counted()) - OURS)
    assert left() == OURS - {"weighing_dilemmacircle"}
    with owner():
        assert Dilemma.objects.count() == 2
        assert not DilemmaCircle.objects.exists()


def test_who_is_only_written_down_stays_as_long_as_they_think_along(world: World) -> None:
    with world.acting("marieke"):
        neighbour = note_person(known_as="de buurvrouw van negen", by=world.marieke, at=timezone.now())
    made = raised(world, Asked(neighbour))
    older(timedelta(days=190), tables=["people_person", "trust_noted", "trust_acquaintance"])
    for there in (True, False):
        assert forget(at=timezone.now()).left == {}
        with owner():
            assert Person.objects.filter(id=neighbour.id).exists() is there
        older(A_YEAR + timedelta(days=8), tables=OURS)
    with owner():
        assert not Dilemma.objects.filter(id=made.id).exists()
