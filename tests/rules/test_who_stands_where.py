"""Who chooses how much structure a neighbourhood has, and who is seen to be there for something."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.people.chosen import has_guides
from nabij.people.granting import open_place
from nabij.people.models import Neighbourhood, Person, Place, PlaceHours, Signpost, Structure
from nabij.people.own import NothingSaid
from nabij.people.structuring import (
    NoReason,
    NotThere,
    change_place,
    choose,
    close_place,
    keep_open,
    stand,
    step_back,
    take_off,
)
from nabij.people.verbs import give_account, note_birth, note_person, put_on
from nabij.trust import administering
from nabij.trust.acting import NOBODY, acting_as, office, person
from nabij.trust.retention import forget
from tests.conftest import owner
from tests.trust.aging import older
from tests.world import AT, World

pytestmark = pytest.mark.django_db
REFUSED = "row-level security"


@pytest.fixture
def here(world: World) -> Neighbourhood:
    """Wheermolen-Oost, where Yusuf coordinates, with a page of the team; and a person elsewhere."""
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        since: dict[str, Any] = {"since": date(2025, 1, 1), "neighbourhood": east}
        world.hats["yusuf"] = put_on(person=world.yusuf, role="coördinator", formal=True, **since)
        Neighbourhood.objects.create(code="GM0363", name="Amsterdam", kind="gemeente")
        far = Neighbourhood.objects.create(code="BU03630001", name="Elders", kind="buurt", parent_id="GM0363")
        world.people["ver"] = note_person(name="Vera Ver", by=None, at=AT, neighbourhood=far)
        give_account(person=world.ver, email="ver@voorbeeld.example", at=AT)
    with world.acting("yusuf"):
        choose(neighbourhood=east, phone="0299 12 34 56", hours="ma-vr", team=True, at=AT)
    return east


def stands(world: World, name: str, here: Neighbourhood, **said: Any) -> Signpost:
    usual: dict[str, Any] = {"hat": None, "called": "", "what": "Het gemeentehuis.", "languages": ["nl"]}
    usual |= {"reach": "In De Kwelder.", "public": False} | said
    with world.acting(name):
        return stand(neighbourhood=here, by=world.people[name], at=AT, **usual)


def seen(world: World, name: str = "") -> list[str]:
    with world.acting(name) if name else acting_as(NOBODY):
        return sorted(Signpost.objects.current().values_list("called", flat=True))


def refused(world: World, name: str, what: Any) -> None:
    with world.acting(name), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        what()


def test_only_who_coordinates_there_chooses(world: World, here: Neighbourhood) -> None:
    again = {"neighbourhood": here, "phone": "", "hours": "", "team": False, "at": AT + timedelta(days=1)}
    refused(world, "marieke", lambda: choose(**again))
    with acting_as(NOBODY):
        assert Structure.objects.standing().get().phone == "0299 12 34 56"
    with world.acting("yusuf"):
        choose(**again)
    with acting_as(NOBODY):
        assert not Structure.objects.standing().get().team


def test_only_who_coordinates_there_keeps_its_places(world: World, here: Neighbourhood) -> None:
    refused(world, "marieke", lambda: open_place(name="Mijn huis", neighbourhood=here))
    far = Neighbourhood(code="BU03630001")
    refused(world, "yusuf", lambda: open_place(name="Daar", neighbourhood=far))
    with world.acting("yusuf"):
        place = open_place(name="De Kwelder", neighbourhood=here)
        keep_open(place=place, weekdays=[0, 1], opens=time(9), closes=time(12))
    refused(world, "marieke", lambda: keep_open(place=place, weekdays=[2], opens=time(9), closes=time(12)))
    with world.acting("marieke"):
        change_place(place=place, name="Van mij")
        close_place(place=place, at=AT)
        assert PlaceHours.objects.filter(place=place).delete()[0] == 0
    with acting_as(NOBODY):
        assert (Place.objects.get().name, Place.objects.get().until, PlaceHours.objects.count()) == (
            "De Kwelder",
            None,
            2,
        )
    with world.acting("yusuf"):
        change_place(place=place, name="De Nieuwe Kwelder", what="Koffie.")
        close_place(place=place, at=AT)
        assert PlaceHours.objects.filter(place=place).delete()[0] == 2
    with acting_as(NOBODY):
        assert Place.objects.get().until == date(2026, 11, 18)


def test_the_neighbourhood_sees_who_is_there_and_everybody_whom_it_may(world: World, here: Neighbourhood) -> None:
    stands(world, "jan", here, called="Jan")
    stands(world, "fatima", here, called="Fatima", hat=world.hats["fatima"], public=True)
    assert seen(world) == ["Fatima"] == seen(world, "ver")
    assert seen(world, "loes") == ["Fatima", "Jan"]


def test_of_who_is_seen_by_everybody_nothing_more_is_seen(world: World, here: Neighbourhood) -> None:
    stands(world, "fatima", here, hat=world.hats["fatima"], public=True)
    with acting_as(NOBODY):
        assert not Person.objects.exists()


def test_without_a_page_of_the_team_nobody_stands_in_it(world: World, here: Neighbourhood) -> None:
    stands(world, "fatima", here, called="Fatima", hat=world.hats["fatima"], public=True)
    off = {"neighbourhood": here, "phone": "", "hours": "", "team": False, "at": AT + timedelta(days=1)}
    with world.acting("yusuf"):
        choose(**off)
    assert seen(world) == [] == seen(world, "loes")
    assert seen(world, "fatima") == ["Fatima"]
    refused(world, "marieke", lambda: stands(world, "marieke", here, hat=world.hats["marieke"]))


def test_a_hat_that_is_off_stands_in_no_team(world: World, here: Neighbourhood) -> None:
    stands(world, "fatima", here, called="Fatima", hat=world.hats["fatima"], public=True)
    with world.acting("fatima"):
        administering.take_off_hat(hat=world.hats["fatima"], by=world.fatima, at=timezone.now(), why="Klaar.")
    assert seen(world) == [] == seen(world, "loes")


def test_who_stands_still_is_not_shown(world: World, here: Neighbourhood) -> None:
    stands(world, "jan", here, called="Jan", public=True)
    with acting_as(office("beheer")):
        administering.switch_off(account=world.jan.account, by=None, at=timezone.now(), why="Even niet.")
    assert seen(world) == []


def test_nobody_stands_for_another_nor_in_a_hat_of_another(world: World, here: Neighbourhood) -> None:
    with world.acting("jan"):
        said: dict[str, Any] = {"kind": "guide", "neighbourhood": here, "called": "x", "what": "x", "reach": "x"}
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            Signpost.objects.create(person=world.marieke, at=AT, **said)
    refused(world, "jan", lambda: stands(world, "jan", here, hat=world.hats["marieke"]))
    refused(world, "ver", lambda: stands(world, "ver", here))


def test_a_hat_of_elsewhere_is_no_hat_of_this_team(world: World, here: Neighbourhood) -> None:
    with acting_as(office("beheer")):
        far = Neighbourhood.objects.get(code="BU03630001")
        town = Neighbourhood.objects.get(code="GM0439")
        since: dict[str, Any] = {"formal": True, "since": date(2025, 1, 1)}
        other = put_on(person=world.jan, role="wijkwerker", neighbourhood=far, **since)
        whole = put_on(person=world.jan, role="wethouder", neighbourhood=town, **since)
    refused(world, "jan", lambda: stands(world, "jan", here, hat=other))
    assert stands(world, "jan", here, hat=whole).role == "wethouder"


def test_a_child_is_no_guide(world: World, here: Neighbourhood) -> None:
    now = timezone.now()
    with world.acting("marieke"):
        child = world.people["lin"] = note_person(name="Lin Klein", by=world.marieke, at=now, neighbourhood=here)
        note_birth(person=child, day=timezone.localdate() - timedelta(days=14 * 366), by=world.marieke, at=now)
    with acting_as(office("beheer")):
        give_account(person=child, email="lin@voorbeeld.example", at=now)
        world.hats["lin"] = put_on(
            person=child, role="helper", formal=False, since=date(2025, 1, 1), neighbourhood=here
        )
    refused(world, "lin", lambda: stands(world, "lin", here))
    refused(world, "lin", lambda: stands(world, "lin", here, hat=world.hats["lin"], public=True))


def test_nobody_passes_for_another_than_their_hat_says(world: World, here: Neighbourhood) -> None:
    said: dict[str, Any] = {
        "neighbourhood": here,
        "person": world.jan,
        "called": "Dr. Jansen",
        "what": "x",
        "reach": "x",
    }
    with acting_as(office("beheer")):
        near = put_on(person=world.jan, role="vrijwilliger", formal=False, since=date(2025, 1, 1), neighbourhood=here)
    refused(world, "jan", lambda: Signpost.objects.create(kind="guide", role="huisarts", formal=True, at=AT, **said))
    refused(world, "jan", lambda: Signpost.objects.create(kind="guide", formal=True, at=AT, **said))
    team = {"kind": "team", "hat": near, "at": AT} | said
    refused(world, "jan", lambda: Signpost.objects.create(role="huisarts", formal=True, **team))
    with world.acting("jan"):
        assert Signpost.objects.create(role="vrijwilliger", formal=False, **team)


def test_nothing_is_said_for_later(world: World, here: Neighbourhood) -> None:
    later = timezone.now() + timedelta(days=9)
    said: dict[str, Any] = {"kind": "guide", "neighbourhood": here, "called": "x", "what": "x", "reach": "x"}
    refused(world, "jan", lambda: Signpost.objects.create(person=world.jan, at=later, **said))
    refused(world, "yusuf", lambda: choose(neighbourhood=here, phone="", hours="", team=False, at=later))


def test_who_moved_away_is_no_guide_here_any_more(world: World, here: Neighbourhood) -> None:
    stands(world, "riet", here, called="Riet", public=True)
    assert seen(world) == ["Riet"]
    with world.acting("riet"):
        Person.objects.filter(pk=world.riet.pk).update(neighbourhood_id="BU03630001")
    assert seen(world) == []


def test_the_town_reads_who_knows_the_way_in_its_neighbourhoods(world: World, here: Neighbourhood) -> None:
    stands(world, "jan", here, called="Jan")
    with world.acting("loes"):
        assert has_guides(Neighbourhood.objects.get(code="GM0439"))


def test_one_steps_back_and_says_it_anew(world: World, here: Neighbourhood) -> None:
    stands(world, "jan", here, called="Jan")
    second = stands(world, "jan", here, called="Johan")
    assert seen(world, "loes") == ["Johan"]
    with world.acting("loes"), pytest.raises(NotThere):
        step_back(signpost=second, by=world.loes, at=AT)
    with world.acting("jan"):
        step_back(signpost=second, by=world.jan, at=AT)
        with pytest.raises(NotThere):
            step_back(signpost=second, by=world.jan, at=AT)
    assert seen(world, "loes") == []


def test_who_coordinates_takes_somebody_off_with_why_and_they_read_it(world: World, here: Neighbourhood) -> None:
    wrong = stands(world, "jan", here, called="Jan")
    with world.acting("loes"), pytest.raises(NotThere):
        take_off(signpost=wrong, why="Zomaar.", by=world.loes, at=AT)
    with world.acting("yusuf"):
        with pytest.raises(NoReason):
            take_off(signpost=wrong, why=" ", by=world.yusuf, at=AT)
        take_off(signpost=wrong, why="Dit is reclame.", by=world.yusuf, at=AT)
    with world.acting("jan"):
        assert Signpost.objects.get().why == "Dit is reclame."
    assert seen(world, "loes") == []


def test_nothing_is_said_without_words(world: World, here: Neighbourhood) -> None:
    with pytest.raises(NothingSaid):
        stands(world, "jan", here, what="  ")


def test_it_goes_with_the_log_in_and_a_year_after_one_stepped_back(world: World, here: Neighbourhood) -> None:
    past = stands(world, "loes", here)
    stands(world, "ver", Neighbourhood(code="BU03630001"), public=True)
    with world.acting("loes"):
        step_back(signpost=past, by=world.loes, at=timezone.now())
    assert forget(at=timezone.now()).lines == []
    older(timedelta(days=800), tables=["people_account", "people_person", "people_signpost"])
    forget(at=timezone.now())
    with owner():
        assert not Signpost.objects.exists()


def test_who_has_no_log_in_any_more_is_not_shown(world: World, here: Neighbourhood) -> None:
    stands(world, "jan", here, called="Jan", public=True)
    with owner():
        world.jan.account.delete()
    assert seen(world) == []


def test_the_rules_are_those_of_a_person_without_a_hat_too(world: World, here: Neighbourhood) -> None:
    """A neighbour who wears no hat is a guide as well: knowing the way is no role."""
    with acting_as(person(world.riet.id)):
        made = stand(
            neighbourhood=here,
            hat=None,
            called="",
            what="De bus.",
            languages=[],
            reach="Bij de halte.",
            public=False,
            by=world.riet,
            at=AT,
        )
    assert made.called == "Riet"
    assert seen(world, "loes") == ["Riet"]
