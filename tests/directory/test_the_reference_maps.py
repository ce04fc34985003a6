"""Real social maps of others: whatever their dirt, the account is right and a second import changes nothing."""

import json
from datetime import time

import pytest

from nabij.directory.hsds.reading import directory_of
from nabij.directory.hsds.report import Report
from nabij.directory.hsds.tables import TABLES
from nabij.directory.load import model_of
from nabij.directory.models import Location, Organization, Phone, Schedule, Service
from tests.directory.conftest import told

MAPS = [
    "hsds-spec-3",
    "hsds-spec-3/examples/csv",
    "hsds-oruk-mocks",
    "hsds-transformer-legalaid",
    "hsds-transformer-legalaid/florida",
    "hsds-transformer-legalaid/ilao/output",
    "hsds-ohana-openeligibility",
]


def holds(numbers):
    """The invariants of the account."""
    assert set(numbers["read"]) <= set(TABLES)
    for table, read in numbers["read"].items():
        assert read == numbers["imported"][table] + numbers["set_aside"][table], table
    assert all({"file", "row", "field", "problem"} == set(problem) for problem in numbers["problems"])
    json.dumps(numbers)


@pytest.mark.parametrize("name", MAPS)
def test_the_account_is_right_and_repeating_changes_nothing(name, reference, bring):
    first = told(bring(reference / "data" / name))
    holds(first)
    assert sum(first["imported"].values()) > 0
    again = told(bring(reference / "data" / name))
    assert set(again["changed"].values()) == {0}
    assert again["read"] == first["read"]


@pytest.mark.large
def test_miami_is_imported_but_for_what_nobody_can_know(reference, bring):
    numbers = told(bring(reference / "data" / "hsds-miami211"))
    holds(numbers)
    assert numbers["read"]["service"] == 4089
    assert numbers["imported"]["service"] == Service.objects.count() > 3900
    assert numbers["imported"]["organization"] == Organization.objects.count() == 1074
    assert Service.objects.filter(organization=None).count() == 447
    assert Location.objects.filter(organization=None).count() == 3015
    assert numbers["set_aside"]["taxonomy_term"] == 3
    # Eligibility says of no row which service it is about.
    assert numbers["set_aside"]["attribute"] == 2244
    assert set(told(bring(reference / "data" / "hsds-miami211"))["changed"].values()) == {0}


def test_every_example_of_the_standard_has_its_place(reference):
    report = Report()
    path = reference / "data" / "hsds-spec-3" / "examples" / "csv"
    tables = directory_of(path, source="x", report=report, known=lambda *_: False, progress=lambda *_: None)
    assert set(report.read) == set(TABLES)
    for rows in tables.values():
        for row in rows:
            assert set(row.values) | set(row.links) <= {f.column for f in model_of(row.table)._meta.fields} | {
                "taxonomy"
            }


def test_what_the_transformer_made_of_legal_aid_arrives_whole(reference, bring):
    bring(reference / "data" / "hsds-transformer-legalaid" / "ilao" / "output")
    library = Location.objects.get(source_key="135831")
    assert library.name == "Arlington Heights Memorial Library"
    assert set(Schedule.objects.filter(location=library).values_list("byday", "opens_at", "closes_at")) == {
        ("SU", time(11), time(20)),
        ("MO", time(9), time(22)),
        ("TU", time(9), time(22)),
        ("WE", time(9), time(22)),
        ("TH", time(9), time(22)),
        ("FR", time(9), time(22)),
        ("SA", time(9), time(20)),
    }
    assert Phone.objects.get(location=library).number == "847-392-0100"
    assert Service.objects.get(source_key="135836").url == "http://www.ahml.info/"


def test_the_mocks_that_must_fail_show_their_faults(reference, bring):
    report = bring(reference / "data" / "hsds-oruk-mocks" / "mocks" / "V3.0-UK-Fail")
    faults = {(doubt.field, doubt.problem) for doubt in report.problems}
    assert ("email", "dit is geen mailadres: email-example_com") in faults
    assert any(field == "url" for field, _problem in faults)
