import json

import pytest
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.directory.models import Service

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch):
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)


@pytest.fixture
def run(tmp_path):
    path = tmp_path / "aanbod.csv"
    path.write_text("Naam;Telefoon;kleur\nSoep;0299 123456;rood\nBrood;onbekend;\n")
    return lambda *words: CliRunner().invoke(app, ["import", "listings", str(path), *words])


def test_what_the_columns_mean_is_shown_before_the_account(run):
    result = run()
    assert result.exit_code == 0
    assert "Naam: naam van het aanbod (name)" in result.stdout
    assert "kleur: kennen we niet" in result.stdout
    assert result.stdout.index("naam van het aanbod") < result.stdout.index("apart gezet")
    assert "aanbod.csv, rij 3, kolom Telefoon: dit is geen telefoonnummer: onbekend" in result.stderr
    assert Service.objects.count() == 2


def test_json_is_one_document_and_nothing_else(run):
    result = run("--json", "--map", "description=kleur")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {"heading": "kleur", "column": "description"} in told["columns"]
    assert told["imported"]["service"] == 2
    (problem,) = told["problems"]
    assert (problem["row"], problem["column"], problem["value"]) == (3, "Telefoon", "onbekend")
    assert len(result.stderr.splitlines()) == 1
    assert Service.objects.get(name="Soep").description == "rood"


def test_a_dry_run_says_so_and_keeps_nothing(run):
    assert "er is niets bewaard" in run("--dry-run").stdout
    assert not Service.objects.exists()


@pytest.mark.parametrize("mapped", ["name", "name=Titel", "=Naam", "schoen=Naam"])
def test_a_map_that_cannot_be_gets_one_sentence_and_status_2(run, mapped):
    result = run("--json", "--map", mapped)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert not Service.objects.exists()


def test_what_is_gone_from_the_list_is_told_and_let_go_of_only_when_asked(run, tmp_path):
    run()
    (tmp_path / "aanbod.csv").write_text("Naam;Telefoon;kleur\nSoep;0299 123456;rood\n")

    def status() -> str:
        return str(Service.objects.get(name="Brood").status)

    told = run()
    assert "Niet meer in de lijst, staat nog op de kaart: “Brood”." in told.stdout and "--let-go" in told.stdout
    assert [one["name"] for one in json.loads(run("--json").stdout)["gone"]] == ["Brood"]
    assert "staat nog op de kaart" in run("--dry-run", "--let-go").stdout
    assert status() == "active"
    assert "staat nu als gestopt: “Brood”" in run("--let-go").stdout
    assert status() == "defunct"
    run("--put-back")
    assert status() == "active"
    run("--let-go")
    (tmp_path / "aanbod.csv").write_text("Naam;Telefoon;kleur\nSoep;0299 123456;rood\nBrood;;\n")
    assert "Niet meer" not in run().stdout
    assert status() == "active"
