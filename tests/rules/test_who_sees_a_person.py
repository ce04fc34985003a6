"""Who sees a person, a hat, a number: company, open hats in the neighbourhood, and what was given to one alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from nabij.people.models import (
    Account,
    Duty,
    Hat,
    Household,
    HouseholdMember,
    Neighbourhood,
    Person,
    ReachableHours,
    Strength,
    WayToReach,
)
from nabij.people.verbs import live_together, note_person, put_on, take_duty
from nabij.trust.acting import NOBODY, acting_as, office
from nabij.trust.models import Circle, Look, Noted, Trace
from nabij.trust.verbs import begin_circle, introduce, leave, let_in, note_in, note_look, own_circle
from tests.world import AT, TODAY, World


def seen() -> set[str]:
    return {person.first_name for person in Person.objects.all()}


def test_company_and_open_hats_are_seen_and_strangers_are_not(world: World):
    with world.acting("riet"):
        assert seen() == {"Riet", "Marieke", "Fatima", "Jan", "Yusuf", "Loes"}
    with world.acting("yusuf"):
        assert seen() == {"Yusuf", "Marieke", "Fatima", "Loes"}, "open hats only: not Riet, and not Jan's closed hat"
    with world.acting("kim"):
        assert seen() == {"Kim"}
    with acting_as(NOBODY):
        assert seen() == set()


def test_a_closed_hat_is_seen_in_the_circle_only(world: World):
    with world.acting("riet"):
        assert Hat.objects.filter(person=world.jan).exists()
    with world.acting("loes"):
        assert not Hat.objects.filter(person=world.jan).exists()
        assert Hat.objects.filter(person=world.fatima).exists()


def test_a_known_as_person_is_seen_by_the_circle_that_noted_them(world: World):
    with world.acting("marieke"):
        dog = note_person(known_as="buurman met de hond", by=world.marieke, at=AT)
        note_in(circle=world.riets_story.circle, person=dog, at=AT)
    with world.acting("fatima"):
        assert "buurman met de hond" in seen()
        assert Noted.objects.exists()
    with world.acting("yusuf"):
        assert "buurman met de hond" not in seen()
        assert not Noted.objects.exists()


def test_everybody_changes_themselves_and_nobody_else(world: World):
    with world.acting("riet"):
        assert Person.objects.filter(id=world.riet.id).update(street="Gasinjetstraat") == 1
        assert Person.objects.filter(id=world.jan.id).update(street="elders") == 0


def test_who_noted_a_person_mends_it_until_they_have_a_login(world: World):
    with world.acting("marieke"):
        noted = note_person(name="mw de Jong", by=world.marieke, at=AT)
        note_in(circle=own_circle(by=world.marieke, at=AT), person=noted, at=AT)
        assert Person.objects.filter(id=noted.id).update(name="Mevrouw De Jong") == 1
        assert Person.objects.filter(id=world.fatima.id).update(name="anders") == 0


def test_a_number_given_to_one_is_seen_by_that_one(world: World):
    with world.acting("kim"):
        WayToReach.objects.create(person=world.kim, kind="phone", value="0600000012", noted_by=world.kim)
    with world.acting("marieke"):
        given = {"only_for": world.marieke, "noted_by": world.marieke}
        WayToReach.objects.create(person=world.riet, kind="phone", value="0600000013", **given)
        assert WayToReach.objects.get().value == "0600000013", "and not Kim's, who is in no circle of hers"
    with world.acting("fatima"):
        assert not WayToReach.objects.exists()
    with world.acting("riet"):
        assert WayToReach.objects.get().only_for_id == world.marieke.id, "Riet sees that it was given"


def test_an_address_is_used_for_letters_without_being_shown(world: World):
    with world.acting("riet"), connection.cursor() as cursor:
        cursor.execute("select trust.has_mail(%s), trust.has_mail(%s)", [world.jan.id, world.kim.id])
        assert cursor.fetchone() == (True, False), "whether Kim has mail is not for Riet to know"
        assert not Account.objects.exclude(person=world.riet).exists()


def test_logins_are_seen_by_their_own_and_by_the_door(world: World):
    with world.acting("riet"):
        assert [a.email for a in Account.objects.all()] == ["riet@voorbeeld.example"]
    with acting_as(office("door")):
        assert Account.objects.count() == 7
    with acting_as(office("link")):
        assert not Account.objects.exists()


def test_strengths_and_hours_are_seen_by_company_and_open_ones_in_the_neighbourhood(world: World):
    with world.acting("fatima"):
        Strength.objects.create(person=world.fatima, kind="can", what="Arabisch", open=True)
        Strength.objects.create(person=world.fatima, kind="lived", what="alleen met drie kinderen")
        ReachableHours.objects.create(person=world.fatima, weekday=1, opens="09:00", closes="12:00")
    with world.acting("riet"):
        assert Strength.objects.count() == 2
    with world.acting("yusuf"):
        assert [s.what for s in Strength.objects.all()] == ["Arabisch"]
        assert ReachableHours.objects.exists()
    with world.acting("kim"):
        assert not Strength.objects.exists()
        assert not ReachableHours.objects.exists()


def test_nobody_says_what_another_can(world: World):
    with world.acting("riet"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Strength.objects.create(person=world.jan, kind="can", what="oppassen")


def test_informal_hats_are_put_on_by_oneself_and_formal_ones_are_granted(world: World):
    with world.acting("jan"):
        assert put_on(person=world.jan, role="flatcommissie", formal=False, since=TODAY)
        for refused in ({"person": world.jan, "formal": True}, {"person": world.riet, "formal": False}):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                put_on(role="wijkwerker", since=TODAY, **refused)
    with acting_as(office("beheer")):
        assert put_on(person=world.jan, role="wijkwerker", formal=True, since=TODAY)


def test_households_are_seen_by_company(world: World):
    with world.acting("riet"):
        live_together(people=[world.riet], name="Kuiper")
    with world.acting("fatima"):
        assert Household.objects.get().name == "Kuiper"
    with world.acting("kim"):
        assert not Household.objects.exists()
        assert not HouseholdMember.objects.exists()


def test_who_is_on_duty_is_seen_in_the_neighbourhood(world: World):
    with acting_as(office("beheer")):
        take_duty(
            hat=world.hats["yusuf"],
            neighbourhood=world.riet.neighbourhood,
            starts=AT,
            ends=AT + timedelta(hours=8),
            phone="0299 00 00 33",
        )
    with world.acting("riet"):
        assert Duty.objects.on(AT).get().hat.person_id == world.yusuf.id
    with world.acting("kim"):
        assert not Duty.objects.exists()


def test_who_reads_a_story_sees_who_is_on_duty_there_without_a_hat_or_a_home_of_their_own(world: World):
    """Els was asked in by mail: she lives nowhere here and wears no hat."""
    hours: dict[str, Any] = {"starts": AT, "ends": AT + timedelta(hours=8)}
    with acting_as(office("beheer")):
        world.people["els"] = note_person(name="Els Vermeer", by=None, at=AT)
        elsewhere = Neighbourhood.objects.create(code="BU09990101", name="Elders", kind="buurt")
        for place, phone in ((world.riet.neighbourhood, "0299 00 00 33"), (elsewhere, "0299 00 00 44")):
            take_duty(hat=world.hats["yusuf"], neighbourhood=place, phone=phone, **hours)
    with world.acting("els"):
        assert not Duty.objects.exists(), "no story, and no duty"
        introduce(person=world.people["els"], to=world.riet, by=world.people["els"], at=AT)
    with world.acting("riet"):
        seat = let_in(circle=world.riets_story.circle, person=world.people["els"], by=world.riet, at=AT, sees_from=AT)
    with world.acting("els"):
        assert [one.phone for one in Duty.objects.on(AT)] == ["0299 00 00 33"], "where Riet lives, and nowhere else"
    with world.acting("riet"):
        leave(membership=seat, by=world.riet, at=AT)
    with world.acting("els"):
        assert not Duty.objects.exists(), "who reads no more, sees it no more"


def test_a_look_is_seen_by_whom_it_is_about_and_is_never_changed(world: World):
    with world.acting("marieke"):
        note_look(
            by=world.marieke,
            hat=world.hats["marieke"],
            about=[world.riet.id, world.marieke.id],
            thing=world.riets_story,
            at=AT,
        )
    with world.acting("riet"):
        look = Look.objects.get()
        assert (look.who_name, look.hat_name, look.thing) == ("Marieke Bos", "wijkwerker", "stories.story")
    with world.acting("fatima"):
        assert not Look.objects.exists()
    with world.acting("marieke"):
        for act in (lambda: Look.objects.update(who_name="niemand"), lambda: Look.objects.all().delete()):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act()


def test_nobody_looks_or_leaves_a_trace_in_the_name_of_another(world: World):
    with world.acting("yusuf"):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            note_look(by=world.marieke, hat=None, about=[world.riet.id], thing=world.riets_story, at=AT)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Trace.objects.create(at=AT, who=world.marieke.id, who_name="Marieke", what="note", thing="x")


def test_a_circle_of_ones_own_is_for_one(world: World):
    with world.acting("jan"):
        mine = own_circle(by=world.jan, at=AT)
        assert own_circle(by=world.jan, at=AT) == mine
    with world.acting("riet"):
        assert not Circle.objects.filter(id=mine.id).exists()


def test_nobody_begins_a_circle_in_the_name_of_another(world: World):
    with world.acting("yusuf"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        begin_circle(name="van Riet", kind="story", by=world.riet, at=AT)
