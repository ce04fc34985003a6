"""Who sees and says how a promise goes each time, who takes it over, and whose calendar feed it is."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkUsed, make_link
from nabij.stories.answering import answer_by_link, say_how_by_link
from nabij.stories.calendars import make_feed, stop_feed
from nabij.stories.carrying import hand_over, say_how
from nabij.stories.models import Answer, Feed, Keeping, Promise, Turn
from nabij.stories.turns import Course, Rhythm
from nabij.stories.verbs import answer, ask, open_story, promise
from nabij.trust.acting import acting_as, link, office
from nabij.trust.models import Trace
from nabij.trust.verbs import leave
from tests.world import AT, TODAY, World

REFUSED = pytest.raises(DatabaseError, match="row-level security")


def weekly(world: World, *, who: str = "jan") -> Promise:
    """Marieke asks somebody for something each week, and they say yes."""
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "story": world.riets_story, "day": TODAY}
        asked = ask(who=world.people[who], what="De bak", by=world.marieke, at=AT, course=Course(Rhythm.WEEK), **said)
    with world.acting(who):
        answer(promise=asked, kind="yes", by=world.people[who], at=AT)
        return Promise.objects.as_it_stands().get(id=asked.id)


def test_the_circle_and_the_resident_see_each_time_and_an_outsider_none(world: World):
    made = weekly(world)
    with world.acting("jan"):
        say_how(promise=made, kept=False, why="Ziek.", by=world.jan, at=AT)
    for name, seen in (("riet", 1), ("fatima", 1), ("yusuf", 0), ("kim", 0)):
        with world.acting(name):
            assert Turn.objects.count() == seen, name


def test_whoever_was_asked_from_outside_says_how_it_went_and_nobody_else_from_there(world: World):
    made = weekly(world, who="yusuf")
    with world.acting("yusuf"):
        say_how(promise=made, kept=True, by=world.yusuf, at=AT)
    with world.acting("kim"), REFUSED, transaction.atomic():
        Turn.objects.create(promise=made, day=TODAY + timedelta(days=7), kept=True, by=world.kim, at=AT)
    with world.acting("riet"), REFUSED, transaction.atomic():
        Turn.objects.create(promise=made, day=TODAY + timedelta(days=7), kept=True, by=world.jan, at=AT)
    with world.acting("riet"):
        for act in (lambda: Turn.objects.update(kept=False), lambda: Turn.objects.all().delete()):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                act()


def test_who_left_neither_takes_over_nor_hands_on(world: World):
    made = weekly(world)
    with world.acting("fatima"):
        taken = hand_over(promise=made, to=world.fatima, by=world.fatima, at=AT)
        seat = world.riets_story.circle.memberships.get(person=world.fatima)
        leave(membership=seat, by=world.fatima, at=AT)
    with world.acting("fatima"), REFUSED, transaction.atomic():
        hand_over(promise=taken, to=world.yusuf, by=world.fatima, at=AT)


def test_nobody_takes_away_a_promise_from_a_circle_they_are_not_in(world: World):
    """Yusuf knows the key, and claims in a circle of his own that he does it instead."""
    made = weekly(world)
    with world.acting("yusuf"):
        mine = open_story(by=world.yusuf, at=AT, person=world.yusuf)
        promise(circle=mine.circle, what="De bak", by=world.yusuf, at=AT, instead_of=made.id)
        with REFUSED, transaction.atomic():
            promise(circle=world.riets_story.circle, what="De bak", by=world.yusuf, at=AT, instead_of=made.id)
    with world.acting("jan"):
        assert Promise.objects.at_hand().get(id=made.id).state == "accepted"
    with world.acting("fatima"):
        hand_over(promise=made, to=world.fatima, by=world.fatima, at=AT)
    with world.acting("jan"):
        assert Promise.objects.at_hand().get(id=made.id).state == "handed"


def test_whoever_was_asked_from_outside_hears_that_another_does_it(world: World):
    made = weekly(world, who="yusuf")
    with world.acting("jan"):
        hand_over(promise=made, to=world.jan, by=world.jan, at=AT)
    with world.acting("yusuf"):
        assert Promise.objects.at_hand().get().state == "handed", "though who does it now is not for him to see"
        assert not Promise.objects.of(world.yusuf.id).exists()


def opened(letter: Letter) -> Link:
    """As the door does for whoever brings the token."""
    with acting_as(office("post")):
        token = make_link(letter=letter, expires=timezone.now() + timedelta(days=9))
    with acting_as(office("door")):
        return Link.objects.of_token(token).get()


def test_a_link_answers_and_the_next_says_how_it_went_each_for_its_own_reader_once(world: World):
    now = timezone.now()
    with world.acting("marieke"):
        asked = ask(who=world.jan, circle=world.riets_story.circle, what="De bak", by=world.marieke, at=now)
        other = ask(who=world.fatima, circle=world.riets_story.circle, what="De krant", by=world.marieke, at=now)
        letter = Letter.objects.get(about_id=asked.id)
    first = opened(letter)
    with acting_as(link(reader=world.jan.id, reach=asked.id)):
        answer_by_link(link=first, kind=Answer.Kind.YES, at=now)
    with acting_as(office("post")):
        second = opened(Letter.objects.get(kind=Letter.Kind.PROMISED, reader=world.jan))
    with acting_as(link(reader=world.jan.id, reach=asked.id)):
        for wrong in ({"promise": other, "by": world.jan}, {"promise": asked, "by": world.fatima}):
            with REFUSED, transaction.atomic():
                Keeping.objects.create(kept=True, at=now, **wrong)
            with REFUSED, transaction.atomic():
                Turn.objects.create(kept=True, day=TODAY, at=now, **wrong)
        say_how_by_link(link=second, kept=False, why="Het regende.", at=now)
        with pytest.raises(LinkUsed):
            say_how_by_link(link=second, kept=True, why="", at=now)
    with world.acting("riet"):
        said = Keeping.objects.get()
        assert (said.promise_id, said.kept, said.why, said.by_id) == (asked.id, False, "Het regende.", world.jan.id)
        assert Trace.objects.filter(what="not_keep", who=world.jan.id).exists()
    with acting_as(link(reader=world.fatima.id, reach=other.id)):
        assert not Keeping.objects.exists()


def test_of_what_comes_back_each_link_brings_the_next(world: World):
    now, today = timezone.now(), timezone.localdate()
    with world.acting("marieke"):
        asked = ask(
            who=world.jan,
            circle=world.riets_story.circle,
            what="De bak",
            by=world.marieke,
            at=now,
            day=today,
            course=Course(Rhythm.WEEK, today + timedelta(days=7)),
        )
        letter = Letter.objects.get(about_id=asked.id)
    through = link(reader=world.jan.id, reach=asked.id)
    first = opened(letter)
    with acting_as(through):
        answer_by_link(link=first, kind=Answer.Kind.YES, at=now)
    for number in (1, 2):
        with acting_as(office("post")):
            letters = list(Letter.objects.filter(kind=Letter.Kind.PROMISED).order_by("due", "id"))
            assert len(letters) == number
        following = opened(letters[-1])
        with acting_as(through):
            say_how_by_link(link=following, kept=True, why="", at=now)
    assert timezone.localtime(letters[-1].due).date() == today + timedelta(days=7)
    with acting_as(office("post")):
        assert Letter.objects.filter(kind=Letter.Kind.PROMISED).count() == 2, "the last time ends it"
    with world.acting("riet"):
        assert (Turn.objects.count(), Keeping.objects.count()) == (2, 1)


def test_a_feed_is_ones_own_and_is_made_and_stopped_by_oneself(world: World):
    with world.acting("riet"):
        make_feed(by=world.riet, at=AT)
        first = Feed.objects.get().token_hash
        make_feed(by=world.riet, at=AT)
        assert Feed.objects.get().token_hash != first
        with REFUSED, transaction.atomic():
            Feed.objects.create(person=world.jan, token_hash=b"x", made_at=AT)
    with world.acting("marieke"):
        assert not Feed.objects.exists()
        Feed.objects.all().delete()
    with world.acting("riet"):
        assert Feed.objects.count() == 1
        stop_feed(by=world.riet, at=AT)
        assert not Feed.objects.exists()
        assert list(Trace.objects.filter(thing="stories.feed").order_by("id").values_list("what", flat=True)) == [
            "make_feed",
            "make_feed",
            "stop_feed",
        ]
