"""What the page of a listing tells machines: by the words of schema.org, only what stands there, and never a script."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.models import CostOption, Service
from nabij.directory.needs import Needs, costs_nothing
from nabij.directory.search import find
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import NOBODY, acting_as, office
from tests.directory.conftest import LISTINGS, NOW, folder, listings  # noqa: F401
from tests.web.asking import logged_in

THING = {"@type", "@id", "url", "name", "description"}
# Of each kind that we use: what schema.org 29 knows of it and we may say, and what must be there.
KNOWN: dict[str, tuple[set[str], set[str]]] = {
    "Service": (
        THING | {"serviceType", "provider", "areaServed", "audience", "offers", "hoursAvailable", "availableChannel"},
        {"@id", "url", "name"},
    ),
    "EventSeries": (
        THING
        | {"startDate", "eventSchedule", "eventStatus", "location", "organizer", "inLanguage", "isAccessibleForFree"},
        {"@id", "url", "name", "startDate", "eventSchedule"},
    ),
    "Organization": (THING, {"name"}),
    "AdministrativeArea": (THING, {"name"}),
    "PeopleAudience": ({"@type", "audienceType", "suggestedMinAge", "suggestedMaxAge"}, set()),
    "Offer": ({"@type", "price", "priceCurrency", "description"}, set()),
    "OpeningHoursSpecification": (
        {"@type", "dayOfWeek", "opens", "closes", "validFrom", "validThrough"},
        {"dayOfWeek", "opens", "closes"},
    ),
    "ServiceChannel": ({"@type", "serviceUrl", "servicePhone", "serviceLocation", "availableLanguage"}, set()),
    "ContactPoint": ({"@type", "telephone", "email"}, set()),
    "Place": (THING | {"address", "geo"}, set()),
    "PostalAddress": ({"@type", "streetAddress", "postalCode", "addressLocality", "addressCountry"}, set()),
    "GeoCoordinates": ({"@type", "latitude", "longitude"}, {"latitude", "longitude"}),
    "Schedule": (
        {"@type", "repeatFrequency", "byDay", "byMonthDay", "startDate", "endDate", "exceptDate", "startTime"}
        | {"endTime", "scheduleTimezone"},
        {"startDate", "startTime", "endTime", "scheduleTimezone"},
    ),
}
KNOWN |= {"GovernmentService": KNOWN["Service"], "GovernmentOrganization": KNOWN["Organization"]}


class Blocks(HTMLParser):
    """The scripts of a page with their kind, read as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[tuple[str, str]] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script"
        if self.inside:
            self.scripts.append((dict(attrs).get("type") or "", ""))

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[-1] = (self.scripts[-1][0], data)

    def handle_endtag(self, tag: str) -> None:
        self.inside = False


def told(client: Client, service: Service) -> list[dict[str, Any]]:
    """The nodes of the page, whose shape is checked on the way."""
    page = client.get(f"/kaart/{service.pk}/")
    assert page.status_code == 200
    (said,) = [json.loads(text) for kind, text in Blocks(page.text).scripts if kind == "application/ld+json"]
    assert (set(said), said["@context"]) == ({"@context", "@graph"}, "https://schema.org")
    assert faults(said["@graph"]) == []
    return said["@graph"]


def faults(said: Any) -> list[str]:
    if isinstance(said, list):
        return [fault for one in said for fault in faults(one)]
    if not isinstance(said, dict):
        return []
    if said.get("@type") not in KNOWN:
        return [f"unknown kind: {said}"]
    known, needed = KNOWN[said["@type"]]
    wrong = [f"{said['@type']}.{name}" for name in (set(said) - known) | (needed - set(said))]
    wrong += [f"{said['@type']}.{name} is empty" for name, value in said.items() if value in ("", None, [], {})]
    return wrong + [fault for value in said.values() for fault in faults(value)]


@pytest.fixture
def demo(listings: None, db: None, client: Client, monkeypatch: Any, settings: Any) -> Client:  # noqa: F811
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    settings.NABIJ_URL = "https://nabij.example"
    return client


def listing(number: int) -> Service:
    with acting_as(office("beheer")):
        return Service.objects.get(email=f"l.{number:02}@voorbeeld.example")


def test_every_listing_of_the_demo_fits_the_words_of_schema_org(demo: Client) -> None:
    with acting_as(office("beheer")):
        services = list(Service.objects.all())
    kinds = [node["@type"] for service in services for node in told(demo, service)]
    assert 40 <= len(services) == sum(kind in ("Service", "GovernmentService") for kind in kinds)
    assert kinds.count("EventSeries") >= 15 and "GovernmentService" in kinds


def test_an_activity_tells_when_where_by_whom_and_in_which_language(demo: Client) -> None:
    service, activity = told(demo, listing(1))
    url = f"https://nabij.example/kaart/{listing(1).pk}/"
    assert (service["@type"], service["@id"], service["name"]) == ("Service", url, "Eettafel De Wheerplaats")
    assert service["provider"]["name"] == "Kookploeg De Wheerplaats"
    assert service["serviceType"] == ["Eten", "Praten en gezelschap"]
    (channel,) = [service["availableChannel"]]
    assert channel["servicePhone"]["telephone"] == ["0299000001"] and channel["availableLanguage"] == ["nl"]
    (opening,) = service["hoursAvailable"]
    assert (opening["dayOfWeek"], opening["opens"], opening["closes"]) == (["Thursday"], "17:30", "19:30")
    (schedule,) = activity["eventSchedule"]
    assert (schedule["repeatFrequency"], schedule["byDay"]) == ("P1W", ["https://schema.org/Thursday"])
    assert (activity["startDate"], schedule["scheduleTimezone"]) == ("2026-11-19T17:30:00+01:00", "Europe/Amsterdam")
    (place,) = activity["location"]
    assert place["name"] == "De Wheerplaats" and place["address"]["addressLocality"] == "Purmerend"
    assert 52 < place["geo"]["latitude"] < 53


