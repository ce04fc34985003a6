import json
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.directory.models import Service, Twin

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch):
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def two(tmp_path):
    path = tmp_path / "aanbod.csv"
    path.write_text("naam;telefoon;omschrijving\nTaalcafé;020 665 8001;praten\nTaal café;+31206658001;\nBrood;;\n")
    told = json.loads(run("import", "listings", path, "--json").stdout)
    (double,) = told["doubles"]
    assert double["kept"]["name"] == "Taalcafé"
    return double["kept"]["id"], double["double"]["id"]


def test_what_looks_double_is_listed_with_the_reasons(two):
    (one,) = json.loads(run("doubles", "list", "--json").stdout)
    assert (one["kept"]["id"], one["double"]["id"]) == two
    assert "Ze hebben hetzelfde telefoonnummer: 020 665 8001." in one["reasons"]
    assert "Taal café" in run("doubles", "list").stdout


def test_it_is_merged_and_taken_back_and_said_to_be_two(two):
    assert "het is er een" in run("doubles", "merge", *two).stdout
    assert "Niets lijkt dubbel." in run("doubles", "list").stdout
    assert run("doubles", "merge", *two).exit_code == 2
    assert "teruggedraaid" in run("doubles", "undo", *two).stdout
    assert run("doubles", "undo", *two).exit_code == 2
    assert "het zijn er twee" in run("doubles", "apart", *two).stdout
    assert "Niets lijkt dubbel." in run("doubles", "list").stdout
    assert [one.found for one in Twin.objects.order_by("at")] == ["one", "back", "two"]
    assert Service.objects.count() == 3


def test_a_key_that_is_nowhere_gets_one_sentence_and_status_2(two):
    result = run("doubles", "merge", two[0], uuid4())
    assert (result.exit_code, result.stderr) == (2, "Een van deze twee staat niet op de kaart.\n")
