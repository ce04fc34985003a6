"""Purposes, holds and the nightly run, from the terminal; what cannot be used is one sentence and status 2."""

import csv
import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Deletion, Purpose, Trace
from tests.conftest import owner
from tests.trust.aging import older
from tests.world import World

YEAR = timedelta(days=370)


def run(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def refused(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1), result.output
    return result.stderr


def test_purposes_are_listed_adapted_and_added_with_a_trace(world: World) -> None:
    assert "samen-helpen: Om samen te helpen met wat jij wilt. (wmo, 12 maanden, in gebruik)" in run("purpose")
    assert "(wmo, 9 maanden, in gebruik)" in run("purpose", "samen-helpen", "--months", "9")
    new = ("--sentence", "Om de moestuin te doen.", "--ground", "interest", "--months", "6", "--recipients", "De tuin.")
    assert run("purpose", "moestuin", *new).startswith("moestuin: Om de moestuin te doen.")
    with owner():
        assert Purpose.objects.get(key="moestuin").keep_months == 6
        assert [one.why for one in Trace.objects.filter(what="keep_purpose").order_by("id")] == [
            "samen-helpen: keep_months",
            "moestuin: ground, keep_months, recipients, sentence",
        ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("bestaat-niet",), "is er niet"),
        (("nieuw", "--sentence", "Om iets."), "zegt waarom"),
        (("samen-helpen", "--months", "0"), "zegt waarom"),
        (("samen-helpen", "--months", "601"), "1 tot 600"),
        (("samen-helpen", "--ground", "omdat"), "ground"),
        (("wams", "--enable"), "geldt nog niet"),
    ],
)
def test_what_no_purpose_can_be_is_one_sentence(world: World, words: tuple[str, ...], why: str) -> None:
    assert why in refused("purpose", *words)


def test_the_wams_is_a_ground_once_the_owner_says_where_it_stands(world: World) -> None:
    with owner():
        assert "Noem het Staatsblad" in refused("law", "wams", "2026-01-01")
        assert "Alleen van de wams" in refused("law", "wmo", "2026-01-01")
        assert "geldt vanaf 2026-01-01" in run("law", "wams", "2026-01-01", "--source", "Stb. 2025, 1")
    assert "in gebruik)" in run("purpose", "wams", "--enable")


def test_a_dry_run_tells_and_a_run_deletes(world: World) -> None:
    older(YEAR)
    said = json.loads(run("retention", "--dry-run", "--json"))
    assert said["dry_run"] is True
    assert {one["table"] for one in said["gone"]} >= {"stories_story", "trust_circle", "trust_membership"}
    did = json.loads(run("retention", "--json"))
    assert did["gone"] == said["gone"]
    assert run("retention") == "Er is niets over zijn termijn.\n"
    with acting_as(office("beheer")):
        assert Deletion.objects.exists()


def test_a_hold_is_listed_keeps_what_it_names_and_is_lifted(world: World) -> None:
    older(YEAR)
    until = str(timezone.localdate() + timedelta(days=90))
    held = ("hold", "--person", str(world.riet.id), "--why", "Een klacht", "--by", "Loes Hartman")
    assert "Zeg waarom" in refused(*held)
    assert "is er niet" in refused("hold", "--person", str(world.riets_story.id), "--why", "x", "--by", "y")
    listed = run(*held, "--until", until)
    assert f"{world.riet.id} blijft tot {until}, zegt Loes Hartman: Een klacht" in listed
    said = json.loads(run("retention", "--dry-run", "--json"))
    assert [one["why"] for one in said["held"]] == ["Een klacht"]
    assert "stories_story" not in {one["table"] for one in said["gone"]}
    key = listed.split(":")[0]
    assert run("hold", "--lift", key, "--why", "Opgelost", "--by", "Loes Hartman") == ""
    assert "stories_story" in run("retention", "--dry-run")


def test_the_register_of_processing_is_made_from_the_purposes_and_the_fields(world: World, tmp_path: Path) -> None:
    for name in ("register.csv", "register.json", "register.md"):
        assert "redenen" in run("export", "processing", str(tmp_path / name))
    rows = list(csv.DictReader((tmp_path / "register.csv").open(encoding="utf-8")))
    moment = next(row for row in rows if row["name"] == "moments_moment")
    assert (moment["says"], "sensitive: line" in moment["data"]) == ("moment", True)
    made = json.loads((tmp_path / "register.json").read_text())
    assert "samen-helpen" in {one["name"] for one in made["purposes"]}
    assert next(one for one in made["tables"] if one["table"] == "post_link")["term"] == "30 days"
    assert "| Om samen te helpen met wat jij wilt. |" in (tmp_path / "register.md").read_text()
    assert "csv" in refused("export", "processing", str(tmp_path / "register.pdf"))
    assert "No such file" in refused("export", "processing", str(tmp_path / "nergens" / "register.md"))
