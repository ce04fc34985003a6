"""A list as a coordinator sends it, looks at it and brings it in."""

import html
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nabij.directory.models import Service
from nabij.people.models import Neighbourhood
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.directory.lists import workbook
from tests.web.asking import logged_in

HEADINGS = ("Activiteit", "Organisatie", "Telefoon", "Van", "Tot", "Kleur")
GOOD = ("Soep", "De Brug", "0299 123456", "10:00", "12:00", "rood")
LATE = ("Eettafel", "De Brug", "0299 123456", "19:00", "17:00", "")
NAMELESS = ("", "De Brug", "0299 654321", "", "", "")
OTHER = ("Brood", "De Brug", "0299 123456", "10:00", "12:00", "")


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch):
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)


@pytest.fixture
def coordinator(world):
    """Yusuf coordinates in Wheermolen-Oost."""
    with acting_as(office("beheer")):
        coordinates(world.yusuf)
    return logged_in(world, "yusuf")


def coordinates(person, code="BU04390302"):
    here, _new = Neighbourhood.objects.get_or_create(code=code, defaults={"name": "West", "kind": "buurt"})
    said = {"formal": True, "since": date(2025, 1, 1), "open": True}
    put_on(person=person, role="coördinator vrijwilligers", neighbourhood=here, **said)


def send(client: Client, *rows, name="aanbod.xlsx", headings=HEADINGS, **more):
    file = SimpleUploadedFile(name, workbook(headings, *rows))
    return client.post("/kaart/lijsten/", {"file": file, "neighbourhood": "BU04390302", **more})


def carried(response) -> str:
    found = re.search(r'name="lijst" value="([^"]+)"', response.content.decode())
    assert found
    return html.unescape(found[1])


def bring(client: Client, response, **mended):
    return client.post("/kaart/lijsten/invoer/", {"lijst": carried(response), **mended})


def names():
    """Of every listing, so that a double shows."""
    with acting_as(office("beheer")):
        return sorted(Service.objects.values_list("name", flat=True))


def statuses() -> dict[str, str]:
    with acting_as(office("beheer")):
        return dict(Service.objects.values_list("name", "status"))
