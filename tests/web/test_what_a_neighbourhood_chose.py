"""The page of a neighbourhood: what who coordinates there chose, and who says that they are there for something."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from nabij.directory.models import Service
from nabij.people.models import Neighbourhood, Place, PlaceHours, Signpost, Structure
from nabij.people.verbs import put_on
from nabij.trust.acting import NOBODY, acting_as, office
from nabij.web.neighbourhood.views import open_when
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/buurt/BU04390302/"
ME: dict[str, Any] = {"called": "Jan", "what": "De lift en de berging.", "reach": "In de hal.", "languages": ["nl"]}


@pytest.fixture
def coordinator(world: World) -> Client:
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        since: dict[str, Any] = {"since": date(2025, 1, 1), "neighbourhood": east}
        put_on(person=world.yusuf, role="coördinator", formal=True, **since)
    return logged_in(world, "yusuf")


def said(client: Client, url: str, **typed: Any) -> str:
    return client.post(url, typed, follow=True).content.decode()


def chosen(client: Client, **more: Any) -> str:
    return said(client, f"{HERE}inrichting/", **{"phone": "0299 12 34 56", "hours": "ma-vr", "team": "on"} | more)


def page(url: str, *, by: Client | None = None) -> str:
    return (by or Client()).get(url).content.decode()


def test_nothing_of_it_is_on_until_it_is_chosen(world: World) -> None:
    before = page(HERE)
    assert "Bij wie kun je terecht?" not in before and "Wie is er waarvoor" not in before
    assert Client().get(f"{HERE}team/").status_code == 404


def test_a_number_is_chosen_and_everybody_reads_it(world: World, coordinator: Client) -> None:
    assert "Bewaard." in chosen(coordinator)
    now = page(HERE)
    assert 'href="tel:0299123456"' in now and "ma-vr" in now and "Wie is er waarvoor" in now
    chosen(coordinator, phone="", hours="", team="")
    assert "Bij wie kun je terecht?" not in page(HERE)


def test_what_a_district_chose_holds_in_its_neighbourhoods(world: World) -> None:
    with acting_as(office("beheer")):
        town = Neighbourhood.objects.get(code="GM0439")
        put_on(person=world.yusuf, role="coördinator", formal=True, since=date(2025, 1, 1), neighbourhood=town)
    said(logged_in(world, "yusuf"), "/buurt/GM0439/inrichting/", phone="0299 99 99 99", team="on")
    assert "0299 99 99 99" in page(HERE)
    assert Client().get(f"{HERE}team/")["Location"] == "/buurt/GM0439/team/"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"phone": "bel maar"}, "Dit is geen telefoonnummer."),
        ({"phone": "", "hours": "ma-vr"}, "Welk nummer is dat?"),
        ({"phone": "0" * 31}, "Zorg dat deze waarde"),
    ],
)
def test_what_cannot_be_is_said_beside_the_box_and_stays(
    world: World, coordinator: Client, typed: dict[str, str], words: str
) -> None:
    answer = coordinator.post(f"{HERE}inrichting/", {"hours": "elke dag"} | typed)
    text = answer.content.decode()
    assert answer.status_code == 400 and words in text
    assert all(f'value="{value}"' in text for value in typed.values() if value)
    with owner():
        assert not Structure.objects.exists()


def test_who_does_not_coordinate_there_finds_no_such_page(world: World) -> None:
    marieke = logged_in(world, "marieke")
    assert marieke.get(f"{HERE}inrichting/").status_code == 404
    assert marieke.post(f"{HERE}plekken/", {"name": "Hier"}).status_code == 404
    assert "Richt deze buurt in" not in page(HERE, by=marieke)


def test_a_place_is_made_opened_changed_and_taken_away(world: World, coordinator: Client) -> None:
    assert "Richt deze buurt in" in page(HERE, by=coordinator)
    assert "Zet er nog bij wanneer hij open is" in said(
        coordinator, f"{HERE}plekken/", name="De Kwelder", step_free="1"
    )
    with owner():
        at = f"/buurt/plekken/{Place.objects.get().pk}/"
    every_day = {"weekdays": range(7), "opens": "0:00", "closes": "23:59"}
    assert "maandag" in said(coordinator, f"{at}uren/", **every_day).lower()
    now = page(HERE)
    assert "Zonder drempel." in now and "Zondag 0.00 - 23.59" in now
    assert "De Nieuwe Kwelder" in said(coordinator, at, name="De Nieuwe Kwelder", what="Koffie.", step_free="0")
    with owner():
        monday = PlaceHours.objects.get(weekday=0)
    said(coordinator, f"{at}uren/{monday.pk}/einde/")
    assert "Maandag" not in page(HERE) and "Koffie." in page(HERE) and "Zonder drempel." not in page(HERE)
    said(coordinator, f"{at}einde/")
    assert "De Nieuwe Kwelder" not in page(HERE)
    assert coordinator.get(at).status_code == 404


def test_a_place_says_whether_it_is_open_now(world: World, coordinator: Client) -> None:
    said(coordinator, f"{HERE}plekken/", name="De Kwelder")
    with owner():
        place = Place.objects.get()
    said(coordinator, f"/buurt/plekken/{place.pk}/uren/", weekdays=[1], opens="9:00", closes="17:00")
    tuesday = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
    with acting_as(NOBODY):
        assert open_when(place, at=tuesday)[0] == "Nu open, tot 17 uur."
        assert open_when(place, at=tuesday + timedelta(hours=8))[0] == "Open dinsdag 1 december vanaf 9 uur."


@pytest.mark.parametrize("midnight", ["0:00", "00:00", "24:00"])
def test_a_place_is_open_until_midnight_and_says_so(world: World, coordinator: Client, midnight: str) -> None:
    said(coordinator, f"{HERE}plekken/", name="De Kwelder")
    with owner():
        place = Place.objects.get()
    at = f"/buurt/plekken/{place.pk}/uren/"
    assert "20.00 - 24.00" in said(coordinator, at, weekdays=[1], opens="20:00", closes=midnight)
    assert "Dinsdag 20.00 - 24.00" in page(HERE)
    tuesday = datetime(2026, 11, 24, 23, tzinfo=ZoneInfo("Europe/Amsterdam"))
    with acting_as(NOBODY):
        assert open_when(place, at=tuesday)[0] == "Nu open, tot 24 uur."
        assert open_when(place, at=tuesday + timedelta(hours=1))[0] == "Open dinsdag 1 december vanaf 20 uur."


def test_times_of_one_day_that_overlap_are_refused_and_those_beside_are_not(world: World, coordinator: Client) -> None:
    said(coordinator, f"{HERE}plekken/", name="De Kwelder")
    with owner():
        at = f"/buurt/plekken/{Place.objects.get().pk}/uren/"
    said(coordinator, at, weekdays=[1, 2], opens="9:00", closes="12:00")
    across = coordinator.post(at, {"weekdays": [0, 2], "opens": "11:00", "closes": "0:00"})
    assert across.status_code == 400 and "Op woensdag staat er al 9.00 - 12.00." in across.content.decode()
    with owner():
        assert PlaceHours.objects.count() == 2
    said(coordinator, at, weekdays=[1, 2], opens="9:00", closes="12:00")  # Said twice is said once.
    said(coordinator, at, weekdays=[1], opens="12:00", closes="0:00")
    within = coordinator.post(at, {"weekdays": [1], "opens": "23:00", "closes": "23:30"})
    assert "Op dinsdag staat er al 12.00 - 24.00." in within.content.decode()
    with owner():
        assert PlaceHours.objects.count() == 3


def test_wrong_times_and_a_name_that_is_taken_are_said_and_lose_nothing(world: World, coordinator: Client) -> None:
    said(coordinator, f"{HERE}plekken/", name="De Kwelder")
    again = coordinator.post(f"{HERE}plekken/", {"name": "de kwelder", "what": "Soep."})
    assert again.status_code == 400 and "Soep." in again.content.decode() and "de kwelder" in again.content.decode()
    nameless = coordinator.post(f"{HERE}plekken/", {"name": " ", "what": "Soep."})
    assert "Hoe heet de plek? Eén woord is genoeg." in nameless.content.decode()
    with owner():
        at = f"/buurt/plekken/{Place.objects.get().pk}/uren/"
    late = coordinator.post(at, {"weekdays": [1], "opens": "12:00", "closes": "9:00"})
    assert late.status_code == 400 and "Het einde komt niet na het begin." in late.content.decode()
    assert "Kies een dag." in coordinator.post(at, {"opens": "9:00", "closes": "12:00"}).content.decode()


def test_somebody_puts_themselves_in_the_team_for_everybody_and_off_again(world: World, coordinator: Client) -> None:
    chosen(coordinator)
    fatima = logged_in(world, "fatima")
    typed = {"called": "Fatima", "what": "Vertalen.", "reach": "Dinsdag.", "languages": ["ar"], "public": "on"}
    assert "Zo sta je er nu bij." in said(fatima, f"{HERE}team/", **typed)
    now = page(f"{HERE}team/")
    assert "Vertalen." in now and "Arabisch" in now and "leidt Samen Wandelen" in now
    assert "Vertalen." in page("/mijn-pagina/", by=fatima)
    with owner():
        mine = Signpost.objects.get()
    assert "Je staat er niet meer bij." in said(fatima, f"/buurt/wegwijzers/{mine.pk}/einde/")
    assert "Vertalen." not in page(f"{HERE}team/")


def test_a_guide_is_read_by_the_neighbourhood_alone_until_they_say_otherwise(world: World) -> None:
    jan = logged_in(world, "jan")
    said(jan, f"{HERE}wegwijzers/", **ME)
    assert "De lift en de berging." in page(f"{HERE}wegwijzers/", by=logged_in(world, "loes"))
    assert "De lift en de berging." not in page(f"{HERE}wegwijzers/")
    assert "Buren die de weg weten" not in page("/kaart/?q=lift&buurt=BU04390302")
    said(jan, f"{HERE}wegwijzers/", **ME | {"public": "on"})
    assert "De lift en de berging." in page(f"{HERE}wegwijzers/")
    with acting_as(office("beheer")):
        Service.objects.create(name="Iets anders", status="active")
    assert f'href="{HERE}wegwijzers/"' in page("/kaart/?q=lift&buurt=BU04390302")


def test_without_words_or_a_way_to_be_found_nothing_is_kept_and_nothing_lost(world: World) -> None:
    jan = logged_in(world, "jan")
    answer = jan.post(f"{HERE}wegwijzers/", ME | {"what": " ", "reach": ""})
    text = answer.content.decode()
    assert answer.status_code == 400 and 'value="Jan"' in text
    assert "Schrijf in één zin waarvoor mensen bij je kunnen komen." in text
    assert "Schrijf hoe mensen je vinden." in text


def test_who_coordinates_takes_somebody_off_and_they_read_why(world: World, coordinator: Client) -> None:
    jan = logged_in(world, "jan")
    said(jan, f"{HERE}wegwijzers/", **ME)
    with owner():
        there = f"/buurt/wegwijzers/{Signpost.objects.get().pk}/einde/"
    assert logged_in(world, "loes").post(there, {"why": "Zomaar."}).status_code == 404
    empty = coordinator.post(there, {"why": "\x00"})
    assert empty.status_code == 400
    assert "Schrijf in één zin waarom." in said(coordinator, there, why="")
    assert "Wie het schreef, leest waarom." in said(coordinator, there, why="Dit is reclame.")
    assert "Dit is reclame." in page("/mijn-pagina/", by=jan)


def test_who_is_not_from_here_is_asked_nothing(world: World) -> None:
    kim = logged_in(world, "kim")
    assert "Ik weet hier ook de weg" not in page(f"{HERE}wegwijzers/", by=kim)
    assert kim.post(f"{HERE}wegwijzers/", ME).status_code == 404


def test_the_pages_ask_the_database_no_more_for_more_people(world: World, coordinator: Client) -> None:
    chosen(coordinator)
    loes = logged_in(world, "loes")
    for url in (HERE, f"{HERE}wegwijzers/"):
        few = count(loes, url)
        for name in ("jan", "fatima", "marieke"):
            said(logged_in(world, name), f"{HERE}wegwijzers/", **ME)
        assert count(loes, url) <= few, url
        with owner():
            Signpost.objects.all().delete()
