"""Who draws, moves and ends somebody on a map: its circle and nobody else; each allowed and refused."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone, translation
from django.utils.timezone import localdate

from nabij.moments.models import Placing, Tie, TieEnd
from nabij.moments.network import InTheMiddle, OnlyByThemselves, StandsThere, TieIsOver, add, end, move, retell
from nabij.moments.verbs import draw_tie
from nabij.people.models import Place
from nabij.stories.netmap import find_tie, open_map
from nabij.stories.reading import find
from nabij.stories.verbs import begin_smaller_circle
from nabij.trust.acting import acting_as, office, person
from nabij.trust.grounds import keep_purpose
from nabij.trust.models import Circle, Look, Looked, Trace
from nabij.trust.verbs import introduce, let_in
from nabij.trust.whatfor import NotForVolunteers
from tests.conftest import owner
from tests.rules.test_families import child, file_of
from tests.world import AT, World

LATER = AT + timedelta(days=3)
REFUSED = "row-level security"


@pytest.fixture
def drawn(world: World) -> World:
    with world.acting("marieke"):
        circle = world.riets_story.circle
        said = {"told_by": world.riet, "by": world.marieke, "at": AT}
        draw_tie(circle=circle, owner=world.riet, other=world.jan, kind="neighbour", ring=3, gives="soep", **said)
    return world


def tie_of(world: World) -> Tie:
    return Tie.objects.current().select_related("circle").get(other=world.jan)


def test_a_member_moves_somebody_and_an_outsider_cannot(drawn: World) -> None:
    with drawn.acting("jan"):
        tie = tie_of(drawn)
        moved = move(tie=tie, ring=1, turn=90, by=drawn.jan, told_by=drawn.riet, at=LATER)
        assert moved and (moved.ring, moved.turn, moved.by, moved.told_by) == (1, 90, drawn.jan, drawn.riet)
        assert tie_of(drawn).stands_in == 1, "the tie itself is as it was told"
        assert Tie.objects.get().ring == 3
        assert move(tie=tie_of(drawn), ring=1, turn=90, by=drawn.jan, at=LATER) is None, "they stand there already"
        assert Trace.objects.filter(what="move_tie").count() == 1
    with drawn.acting("yusuf"):
        assert not Tie.objects.exists() and not Placing.objects.exists()
        said = {"circle": tie.circle, "tie": tie, "by": drawn.yusuf, "told_by": drawn.yusuf, "at": LATER}
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            Placing.objects.create(ring=2, turn=0, **said)
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            TieEnd.objects.create(**said)


def test_nobody_moves_in_the_name_of_another_or_by_the_word_of_a_stranger(drawn: World) -> None:
    with drawn.acting("jan"):
        tie = tie_of(drawn)
        for wrong in ({"by": drawn.marieke}, {"told_by": drawn.yusuf}):
            said = {"tie": tie, "by": drawn.jan, "at": LATER, **wrong}
            for act in (lambda said=said: move(ring=2, **said), lambda said=said: end(**said)):
                with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                    act()
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            circle = drawn.riets_story.circle
            draw_tie(
                circle=circle,
                owner=drawn.riet,
                name="De kerk",
                kind="place",
                ring=2,
                told_by=drawn.jan,
                by=drawn.riet,
                at=AT,
            )
        assert end(tie=tie, by=drawn.jan, told_by=drawn.riet, at=LATER)


def test_what_is_said_of_a_tie_stands_in_its_own_circle(drawn: World) -> None:
    with drawn.acting("marieke"):
        small = begin_smaller_circle(story=drawn.riets_story, name="Wij", by=drawn.marieke, at=AT, readers=[])
        said = {"tie": tie_of(drawn), "ring": 1, "turn": 0, "by": drawn.marieke, "told_by": drawn.riet, "at": LATER}
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Placing.objects.create(circle=small, **said)
        assert Placing.objects.create(circle=drawn.riets_story.circle, **said)


def test_nothing_is_overwritten_or_thrown_away(drawn: World) -> None:
    with drawn.acting("marieke"):
        move(tie=tie_of(drawn), ring=1, by=drawn.marieke, at=LATER)
        end(tie=tie_of(drawn), by=drawn.marieke, at=LATER)
        assert not Tie.objects.current().exists()
        assert Tie.objects.exists() and Placing.objects.exists(), "what was, stays"
        for model in (Tie, Placing, TieEnd):
            for act in (lambda m=model: m.objects.all().delete(), lambda m=model: m.objects.update(told_by=drawn.jan)):
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    act()


def test_what_is_over_is_not_moved_ended_or_told_anew(drawn: World) -> None:
    with drawn.acting("marieke"), translation.override("nl"):
        tie, said = tie_of(drawn), {"by": drawn.marieke, "at": LATER}
        end(tie=tie, **said)
        same = {"called": "", "kind": "friend", "weight": "plain", "gives": "", "takes": ""}
        for act in (
            lambda: move(tie=tie, ring=1, **said),
            lambda: end(tie=tie, **said),
            lambda: retell(tie=tie, **said, **same),
        ):
            with pytest.raises(TieIsOver, match="staat er niet meer bij"), transaction.atomic():
                act()
        assert TieEnd.objects.count() == 1 and not Placing.objects.exists()


def test_told_anew_it_stands_in_the_same_place_and_the_old_words_stay(drawn: World) -> None:
    with drawn.acting("marieke"):
        move(tie=tie_of(drawn), ring=2, turn=200, by=drawn.marieke, at=LATER)
        said = {"called": "", "kind": "friend", "weight": "strong", "gives": "brood", "takes": ""}
        retell(tie=tie_of(drawn), by=drawn.marieke, told_by=drawn.riet, at=LATER, **said)
        now = tie_of(drawn)
        assert (now.stands_in, now.turned, now.gives, now.noted_by) == (2, 200, "brood", drawn.marieke)
        assert Tie.objects.get(ended__isnull=False).gives == "soep"


def test_nobody_has_a_tie_to_themselves_and_nobody_stands_there_twice(drawn: World) -> None:
    with drawn.acting("riet"), translation.override("nl"):
        said = {"circle": drawn.riets_story.circle, "owner": drawn.riet, "by": drawn.riet, "at": LATER}
        for name in ("Riet Kuiper", "riet", "ik", "mezelf"):
            with pytest.raises(InTheMiddle, match="Riet staat al in het midden"):
                add(name=name, kind="known", ring=1, **said)
        with pytest.raises(StandsThere, match="Jan Groen staat er al"):
            add(name="jan", kind="known", ring=1, **said)
        assert add(name="Fatima", kind="friend", ring=1, **said).other == drawn.fatima
        with pytest.raises(IntegrityError, match="nobody_is_tied_to_themselves"), transaction.atomic():
            draw_tie(
                circle=drawn.riets_story.circle,
                owner=drawn.riet,
                other=drawn.riet,
                kind="known",
                ring=1,
                told_by=drawn.riet,
                at=LATER,
            )
    with drawn.acting("jan"):
        said = {"circle": drawn.riets_story.circle, "owner": drawn.riet, "by": drawn.jan, "at": LATER}
        end(tie=tie_of(drawn), by=drawn.jan, at=LATER)
        assert add(name="ik", kind="neighbour", ring=1, **said).other == drawn.jan, "for Jan that is Jan"


def test_a_group_or_a_place_by_its_name_or_by_the_name_alone(world: World) -> None:
    with acting_as(office("beheer")):
        kept = Place.objects.create(name="De Wheerplaats", neighbourhood=None)
    with world.acting("riet"):
        said = {"circle": world.riets_story.circle, "owner": world.riet, "by": world.riet, "at": AT, "ring": 2}
        assert add(name="de wheerplaats", kind="place", **said).place == kept
        assert add(name="Het koor", kind="group", **said).name == "Het koor"
        with pytest.raises(StandsThere):
            add(name="het KOOR", kind="group", **said)
        wrong = {"other": world.jan, "name": "en ook een naam", "kind": "known", "told_by": world.riet}
        with pytest.raises(IntegrityError, match="tie_to_a_person_a_group_or_a_place"), transaction.atomic():
            draw_tie(circle=world.riets_story.circle, owner=world.riet, ring=1, at=AT, **wrong)


def test_who_came_later_sees_no_map_of_before_and_the_circle_does(drawn: World) -> None:
    with drawn.acting("yusuf"):
        introduce(person=drawn.yusuf, to=drawn.riet, by=drawn.yusuf, at=AT)
    with drawn.acting("riet"):
        let_in(circle=drawn.riets_story.circle, person=drawn.yusuf, by=drawn.riet, at=LATER, sees_from=LATER)
        said = {
            "circle": drawn.riets_story.circle,
            "owner": drawn.riet,
            "by": drawn.riet,
            "at": LATER + timedelta(days=1),
        }
        move(tie=tie_of(drawn), ring=1, by=drawn.riet, at=LATER + timedelta(days=1))
        add(name="Els", kind="friend", ring=2, **said)
    day = {"day": localdate(AT) + timedelta(days=1), "at": LATER + timedelta(days=2), "hat": None}
    with drawn.acting("yusuf"):
        told = open_map(story=find(drawn.riets_story.id), by=drawn.yusuf, **day)
        assert [one.tie.with_whom for one in told.now] == ["Els"]
        assert told.then == [] and told.closed_before == LATER
        assert Placing.objects.count() == 1, "that somebody moved, not who"
        with pytest.raises(Tie.DoesNotExist):
            find_tie(Placing.objects.get().tie_id, by=drawn.yusuf)
    with drawn.acting("fatima"):
        told = open_map(story=find(drawn.riets_story.id), by=drawn.fatima, **day)
        assert [(one.tie.with_whom, one.ring) for one in told.now] == [("Jan Groen", 1), ("Els", 2)]
        assert [(one.tie.with_whom, one.ring) for one in told.then] == [("Jan Groen", 3)]
        assert told.closed_before is None


def test_the_map_of_a_day_is_how_it_stood_at_the_end_of_that_day(drawn: World) -> None:
    with drawn.acting("riet"):
        for days, ring in ((2, 1), (4, 2)):
            move(tie=tie_of(drawn), ring=ring, by=drawn.riet, at=AT + timedelta(days=days))
        end(tie=tie_of(drawn), by=drawn.riet, at=AT + timedelta(days=6))
        for days, rings in ((-1, []), (0, [3]), (1, [3]), (2, [1]), (3, [1]), (4, [2]), (5, [2]), (6, [])):
            day = localdate(AT) + timedelta(days=days)
            told = open_map(story=find(drawn.riets_story.id), by=drawn.riet, hat=None, at=AT, day=day)
            assert [one.ring for one in told.then] == rings, days


def test_each_read_of_the_map_is_a_look_and_the_residents_own_is_not(drawn: World) -> None:
    for name in ("marieke", "riet"):
        with drawn.acting(name):
            open_map(story=find(drawn.riets_story.id), by=drawn.people[name], hat=None, at=AT)
    with drawn.acting("riet"):
        assert [(look.who_name, look.what) for look in Look.objects.all()] == [("Marieke Bos", Looked.NETWORK)]


def test_a_childs_word_comes_before_its_parents_by_the_child_alone(world: World) -> None:
    lin = child(world, years=13)
    circle = file_of(world, lin).circle
    with world.acting("marieke"), translation.override("nl"):
        said = {"circle": circle, "owner": lin, "kind": "friend", "ring": 1, "by": world.marieke, "at": timezone.now()}
        with pytest.raises(OnlyByThemselves, match="laat Lin het zelf opschrijven"):
            add(name="Bo", told_by=lin, **said)
        tie = add(name="Bo", **said)
        for act in (move, end):
            more = {"ring": 2} if act is move else {}
            with pytest.raises(OnlyByThemselves):
                act(tie=tie, told_by=lin, by=world.marieke, at=timezone.now(), **more)
    with acting_as(person(lin.id)):
        assert move(tie=Tie.objects.current().get(), ring=2, told_by=lin, by=lin, at=timezone.now())


def test_a_circle_whose_purpose_is_not_for_who_reads_there_draws_nothing(drawn: World) -> None:
    with acting_as(office("beheer")):
        keep_purpose(key="wmo-onderzoek", by_name="beheer", at=AT, enabled=True)
    with owner():
        Circle.objects.filter(id=drawn.riets_story.circle_id).update(purpose_id="wmo-onderzoek")
    with drawn.acting("marieke"):
        for act in (
            lambda tie: move(tie=tie, ring=1, by=drawn.marieke, at=LATER),
            lambda tie: end(tie=tie, by=drawn.marieke, at=LATER),
        ):
            with pytest.raises(NotForVolunteers):
                act(tie_of(drawn))
    with drawn.acting("riet"):
        assert move(tie=tie_of(drawn), ring=1, by=drawn.riet, at=LATER), "the resident writes in their own"
