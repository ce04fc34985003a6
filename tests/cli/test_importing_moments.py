"""`nabij import moments`: a worker's spreadsheet, brought in as that worker; all rows or none, and twice is once."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nabij.cli.commands import app
from nabij.moments.models import FollowUp, Moment
from nabij.stories.verbs import open_story
from nabij.trust.models import Trace
from tests.conftest import owner
from tests.world import AT, World

# As somebody kept it: their own columns beside ours, a quote, a line break, a number, days in every way.
SHEET = (
    "Nr;Datum;Tijd;Bewoner;Verslag;Kring;Medewerker;Terugkomen\n"
    '1;3-11-2025;14:30;Riet Kuiper;"Koffie gedronken. Zei: ""het lukt wel"".\nVolgende week terug.";;Marieke Bos;\n'
    "2;2025-11-04;;riet kuiper;Riet is weer te bellen op 06 12345678;;;\n"
    "3;5 november 2025;;Riet;!vrijdag bellen over de rollator #lopen;;Marieke;31-12-2099\n"
    "4;6/11/25;;;Moet zelf even bijkomen;alleen ik;;\n"
    "5;7.11.2025 9:15;Riet Kuiper;;;Fatima El Amrani;\n"
    ";;;;;;;\n"
).replace("9:15;Riet Kuiper;;;Fatima", "9:15;;Riet Kuiper;Samen gelopen;;Fatima")


@pytest.fixture
def write(tmp_path: Path):
    def written(content: str | bytes, name: str = "notities.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def run(path: Path, *words: str, by: str = "marieke@voorbeeld.example") -> Result:
    return CliRunner().invoke(app, ["import", "moments", str(path), "--by", by, *words])


def lines() -> list[tuple[str, str]]:
    with owner():
        return list(Moment.objects.order_by("happened_at").values_list("line", "circle__name"))


def test_it_is_written_in_their_own_name_where_they_write_and_the_same_file_adds_nothing(world: World, write) -> None:
    path = write(SHEET)
    tried = run(path, "--dry-run")
    assert (tried.exit_code, tried.stderr) == (0, ""), tried.output
    assert "rij 2: 2025-11-03, voor Riet Kuiper" in tried.stdout and "er is niets bewaard" in tried.stdout
    assert lines() == []
    said = run(path)
    assert (said.exit_code, said.stderr) == (0, ""), said.output
    assert "5 rijen gelezen: 4 regels opgeschreven, 0 stonden er al, 1 van een ander." in said.stdout
    assert "rij 6: van een ander; die brengt hem zelf in" in said.stdout
    assert lines() == [
        ('Koffie gedronken. Zei: "het lukt wel".\nVolgende week terug.', "Riet Kuiper"),
        ("Riet is weer te bellen op (nummer weggelaten)", "Riet Kuiper"),
        ("!vrijdag bellen over de rollator #lopen", "Riet Kuiper"),
        ("Moet zelf even bijkomen", "Alleen ik"),
    ]
    with owner():
        first = Moment.objects.order_by("happened_at").first()
        assert first and (first.author, first.hat, first.happened_at.isoformat()) == (
            world.marieke,
            world.hats["marieke"],
            "2025-11-03T14:30:00+01:00",
        )
        assert [one.day.isoformat() for one in FollowUp.objects.all()] == ["2099-12-31"], "only what is meant"
        assert Trace.objects.filter(what="note", who=world.marieke.id).count() == 4
    again = run(path)
    assert "0 regels opgeschreven, 4 stonden er al, 1 van een ander" in again.stdout
    assert "rij 2: stond er al (2025-11-03, Riet Kuiper)" in again.stdout
    assert len(lines()) == 4
    with world.acting("jan"):
        assert Moment.objects.count() == 3, "who reads along reads it, and not what is hers alone"
    told = json.loads(run(path, "--json").stdout)
    assert (told["written"], told["new"], told["there"], told["others"]) == (True, 0, 4, 1)


def test_nobody_writes_where_they_do_not_and_a_name_that_they_do_not_see_is_nobody(world: World, write) -> None:
    rows = (
        "when,about,text,circle",
        "2025-11-03,Riet Kuiper,Hi,",
        "2025-11-03,Kim Lansink,Hi,",
        "2025-11-03,,x,Kim Lansink",
    )
    sheet = "\n".join(rows)
    refused = run(write(sheet), by="yusuf@voorbeeld.example")
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        "notities.csv, rij 2, kolom about: Je kent hier niemand die “Riet Kuiper” heet. Klopt de naam?",
        "notities.csv, rij 3, kolom about: Je kent hier niemand die “Kim Lansink” heet. Klopt de naam?",
        "notities.csv, rij 4, kolom circle: In een kring “Kim Lansink” schrijf je niet.",
    ]
    assert lines() == []
    assert run(write(sheet), by="niemand@voorbeeld.example").exit_code == 2
    assert run(write("when,about,text\n2025-11-03,Riet Kuiper,Hallo\n")).exit_code == 0


WRONG = {
    "31-2-2025;Riet Kuiper;Hoi": "kolom Wanneer: “31-2-2025” is geen dag. Schrijf hem zo: 3-12-2026.",
    ";Riet Kuiper;Hoi": "kolom Wanneer: Wanneer was het? Vul een dag in.",
    "1-1-2099;Riet Kuiper;Hoi": "kolom Wanneer: Dit moet nog gebeuren. Schrijf op wat al is gebeurd.",
    "3-11-2025 25:00;Riet Kuiper;Hoi": "kolom Wanneer: Deze tijd bestaat niet. Schrijf hem zo: 14:30.",
    "3-11-2025;Riet Kuiper;": "kolom Tekst: Er staat nog niets. Eén woord is genoeg.",
    "3-11-2025;Piet;Hoi": "kolom Over: Je kent hier niemand die “Piet” heet. Klopt de naam?",
    "3-11-2025;Fatima El Amrani;Hoi": "kolom Over: Er is geen verhaal over Fatima El Amrani waar je in schrijft."
    " Begin het eerst, of noem een kring.",
    "3-11-2025;Riet Kuiper;Hoi;nog iets": "kolom -: Deze rij heeft meer vakken dan er koppen zijn.",
    f"3-11-2025;Riet Kuiper;{'x' * 4001}": "kolom Tekst: ",
}


def test_each_problem_has_its_row_and_column_and_then_nothing_is_kept(world: World, write) -> None:
    rows = "".join(f"{row}\n" for row in ("3-11-2025;Riet Kuiper;Dit klopt", *WRONG))
    refused = run(write("Wanneer;Over;Tekst\n" + rows))
    assert refused.exit_code == 2 and "Er is niets bewaard: in 9 van 10 rijen klopt iets niet." in refused.stdout
    found = refused.stderr.splitlines()
    assert len(found) == len(WRONG)
    for number, (line, said) in enumerate(zip(found, WRONG.values(), strict=True), start=3):
        assert line.startswith(f"notities.csv, rij {number}, {said}"), line
    assert lines() == []
    with world.acting("marieke"):
        open_story(by=world.marieke, at=AT, person=world.riet, hat=world.hats["marieke"])
    several = run(write("Wanneer;Over;Tekst\n3-11-2025;Riet Kuiper;Hoi\n"))
    assert "Er is meer dan één verhaal over Riet Kuiper. Noem de kring." in several.stderr


@pytest.mark.parametrize("content", ["", "naam;mail\nx;y\n", b"\x00\x01", "wanneer;tekst;datum\n1;2;3\n"])
def test_what_is_no_list_of_moments_is_said_in_one_sentence(world: World, write, content) -> None:
    refused = run(write(content))
    assert refused.exit_code == 2 and refused.stderr.startswith("notities.csv: ") and refused.stderr.count("\n") == 1
    assert run(Path("/bestaat/niet.csv")).exit_code == 2
