"""The activities of the map in anybody's calendar: without an account, the same for all, and of nobody in private."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.models import Confirmation, Contact, Service, Twin
from nabij.directory.verbs import confirm, import_hsds
from nabij.people.models import Neighbourhood
from nabij.trust.acting import acting_as, office
from nabij.web import limits
from nabij.web.limits import LIMITS, Limit
from tests.directory.conftest import NOW, folder  # noqa: F401
from tests.web.asking import count, logged_in

SERVICES = (
    "id,name,description,status,fees_description,assured_date\n"
    'soep,Soep; op de stoep,"Een pan soep,\nelke week.",active,Gratis.,2026-11-14\n'
    "tafel,Eettafel,Samen eten.,active,Vier euro.,2026-01-15\n"
    "balie,Balie,Vraag maar wat je wilt eten.,active,,2026-11-01\n"
    "lijn,Nachtlijn,Praten als je niet slaapt.,active,,2026-11-01\n"
    "ver,Kookclub,Samen koken en eten.,active,,\n"
    "weg,Oude soos,Samen eten van vroeger.,inactive,,2026-11-01\n"
    "dicht,Zomertuin,Samen eten in de tuin.,temporarily closed,,2026-11-01\n"
)
LOCATIONS = (
    "id,name,location_type,latitude,longitude\n"
    "hier,De Stoep,physical,52.5081,4.9696\nver,Het Rond,physical,52.4779,4.9645\n"
)
ADDRESSES = "id,location_id,address_1,city,address_type\na1,hier,Gangeslaan 1,Purmerend,physical\n"
PLACES = "id,service_id,location_id\np1,soep,hier\np2,tafel,hier\np3,ver,ver\np4,balie,hier\n"
HOURS = (
    "id,service_id,freq,byday,opens_at,closes_at,description\n"
    "h1,soep,WEEKLY,SA,12:00,13:00,zaterdag om 12 uur\nh2,soep,MONTHLY,1MO,19:00,20:00,\n"
    'h3,tafel,WEEKLY,TH,17:30,19:30,\nh4,balie,WEEKLY,"MO,TU,WE,TH,FR",09:00,17:00,\n'
    'h5,lijn,WEEKLY,"MO,TU,WE,TH,FR,SA,SU",00:00,23:59,\nh6,ver,WEEKLY,TU,10:00,12:00,\n'
    "h7,weg,WEEKLY,TU,10:00,12:00,\nh8,dicht,WEEKLY,TU,10:00,12:00,\n"
)
CONTACTS = "id,service_id,name,title,email\nc1,soep,Mevrouw de Boer,,boer@post.example\nc2,tafel,Wil,Kookploeg,\n"
PHONES = "id,service_id,contact_id,number\nn1,soep,c1,06 00 00 00 02\nn2,tafel,c2,0299 00 00 01\n"
LANGUAGES = "id,service_id,code\nt1,tafel,tr\n"
HERE = "BU04390309"


@pytest.fixture
def there(db: None, folder: Any, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:  # noqa: F811
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    settings.NABIJ_URL = "https://nabij.example"
    tables = {"services": SERVICES, "locations": LOCATIONS, "addresses": ADDRESSES, "service_at_locations": PLACES}
    more = {"schedules": HOURS, "contacts": CONTACTS, "phones": PHONES, "languages": LANGUAGES}
    with acting_as(office("beheer")):
        import_hsds(path=folder(**tables, **more), at=NOW)
        Neighbourhood.objects.create(code=HERE, name="Wheermolen-Oost", kind="buurt", latitude=52.508, longitude=4.970)


def listing(name: str) -> Service:
    with acting_as(office("beheer")):
        return Service.objects.get(name__startswith=name)


def address(name: str) -> str:
    return f"/kaart/agenda/{listing(name).pk}.ics"


def read(url: str, **asked: str) -> list[str]:
    """The lines of a calendar, unfolded; the shape of it all is checked on the way."""
    response = Client().get(url, asked)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    text = response.content.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")
    for event in parts(lines):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
        assert datetime.fromisoformat(event["DTSTART"]) < datetime.fromisoformat(event["DTEND"])
    uids = [event["UID"] for event in parts(lines)]
    assert len(uids) == len(set(uids))
    return lines


def parts(lines: list[str]) -> list[dict[str, str]]:
    """Each event as its values by name, without their parameters."""
    found: list[dict[str, str]] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            name, _, value = line.partition(":")
            assert name.split(";")[0] not in found[-1], line
            found[-1][name.split(";")[0]] = value
            if line == "END:VEVENT":
                del found[-1]["END"]
    return found


def names(**asked: str) -> list[str]:
    return [event["SUMMARY"] for event in parts(read("/kaart/agenda/gevonden.ics", **asked))]


def test_one_listing_says_when_where_what_and_how_sure(there: None) -> None:
    lines = read(address("Soep"))
    assert "BEGIN:VTIMEZONE" in lines and "X-WR-CALNAME:Soep\\; op de stoep" in lines
    weekly, monthly = parts(lines)
    assert "DTSTART;TZID=Europe/Amsterdam:20261121T120000" in lines
    assert (weekly["RRULE"], weekly["DTEND"]) == ("FREQ=WEEKLY;BYDAY=SA", "20261121T130000")
    assert (monthly["RRULE"], monthly["DTSTART"]) == ("FREQ=MONTHLY;BYDAY=1MO", "20261207T190000")
    assert weekly["SUMMARY"] == "Soep\\; op de stoep"
    assert weekly["LOCATION"] == "De Stoep\\, Gangeslaan 1\\, Purmerend"
    assert weekly["GEO"] == "52.508100;4.969600"
    url = f"https://nabij.example/kaart/{listing('Soep').pk}/"
    assert weekly["URL"] == url
    assert weekly["DESCRIPTION"].split("\\n") == [
        "Een pan soep\\, elke week.",
        "Zaterdag om 12 uur.",
        "Gratis.",
        "Bevestigd op 14 november 2026.",
        url,
    ]
    assert (weekly["STATUS"], weekly["TRANSP"], weekly["CLASS"]) == ("CONFIRMED", "TRANSPARENT", "PUBLIC")


def test_what_nobody_confirmed_lately_says_so(there: None) -> None:
    (event,) = parts(read(address("Eettafel")))
    assert "Bevestigd op 15 januari 2026. Bel of mail eerst even." in event["DESCRIPTION"]
    assert event["STATUS"] == "TENTATIVE"
    assert "Nog niet bevestigd. Bel of mail eerst even." in parts(read(address("Kookclub")))[0]["DESCRIPTION"]
    with acting_as(office("beheer")):
        confirm(service=listing("Eettafel"), found=Confirmation.Found.RIGHT, by=None, at=NOW)
    (event,) = parts(read(address("Eettafel")))
    assert "Bevestigd op 20 november 2026." in event["DESCRIPTION"] and event["STATUS"] == "CONFIRMED"


def test_who_is_private_is_not_in_it_and_who_is_logged_in_gets_the_same(there: None, world: Any) -> None:
    theirs, ours = Client().get(address("Soep")), logged_in(world, "riet").get(address("Soep"))
    assert ours.content == theirs.content
    assert b"Boer" not in ours.content and b"06 00" not in ours.content
    with world.acting("riet"):
        assert Contact.objects.filter(name="Mevrouw de Boer").exists(), "logged in she reads that on the page"
    said = parts(read(address("Eettafel")))[0]["DESCRIPTION"]
    assert "Vraag naar: Wil (kookploeg)." in said and "Bel 0299 00 00 01." in said


def test_it_is_known_by_the_same_name_next_month_also_when_the_hours_change(there: None, monkeypatch: Any) -> None:
    (before,) = parts(read(address("Eettafel")))
    with acting_as(office("beheer")):
        listing("Eettafel").schedules.update(opens_at="18:00")
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=30))
    (after,) = parts(read(address("Eettafel")))
    assert before["UID"] == after["UID"] and (before["DTSTART"], after["DTSTART"]) == (
        "20261119T173000",
        "20261217T180000",
    )


def test_of_a_neighbourhood_what_is_near_and_no_door_that_is_always_open(there: None) -> None:
    assert sorted(names(buurt=HERE)) == ["Eettafel", "Soep\\; op de stoep", "Soep\\; op de stoep"]
    assert "X-WR-CALNAME:Nabij: Wheermolen-Oost" in read("/kaart/agenda/gevonden.ics", buurt=HERE)
    assert len(parts(read(address("Balie")))) == 1, "who wants its hours in their calendar gets them"
    assert parts(read(address("Nachtlijn"))) == []


def test_of_a_question_what_the_map_finds(there: None) -> None:
    assert set(names(q="samen eten")) == {"Eettafel", "Kookclub"}
    assert names(q="samen eten", buurt=HERE) == ["Eettafel"]
    assert names(taal="tr", open="on") == ["Eettafel"], "what is open now says nothing of a calendar"


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({}, "Kies een buurt"),
        ({"buurt": "BU99999999"}, "Deze buurt kennen we niet"),
        ({"leeftijd": "x", "q": "a"}, "jaren"),
    ],
)
def test_a_question_that_cannot_be_read_is_told_why(there: None, asked: dict[str, str], why: str) -> None:
    response = Client().get("/kaart/agenda/gevonden.ics", asked)
    assert response.status_code == 400 and why in response.content.decode()
    assert response["Content-Type"].startswith("text/plain")


def test_what_has_stopped_or_is_closed_for_a_while_is_in_no_calendar(there: None) -> None:
    assert parts(read(address("Oude soos"))) == parts(read(address("Zomertuin"))) == []
    assert Client().get("/kaart/agenda/0197a000-0000-7000-8000-000000000001.ics").status_code == 404


def test_a_double_leads_to_what_is_kept_and_is_found_nowhere(there: None) -> None:
    kept, double = listing("Eettafel"), listing("Kookclub")
    with acting_as(office("beheer")):
        Twin.objects.create(kept=kept, double=double, found="one", at=NOW)
    assert Client().get(address("Kookclub"))["Location"] == address("Eettafel")
    assert names(q="samen eten") == ["Eettafel"]


def test_what_somebody_has_already_is_not_sent_again_and_may_be_kept(there: None) -> None:
    first = Client().get(address("Soep"))
    assert first["Cache-Control"] == "public, max-age=300" and first["Access-Control-Allow-Origin"] == "*"
    assert not first.cookies and "Cookie" not in first.headers.get("Vary", "")
    again = Client().get(address("Soep"), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = Client().get(address("Eettafel"), headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200
    assert Client().post(address("Soep")).status_code == 405


def test_it_speaks_the_language_of_whoever_asks(there: None) -> None:
    said = Client().get(address("Soep"), headers={"Accept-Language": "en"})
    assert "Confirmed on 14 November 2026." in said.content.decode().replace("\r\n ", "")
    assert "Accept-Language" in said["Vary"]


def test_who_asks_too_often_waits(there: None, monkeypatch: pytest.MonkeyPatch) -> None:
    two = tuple(Limit(**{**one.__dict__, "most": 2}) for one in LIMITS if one.name == "public calendars")
    monkeypatch.setattr(limits, "LIMITS", two)
    asked = [Client().get(address("Soep"), REMOTE_ADDR="192.0.2.7") for _time in range(3)]
    assert [one.status_code for one in asked] == [200, 200, 429] and int(asked[2]["Retry-After"]) > 0


def test_from_the_pages_one_gets_there(there: None) -> None:
    client = Client()
    soep, line = listing("Soep").pk, listing("Nachtlijn").pk
    shown = client.get(f"/kaart/{soep}/").text
    assert f'href="webcal://nabij.example/kaart/agenda/{soep}.ics"' in shown
    assert f'href="/kaart/agenda/{soep}.ics"' in shown
    assert "/kaart/agenda/" not in client.get(f"/kaart/{line}/").text
    found = client.get("/kaart/", {"q": "samen eten", "open": "", "tot": "18"}).text
    assert 'href="webcal://nabij.example/kaart/agenda/gevonden.ics?q=samen+eten"' in found
    for page in (f"/kaart/?buurt={HERE}", f"/kaart/lijst/{HERE}/"):
        (link,) = set(re.findall(r'href="webcal://nabij.example([^"]+)"', client.get(page).text))
        assert link == f"/kaart/agenda/gevonden.ics?buurt={HERE}"
    assert "/kaart/agenda/" not in client.get("/kaart/", {"q": "nachtlijn"}).text


def test_it_asks_the_same_few_questions_whatever_stands_in_it(there: None) -> None:
    assert count(Client(), address("Soep")) <= 4
    assert count(Client(), f"/kaart/agenda/gevonden.ics?buurt={HERE}") <= 9
