"""A worry shared with one professional: only those two read it, and an answer comes back."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.post.models import Letter
from nabij.stories.caring import (
    AnsweredAlready,
    DayNeeded,
    NothingAnswered,
    NothingShared,
    answer_concern,
    share,
    working_days,
)
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.reminding import remind
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Trace
from tests.world import TODAY, World

REFUSED = "row-level security"


def now():
    return timezone.now()


@pytest.fixture
def shared(world: World) -> Concern:
    with world.acting("fatima"):
        return share(to=world.hats["marieke"], words="Ze eet niet.", story=world.riets_story, by=world.fatima, at=now())


def test_only_the_two_read_it(world: World, shared: Concern):
    for name, seen in (("fatima", 1), ("marieke", 1), ("riet", 0), ("jan", 0), ("yusuf", 0), ("loes", 0)):
        with world.acting(name):
            assert Concern.objects.count() == seen
            assert Letter.objects.filter(about_kind="concern").count() == seen
            assert Trace.objects.filter(what="share_concern").count() == (1 if name == "fatima" else 0)


def test_it_goes_to_a_professional_alone(world: World):
    with world.acting("fatima"):
        with pytest.raises(NothingShared):
            share(to=world.hats["marieke"], words=" ", by=world.fatima, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            share(to=world.hats["jan"], words="Ze eet niet.", by=world.fatima, at=now())
        assert share(to=world.hats["yusuf"], words="Ze eet niet.", by=world.fatima, at=now())
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        Concern.objects.create(
            words="x",
            by=world.jan,
            by_name="Jan Groen",
            to=world.marieke,
            to_name="x",
            answer_by=TODAY,
            at=now(),
        )


def test_an_answer_comes_back_with_a_day_and_an_end(world: World, shared: Concern):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with world.acting("marieke"):
        with pytest.raises(DayNeeded):
            answer_concern(concern=shared, kind="taken_up", words="Ik bel haar.", by=world.marieke, at=now())
        with pytest.raises(NothingAnswered):
            answer_concern(concern=shared, kind="answered", words="", by=world.marieke, at=now())
        answer_concern(concern=shared, kind="taken_up", words="Ik bel haar.", day=tomorrow, by=world.marieke, at=now())
    with world.acting("fatima"):
        there = Concern.objects.get()
        assert (there.state, there.hears_by, there.newest.words) == ("taken_up", tomorrow, "Ik bel haar.")
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            ConcernAnswer.objects.create(concern=there, kind="answered", words="x", by=world.fatima, at=now())
    with world.acting("marieke"):
        answer_concern(concern=Concern.objects.get(), kind="answered", words="Gebeld.", by=world.marieke, at=now())
        with pytest.raises(AnsweredAlready):
            answer_concern(concern=Concern.objects.get(), kind="answered", words="x", by=world.marieke, at=now())
    with world.acting("fatima"):
        assert Concern.objects.get().state == "answered"
        assert not Concern.objects.open().exists()
        assert Letter.objects.filter(about_kind="concern_answered", words="").count() == 2
    with world.acting("riet"):
        assert not ConcernAnswer.objects.exists()


def test_who_does_not_answer_is_asked_again(world: World, shared: Concern):
    with acting_as(office("reminders")):
        assert remind(at=now() + timedelta(days=1)) == 0
        assert remind(at=now() + timedelta(days=8)) == 1
        assert remind(at=now() + timedelta(days=8)) == 0


def test_two_working_days():
    assert working_days(date(2026, 11, 18), count=2) == date(2026, 11, 20)
    assert working_days(date(2026, 11, 20), count=2) == date(2026, 11, 24)
    assert working_days(date(2026, 11, 21), count=2) == date(2026, 11, 24)
