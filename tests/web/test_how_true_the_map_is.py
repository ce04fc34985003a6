"""How true the map is, counted by neighbourhood and by subject, for everybody."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError
from django.test import Client
from django.utils import timezone

from nabij.directory.how_true import count_anew, counted, how_true
from nabij.directory.models import Attribute, Confirmation, Location, MapCount, Service, ServiceAtLocation, TaxonomyTerm
from nabij.directory.verbs import confirm
from nabij.people.models import Neighbourhood
from nabij.trust.acting import NOBODY, acting_as, office
from nabij.web.nightly import count_how_true
from nabij.web.templatetags.nabij import full_day
from tests.web.asking import count
from tests.world import days_before_now

NOW = timezone.now()
DAYS = {"Eettafel": 1, "Soep": 91, "Koffie": 92, "Zang": 365, "Fiets": 366, "Nooit": None}


@pytest.fixture
def on_the_map(db: None) -> None:
    with acting_as(office("beheer")):
        made = {"code": "BU04399901", "name": "Oost", "kind": "buurt", "latitude": 52.51, "longitude": 4.97}
        Neighbourhood.objects.create(**made)
        here = Location.objects.create(name="Huis", latitude=52.511, longitude=4.971)
        far = Location.objects.create(name="Ver", latitude=53.5, longitude=6.97)
        eating = TaxonomyTerm.objects.create(name="Eten", code="eten")
        for name, days in DAYS.items():
            one = Service.objects.create(name=name, status="active")
            ServiceAtLocation.objects.create(service=one, location=far if name == "Fiets" else here)
            if name in ("Eettafel", "Soep"):
                said = {"link_entity": "service", "link_type": "category", "link_id": one.pk}
                Attribute.objects.create(taxonomy_term=eating, **said)
            if days is not None:
                right(one, days_before_now(days))
        Service.objects.create(name="Gestopt", status="defunct")


def right(service: Service, at) -> None:
    confirm(service=service, found=Confirmation.Found.RIGHT, by=None, at=at, how="gebeld")


def test_each_stands_where_it_belongs_and_all_are_counted(on_the_map: None) -> None:
    with acting_as(NOBODY):
        found = how_true(at=NOW)

    assert found.whole.counts == {"season": 2, "year": 2, "longer": 1, "never": 1, "missed": 0}
    assert [(row.name, row.total) for row in found.areas] == [("Oost", 5), ("", 1)]
    assert [(row.name, row.counts["season"]) for row in found.subjects] == [("Eten", 2), ("", 0)]


def test_what_nobody_reached_three_times_is_counted_as_that_and_a_visitor_confirms_nothing(on_the_map: None) -> None:
    with acting_as(office("beheer")):
        soup, never = Service.objects.get(name="Soep"), Service.objects.get(name="Nooit")
        voice = Confirmation.Voice.VISITOR
        for days in (1, 2, 3):
            at = NOW - timedelta(days=days)
            confirm(service=soup, found=Confirmation.Found.UNREACHED, by=None, at=at, said_by=voice)
            confirm(service=never, found=Confirmation.Found.RIGHT, by=None, at=at, said_by=voice)
    with acting_as(NOBODY):
        found = how_true(at=NOW)
    assert found.whole.counts == {"season": 1, "year": 2, "longer": 1, "never": 1, "missed": 1}


def test_everybody_reads_it_and_the_map_leads_there(on_the_map: None, client: Client) -> None:
    assert 'href="/kaart/hoe-waar/"' in client.get("/kaart/").content.decode()

    shown = client.get("/kaart/hoe-waar/").content.decode()

    assert "4 van 6 vermeldingen zijn het afgelopen jaar bevestigd." in shown
    assert "Zonder adres in een buurt" in shown and "2 in de laatste drie maanden" in shown
    assert client.post("/kaart/hoe-waar/").status_code == 405
    assert count(client, "/kaart/hoe-waar/") <= 8


def test_an_empty_map_says_so(db: None, client: Client) -> None:
    assert "Nog niets op de kaart." in client.get("/kaart/hoe-waar/").content.decode()


def test_what_the_night_counted_is_shown_until_the_next_night_and_is_quick(on_the_map: None, client: Client) -> None:
    with acting_as(office("beheer")):
        count_anew(at=NOW - timedelta(days=1))
        for name in ("Fiets", "Nooit"):
            right(Service.objects.get(name=name), NOW)
    shown = client.get("/kaart/hoe-waar/").content.decode()
    assert "5 van 6 vermeldingen" in shown and full_day(NOW - timedelta(days=1)) in shown
    assert count(client, "/kaart/hoe-waar/") <= 3

    count_how_true(timestamp=0)

    shown = client.get("/kaart/hoe-waar/").content.decode()
    assert "6 van 6 vermeldingen" in shown and full_day(timezone.now()) in shown
    with acting_as(NOBODY):
        kept = MapCount.objects.get()
        assert how_true(at=NOW) == counted(at=kept.at)


def test_administration_counts_and_nobody_else(on_the_map: None) -> None:
    with acting_as(office("beheer")):
        count_anew(at=NOW)
    for somebody in (NOBODY, office("post")):
        with pytest.raises(ProgrammingError), acting_as(somebody):
            MapCount.objects.create(said={}, at=NOW)
    with acting_as(office("post")):
        assert MapCount.objects.all()._raw_delete("default") == 0
