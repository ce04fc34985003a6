import csv
import datetime as dt
import json
import os
import re
import uuid
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.demo.areas import FOLDER, RINGS, contains

REFERENCE = Path(os.environ.get("NABIJ_REFERENCE", "../shared"))
# The name of the file in the tabular form, and of the schema that describes one of its rows.
SCHEMAS = {
    "organizations": "organization",
    "services": "service",
    "locations": "location",
    "service_at_location": "service_at_location",
    "addresses": "address",
    "phones": "phone",
    "schedules": "schedule",
    "languages": "language",
    "contacts": "contact",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "attributes": "attribute",
    "cost_options": "cost_option",
    "required_documents": "required_document",
    "service_areas": "service_area",
    "accessibility": "accessibility",
}
POINTS_AT = {
    "organization_id": "organizations",
    "service_id": "services",
    "location_id": "locations",
    "service_at_location_id": "service_at_location",
    "contact_id": "contacts",
    "taxonomy_id": "taxonomies",
    "taxonomy_term_id": "taxonomy_terms",
    "link_id": "services",
}
GIVEN_DAY = dt.date(2026, 11, 18)


def rows(table):
    with (FOLDER / "listings" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listings():
    """The services by the code of the field file, which their mail address carries."""
    return {f"L{service['email'][2:4]}": service for service in rows("services")}


def test_the_forty_listings_and_two_places_to_meet_are_there():
    assert sorted(listings()) == [f"L{number:02}" for number in range(1, 43)]
    assert listings()["L41"]["name"] == "Buurtapp Kwelderhof"
    assert listings()["L42"]["name"] == "Purmerend helpt elkaar"


def test_the_folder_holds_these_tables_and_no_others():
    assert {path.stem for path in (FOLDER / "listings").glob("*")} == set(SCHEMAS)


@pytest.mark.parametrize("table", SCHEMAS)
def test_every_row_obeys_the_schema_of_hsds(table):
    if not REFERENCE.is_dir():
        pytest.skip(f"the reference files are not at {REFERENCE}: set NABIJ_REFERENCE")
    schema = json.loads((REFERENCE / "standards/hsds-3.0/schema" / f"{SCHEMAS[table]}.json").read_text("utf-8"))
    for row in rows(table):
        filled = {name: value for name, value in row.items() if value}
        assert set(row) <= set(schema["properties"])
        assert set(schema["required"]) <= set(filled)
        for name, value in filled.items():
            assert obeys(value, schema["properties"][name]), (table, name, value)


def obeys(value, prop):
    """The checks of JSON Schema that a flat cell can break: type, list of values, and form."""
    forms: dict[str, Callable[[str], object]] = {
        "uuid": uuid.UUID,
        "date-time": dt.datetime.fromisoformat,
        "email": lambda text: text.index("@"),
    }
    if prop["type"] == "number":
        float(value)
    if "format" in prop and prop["format"] in forms:
        forms[prop["format"]](value)
    return value in prop.get("enum", [value])


@pytest.mark.parametrize("table", SCHEMAS)
def test_every_key_is_used_once_and_every_pointer_arrives(table):
    keys = [row["id"] for row in rows(table)]
    assert len(keys) == len(set(keys))
    for column in set(POINTS_AT) & set(rows(table)[0]):
        there = {row["id"] for row in rows(POINTS_AT[column])}
        assert {row[column] for row in rows(table) if row[column]} <= there


def test_every_place_lies_in_the_buurt_its_address_names():
    places = {place["id"]: place for place in rows("locations")}
    for address in rows("addresses"):
        place = places[address["location_id"]]
        point = {"longitude": float(place["longitude"]), "latitude": float(place["latitude"])}
        assert contains(ring=RINGS[address["region"]], **point), address["address_1"]


def test_every_listing_says_where_or_for_which_area():
    placed = {row["service_id"] for row in rows("service_at_location")}
    spread = {row["service_id"] for row in rows("service_areas")}
    assert placed | spread == {service["id"] for service in rows("services")}
    assert not placed & spread


def test_every_listing_says_what_for_whom_by_whom_and_how():
    kinds = defaultdict(set)
    for attribute in rows("attributes"):
        kinds[attribute["link_id"]].add(attribute["link_type"])
    for service in rows("services"):
        assert kinds[service["id"]] == {"category", "audience", "by_whom", "way_in"}


def test_the_days_are_those_of_the_field():
    days = defaultdict(set)
    names = {service["id"]: code for code, service in listings().items()}
    for schedule in rows("schedules"):
        days[names[schedule["service_id"]]].add((schedule["byday"], schedule["opens_at"], schedule["closes_at"]))
    assert days["L01"] == {("TH", "17:30", "19:30")}
    assert days["L11"] == {("1SA", "13:00", "16:00")}
    assert days["L13"] == {("-1WE", "14:00", "16:00")}
    assert days["L21"] == {("WE", "14:00", "16:00"), ("SA", "10:00", "12:00")}
    assert days["L04"] == {("", "", "")}


def test_only_cooking_with_kees_was_not_confirmed_for_long():
    since = {code: (GIVEN_DAY - dt.date.fromisoformat(row["assured_date"])).days for code, row in listings().items()}
    assert since["L04"] == 245
    assert all(0 < days < 60 for code, days in since.items() if code != "L04")


def test_the_numbers_are_invented_ones_and_nobody_is_named_by_more_than_a_first_name():
    assert all(re.fullmatch(r"0299 00 00 \d\d", phone["number"]) for phone in rows("phones"))
    assert all(re.fullmatch(r"l\.\d\d@voorbeeld\.example", row["email"]) for row in rows("services"))
    assert {row["name"] for row in rows("contacts")} <= {
        "", "Wil", "Kees", "Fatima", "Emine", "Henk", "Lotte", "Yusuf", "Jan", "Buren van de flat",
    }  # fmt: skip


def test_a_listing_never_uses_a_word_that_belongs_on_no_screen():
    never = re.compile(
        r"\bcliënt|\bklant|\bcasus|\bdossier|zelfredzaam|eigen kracht|doelgroep|kwetsba|zorgmijder|multiprobleem"
        r"|\btraject|indicatie|\bmelding|opschal|\bregie\b|interventie|\bscore|\bmatch|\brisico|\bformeel|informeel|!",
        re.IGNORECASE,
    )
    texts = [(table, cell) for table in SCHEMAS for row in rows(table) for cell in row.values()]
    assert [(table, cell) for table, cell in texts if never.search(cell)] == []