def test_what_comes_back_once_a_month_is_a_schedule_and_no_opening_of_the_week(demo: Client) -> None:
    with acting_as(office("beheer")):
        monthly = Service.objects.filter(schedules__byday="1SA").get()
    service, activity = told(demo, monthly)
    assert "hoursAvailable" not in service
    assert (activity["eventSchedule"][0]["repeatFrequency"], activity["eventSchedule"][0]["byDay"]) == ("P1M", ["1SA"])


def small(folder: Any, **tables: str) -> Service:  # noqa: F811
    with acting_as(office("beheer")):
        import_hsds(path=folder(**tables), at=NOW)
        return Service.objects.get(source_key="s1")


PEOPLE = {
    "services": "id,name,description,fees_description\ns1,Soep,Samen eten,Gratis.\n",
    "contacts": (
        "id,service_id,name,title,email\nc1,s1,Mevrouw de Boer,,boer@post.example\nc2,s1,Wil,Kok,wil@kok.example\n"
    ),
    "phones": "id,service_id,contact_id,number\nn1,s1,c1,06 00 00 00 02\nn2,s1,c2,0299 00 00 01\n",
}


def test_who_is_private_is_not_told_and_who_is_logged_in_gets_no_block(db: None, folder: Any, world: Any) -> None:  # noqa: F811
    service = small(folder, **PEOPLE)
    (said,) = told(Client(), service)
    assert said["availableChannel"]["servicePhone"] == {
        "@type": "ContactPoint",
        "telephone": ["0299000001"],
        "email": ["wil@kok.example"],
    }
    assert "Boer" not in str(said) and "Wil" not in str(said), "nobody is named to machines"
    page = logged_in(world, "riet").get(f"/kaart/{service.pk}/").text
    assert "Boer" in page and "ld+json" not in page


def test_what_has_stopped_is_told_no_machine(db: None, folder: Any) -> None:  # noqa: F811
    service = small(folder, services="id,name,status\ns1,Soep,defunct\n")
    assert "ld+json" not in Client().get(f"/kaart/{service.pk}/").text


HOSTILE = "</script><script>alert(1)</script><!--<script>&amp;\u2028]]>"
RUNS = "javascript:alert(1)"


def test_hostile_words_cannot_break_out(db: None, folder: Any) -> None:  # noqa: F811
    tables = {
        "organizations": f'id,name,website\no1,"{HOSTILE}",{RUNS}\n',
        "services": f'id,name,description,organization_id,url\ns1,"Soep {HOSTILE}","{HOSTILE}",o1,{RUNS}\n',
        "schedules": "id,service_id,freq,byday,opens_at,closes_at\nh1,s1,WEEKLY,TU,10:00,12:00\n",
    }
    service = small(folder, **tables)
    page = Client().get(f"/kaart/{service.pk}/").text
    without = Client().get("/kaart/").text
    assert [kind for kind, _ in Blocks(page).scripts].count("application/ld+json") == 1
    assert len(Blocks(page).scripts) == len(Blocks(without).scripts) + 1, "no other script came into the page"
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert block and not re.search(r"[<>&]", block[1])
    assert json.loads(block[1])["@graph"][0]["description"] == " ".join(HOSTILE.split())
    assert "javascript:" not in block[1]


def test_the_policy_of_the_page_is_as_strict_as_before(demo: Client) -> None:
    policy = demo.get(f"/kaart/{listing(1).pk}/").headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy and "unsafe" not in policy and "nonce" not in policy


def test_the_block_stays_small(demo: Client) -> None:
    with acting_as(office("beheer")):
        services = list(Service.objects.all())
    sizes = [len(json.dumps(told(demo, service))) for service in services]
    assert max(sizes) < 4000


@pytest.mark.parametrize(
    ("fees", "options"),
    [
        ("Gratis.", []),
        ("Gratisboek 5 euro", []),
        ("Niet gratis", []),
        ("", []),
        ("", [(0, "")]),
        ("Gratis", [(5, "")]),
        ("", [(0, ""), (None, "gratis voor leden")]),
        ("", [(None, "lid")]),
    ],
)
def test_it_is_free_here_as_it_is_in_the_search(db: None, folder: Any, fees: str, options: list[Any]) -> None:  # noqa: F811
    service = small(folder, services=f"id,name,fees_description\ns1,Soep,{fees}\n")
    with acting_as(office("beheer")):
        for amount, words in options:
            CostOption.objects.create(service=service, amount=amount, option=words)
    with acting_as(NOBODY):
        found = {hit.service for hit in find(words="", at=NOW, needs=Needs(free=True), limit=100)}
    assert costs_nothing(fees, options=options) == (service in found)
