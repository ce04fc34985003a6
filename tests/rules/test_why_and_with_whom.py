"""Why something is written down, and whether it may go from a professional to a volunteer: allowed and refused."""

from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from nabij.moments.models import Moment
from nabij.moments.verbs import draw_tie, note, say
from nabij.people.models import Person, WayToReach
from nabij.people.verbs import note_person
from nabij.stories.models import OwnWords
from nabij.stories.verbs import begin_own, begin_smaller_circle, open_story, promise, tell
from nabij.trust.acting import NOBODY, acting_as, office
from nabij.trust.consenting import NotAboutYou, NotTold, WithdrawnAlready, consent, withdraw
from nabij.trust.grounds import NotYetInForce, keep_purpose
from nabij.trust.keeping import is_known_only, known_only
from nabij.trust.models import Circle, Consent, LawInForce, Membership, Purpose, Trace
from nabij.trust.verbs import begin_circle, let_in, note_in, own_circle
from nabij.trust.whatfor import NeedsYes, NotForVolunteers, NotInUse, purpose_for
from tests.conftest import owner
from tests.world import AT, World

CARE = "wmo-onderzoek"  # Not for volunteers.


def refused() -> AbstractContextManager[object]:
    return pytest.raises(ProgrammingError, match="row-level security")


@pytest.fixture
def strict(world: World) -> World:
    """The same neighbourhood, where what is written for an inquiry stays among who works there."""
    with acting_as(office("beheer")):
        keep_purpose(key=CARE, by_name="beheer", at=AT, enabled=True)
    return world


def write(world: World, *, by: str = "marieke", purpose: str = "") -> Moment:
    one = world.people[by]
    return note(line="Gezien.", circle=world.riets_story.circle, by=one, hat=world.hats.get(by), at=AT, purpose=purpose)


def yes(world: World, *, by: str = "riet", for_whom: str = "") -> Consent:
    whom = world.people[for_whom] if for_whom else None
    told = {"informed": "Aan de keukentafel uitgelegd.", "circle": world.riets_story.circle, "at": AT}
    return consent(person=world.riet, by=world.people[by], for_whom=whom, **told)


def test_who_begins_decides_what_is_usual(world: World) -> None:
    with world.acting("riet"):
        mine = begin_own(by=world.riet, at=AT, words="Ik wil lopen.")
        alone = own_circle(by=world.riet, at=AT)
    with world.acting("jan"):
        other = note_person(name="Els", by=world.jan, at=AT)
        neighbours = open_story(by=world.jan, hat=world.hats["jan"], at=AT, person=other)
        group = begin_circle(name="Tuin", kind=Circle.Kind.GROUP, by=world.jan, at=AT)
    with world.acting("marieke"):
        smaller = begin_smaller_circle(story=world.riets_story, name="twee", by=world.marieke, at=AT, readers=[])
    asked = [mine.circle, alone, neighbours.circle, group, smaller, world.riets_story.circle]
    assert [one.purpose_id for one in asked] == [
        "eigen-verhaal",
        "zelf-onthouden",
        "buren-helpen",
        "samen-doen",
        "samen-helpen",
        "samen-helpen",
    ]


def test_a_moment_is_written_for_what_its_circle_is_for_unless_another_is_chosen(strict: World) -> None:
    with strict.acting("fatima"):
        assert write(strict, by="fatima").purpose_id == "samen-helpen"
        assert write(strict, by="fatima", purpose=CARE).purpose_id == CARE
        with pytest.raises(NotInUse):
            write(strict, by="fatima", purpose="jeugdhulp")
        with pytest.raises(NotInUse):
            write(strict, by="fatima", purpose="bestaat-niet")


def test_without_a_purpose_nothing_is_kept(world: World) -> None:
    with world.acting("marieke"):
        write(world)
        with refused(), transaction.atomic():
            Circle.objects.create(name="Zonder", kind="group", made_by=world.marieke, made_at=AT)
        line = {"circle": world.riets_story.circle, "author": world.marieke, "line": "Zonder reden"}
        with refused(), transaction.atomic():
            Moment.objects.create(**line, happened_at=AT, noted_at=AT)
        with refused(), transaction.atomic():
            Moment.objects.create(**line, happened_at=AT, noted_at=AT, purpose_id="wams")


