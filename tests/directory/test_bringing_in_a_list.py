"""A list that people already have becomes the same rows that a source of HSDS gives."""

import csv
import datetime as dt
import json

import pytest

from nabij.directory.hsds.report import Unreadable
from nabij.directory.lists.bringing import list_of
from nabij.directory.lists.headings import meaning
from nabij.directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    Language,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceArea,
)
from nabij.trust.acting import acting_as, office
from tests.directory.lists import brought, problems, workbook

pytestmark = pytest.mark.django_db

WHOLE = [
    "Activiteit;Organisatie;Omschrijving;Voor wie;Thema;Talen;Locatie;Straat;Huisnr.;Postcode;Plaats;Telefoon;Mobiel",
    "Taalcafé;Buurtteam Zuid;Praten, lezen en koffie;Wie Nederlands leert;Taal, Ontmoeten;Nederlands en Turks;De Brug;"
    "Kade;12 a;1441ab;Purmerend;0299 123456;06-12345678",
]


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch):
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)


@pytest.fixture
def written(tmp_path):
    def write(*lines, name="aanbod.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes("\n".join(lines).encode(encoding))
        return path

    return write


def test_one_row_becomes_everything_it_tells(written):
    report = brought(written(*WHOLE))
    assert problems(report) == []
    service = Service.objects.get()
    assert (service.name, service.description) == ("Taalcafé", "Praten, lezen en koffie")
    assert service.eligibility_description == "Wie Nederlands leert"
    assert service.organization == Organization.objects.get(name="Buurtteam Zuid")
    address = Address.objects.get(location=Location.objects.get(name="De Brug", services__service=service))
    assert (address.address_1, address.postal_code, address.city) == ("Kade 12 a", "1441 AB", "Purmerend")
    with acting_as(office("beheer")):
        assert set(Phone.objects.values_list("number", flat=True)) == {"0299 123456", "06-12345678"}
    assert set(Language.objects.values_list("code", flat=True)) == {"nl", "tr"}
    assert set(Attribute.objects.values_list("taxonomy_term__name", flat=True)) == {"Taal", "Ontmoeten"}


def test_the_whole_row_also_in_english_and_in_a_workbook(tmp_path):
    path = tmp_path / "offers.xlsx"
    path.write_bytes(
        workbook(
            (
                "Name",
                "Contact person",
                "Phone",
                "Day",
                "Opens",
                "Closes",
                "Neighbourhood",
                "Last checked",
                "Wheelchair",
            ),
            (
                "Soup",
                "Emine",
                206658001,
                "Tuesday",
                dt.time(9, 30),
                dt.time(12),
                "Noord",
                dt.date(2026, 3, 1),
                "yes",
            ),
        )
    )
    report = brought(path)
    assert problems(report) == []
    hours = Schedule.objects.get()
    assert (hours.byday, hours.opens_at, hours.closes_at) == ("TU", dt.time(9, 30), dt.time(12))
    with acting_as(office("beheer")):
        assert (Contact.objects.get().name, Phone.objects.get().number) == ("Emine", "0206658001")
    assert (ServiceArea.objects.get().name, Service.objects.get().assured_date) == ("Noord", dt.date(2026, 3, 1))
    assert not Accessibility.objects.exists()


def test_hours_stand_in_a_sentence_or_in_a_column_for_each_day(written):
    brought(written("naam,openingstijden,maandag,vrijdag", 'Soep,"di 9:00-12:00; do 13.00-15.00",10:00-11:00,gesloten'))
    assert sorted(Schedule.objects.values_list("byday", "opens_at", "closes_at")) == [
        ("MO", dt.time(10), dt.time(11)),
        ("TH", dt.time(13), dt.time(15)),
        ("TU", dt.time(9), dt.time(12)),
    ]


def test_hours_that_nobody_can_read_stay_in_their_words(written):
    assert problems(brought(written("naam,wanneer", "Soep,na de kerkdienst"))) == []
    assert Schedule.objects.get().description == "na de kerkdienst"


def test_a_repeat_changes_nothing_and_a_mended_row_only_itself(written):
    path = written("naam;telefoon;website", "Soep;0299 1;soep.nl", "Eettafel;0299 123456;geen webadres hier")
    first = brought(path)
    assert problems(first) == [(3, "website", "geen webadres hier")]
    assert sum(brought(path).changed.values()) == 0
    written("naam;telefoon;website", "Soep;0299 1;soep.nl", "Eettafel;0299 123456;eettafel.nl")
    again = brought(path)
    assert {table: n for table, n in again.changed.items() if n} == {"service": 1}
    assert problems(again) == []
    assert Service.objects.get(name="Eettafel").url == "http://eettafel.nl"
    assert Service.objects.count() == 2


def test_what_a_row_no_longer_says_goes_and_what_another_row_says_stays(written):
    path = written("naam;telefoon;adres", "Soep;0299 111111 / 0299 222222;Kade 1", "Eettafel;0299 333333;Kade 2")
    brought(path)
    written("naam;telefoon;adres", "Soep;0299 222222;")
    brought(path)
    with acting_as(office("beheer")):
        assert set(Phone.objects.values_list("number", flat=True)) == {"0299 222222", "0299 333333"}
    assert [one.address_1 for one in Address.objects.all()] == ["Kade 2"]
    assert Service.objects.count() == 2


def test_a_dry_run_keeps_nothing(written):
    report = brought(written(*WHOLE), dry_run=True)
    assert report.changed["service"] == 1
    assert not Service.objects.exists()


def test_the_same_name_in_other_words_is_another_listing_and_the_same_words_are_one(written):
    path = written("naam;stadsdeel", "Voedselbank;Noord", "Voedselbank;Zuid", "Voedselbank;Noord")
    brought(path)
    brought(path)
    assert sorted(ServiceArea.objects.values_list("name", flat=True)) == ["Noord", "Zuid"]
    assert Service.objects.filter(name="Voedselbank").count() == 2


def test_a_list_of_organisations_is_a_list_too(written):
    brought(written("Organisatie,Telefoon", "Buurtteam Zuid,0299 123456"))
    assert Service.objects.get().organization.name == Service.objects.get().name == "Buurtteam Zuid"


def test_what_neighbours_do_together_needs_no_organisation(written):
    assert problems(brought(written("naam;organisatie", "Soep;De Brug", "Breien bij Riet;"))) == []
    assert Service.objects.get(name="Breien bij Riet").organization is None


def test_a_subject_that_is_on_the_map_already_is_that_subject(written):
    brought(written("naam,thema", "Soep,Eten"))
    brought(written("naam,thema", "Brood,eten", name="ander.csv"))
    assert Attribute.objects.values("taxonomy_term").distinct().count() == 1


def test_somebody_says_which_column_is_what(written):
    path = written("zo heet het;waar het over gaat", "Soep;Eten")
    with pytest.raises(Unreadable, match=r"geen kolom met een naam.*zo heet het, waar het over gaat"):
        list_of(path, told={})
    brought(path, told={"name": "Zo heet het", "onderwerp": "waar het over gaat"})
    assert Service.objects.get().name == "Soep"
    assert Attribute.objects.get().taxonomy_term.name == "Eten"


@pytest.mark.parametrize(
    ("told", "sentence"), [({"kleur": "naam"}, "kennen we niet"), ({"name": "kop"}, "staat er niet")]
)
def test_a_column_or_heading_that_is_not_there_is_named(told, sentence, written):
    with pytest.raises(Unreadable, match=sentence):
        list_of(written("naam", "Soep"), told=told)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("korteOmschrijving", "description"),
        ("E-mailadres", "email"),
        ("TELEFOONUMMER", "phone"),
        ("Naam van de organisatie *", "organization"),
        ("post code", "postcode"),
        ("Schoenmaat", ""),
        ("", ""),
    ],
)
def test_headings_are_known_however_they_are_written(heading, column):
    assert meaning(heading) == column


def test_a_column_that_we_do_not_know_stays_with_the_listing(written):
    report = brought(written("naam,schoenmaat", "Soep,44"))
    assert Service.objects.get().extra == {"schoenmaat": "44"}
    assert [one.column for one in report.problems] == ["schoenmaat"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_list_of_a_city(reference, tmp_path, form):
    rows = json.loads((reference / "data/nl-aanbod-amsterdam-armoedeapp/aanbod_amsterdam.json").read_text())
    headings = list(rows[0])
    lines = [[", ".join(cell) if isinstance(cell, list) else cell for cell in map(row.get, headings)] for row in rows]
    path = tmp_path / f"aanbod.{form}"
    if form == "xlsx":
        path.write_bytes(workbook(headings, *lines))
    else:
        with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
            csv.writer(file, delimiter=";").writerows([headings, *lines])
    first, again = brought(path), brought(path)
    assert first.imported["service"] == Service.objects.count() == len(rows) == 209
    assert set(again.changed.values()) == {0}
    assert Service.objects.filter(name="voedselbank").count() + Service.objects.filter(name="Voedselbank").count() > 1
    assert {one.column for one in first.problems if one.column} == {"gezinssamens", "leedtijd", "levert"}
