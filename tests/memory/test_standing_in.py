"""Being away: who stands in reads what is needed, is told what there is to do, and it ends by itself."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from nabij.memory import standing_in
from nabij.memory.models import Absence
from nabij.memory.standing_in import be_back, go_away, my_stories, theirs, to_tell, told_of
from nabij.moments.models import FollowUp, Moment
from nabij.moments.verbs import ComeBack, note
from nabij.people.models import Account
from nabij.people.verbs import note_person
from nabij.post.models import Letter
from nabij.stories.verbs import DayGone, promise
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Membership
from nabij.trust.verbs import NotYours, leave
from tests.conftest import owner
from tests.world import World

pytestmark = pytest.mark.django_db
REFUSED = pytest.raises(DatabaseError, match="row-level security")
DAY = timedelta(days=1)


def gone(world: World, *, stand_in: str = "yusuf", first: int = 0, last: int = 5, by: str = "marieke", **more):
    """Marieke is away from today on; Yusuf, who reads nothing of Riet's, stands in."""
    at, today = timezone.now(), timezone.localdate()
    with world.acting(by):
        mine = list(my_stories(world.people[by]))
        said = {"stand_in": world.people[stand_in], "hat": world.hats.get(stand_in), "stories": mine} | more
        return go_away(by=world.people[by], at=at, starts=today + first * DAY, ends=today + last * DAY, **said)


def test_who_stands_in_reads_that_long_and_no_smaller_circle_and_the_resident_hears_it(world: World) -> None:
    at = timezone.now()
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "by": world.marieke, "at": at}
        note(line="Het begon.", come_backs=[ComeBack(timezone.localdate(), "bellen")], **said)
        promise(what="Brood halen", story=world.riets_story, day=timezone.localdate() + DAY, **said)
        promise(what="De tuin", story=world.riets_story, day=timezone.localdate() + 30 * DAY, **said)
    away = gone(world)
    assert away.closed == []
    with world.acting("yusuf"):
        seat = Membership.objects.get(person=world.yusuf)
        assert seat.until and timezone.localdate(seat.until) == away.absence.ends + DAY  # At midnight after it.
        assert Moment.objects.count() == 1
        there = theirs(away.absence, by=world.yusuf, until=timezone.localdate())
        assert [one.what for one in there.promises] == ["Brood halen"]  # The garden is for when she is back.
        assert [one.action for one in there.come_backs] == ["bellen"]
    for name, letters in (("riet", ["absence_told"]), ("yusuf", ["absence_asked"]), ("fatima", [])):
        with world.acting(name):
            assert [one.about_kind for one in Letter.objects.filter(reader=world.people[name])] == letters
    with world.acting("riet"):
        assert [one.id for one, _circle in told_of(by=world.riet, today=timezone.localdate())] == [away.absence.id]
        leave(membership=Membership.objects.get(person=world.yusuf), by=world.riet, at=at)  # She says no.
    with world.acting("yusuf"):
        assert (Moment.objects.count(), FollowUp.objects.count()) == (0, 0)
    with world.acting("marieke"):
        be_back(absence=away.absence, by=world.marieke, at=at)
    again = gone(world)
    assert [one.id for one in again.closed] == [world.riets_story.id]  # What she stopped is not opened by an absence.


def test_what_was_closed_stays_closed_and_who_is_back_ends_it(world: World) -> None:
    with world.acting("marieke"):
        note(line="Vroeger.", circle=world.riets_story.circle, by=world.marieke, at=timezone.now() - 100 * DAY)
    away = gone(world, sees_from=timezone.now())
    with world.acting("yusuf"):
        assert Moment.objects.count() == 0
        with REFUSED, transaction.atomic():
            Absence.objects.create(
                person=world.marieke,
                stand_in=world.yusuf,
                starts=timezone.localdate(),
                ends=timezone.localdate(),
                at=timezone.now(),
            )
    with world.acting("fatima"):  # She reads with Marieke: sees that she is away, and ends nothing.
        assert Absence.objects.filter(id=away.absence.id).exists()
        assert not Absence.objects.update(ended_at=timezone.now(), ended_by=world.fatima)
        with pytest.raises(NotYours):
            leave(membership=Membership.objects.get(person=world.yusuf), by=world.fatima, at=timezone.now())
    with world.acting("loes"):
        assert not Absence.objects.exists()
    with world.acting("marieke"):
        be_back(absence=away.absence, by=world.marieke, at=timezone.now())
        with pytest.raises(standing_in.BackAlready):
            be_back(absence=away.absence, by=world.marieke, at=timezone.now())
        with pytest.raises(NotYours):  # Let in without a last day: that is not hers to end.
            leave(membership=Membership.objects.get(person=world.fatima), by=world.marieke, at=timezone.now())
    with world.acting("yusuf"):
        assert not Membership.objects.current().filter(person=world.yusuf).exists()


def test_a_stand_in_who_cannot_after_all_says_so(world: World) -> None:
    away = gone(world, last=1)
    with world.acting("yusuf"):
        be_back(absence=away.absence, by=world.yusuf, at=timezone.now())
        assert not Membership.objects.current().filter(person=world.yusuf).exists()
    with world.acting("marieke"):
        assert Letter.objects.filter(reader=world.marieke).get().about_kind == "absence_over"


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"first": 3, "last": 2}, standing_in.EndsBeforeItBegins),
        ({"first": -2, "last": 2}, DayGone),
        ({"first": 40, "last": 42}, standing_in.TooFarAhead),
        ({"stand_in": "marieke"}, standing_in.StandInYourself),
    ],
)
def test_days_and_people_that_cannot_be_are_refused_in_a_sentence(world: World, said, problem) -> None:
    with pytest.raises(problem, match=r"\."):
        gone(world, **said)
    with owner():
        assert not Absence.objects.exists()


def test_somebody_who_is_away_or_cannot_log_in_stands_in_for_nobody_and_one_at_a_time(world: World) -> None:
    gone(world, by="yusuf", stand_in="loes", stories=[])
    with pytest.raises(standing_in.AwayToo, match="Yusuf is er dan zelf ook niet"):
        gone(world)
    with world.acting("marieke"):
        world.people["piet"] = note_person(name="Piet Blom", by=world.marieke, at=timezone.now())
    with pytest.raises(standing_in.CannotLogIn, match="Piet kan hier niet inloggen"):
        gone(world, stand_in="piet")
    gone(world, stand_in="jan")
    with pytest.raises(standing_in.AwayAlready, match="Jan"):
        gone(world, stand_in="fatima")


def test_who_cannot_log_in_is_told_by_whoever_goes(world: World) -> None:
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.riet).delete()
    away = gone(world)
    with world.acting("marieke"):
        assert to_tell(away.absence) == [world.riet]
        with pytest.raises(IntegrityError), transaction.atomic():
            day = timezone.localdate()
            row = {"person": world.marieke, "stand_in": world.yusuf, "at": timezone.now()}
            Absence.objects.create(starts=day, ends=day - DAY, **row)
