"""Who sees a story and what is in it: its circle and nobody else. Each test has one allowed and one refused."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.utils import ProgrammingError

from nabij.moments.models import FollowUp, Moment, Placing, Presence, Saying, Tie, TieEnd
from nabij.moments.network import end, move
from nabij.moments.verbs import ComeBack, Present, come_back, draw_tie, note, say
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.models import Answer, OwnWords, Promise, Resource, Scan, Story
from nabij.stories.scanning import count_help
from nabij.stories.verbs import answer, ask, begin_smaller_circle, keep, promise, tell
from nabij.trust.models import Circle, Membership, Trace
from nabij.trust.verbs import NotYours, leave, let_in
from tests.world import AT, World

INSIDE = ["riet", "marieke", "fatima", "jan"]
OUTSIDE = ["yusuf", "loes", "kim"]


@pytest.fixture
def full(world: World) -> World:
    """The small world with something of everything in Riet's story, written by Marieke."""
    circle = world.riets_story.circle
    with world.acting("marieke"):
        note(
            line="Naar de Koemarkt gelopen.",
            circle=circle,
            by=world.marieke,
            hat=world.hats["marieke"],
            at=AT,
            themes=["eenzaam"],
            present=[Present(world.riet)],
            come_backs=[ComeBack(date(2026, 11, 20), "Ineke bellen")],
        )
        tell(story=world.riets_story, person=world.riet, words="Ik wil weer naar de markt.", by=world.marieke, at=AT)
        said = {"circle": circle, "owner": world.riet, "other": world.jan, "told_by": world.riet, "at": AT}
        tie = draw_tie(kind="neighbour", ring=1, **said)
        move(tie=tie, ring=2, by=world.marieke, at=AT)
        end(tie=tie, by=world.marieke, at=AT)
        say(circle=circle, about=world.jan, owner=world.riet, kind="named", said_by=world.riet, by=world.marieke, at=AT)
        promise(circle=circle, what="Rollator regelen", by=world.marieke, at=AT, story=world.riets_story)
        count_help(story=world.riets_story, circle=circle, informal=["Jan"], formal=["Yusuf"], by=world.marieke, at=AT)
    return world


THINGS = [
    Story,
    Circle,
    Membership,
    Moment,
    Presence,
    FollowUp,
    OwnWords,
    Tie,
    Placing,
    TieEnd,
    Saying,
    Promise,
    Answer,
    Scan,
    Resource,
    Trace,
]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.__name__)
def test_the_circle_sees_it_and_nobody_else(full: World, thing):
    mine = {"Circle": {"id": full.riets_story.circle_id}, "Trace": {"circle_key": full.riets_story.circle_id}}
    about = {"Membership": {"circle": full.riets_story.circle_id}, "Story": {"id": full.riets_story.id}}
    which = mine.get(thing.__name__) or about.get(thing.__name__) or {}
    for name in INSIDE:
        with full.acting(name):
            assert thing.objects.filter(**which).exists(), f"{name} is in the circle"
    for name in OUTSIDE:
        with full.acting(name):
            assert not thing.objects.filter(**which).exists(), f"{name} is not in the circle"


