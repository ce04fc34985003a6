"""`nabij export person`: a ZIP only its owner reads, in the log; what cannot be is told in one sentence."""

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nabij.cli.commands import app
from nabij.moments.verbs import note
from nabij.trust.models import Trace
from tests.world import AT, World

run = CliRunner()


def test_it_is_what_the_person_would_get_and_stands_in_the_log(world: World, tmp_path: Path) -> None:
    with world.acting("marieke"):
        note(line="Riet liep mee.", circle=world.riets_story.circle, by=world.marieke, at=AT)
    out = tmp_path / "riet.zip"
    told = run.invoke(app, ["export", "person", str(world.riet.id), str(out)])
    assert told.exit_code == 0, told.output
    assert out.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(out) as bundle:
        assert "Riet liep mee." in bundle.read("gegevens.json").decode()
    with world.acting("riet"):
        assert Trace.objects.get(what="export").why == "vanaf de opdrachtregel"
    was = out.read_bytes()
    again = run.invoke(app, ["export", "person", str(world.riet.id), str(out)])
    assert again.exit_code == 2 and "is er al" in again.stderr and out.read_bytes() == was


@pytest.mark.parametrize(
    "who, why", [("riet", "is geen sleutel"), ("01900000-0000-7000-8000-000000000000", "Deze persoon is er niet.")]
)
def test_somebody_unknown_is_told_and_no_file_is_left(world: World, tmp_path: Path, who: str, why: str) -> None:
    told = run.invoke(app, ["export", "person", who, str(tmp_path / "x.zip")])
    assert told.exit_code == 2 and why in told.stderr
    assert not (tmp_path / "x.zip").exists()


def test_a_folder_that_is_not_there_is_told(world: World, tmp_path: Path) -> None:
    told = run.invoke(app, ["export", "person", str(world.riet.id), str(tmp_path / "no" / "x.zip")])
    assert told.exit_code == 2 and "kan niet worden gemaakt" in told.stderr
