"""`nabij export hsds`: a datapackage in a zip, or one JSON document; never over something that is there."""

import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.directory.models import Service
from tests.directory.conftest import LISTINGS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)
    assert run("import", "hsds", LISTINGS).exit_code == 0


def run(*words):
    return CliRunner().invoke(app, [*map(str, words)])


def test_it_makes_a_datapackage_for_its_maker_alone(tmp_path: Path) -> None:
    out = tmp_path / "kaart.zip"
    told = run("export", "hsds", out)
    assert told.exit_code == 0 and "42 hulp of activiteit" in told.stdout
    assert out.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(out) as bundle:
        assert {"datapackage.json", "services.csv", "taxonomies.csv"} <= set(bundle.namelist())
    assert run("import", "hsds", out, "--json").exit_code == 0
    assert Service.objects.count() == 42


def test_json_is_one_document_and_nothing_else(tmp_path: Path) -> None:
    told = run("export", "hsds", "--json")
    assert told.exit_code == 0 and told.stderr == ""
    assert len(json.loads(told.stdout)["services"]) == 42
    both = run("export", "hsds", tmp_path / "kaart.zip", "--json")
    assert both.stdout == told.stdout and (tmp_path / "kaart.zip").exists()


def test_a_file_that_is_there_stays_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "kaart.zip"
    out.write_text("van mij")
    told = run("export", "hsds", out)
    assert (told.exit_code, told.stdout, out.read_text()) == (2, "", "van mij")
    assert "is er al" in told.stderr


@pytest.mark.parametrize("words, why", [(["no/x.zip"], "kan niet worden gemaakt"), ([], "noem een bestand")])
def test_what_cannot_be_made_gets_one_sentence(words: list[str], why: str, tmp_path: Path) -> None:
    told = run("export", "hsds", *(tmp_path / word for word in words))
    assert told.exit_code == 2 and why in told.stderr and told.stdout == ""
