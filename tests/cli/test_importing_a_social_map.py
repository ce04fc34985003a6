import json

import pytest
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.directory.models import Service
from tests.directory.conftest import LISTINGS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch):
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)


def run(*words):
    return CliRunner().invoke(app, ["import", "hsds", *map(str, words)])


def test_json_is_one_document_and_nothing_else(tmp_path):
    (tmp_path / "services.csv").write_text("id,name,kleur\ns1,Eettafel,groen\ns1,Soep,rood\n")
    result = run(tmp_path, "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert told["read"] == {"service": 2}
    assert told["imported"] == told["set_aside"] == told["changed"] == {"service": 1}
    assert "services.csv, rij 3, id" in result.stderr
    assert len(result.stderr.splitlines()) == len(told["problems"])


def test_a_summary_tells_what_was_done():
    result = run(LISTINGS)
    assert result.exit_code == 0
    assert "apart gezet" in result.stdout
    assert Service.objects.count() == 42


def test_a_dry_run_says_so_and_keeps_nothing():
    result = run(LISTINGS, "--dry-run")
    assert "er is niets bewaard" in result.stdout
    assert not Service.objects.exists()


def test_what_cannot_be_used_gets_one_sentence_and_status_2(tmp_path):
    (tmp_path / "kaart.zip").write_bytes(b"geen zip")
    result = run(tmp_path / "kaart.zip", "--json")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", "kaart.zip is geen leesbare zip.\n")