def test_a_member_writes_and_an_outsider_is_refused(full: World):
    circle = full.riets_story.circle
    with full.acting("jan"):
        assert note(line="De lift doet het weer.", circle=circle, by=full.jan, hat=full.hats["jan"], at=AT)
    with full.acting("yusuf"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        note(line="Ik kijk even mee.", circle=circle, by=full.yusuf, at=AT)


def test_nobody_writes_in_the_name_or_hat_of_another(full: World):
    circle = full.riets_story.circle
    with full.acting("jan"):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            note(line="Alsof ik Marieke ben.", circle=circle, by=full.marieke, at=AT)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            note(line="Met haar pet op.", circle=circle, by=full.jan, hat=full.hats["marieke"], at=AT)


def test_nothing_written_is_changed_or_thrown_away(full: World):
    with full.acting("marieke"):
        for act in (lambda: Moment.objects.update(line="anders"), lambda: Moment.objects.all().delete()):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act()
        assert Moment.objects.get().line == "Naar de Koemarkt gelopen."


def test_whoever_left_keeps_only_what_they_wrote(full: World):
    circle = full.riets_story.circle
    with full.acting("fatima"):
        note(line="Samen tot het bankje.", circle=circle, by=full.fatima, at=AT)
        mine = Membership.objects.get(circle=circle, person=full.fatima)
        leave(membership=mine, by=full.fatima, at=AT)
    with full.acting("fatima"):
        assert [m.line for m in Moment.objects.all()] == ["Samen tot het bankje."]
        assert not Story.objects.exists()
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            note(line="Nog iets.", circle=circle, by=full.fatima, at=AT)


def test_the_resident_ends_a_membership_and_a_member_cannot(full: World):
    circle = full.riets_story.circle
    with full.acting("fatima"):
        with pytest.raises(NotYours), transaction.atomic():
            leave(membership=Membership.objects.get(circle=circle, person=full.jan), by=full.fatima, at=AT)
        assert Membership.objects.get(circle=circle, person=full.jan).until is None, "Fatima cannot"
    with full.acting("riet"):
        leave(membership=Membership.objects.get(circle=circle, person=full.jan), by=full.riet, at=AT)
    with full.acting("jan"):
        assert not Story.objects.exists()


def test_a_member_lets_in_and_an_outsider_cannot_let_themselves_in(full: World):
    circle = full.riets_story.circle
    with full.acting("yusuf"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        let_in(circle=circle, person=full.yusuf, by=full.yusuf, at=AT)
    with full.acting("marieke"):
        let_in(circle=circle, person=full.yusuf, by=full.marieke, at=AT)
    with full.acting("yusuf"):
        assert Moment.objects.count() == 1


def test_who_left_the_circle_they_began_cannot_walk_back_in(full: World):
    circle = full.riets_story.circle
    with full.acting("marieke"):
        leave(membership=Membership.objects.get(circle=circle, person=full.marieke), by=full.marieke, at=AT)
    with full.acting("marieke"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        let_in(circle=circle, person=full.marieke, by=full.marieke, at=AT)


def test_a_smaller_circle_is_read_by_its_own_and_the_resident(full: World):
    with full.acting("marieke"):
        two = begin_smaller_circle(
            story=full.riets_story, name="Riet en Marieke", by=full.marieke, at=AT, readers=[full.riet]
        )
        note(line="Over het geld van haar zus.", circle=two, by=full.marieke, at=AT)
    with full.acting("riet"):
        assert Moment.objects.filter(circle=two).count() == 1
    with full.acting("fatima"):
        assert not Moment.objects.filter(circle=two).exists()


def test_a_come_back_is_done_by_whoever_sees_it(full: World):
    with full.acting("marieke"):
        come_back(follow_up=FollowUp.objects.get(), by=full.marieke, at=AT + timedelta(days=2))
        assert not FollowUp.objects.open_for(full.marieke.id, until=date(2026, 12, 1)).exists()
    with full.acting("yusuf"):
        assert not FollowUp.objects.exists()


def test_somebody_asked_from_outside_sees_that_promise_and_nothing_else(full: World):
    circle = full.riets_story.circle
    with full.acting("marieke"):
        asked = ask(who=full.yusuf, circle=circle, what="Been nakijken", by=full.marieke, at=AT, story=full.riets_story)
    with full.acting("yusuf"):
        assert [p.what for p in Promise.objects.all()] == ["Been nakijken"]
        assert not Moment.objects.exists()
        answer(promise=asked, kind="yes", by=full.yusuf, at=AT)
        keep(promise=asked, kept=True, by=full.yusuf, at=AT)
    with full.acting("riet"):
        seen = Promise.objects.at_hand().get(id=asked.id)
        assert (seen.state, seen.answer.by_id) == ("kept", full.yusuf.id)
    with full.acting("kim"), pytest.raises(DatabaseError), transaction.atomic():
        answer(promise=asked, kind="no", by=full.kim, at=AT)


def test_an_uninvited_reader_cannot_answer_in_the_name_of_another(full: World):
    circle = full.riets_story.circle
    with full.acting("marieke"):
        asked = ask(who=full.jan, circle=circle, what="Meelopen", by=full.marieke, at=AT, story=full.riets_story)
    with full.acting("fatima"):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            answer(promise=asked, kind="yes", by=full.jan, at=AT)
        answer(promise=asked, kind="yes", by=full.jan, noted_by=full.fatima, at=AT)
    with full.acting("riet"):
        assert Answer.objects.get(promise=asked).noted_by_id == full.fatima.id


def test_somebody_asked_from_outside_answers_whoever_asked_without_knowing_them(world: World):
    """Yusuf was asked by Riet, whom he does not see; he writes back to her and to nobody else he does not see."""
    with world.acting("riet"):
        asked = ask(who=world.yusuf, circle=world.riets_story.circle, what="Verband", by=world.riet, at=AT)
    with world.acting("yusuf"):
        assert not Person.objects.filter(id=world.riet.id).exists()
        answer(promise=Promise.objects.get(id=asked.id), kind="yes", by=world.yusuf, at=AT)
        assert Letter.objects.filter(reader=world.riet, kind="news").exists()
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            write(
                kind=Letter.Kind.NEWS,
                reader=world.kim,
                writer=world.yusuf,
                about_kind="promise",
                about_id=asked.id,
                circle=None,
                at=AT,
            )
