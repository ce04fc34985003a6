"""A link reaches the one thing its letter asks, and nothing else: one allowed and one refused, table by table."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.people.models import Account, Person, WayToReach
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkExpired, LinkUsed, make_link, use
from nabij.stories.answering import answer_by_link
from nabij.stories.models import Answer, OwnWords, Promise, Story
from nabij.stories.verbs import AnsweredAlready, DayGone, DayNeeded, answer, ask, tell
from nabij.trust.acting import acting_as, link, office
from nabij.trust.models import Circle, Membership, Trace
from tests.post.asking import ask_jan, asked_of, tomorrow


@pytest.fixture
def letter(world) -> Letter:
    """Marieke's question to Jan; beside it another to Fatima, a moment, words and an answer of others."""
    at = timezone.now()
    with world.acting("marieke"):
        circle, story = world.riets_story.circle, world.riets_story
        ask(who=world.fatima, circle=circle, story=story, what="soep", by=world.marieke, at=at)
        ask(who=world.jan, circle=circle, story=story, what="de hond", by=world.marieke, at=at)
        note(line="Riet liep naar de markt", circle=circle, by=world.marieke, at=at)
    with world.acting("riet"):
        WayToReach.objects.create(person=world.riet, kind="phone", value="075 000 00 00", noted_by=world.riet)
        tell(story=world.riets_story, person=world.riet, words="Gewoon lopen", by=world.riet, at=at)
    with world.acting("fatima"):
        answer(promise=Promise.objects.get(what="soep"), kind="yes", by=world.fatima, at=at)
    return ask_jan(world)


def link_of(letter: Letter) -> Link:
    with acting_as(office("post")):
        token = make_link(letter=letter, expires=timezone.now() + timedelta(days=1))
    with acting_as(office("door")):
        return Link.objects.of_token(token).get()


@contextmanager
def through(one: Link) -> Iterator[None]:
    with acting_as(link(reader=one.reader_id, reach=one.letter.about_id)):
        yield


def test_it_sees_its_own_promise_and_no_other(world, letter):
    with through(link_of(letter)):
        assert [promise.what for promise in Promise.objects.all()] == ["een halfuur meelopen"]


def test_it_sees_its_own_letter_and_no_other_also_not_to_the_same_reader(world, letter):
    with through(link_of(letter)):
        assert list(Letter.objects.values_list("id", flat=True)) == [letter.id]


def test_it_sees_its_reader_and_nobody_else(world, letter):
    with through(link_of(letter)):
        assert list(Person.objects.values_list("id", flat=True)) == [world.jan.id]


def test_it_sees_the_answer_to_its_question_and_no_other(world, letter):
    one = link_of(letter)
    with through(one):
        assert not Answer.objects.exists()
        given = answer_by_link(link=one, kind="yes", at=timezone.now())
        assert list(Answer.objects.all()) == [given]


@pytest.mark.parametrize("table", [Story, OwnWords, Moment, Circle, Membership, Account, WayToReach, Trace])
def test_of_the_story_and_the_people_around_it_it_sees_nothing(world, letter, table):
    with world.acting("marieke"):
        assert table.objects.exists()
    with through(link_of(letter)):
        try:
            with transaction.atomic():
                assert not table.objects.exists()
        except DatabaseError as refused:
            assert "permission denied" in str(refused)


def test_it_answers_for_its_reader_and_for_nobody_else(world, letter):
    one = link_of(letter)
    with through(one):
        for by, promise in ((world.marieke.id, letter.about_id), (world.jan.id, world.riets_story.id)):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Answer.objects.create(promise_id=promise, kind="yes", by_id=by, at=timezone.now())
        answer_by_link(link=one, kind="yes", at=timezone.now())


def test_it_writes_to_whoever_asked_in_its_readers_name_alone(world, letter):
    with through(link_of(letter)), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Letter.objects.create(
            kind="news",
            reader=world.riet,
            writer=world.marieke,
            about_kind="promise",
            about_id=letter.about_id,
            written_at=timezone.now(),
            due=timezone.now(),
        )


def test_it_works_once(world, letter):
    one = link_of(letter)
    with through(one):
        answer_by_link(link=one, kind="no", at=timezone.now())
        with pytest.raises(LinkUsed):
            answer_by_link(link=one, kind="yes", at=timezone.now())
    assert asked_of(letter).answer.kind == "no"


def test_it_ends(world, letter):
    one = link_of(letter)
    with through(one):
        with pytest.raises(LinkExpired):
            use(link=one, at=one.expires + timedelta(seconds=1))
        use(link=one, at=one.expires)


def test_it_uses_up_no_link_of_somebody_else(world, letter):
    with world.acting("marieke"):
        to_fatima = Letter.objects.get(reader=world.fatima, kind="question")
    other = link_of(to_fatima)
    with through(link_of(letter)), pytest.raises(LinkUsed):
        use(link=other, at=timezone.now())
    with through(other):
        assert not Link.objects.get(id=other.id).used_at


@pytest.mark.parametrize(("day", "problem"), [(None, DayNeeded), (-1, DayGone)])
def test_an_answer_that_cannot_be_leaves_the_link_as_it_was(world, letter, day, problem):
    one = link_of(letter)
    when = day and timezone.localdate() + timedelta(days=day)
    with through(one):
        with pytest.raises(problem):
            answer_by_link(link=one, kind="other_day", at=timezone.now(), day=when)
        answer_by_link(link=one, kind="other_day", at=timezone.now(), day=tomorrow())


def test_an_answer_given_before_stays(world, letter):
    with world.acting("jan"):
        answer(promise=asked_of(letter), kind="no", by=world.jan, at=timezone.now())
    one = link_of(letter)
    with through(one), pytest.raises(AnsweredAlready):
        answer_by_link(link=one, kind="yes", at=timezone.now())
    assert asked_of(letter).answer.kind == "no"


def test_it_leaves_a_trace_that_the_circle_sees_and_others_do_not(world, letter):
    one = link_of(letter)
    with through(one):
        answer_by_link(link=one, kind="yes", at=timezone.now())
    with world.acting("riet"):
        assert Trace.objects.filter(what="answer", who=world.jan.id).count() == 1
    with world.acting("yusuf"):
        assert not Trace.objects.filter(what="answer").exists()