def test_from_a_professional_to_a_volunteer_goes_what_is_meant_for_that(strict: World) -> None:
    with strict.acting("marieke"):
        write(strict)
        with pytest.raises(NotForVolunteers, match="vraag eerst om een ja"):
            write(strict, purpose=CARE)
        line = {"circle": strict.riets_story.circle, "author": strict.marieke, "line": "Langs de regel heen"}
        with refused(), transaction.atomic():
            Moment.objects.create(**line, happened_at=AT, noted_at=AT, purpose_id=CARE)
        closed = begin_smaller_circle(story=strict.riets_story, name="twee", by=strict.marieke, at=AT, readers=[])
        assert purpose_for(circle=closed, chosen=CARE) == CARE, "where only they and the resident read"


def test_what_else_is_written_to_a_circle_goes_no_further_than_its_purpose(strict: World) -> None:
    circle, story, riet = strict.riets_story.circle, strict.riets_story, strict.riet
    with owner():
        Circle.objects.filter(id=circle.id).update(purpose_id=CARE)
    by = {"by": strict.marieke, "at": timezone.now(), "circle": circle}
    acts = (
        lambda: promise(what="Bellen", story=story, **by),
        lambda: tell(story=story, person=riet, words="Gewoon lopen.", by=strict.marieke, at=AT),
        lambda: draw_tie(circle=circle, owner=riet, other=strict.jan, kind="friend", ring=1, told_by=riet, at=AT),
        lambda: say(about=strict.jan, owner=riet, kind="named", said_by=riet, **by),
    )
    with strict.acting("marieke"):
        for act in acts:
            with pytest.raises(NotForVolunteers), transaction.atomic():
                act()
        rest = {"story": story, "circle": circle, "person": riet, "noted_by": strict.marieke, "at": AT}
        with refused(), transaction.atomic():
            OwnWords.objects.create(words="Langs de regel heen", **rest)
    with strict.acting("riet"):
        yes(strict)
    with strict.acting("marieke"):
        for act in acts:
            act()


def test_who_takes_off_the_formal_hat_is_still_at_work_in_that_circle(strict: World) -> None:
    strict.hats.pop("marieke")
    with strict.acting("marieke"):
        assert write(strict).hat is None
        with pytest.raises(NotForVolunteers):
            write(strict, purpose=CARE)


def test_the_resident_says_yes_and_takes_it_back(strict: World) -> None:
    with strict.acting("riet"):
        for_fatima = yes(strict, for_whom="fatima")
    with strict.acting("marieke"), pytest.raises(NotForVolunteers):
        write(strict, purpose=CARE)  # Jan reads here too.
    with strict.acting("riet"):
        for_all = yes(strict)
        assert list(Consent.objects.of(strict.riet)) == [for_all, for_fatima]
    with strict.acting("marieke"):
        assert write(strict, purpose=CARE).purpose_id == CARE
        with refused(), transaction.atomic():
            withdraw(consent=for_all, by=strict.marieke, at=AT)
    with strict.acting("riet"):
        withdraw(consent=for_all, by=strict.riet, at=AT, why="Toch liever niet.")
        with pytest.raises(WithdrawnAlready):
            withdraw(consent=for_all, by=strict.riet, at=AT)
        assert list(Consent.objects.of(strict.riet).standing()) == [for_fatima]
        assert Trace.objects.filter(what__in=("consent", "withdraw")).count() == 3
    with strict.acting("marieke"), pytest.raises(NotForVolunteers):
        write(strict, purpose=CARE)


def test_a_yes_is_the_residents_own_and_says_how_they_were_told(strict: World) -> None:
    told = {"circle": strict.riets_story.circle, "at": AT}
    with strict.acting("fatima"):
        with pytest.raises(NotAboutYou):
            consent(person=strict.fatima, by=strict.fatima, informed="Uitgelegd.", **told)
        with refused(), transaction.atomic():
            consent(person=strict.riet, by=strict.fatima, informed="Uitgelegd.", **told)  # Riet has a login.
    with strict.acting("riet"):
        with pytest.raises(NotTold):
            consent(person=strict.riet, by=strict.riet, informed=" ", **told)
        assert yes(strict).person == strict.riet
    with strict.acting("yusuf"):
        assert not Consent.objects.exists()


def test_a_member_notes_the_yes_of_a_resident_without_a_login(strict: World) -> None:
    with strict.acting("marieke"):
        els = note_person(name="Els", by=strict.marieke, at=AT)
        story = open_story(by=strict.marieke, hat=strict.hats["marieke"], at=AT, person=els, purpose=CARE)
        joining = {"circle": story.circle, "person": strict.fatima, "by": strict.marieke, "hat": strict.hats["fatima"]}
        with pytest.raises(NeedsYes, match="Fatima"):
            let_in(**joining, at=AT)
        with refused(), transaction.atomic():
            Membership.objects.create(
                circle=story.circle, person=strict.fatima, let_in_by=strict.marieke, since=AT, hat=strict.hats["fatima"]
            )
        said = consent(person=els, circle=story.circle, informed="Verteld.", by=strict.marieke, at=AT)
        let_in(**joining, at=timezone.now() - timedelta(minutes=1))
        note(line="Mag nu.", circle=story.circle, by=strict.marieke, hat=strict.hats["marieke"], at=AT)
        assert said.noted_by == strict.marieke


