"""Who came later reads from then on, unless the circle opened the past; and whose reading ends, reads no more."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.memory.search import Within, search
from nabij.moments.models import FollowUp, Moment, Placing, Presence, Saying, Stream, Tie, TieEnd
from nabij.moments.network import end, move
from nabij.moments.reading import weeks
from nabij.moments.verbs import ComeBack, Present, draw_tie, note, say
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.reading import cards
from nabij.stories.verbs import ask, tell
from nabij.trust.models import Circle, Membership, Opening, Trace
from nabij.trust.verbs import EndGone, NotYours, end_on, introduce, leave, let_in, open_past, own_circle
from tests.world import AT, TODAY, World

LATER = AT + timedelta(days=3)
WRITTEN = (Moment, FollowUp, Tie, Placing, TieEnd, Saying, OwnWords, Promise, Presence)


def something_of_everything(world: World, *, at=AT) -> None:
    """Marieke writes one of everything in Riet's story."""
    circle = world.riets_story.circle
    with world.acting("marieke"):
        said = {"circle": circle, "by": world.marieke, "at": at}
        note(line="Naar de markt.", present=[Present(world.riet)], come_backs=[ComeBack(TODAY, "Bellen")], **said)
        tell(story=world.riets_story, person=world.riet, words="Ik wil weer buiten.", by=world.marieke, at=at)
        said_of = {"circle": circle, "owner": world.riet, "other": world.jan, "told_by": world.riet, "at": at}
        tie = draw_tie(kind="neighbour", ring=1, **said_of)
        move(tie=tie, ring=2, by=world.marieke, at=at)
        end(tie=tie, by=world.marieke, at=at)
        say(circle=circle, about=world.jan, owner=world.riet, kind="named", said_by=world.riet, by=world.marieke, at=at)
        ask(who=world.jan, what="Meelopen", story=world.riets_story, **said)


@pytest.fixture
def joined(world: World) -> World:
    """Yusuf came three days later; Riet let him in, and left the past closed."""
    something_of_everything(world)
    with world.acting("yusuf"):
        introduce(person=world.yusuf, to=world.riet, by=world.yusuf, at=AT)
    with world.acting("riet"):
        let_in(circle=world.riets_story.circle, person=world.yusuf, by=world.riet, at=LATER, sees_from=LATER)
    return world


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in WRITTEN}


def seat(world: World, name: str) -> Membership:
    return Membership.objects.current().get(circle=world.riets_story.circle, person=world.people[name])


def test_the_list_of_stories_says_when_something_last_happened_as_far_as_one_reads(joined: World):
    def last(name: str):
        with joined.acting(name):
            return {card.story.id: card.last for card in cards()}[joined.riets_story.id]

    assert last("riet") == AT
    assert last("yusuf") == joined.riets_story.opened_at
    something_of_everything(joined, at=LATER)
    assert (last("riet"), last("yusuf")) == (LATER, LATER)


def test_who_came_later_reads_what_is_written_since_and_nothing_older(joined: World):
    with joined.acting("yusuf"):
        assert Story.objects.filter(id=joined.riets_story.id).exists()
        assert counts() == dict.fromkeys(counts(), 0)
        assert not Trace.objects.filter(what="note").exists()
    something_of_everything(joined, at=LATER)
    with joined.acting("yusuf"):
        assert counts() == dict.fromkeys(counts(), 1)
        assert list(Moment.objects.filter(id__any_of=Stream(30)).values_list("noted_at", flat=True)) == [LATER]
    with joined.acting("riet"):
        assert counts() == dict.fromkeys(counts(), 2) | {"FollowUp": 2}


def test_search_and_weeks_know_no_more_than_the_rules(joined: World):
    something_of_everything(joined, at=LATER)
    for name, found in (("yusuf", 1), ("riet", 2), ("kim", 0)):
        with joined.acting(name):
            assert len(search("markten", within=Within(kinds=frozenset({Moment.Kind.NOTE}))).best) == found
            assert sum(weeks(since=AT - timedelta(days=30)).values()) == found


