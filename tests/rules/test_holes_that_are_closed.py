"""Ways around the rules that a review found, and that are closed: each with what still is allowed."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from nabij.base.keys import uuid7
from nabij.people.models import Group, Hat, HouseholdMember, Strength, WayToReach
from nabij.people.verbs import live_together, put_on
from nabij.post.models import Letter
from nabij.stories.models import Answer, OwnWords, Promise, Story
from nabij.stories.verbs import SomebodyUnknown, ask, open_story, promise, tell
from nabij.trust.acting import acting_as, link, office
from nabij.trust.logs import TraceId
from nabij.trust.models import Look, Membership, Trace
from nabij.trust.verbs import NotYours, begin_circle, introduce, leave, note_in, own_circle
from nabij.web.post.sending import send
from tests.web.asking import logged_in
from tests.world import AT, TODAY, World


def refused():
    return pytest.raises(ProgrammingError, match="row-level security")


def membership(world: World, name: str) -> Membership:
    with world.acting("riet"):
        return Membership.objects.get(circle=world.riets_story.circle_id, person=world.people[name])


def test_nobody_reads_on_until_a_day_far_away(world: World):
    mine = Membership.objects.filter(id=membership(world, "jan").id)
    with world.acting("jan"):
        with refused(), transaction.atomic():
            mine.update(until=timezone.now() + timedelta(days=3650))
        assert mine.update(until=timezone.now()) == 1


def test_whom_a_story_is_about_stays_in_it(world: World):
    of_riet = membership(world, "riet")
    answered = logged_in(world, "riet").post(f"/lidmaatschappen/{of_riet.id}/einde/", follow=True)
    assert "degene om wie het gaat" in answered.content.decode()
    with world.acting("riet"):
        assert Story.objects.filter(id=world.riets_story.id).exists()


def test_what_did_not_end_is_not_said_to_have_ended(world: World):
    of_jan = membership(world, "jan")
    said = logged_in(world, "fatima").post(f"/lidmaatschappen/{of_jan.id}/einde/", follow=True).content.decode()
    assert "leest dit verhaal niet meer" not in said
    with world.acting("fatima"), pytest.raises(NotYours), transaction.atomic():
        leave(membership=of_jan, by=world.fatima, at=AT)
    with world.acting("riet"):
        assert not Trace.objects.filter(what="leave").exists()
        leave(membership=of_jan, by=world.riet, at=AT)
        assert Trace.objects.filter(what="leave").count() == 1


def test_noting_somebody_for_oneself_opens_no_number_of_theirs(world: World):
    with world.acting("fatima"):
        WayToReach.objects.create(person=world.fatima, kind="phone", value="0612345678", noted_by=world.fatima)
        Strength.objects.create(person=world.fatima, kind="lived", what="schulden gehad")
    with world.acting("yusuf"):
        note_in(circle=own_circle(by=world.yusuf, at=AT), person=world.fatima, at=AT)
        assert not WayToReach.objects.exists()
        assert not Strength.objects.exists()
    with world.acting("riet"):
        assert WayToReach.objects.exists(), "Riet and Fatima read together"


def test_a_letter_about_a_promise_one_may_not_see_tells_nothing(world: World, mailoutbox):
    with world.acting("marieke"):
        made = ask(who=world.jan, circle=world.riets_story.circle, what="geheim", by=world.marieke, at=timezone.now())
    now = timezone.now()
    shared = {"about_kind": "promise", "about_id": made.id, "written_at": now, "due": now}
    with world.acting("kim"):
        letter = Letter.objects.create(
            kind="question", reader=world.kim, writer=world.kim, expires=now + timedelta(days=2), **shared
        )
    with acting_as(office("post")):
        send(letter=letter.id, at=now)
    assert not [one for one in mailoutbox if "geheim" in one.body]
    with acting_as(link(reader=world.kim.id, reach=made.id)):
        assert not Promise.objects.exists()
        with refused(), transaction.atomic():
            Answer.objects.create(promise=made, kind="yes", by=world.kim, at=AT)
    with acting_as(link(reader=world.jan.id, reach=made.id)):
        assert Promise.objects.get() == made


def test_a_letter_goes_into_no_circle_of_others_and_wears_no_hat_of_others(world: World):
    about = {"about_kind": "promise", "about_id": world.riets_story.id, "written_at": AT, "due": AT}
    circle = world.riets_story.circle_id
    with world.acting("kim"), refused(), transaction.atomic():
        Letter.objects.create(
            kind="question", reader=world.kim, writer=world.kim, circle_key=circle, words="x", **about
        )
    with world.acting("jan"):
        with refused(), transaction.atomic():
            Letter.objects.create(
                kind="question", reader=world.riet, writer=world.jan, hat=world.hats["marieke"], **about
            )
        assert Letter.objects.create(kind="question", reader=world.riet, writer=world.jan, circle_key=circle, **about)


def test_a_promise_wears_the_hat_of_who_does_it_in_a_story_one_sees(world: World):
    with world.acting("jan"):
        with refused(), transaction.atomic():
            promise(
                circle=world.riets_story.circle, what="x", by=world.jan, at=timezone.now(), hat=world.hats["marieke"]
            )
        assert promise(
            circle=world.riets_story.circle, what="x", by=world.jan, at=timezone.now(), hat=world.hats["jan"]
        )
    with world.acting("kim"):
        for act in (
            lambda: promise(
                circle=world.kims_story.circle, story=world.riets_story, what="x", by=world.kim, at=timezone.now()
            ),
            lambda: OwnWords.objects.create(
                story=world.riets_story,
                circle=world.kims_story.circle,
                person=world.kim,
                words="x",
                noted_by=world.kim,
                at=AT,
            ),
        ):
            with refused(), transaction.atomic():
                act()
        assert tell(story=world.kims_story, person=world.kim, words="x", by=world.kim, at=AT)


def test_a_story_is_read_by_whom_it_is_about(world: World):
    with world.acting("yusuf"):
        file = begin_circle(name="dossier", kind="story", by=world.yusuf, at=AT)
        with refused(), transaction.atomic():
            Story.objects.create(circle=file, person=world.fatima, opened_by=world.yusuf, opened_at=AT)
        assert open_story(by=world.yusuf, at=AT, person=world.fatima)


def test_a_household_is_not_joined_by_others_and_nobody_in_it_is_left_out(world: World):
    with acting_as(office("beheer")):
        home = live_together(people=[world.riet, world.kim], name="Kuiper en Lansink")
    with world.acting("yusuf"), refused(), transaction.atomic():
        HouseholdMember.objects.create(household=home, person=world.yusuf)
    with world.acting("marieke"), pytest.raises(SomebodyUnknown), transaction.atomic():
        open_story(by=world.marieke, at=AT, household=home)
    with acting_as(office("beheer")):
        introduce(person=world.kim, to=world.marieke, at=AT)
    with world.acting("marieke"):
        note_in(circle=own_circle(by=world.marieke, at=AT), person=world.kim, at=AT)
        opened = open_story(by=world.marieke, at=AT, household=home)
        assert Membership.objects.filter(circle=opened.circle_id, as_resident=True).count() == 2


def test_an_informal_hat_borrows_no_authority_and_does_not_come_back(world: World):
    with acting_as(office("beheer")):
        town = Group.objects.create(name="Gemeente", kind="municipality", formal=True)
        walkers = Group.objects.create(name="Samen Wandelen", kind="initiative", formal=False)
    with world.acting("jan"):
        for more in ({"group": town}, {"employer": "Gemeente"}, {"by": world.loes}):
            with refused(), transaction.atomic():
                put_on(person=world.jan, role="wijkwerker", formal=False, since=TODAY, **more)
        worn = put_on(person=world.jan, role="loopt mee", formal=False, since=TODAY, group=walkers)
        Hat.objects.filter(id=worn.id).update(until=date(2026, 1, 1))
        assert Hat.objects.filter(id=worn.id).update(until=None) == 0


def test_a_log_holds_the_hat_one_has(world: World):
    row = {"at": AT, "who": world.jan.id, "who_name": "Jan Groen", "what": "read", "thing": "x", "about": world.riet.id}
    row["trace_id"] = TraceId()
    with world.acting("jan"):
        with refused(), transaction.atomic():
            Look.objects.create(**row, hat_name="wijkwerker")
        with refused(), transaction.atomic():
            Look.objects.create(**row, hat_name="buurman", hat=world.hats["marieke"].id)
        with refused(), transaction.atomic():
            Look.objects.create(**row | {"trace_id": uuid7()}, hat_name="buurman")
        assert Look.objects.create(**row, hat_name="buurman")