def test_who_read_on_a_yes_alone_reads_no_more_when_it_is_taken_back(strict: World) -> None:
    now = timezone.now()
    with strict.acting("marieke"):
        work = open_story(by=strict.marieke, hat=strict.hats["marieke"], at=AT, person=strict.riet, purpose=CARE)
    with strict.acting("riet"):
        given = consent(person=strict.riet, circle=work.circle, informed="Verteld.", by=strict.riet, at=AT)
    with strict.acting("marieke"):
        for name in ("fatima", "yusuf"):
            reader = {"person": strict.people[name], "hat": strict.hats[name]}
            let_in(circle=work.circle, by=strict.marieke, at=AT, **reader)
    with strict.acting("riet"):
        let_in(circle=work.circle, person=strict.jan, by=strict.riet, at=AT, hat=strict.hats["jan"])
        withdraw(consent=given, by=strict.riet, at=now)
        left = Membership.objects.current().filter(circle=work.circle)
        assert {one.person.first_name for one in left} == {"Riet", "Marieke", "Yusuf", "Jan"}


def test_the_wams_is_refused_until_it_is_known_to_be_in_force(world: World) -> None:
    wams = Purpose.objects.filter(key="wams")
    with acting_as(office("beheer")):
        assert not wams.get().enabled
        with pytest.raises(NotYetInForce):
            keep_purpose(key="wams", by_name="beheer", at=AT, enabled=True)
        with refused(), transaction.atomic():
            wams.update(enabled=True)
        with refused(), transaction.atomic():
            Purpose.objects.create(
                key="stiekem", sentence="x", ground="wams", keep_months=1, recipients="x", people="", data=""
            )
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            LawInForce.objects.create(ground="wams", since=date(2026, 1, 1), source="verzonnen", noted_at=AT)
    with owner():
        wams.update(enabled=True)  # Not even the owner by mistake: the ground itself is not in force.
    with world.acting("fatima"), pytest.raises(NotInUse):
        write(world, by="fatima", purpose="wams")
    with owner():
        LawInForce.objects.create(ground="wams", since=date(2026, 1, 1), source="Stb. 2025, 1", noted_at=AT)
    with world.acting("fatima"):
        assert write(world, by="fatima", purpose="wams").purpose_id == "wams"


def test_administration_keeps_purposes_and_nobody_else(world: World) -> None:
    with acting_as(office("beheer")):
        assert keep_purpose(key="samen-helpen", by_name="beheer", at=AT, keep_months=9).keep_months == 9
        with pytest.raises(IntegrityError), transaction.atomic():
            Purpose.objects.filter(key="samen-helpen").update(keep_months=0)
        with pytest.raises(IntegrityError), transaction.atomic():
            Purpose.objects.filter(key="samen-helpen").update(ground="omdat")
    with world.acting("marieke"), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Purpose.objects.update(keep_months=600)
    with acting_as(NOBODY):
        assert Purpose.objects.in_use().count() == 5


def test_of_who_is_only_known_as_somebody_nothing_sensitive_and_no_number_is_noted(world: World) -> None:
    with world.acting("marieke"):
        hond = note_person(known_as="buurman met de hond", by=world.marieke, at=AT)
        with pytest.raises(IntegrityError), transaction.atomic():
            note_person(known_as="man uit de flat", community="Syrisch", by=world.marieke, at=AT)
        note_in(circle=world.riets_story.circle, person=hond, at=AT)
        assert (is_known_only(hond.id), is_known_only(world.riet.id)) == (True, False)
        assert known_only(Person.objects.filter(id__in=[hond.id, world.riet.id])) == {hond.id}
        way = {"kind": "phone", "value": "0612345678", "noted_by": world.marieke}
        with refused(), transaction.atomic():
            WayToReach.objects.create(person=hond, only_for=world.marieke, **way)
        WayToReach.objects.create(
            person=note_person(name="Els", by=world.marieke, at=AT), only_for=world.marieke, **way
        )
    with acting_as(office("beheer")):
        with refused(), transaction.atomic():
            WayToReach.objects.create(person=hond, **way)
        WayToReach.objects.create(person=world.kim, **way)
