"""Knowing a key is not knowing somebody; nobody makes themselves a resident, walks back in, or speaks for another."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from nabij.people.models import Hat, Person, WayToReach
from nabij.people.verbs import note_person
from nabij.stories.models import Answer
from nabij.stories.verbs import answer, ask
from nabij.trust.acting import acting_as, office
from nabij.trust.logs import TraceId
from nabij.trust.models import Acquaintance, Look, Membership, Noted, Trace
from nabij.trust.verbs import introduce, leave, let_in, note_in, own_circle
from tests.world import AT, World

REFUSED = "row-level security"


def test_whom_one_does_not_know_is_not_noted_and_not_let_in(world: World):
    with world.acting("yusuf"):
        mine = own_circle(by=world.yusuf, at=AT)
        for act in (
            lambda: note_in(circle=mine, person=world.riet, at=AT),
            lambda: let_in(circle=mine, person=world.kim, by=world.yusuf, at=AT),
        ):
            with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
                act()
        assert note_in(circle=mine, person=world.fatima, at=AT), "Fatima wears an open hat here"
        own = note_person(name="Mevrouw Post", by=world.yusuf, at=AT)
        assert note_in(circle=mine, person=own, at=AT), "whom one noted oneself, one knows"
    with world.acting("yusuf"):
        assert not Person.objects.filter(id=world.riet.id).exists()


def test_an_introduction_is_made_by_beheer_or_by_that_person_and_taken_back(world: World):
    with acting_as(office("beheer")):
        introduce(person=world.kim, to=world.yusuf, at=AT)
    with world.acting("riet"):
        introduce(person=world.riet, to=world.yusuf, at=AT, by=world.riet)
    with world.acting("yusuf"):
        assert Person.objects.filter(id__in=[world.riet.id, world.kim.id]).count() == 2
        assert not WayToReach.objects.exists(), "an acquaintance is no company"
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            introduce(person=world.jan, to=world.yusuf, at=AT, by=world.jan)
    with world.acting("riet"):
        Acquaintance.objects.filter(person=world.riet).delete()
    with world.acting("yusuf"):
        assert not Person.objects.filter(id=world.riet.id).exists()
    with world.acting("kim"):
        assert Acquaintance.objects.get().who_id == world.yusuf.id, "Kim sees who was told of her"


def test_nobody_becomes_the_resident_of_a_circle_that_stands(world: World):
    circle = world.riets_story.circle
    with world.acting("marieke"):
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            Membership.objects.create(
                circle=circle, person=world.yusuf, let_in_by=world.marieke, since=AT, as_resident=True
            )
        assert not Membership.objects.filter(circle=circle, person=world.jan).update(until=AT), "only Riet ends it"
        let_in(circle=circle, person=world.yusuf, by=world.marieke, at=AT)
    with world.acting("riet"):
        assert Membership.objects.get(circle=circle, as_resident=True).person == world.riet


def test_who_left_does_not_walk_back_in(world: World):
    circle = world.riets_story.circle
    with world.acting("jan"):
        leave(membership=Membership.objects.get(circle=circle, person=world.jan), by=world.jan, at=AT)
    with world.acting("jan"):
        assert Membership.objects.filter(circle=circle, person=world.jan).update(until=None) == 0
        assert not Noted.objects.exists()
    with world.acting("fatima"), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        Membership.objects.filter(circle=circle, person=world.fatima).update(until=None)


def test_an_address_is_noted_for_who_has_no_login_and_diverts_no_letter(world: World):
    with world.acting("marieke"):
        noted = note_person(name="Mevrouw Post", by=world.marieke, at=AT)
        assert WayToReach.objects.create(person=noted, kind="mail", value="post@buren.example", noted_by=world.marieke)
        assert WayToReach.objects.create(
            person=world.riet, kind="phone", value="0600000012", only_for=world.marieke, noted_by=world.marieke
        )
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            WayToReach.objects.create(
                person=world.riet, kind="mail", value="elders@dief.example", noted_by=world.marieke
            )
        known_as = note_person(known_as="buurman met de hond", by=world.marieke, at=AT)
        for only_for in (None, world.marieke):
            with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
                WayToReach.objects.create(
                    person=known_as, kind="phone", value="0600000013", only_for=only_for, noted_by=world.marieke
                )
    with world.acting("kim"), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        WayToReach.objects.create(person=noted, kind="mail", value="elders@dief.example", noted_by=world.kim)


def test_an_answer_is_of_whoever_was_asked(world: World):
    circle = world.riets_story.circle
    with world.acting("marieke"):
        asked = ask(who=world.jan, circle=circle, what="Meelopen", by=world.marieke, at=AT, story=world.riets_story)
    with world.acting("fatima"):
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            answer(promise=asked, kind="yes", by=world.fatima, at=AT)
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            answer(promise=asked, kind="yes", by=world.riet, noted_by=world.fatima, at=AT)
        answer(promise=asked, kind="yes", by=world.jan, noted_by=world.fatima, at=AT)
    with world.acting("riet"):
        assert Answer.objects.get().by == world.jan


def test_a_letter_is_written_to_somebody_one_knows(world: World):
    with world.acting("marieke"), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        ask(who=world.kim, circle=world.riets_story.circle, what="Meelopen", by=world.marieke, at=AT)


def test_a_log_holds_the_name_one_has(world: World):
    with world.acting("yusuf"):
        row = {"at": AT, "who": world.yusuf.id, "what": "read", "thing": "stories.story", "trace_id": TraceId()}
        for model, more in ((Look, {"about": world.riet.id}), (Trace, {})):
            with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
                model.objects.create(**row, **more, who_name="Marieke Bos")
            assert model.objects.create(**row, **more, who_name="Yusuf Demir")


def test_nobody_mends_their_own_formal_hat_or_what_a_person_is_made_of(world: World):
    with world.acting("marieke"):
        assert Hat.objects.filter(id=world.hats["marieke"].id).update(until=AT + timedelta(days=9999)) == 0
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Person.objects.filter(id=world.riet.id).update(made_by=world.yusuf)
    with world.acting("jan"):
        assert Hat.objects.filter(id=world.hats["jan"].id).update(can="De hond uitlaten.") == 1