def test_the_circle_opens_the_past_and_only_as_far_as_it_reads_itself(joined: World):
    with joined.acting("jan"):
        mine = seat(joined, "jan")
        assert mine.sees_from is None
    with joined.acting("yusuf"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        open_past(membership=seat(joined, "yusuf"), by=joined.yusuf, at=LATER)
    with joined.acting("kim"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Opening.objects.create(membership=mine, by=joined.kim, at=LATER)
    with joined.acting("jan"):
        open_past(membership=seat(joined, "yusuf"), by=joined.jan, at=LATER)
    with joined.acting("yusuf"):
        assert counts() == dict.fromkeys(counts(), 1)
        assert Opening.objects.get().by == joined.jan


def test_the_past_opens_from_a_day(joined: World):
    something_of_everything(joined, at=AT + timedelta(days=1))
    with joined.acting("riet"):
        open_past(membership=seat(joined, "yusuf"), by=joined.riet, at=LATER, since=AT + timedelta(hours=1))
    with joined.acting("yusuf"):
        assert list(Moment.objects.values_list("noted_at", flat=True)) == [AT + timedelta(days=1)]
    with joined.acting("marieke"):
        assert Moment.objects.count() == 2


def test_who_came_later_lets_nobody_read_further_back(joined: World):
    circle = joined.riets_story.circle
    with joined.acting("yusuf"):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Membership.objects.create(circle=circle, person=joined.loes, let_in_by=joined.yusuf, since=LATER)
        loes = let_in(circle=circle, person=joined.loes, by=joined.yusuf, at=LATER)
        assert loes.sees_from == LATER
    with joined.acting("loes"):
        assert not Moment.objects.exists()
    with joined.acting("riet"):
        leave(membership=seat(joined, "loes"), by=joined.riet, at=LATER)
        assert let_in(circle=circle, person=joined.loes, by=joined.riet, at=LATER).sees_from is None
    with joined.acting("loes"):
        assert Moment.objects.exists()


def test_who_left_and_came_back_keeps_what_they_wrote(world: World):
    circle = world.riets_story.circle
    with world.acting("fatima"):
        mine = note(line="Samen gelopen.", circle=circle, by=world.fatima, at=AT)
    with world.acting("marieke"):
        note(line="Gebeld.", circle=circle, by=world.marieke, at=AT)
    with world.acting("fatima"):
        leave(membership=seat(world, "fatima"), by=world.fatima, at=timezone.now())
    with world.acting("riet"):
        let_in(circle=circle, person=world.fatima, by=world.riet, at=LATER, sees_from=LATER)
    with world.acting("fatima"):
        assert list(Moment.objects.all()) == [mine]
    with world.acting("riet"):
        assert Moment.objects.count() == 2


def test_reading_ends_by_itself(world: World):
    circle, now = world.riets_story.circle, timezone.now()
    for until, reads in ((now + timedelta(days=9), True), (now - timedelta(seconds=1), False)):
        with world.acting("riet"):
            for old in Membership.objects.current().filter(circle=circle, person=world.loes):
                leave(membership=old, by=world.riet, at=now - timedelta(days=1))
            let_in(circle=circle, person=world.loes, by=world.riet, at=now - timedelta(days=30), until=until)
        with world.acting("loes"):
            assert Story.objects.filter(id=world.riets_story.id).exists() is reads
            assert Membership.objects.current().filter(person=world.loes).exists() is reads


def test_the_resident_says_until_when_and_nobody_lengthens_their_own_reading(world: World):
    now = timezone.now()
    with world.acting("riet"):
        with pytest.raises(EndGone):
            end_on(membership=seat(world, "fatima"), until=now - timedelta(days=1), by=world.riet, at=now)
        end_on(membership=seat(world, "fatima"), until=now + timedelta(days=7), by=world.riet, at=now)
    with world.acting("fatima"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        end_on(membership=seat(world, "fatima"), until=now + timedelta(days=70), by=world.fatima, at=now)
    with world.acting("jan"), pytest.raises(NotYours):
        end_on(membership=seat(world, "fatima"), until=now + timedelta(days=1), by=world.jan, at=now)
    with world.acting("fatima"):
        leave(membership=seat(world, "fatima"), by=world.fatima, at=now)
        assert not Circle.objects.filter(id=world.riets_story.circle_id).exists()


def test_nobody_is_in_a_circle_twice_while_their_time_runs(world: World):
    now = timezone.now()
    with world.acting("riet"):
        let_in(circle=world.riets_story.circle, person=world.loes, by=world.riet, at=now, until=now + timedelta(days=1))
        with pytest.raises(ValueError, match="leest hier al mee"):
            let_in(circle=world.riets_story.circle, person=world.loes, by=world.riet, at=now)


def test_what_only_i_read_nobody_else_is_let_into_and_i_do_not_leave_it(world: World):
    with world.acting("marieke"):
        mine = own_circle(by=world.marieke, at=AT)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            let_in(circle=mine, person=world.fatima, by=world.marieke, at=AT)
        with pytest.raises(NotYours):
            leave(membership=Membership.objects.get(circle=mine), by=world.marieke, at=AT)
        assert own_circle(by=world.marieke, at=AT) == mine
        assert let_in(circle=world.riets_story.circle, person=world.loes, by=world.marieke, at=AT)
