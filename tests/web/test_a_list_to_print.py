"""Whoever passes by prints what there is in a neighbourhood, without an account."""

import re
from datetime import timedelta

import pytest
import segno
from django.test import Client
from django.utils import timezone

from nabij.directory.models import Service
from nabij.people.models import Neighbourhood
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.directory.conftest import NOW, bring, folder  # noqa: F401
from tests.web.asking import count

SERVICES = (
    "id,name,description,status,fees_description,assured_date\n"
    "soep,Soep op de stoep,Een pan soep op de stoep.,active,Gratis.,2026-11-14\n"
    "tafel,Eettafel,Samen eten.,active,Vier euro.,2026-11-15\n"
    "oud,Koken met Kees,Mannen koken.,active,,2026-01-15\n"
    "lijn,Nachtlijn,Praten als je niet slaapt.,active,,2026-11-01\n"
    "ver,Kringloop,Meubels.,active,,2026-11-01\n"
    "weg,Oude soos,Bestaat niet meer.,inactive,,2026-11-01\n"
)
LOCATIONS = (
    "id,name,location_type,latitude,longitude\n"
    "hier,De Stoep,physical,52.5081,4.9696\ndaar,De Wheerplaats,physical,52.5076,4.9640\n"
    "ver,Het Rond,physical,52.4779,4.9645\n"
)
PLACES = "id,service_id,location_id\np1,soep,hier\np2,tafel,daar\np3,oud,hier\np4,ver,ver\n"
TERMS = "id,code,name\neten,category:eten,Eten\npraten,category:praten,Praten\n"
ABOUT = (
    "id,link_id,taxonomy_term_id,link_type,link_entity\n"
    "s1,soep,eten,category,service\ns2,tafel,eten,category,service\ns3,oud,eten,category,service\n"
    "s4,lijn,praten,category,service\ns5,tafel,praten,category,service\n"
)
HOURS = "id,service_id,freq,byday,opens_at,closes_at,description\nh1,soep,WEEKLY,SA,12:00,13:00,zaterdag om 12 uur\n"


@pytest.fixture
def there(folder, bring, monkeypatch) -> Neighbourhood:  # noqa: F811
    """Two listings near the middle of a neighbourhood, one nobody confirmed, one by telephone, one across town."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    bring(
        folder(
            services=SERVICES,
            locations=LOCATIONS,
            service_at_locations=PLACES,
            taxonomy_terms=TERMS,
            attributes=ABOUT,
            schedules=HOURS,
        )
    )
    with acting_as(office("beheer")):
        return Neighbourhood.objects.create(
            code="BU04390302", name="Wheermolen-Oost", kind="buurt", latitude=52.508, longitude=4.970
        )


def headings(shown: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", shown, re.DOTALL)]


def test_it_stands_by_subject_the_nearest_first_and_what_nobody_confirmed_last(there, client: Client) -> None:
    shown = client.get("/kaart/lijst/BU04390302/").content.decode()
    assert headings(shown)[:6] == ["Eten", "Soep op de stoep", "Eettafel", "Koken met Kees", "Praten", "Nachtlijn"]
    assert shown.count("Eettafel") == 2 and "Past hier ook bij: Eettafel (bij Eten)." in " ".join(shown.split())
    assert "Kringloop" not in shown and "Oude soos" not in shown
    assert "De Stoep. Zaterdag om 12 uur. Gratis." in shown
    assert "Vier vermeldingen, in deze buurt of dichtbij. Stand van 20 november 2026." in shown
    assert "10 maanden niet bevestigd." in shown
    assert "Nu open" not in shown


def test_the_code_and_the_words_beside_it_are_the_address_of_the_page(there, client: Client, settings) -> None:
    settings.NABIJ_URL = "https://nabij.voorbeeld.example"
    shown = client.get("/kaart/lijst/BU04390302/").content.decode()
    assert "https://nabij.voorbeeld.example/kaart/lijst/BU04390302/" in shown
    assert '<img class="qr" src="/kaart/lijst/BU04390302/code.svg"' in shown and "data-print" in shown
    drawn = client.get("/kaart/lijst/BU04390302/code.svg")
    assert drawn["Content-Type"] == "image/svg+xml"
    symbol = segno.make_qr("https://nabij.voorbeeld.example/kaart/lijst/BU04390302/", error="m")
    (path,) = re.findall(r' d="([^"]+)"', drawn.content.decode().replace(' d="M0 0h', ' e="M0 0h'))
    (same,) = re.findall(r' d="([^"]+)"', symbol.svg_inline(scale=3, border=2))
    assert path == same


def test_from_the_map_one_goes_there_when_a_neighbourhood_is_chosen(there, client: Client) -> None:
    link = 'href="/kaart/lijst/BU04390302/"'
    assert link in client.get("/kaart/", {"buurt": "BU04390302"}).content.decode()
    assert link not in client.get("/kaart/", {"q": "soep"}).content.decode()


def test_a_neighbourhood_that_is_not_there_has_no_list(there, client: Client) -> None:
    assert client.get("/kaart/lijst/BU99999999/").status_code == 404
    assert client.get("/kaart/lijst/BU99999999/code.svg").status_code == 404


def test_an_empty_list_says_so(there, client: Client) -> None:
    with owner():
        Service.objects.all().delete()
    assert "Hier staat nog niets op de kaart." in client.get("/kaart/lijst/BU04390302/").content.decode()


def test_it_asks_the_same_few_questions_whatever_stands_on_it(there, client: Client) -> None:
    many = count(client, "/kaart/lijst/BU04390302/")
    with owner():
        Service.objects.exclude(name="Eettafel").delete()
    assert count(client, "/kaart/lijst/BU04390302/") <= many <= 6


def test_a_day_later_the_day_on_paper_is_another(there, client: Client, monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=1))
    assert "Stand van 21 november 2026." in client.get("/kaart/lijst/BU04390302/").content.decode()
