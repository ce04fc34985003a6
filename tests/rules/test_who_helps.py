"""Counting who helps: by whom, in whose name, and whom it is shown."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from nabij.stories.models import Resource, Scan
from nabij.stories.scanning import (
    DayToCome,
    InBoth,
    NobodyNamed,
    SomebodyNamed,
    TooLong,
    TooMany,
    count_help,
    counts_of,
)
from nabij.stories.verbs import begin_smaller_circle, open_story
from nabij.trust.models import Trace
from nabij.trust.verbs import let_in
from tests.world import AT, TODAY, World


def count(world: World, name: str, *, days: int = 0, informal=("Jan",), formal=("de huisarts",), **more):
    said = {"story": world.riets_story, "circle": world.riets_story.circle, "at": AT + timedelta(days=days)}
    return count_help(informal=informal, formal=formal, by=world.people[name], **{**said, **more})


def names(scan: Scan) -> list[tuple[str, bool]]:
    return [(one.what, one.formal) for one in scan.resources.all()]


def test_the_resident_and_the_worker_count_and_an_outsider_does_not(world: World):
    with world.acting("riet"):
        count(world, "riet")
    with world.acting("marieke"):
        count(world, "marieke", days=1)
        assert Scan.objects.count() == 2
        assert Trace.objects.filter(what="count_help", circle_key=world.riets_story.circle_id).count() == 2
    with world.acting("yusuf"):
        assert not Scan.objects.exists()
        assert not Resource.objects.exists()
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            count(world, "yusuf")


def test_nobody_counts_in_anothers_name_or_adds_to_anothers_count(world: World):
    with world.acting("riet"):
        hers = count(world, "riet")
    with world.acting("jan"):
        assert names(Scan.objects.get()) == [("Jan", False), ("de huisarts", True)]
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            count(world, "riet")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Resource.objects.create(scan=hers, what="x", formal=True)
        for change in (lambda: Scan.objects.update(day=TODAY), lambda: Resource.objects.all().delete()):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                change()


def test_a_count_stands_in_a_circle_of_its_own_story(world: World):
    """Who is in two stories does not put a count of the one where the readers of the other see it."""
    with world.acting("riet"):
        own = open_story(by=world.riet, at=AT, person=world.riet)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            count(world, "riet", circle=own.circle)
        count(world, "riet", story=own, circle=own.circle)
        assert Scan.objects.get().circle == own.circle


def test_a_smaller_circle_keeps_its_own_count(world: World):
    with world.acting("marieke"):
        small = begin_smaller_circle(story=world.riets_story, name="Wij", by=world.marieke, at=AT, readers=[])
        count(world, "marieke", circle=small, informal=["Ineke"])
    for name, sees in (("riet", 1), ("jan", 0)):
        with world.acting(name):
            assert Scan.objects.count() == sees


def test_who_came_later_sees_what_was_counted_since(world: World):
    with world.acting("marieke"):
        count(world, "marieke")
    later = AT + timedelta(days=2)
    with world.acting("riet"):
        let_in(circle=world.riets_story.circle, person=world.yusuf, by=world.riet, at=later, sees_from=later)
        count(world, "riet", days=3)
    with world.acting("yusuf"):
        assert Scan.objects.get().by == world.riet
        assert Resource.objects.count() == 2
    with world.acting("jan"):
        assert Scan.objects.count() == 2


def test_the_same_twice_counts_once_and_the_order_stays(world: World):
    with world.acting("riet"):
        made = count(world, "riet", informal=["Jan ", "", "  Anneke", "JAN"], formal=[])
        assert names(made) == [("Jan", False), ("Anneke", False)]


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"informal": [" "], "formal": []}, NobodyNamed),
        ({"nobody": True}, SomebodyNamed),
        ({"informal": ["Yusuf"], "formal": ["yusuf"]}, InBoth),
        ({"informal": [f"naam {n}" for n in range(41)]}, TooMany),
        ({"formal": ["kort", "x" * 121]}, TooLong),
        ({"day": TODAY + timedelta(days=1)}, DayToCome),
    ],
)
def test_what_cannot_be_counted_is_said_and_nothing_is_kept(world: World, said, refused):
    with world.acting("riet"):
        with pytest.raises(refused) as problem:
            count(world, "riet", **said)
        assert str(problem.value).endswith(".")
        assert not Scan.objects.exists()
        count(world, "riet", informal=[], formal=[], nobody=True)
        assert names(Scan.objects.get()) == []


def test_last_time_stands_beside_today_and_of_one_day_the_last_word_counts(world: World):
    story = world.riets_story
    with world.acting("riet"):
        count(world, "riet", day=TODAY - timedelta(days=90), informal=["Jan", "Gerda"])
        count(world, "riet", informal=["Jan"])
        count(world, "riet", informal=["jan", "Fatima"])
        (told,) = counts_of(story, circles=[story.circle])
    assert [one.day for one in told.scans] == [TODAY, TODAY - timedelta(days=90)]
    assert [(one.what, told.is_new(one)) for one in told.now.informal] == [("jan", False), ("Fatima", True)]
    assert (told.gone(formal=False), told.gone(formal=True)) == (["Gerda"], [])
