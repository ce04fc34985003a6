"""`nabij quickscan`: a file in, one document out; what cannot be used is said with its row and column."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nabij.cli.commands import app
from tests.insight.test_quickscan import breda

KEYS = ["clients", "resources", "informal", "share", "wilson", "cluster", "per_client", "none_informal"]


@pytest.fixture
def write(tmp_path: Path):
    def written(content: str | bytes) -> Path:
        path = tmp_path / "telling.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def run(path: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["quickscan", str(path), *words])


def counted(path: Path) -> dict:
    result = run(path, "--json")
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return json.loads(result.stdout)


def test_sixty_seven_people_and_two_hundred_seventy_five_resources(write) -> None:
    rows = [f"{client},{one},{kind}" for client, theirs in breda().items() for one, kind in theirs.items()]
    said = counted(write("client,resource,kind\n" + "\n".join([*rows, rows[0], rows[-1]]) + "\n"))
    assert list(said) == KEYS
    assert (said["clients"], said["resources"], said["informal"], said["share"]) == (67, 275, 99, 0.36)
    assert [round(one, 3) for one in said["wilson"]] == [0.306, 0.418]
    assert said["cluster"] == counted(write("client,resource,kind\n" + "\n".join(reversed(rows))))["cluster"]


@pytest.mark.parametrize(
    "content",
    [
        "client,resource,kind\na,zus,informal\na,Zus ,INFORMAL\na,arts,formal\nb,,\n",
        b"\xef\xbb\xbf" + b"Client;Resource;Kind\r\na;zus;Informeel\r\na;arts;Formeel\r\nb;;\r\n",
        'kind;client;"resource";note\ninformeel;a;zus;belt\nformeel;a;"arts; huisarts";\n;b;;\n',
        "cliënt;hulpbron;soort\na;zus;informeel\na;café;formeel\nb;;informeel\n\n".encode("cp1252"),
        "\n\nclient\tresource\tkind\na\tzus\tinformal\na\tarts\tformal\nb\t\t\n",
    ],
)
def test_what_a_spreadsheet_makes_of_it_is_read(write, content: str | bytes) -> None:
    said = counted(write(content))
    assert [said[name] for name in ("clients", "resources", "informal", "none_informal")] == [2, 2, 1, 0.5]


def test_each_problem_is_said_with_its_row_and_column_and_nothing_is_counted(write) -> None:
    said = (
        "client;resource;soort\n"
        "a;zus;raar\n"  # 2
        ";zus;formeel\n"  # 3
        "b;arts;\n"  # 4
        "c;Arts;formeel\n"  # 5
        "c;arts;informeel\n"  # 6
        "d;Jan; de buurman;informeel\n"  # 7
    )
    for words in ((), ("--json",)):
        result = run(write(said), *words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines() == [
            "telling.csv, rij 2, kolom soort: “raar” is hier geen soort. Schrijf formeel of informeel.",
            "telling.csv, rij 3, kolom client: Hier staat niet bij wie dit hoort.",
            "telling.csv, rij 4, kolom soort: Hier staat geen soort. Schrijf formeel of informeel.",
            "telling.csv, rij 6, kolom soort: In rij 5 heeft dezelfde hulp een andere soort. Kies er één.",
            "telling.csv, rij 7, kolom resource: Deze rij heeft meer vakken dan er koppen zijn.",
        ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "Het bestand is leeg."),
        ("client,resource\na,zus\n", "ontbreekt de kop kind."),
        ("a,zus,informal\n", "ontbreekt de kop client, resource, kind."),
        ("client,resource,kind,kind\na,zus,informal,formal\n", "De kop “kind” staat er twee keer."),
        ('client,resource,kind\na,"zus,informal\n', "aanhalingsteken"),
        (b"PK\x03\x04\x00\x00", "Dit is geen tekst. Bewaar het blad als CSV."),
    ],
)
def test_a_file_that_is_no_table_says_why(write, content: str | bytes, why: str) -> None:
    result = run(write(content), "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run(tmp_path / "weg.csv", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Dit bestand is er niet" in result.stderr


def test_nobody_and_nothing_are_no_crash(write) -> None:
    assert counted(write("client,resource,kind\n"))["clients"] == 0
    empty = counted(write("client,resource,kind\na,,\nb,,\n"))
    assert (empty["clients"], empty["resources"], empty["share"], empty["none_informal"]) == (2, 0, None, 1)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "In dit bestand staat nog niemand."),
        ("a,,\n", "1 mens, en nog niemand die helpt."),
        ("a,zus,informal\n", "Het zegt niets over anderen."),
        ("a,zus,informal\nb,arts,formal\n", "Informeel is 1 daarvan: 50,0%."),
    ],
)
def test_without_json_it_is_said_in_sentences(write, rows: str, said: str) -> None:
    result = run(write("client,resource,kind\n" + rows))
    assert result.exit_code == 0
    assert said in result.stdout


def test_it_needs_no_database(write, tmp_path: Path) -> None:
    """The command is a tool beside the product: no server starts for it, no folder is made."""
    away = {name: said for name, said in os.environ.items() if not name.startswith(("NABIJ_", "DJANGO_"))}
    ran = subprocess.run(
        [sys.executable, "-m", "nabij", "quickscan", str(write("client,resource,kind\na,zus,informal\n")), "--json"],
        env={**away, "NABIJ_DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, json.loads(ran.stdout)["clients"]) == (0, 1), ran.stderr
    assert not (tmp_path / "data").exists()
