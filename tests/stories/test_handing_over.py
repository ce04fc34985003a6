"""A promise goes to somebody else: asked, and theirs from their yes on; back again as well."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from nabij.post.models import Letter
from nabij.stories.carrying import AskedAnother, DoesItAlready, NotGoing, hand_over, put_off, say_how
from nabij.stories.models import Keeping, Promise, Turn
from nabij.stories.turns import Course, Rhythm
from nabij.stories.verbs import DayGone, DayNeeded, SaidAlready, answer, ask, keep, promise
from tests.world import AT, TODAY, World

WEEK = timedelta(weeks=1)


def promised(world: World, **more: Any) -> Promise:
    """Marieke puts the bin out."""
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "story": world.riets_story, "day": TODAY} | more
        return there(world, promise(what="De bak buiten", by=world.marieke, at=AT, **said))


def there(world: World, one: Promise) -> Promise:
    return Promise.objects.at_hand().select_related("story", "circle").get(id=one.id)


def carries(world: World, name: str) -> list[str]:
    with world.acting(name):
        return [one.what for one in Promise.objects.of(world.people[name].id)]


def test_until_the_yes_it_stays_where_it_is_and_then_it_moves_and_everybody_sees_by_its_shape(world):
    made = promised(world)
    with world.acting("marieke"):
        asked = hand_over(promise=made, to=world.jan, by=world.marieke, at=AT, words="Wil jij?")
        assert Letter.objects.get(about_id=asked.id).words == "Wil jij?"
    assert carries(world, "marieke") == ["De bak buiten"]
    with world.acting("jan"):
        answer(promise=there(world, asked), kind="yes", by=world.jan, at=AT)
    assert (carries(world, "marieke"), carries(world, "jan")) == ([], ["De bak buiten"])
    with world.acting("riet"):
        states = {one.who_id: (one.state, one.hat.formal) for one in Promise.objects.at_hand()}
    assert states == {world.marieke.id: ("handed", True), world.jan.id: ("accepted", False)}


def test_after_a_no_it_is_still_where_it_was_and_another_can_be_asked(world):
    made = promised(world)
    with world.acting("marieke"):
        asked = hand_over(promise=made, to=world.jan, by=world.marieke, at=AT)
        with pytest.raises(AskedAnother, match="Jan"):
            hand_over(promise=there(world, made), to=world.fatima, by=world.marieke, at=AT)
    with world.acting("jan"):
        answer(promise=there(world, asked), kind="no", by=world.jan, at=AT)
    assert carries(world, "marieke") == ["De bak buiten"]
    with world.acting("marieke"):
        hand_over(promise=there(world, made), to=world.fatima, by=world.marieke, at=AT, agreed=True)
    assert (carries(world, "marieke"), carries(world, "fatima")) == ([], ["De bak buiten"])


def test_it_goes_back_and_who_changes_their_mind_gives_it_back_by_that(world):
    made = promised(world)
    with world.acting("jan"):
        taken = hand_over(promise=there(world, made), to=world.jan, by=world.jan, at=AT)
    with world.acting("marieke"):
        told = Letter.objects.get(kind="notice", reader=world.marieke)
        assert (told.about_kind, told.about_id, told.words) == ("promise_handed", made.id, "")
        back = hand_over(promise=there(world, taken), to=world.marieke, by=world.marieke, at=AT)
    assert (carries(world, "marieke"), carries(world, "jan")) == (["De bak buiten"], [])
    with world.acting("marieke"):
        answer(promise=there(world, back), kind="no", by=world.marieke, at=AT)
    assert (carries(world, "marieke"), carries(world, "jan")) == ([], ["De bak buiten"]), "never without an owner"


def test_nothing_that_is_over_and_nobody_to_themselves(world):
    made = promised(world)
    with world.acting("marieke"):
        with pytest.raises(DoesItAlready, match="Marieke"):
            hand_over(promise=made, to=world.marieke, by=world.marieke, at=AT)
        with pytest.raises(DayGone):
            hand_over(promise=made, to=world.jan, by=world.marieke, at=AT, day=TODAY - WEEK)
        keep(promise=made, kept=True, by=world.marieke, at=AT)
        with pytest.raises(NotGoing):
            hand_over(promise=there(world, made), to=world.jan, by=world.marieke, at=AT)
        with pytest.raises(NotGoing):
            say_how(promise=there(world, made), kept=True, by=world.marieke, at=AT)


def test_what_comes_back_goes_on_from_the_time_at_hand(world):
    made = promised(world, course=Course(Rhythm.WEEK, TODAY + 3 * WEEK, "Alleen de groene."))
    with world.acting("marieke"):
        say_how(promise=made, kept=True, by=world.marieke, at=AT)
        taken = hand_over(promise=there(world, made), to=world.fatima, by=world.marieke, at=AT, agreed=True)
    assert (taken.day, taken.course) == (TODAY + WEEK, made.course)


def test_each_time_is_said_once_and_the_last_ends_it(world):
    made = promised(world, course=Course(Rhythm.WEEK, TODAY + 2 * WEEK))
    with world.acting("marieke"):
        say_how(promise=made, kept=True, by=world.marieke, at=AT, day=TODAY)
        now = there(world, made)
        assert now.day_on(TODAY) == TODAY + WEEK
        with pytest.raises(SaidAlready):
            say_how(promise=now, kept=True, by=world.marieke, at=AT, day=TODAY)
        say_how(promise=now, kept=False, why="Ziek.", by=world.marieke, at=AT + WEEK)
        say_how(promise=there(world, made), kept=True, by=world.marieke, at=AT + 2 * WEEK)
    with world.acting("riet"):
        assert [(t.day, t.kept, t.why) for t in Turn.objects.order_by("day")] == [
            (TODAY, True, ""),
            (TODAY + WEEK, False, "Ziek."),
            (TODAY + 2 * WEEK, True, ""),
        ]
        assert Keeping.objects.get().kept
        assert there(world, made).state == "kept"


def test_the_earliest_time_at_hand_stands_first(world):
    promised(world, course=Course(Rhythm.MONTH))
    promised(world, day=TODAY + 2 * WEEK)
    with world.acting("marieke"):
        monthly, later = Promise.objects.of(world.marieke.id)
        say_how(promise=monthly, kept=True, by=world.marieke, at=AT)
        carried = promised(world, course=Course(Rhythm.ALWAYS))
        assert [one.id for one in Promise.objects.of(world.marieke.id)] == [later.id, monthly.id, carried.id]


def test_another_day_for_ones_own_promise_is_so_at_once_and_for_another_s_question_is_asked(world):
    mine = promised(world)
    with world.acting("marieke"):
        put_off(promise=mine, day=TODAY + WEEK, by=world.marieke, at=AT)
        assert [one.day for one in Promise.objects.of(world.marieke.id)] == [TODAY + WEEK]
        asked = ask(who=world.jan, circle=world.riets_story.circle, what="Meelopen", by=world.marieke, at=AT)
    with world.acting("jan"):
        answer(promise=asked, kind="yes", by=world.jan, at=AT)
        with pytest.raises(DayNeeded):
            put_off(promise=there(world, asked), day=None, by=world.jan, at=AT)
        put_off(promise=there(world, asked), day=TODAY + WEEK, by=world.jan, at=AT)
        assert there(world, asked).state == "other_day"
    with world.acting("marieke"), pytest.raises(DayGone):
        newest = Promise.objects.of(world.marieke.id)[0]
        put_off(promise=there(world, newest), day=TODAY - WEEK, by=world.marieke, at=AT)
    assert carries(world, "marieke") == ["De bak buiten"], "what was refused changed nothing"


@pytest.mark.parametrize(
    "wrong",
    [
        {"rhythm": "week", "day": None},
        {"until": TODAY},
        {"rhythm": "week", "day": TODAY, "until": TODAY - WEEK},
    ],
)
def test_the_database_itself_refuses_what_cannot_be(world, wrong):
    with world.acting("marieke"), pytest.raises(DatabaseError, match="check constraint"), transaction.atomic():
        Promise.objects.create(
            circle=world.riets_story.circle, who=world.marieke, what="x", asked_by=world.marieke, asked_at=AT, **wrong
        )
