"""docs/asvs.csv: every requirement of level 2 once, with a status, a reason, and evidence that exists."""

import ast
import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.shape.house import ROOT

PAGE = ROOT / "docs" / "asvs.csv"
COLUMNS = ["id", "level", "status", "evidence", "reason"]
STATUSES = {"met", "partly", "not met", "not applicable"}
# Of level 1 and 2 in OWASP ASVS 5.0.0; holds also where the reference files are absent.
PER_CHAPTER = dict(enumerate((27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7), start=1))


def rows() -> list[dict[str, str]]:
    with PAGE.open(newline="") as file:
        reader = csv.DictReader(file)
        found = list(reader)
        assert reader.fieldnames == COLUMNS
    return found


def functions_of(path: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)}


def is_there(evidence: str) -> bool:
    """A file or folder of the repository, or a test in one: tests/web/test_headers.py::test_x."""
    name, _colons, test = evidence.partition("::")
    path = ROOT / name
    return path.exists() and (not test or (path.suffix == ".py" and test in functions_of(path)))


def test_each_requirement_stands_there_once() -> None:
    ids = [row["id"] for row in rows()]
    assert Counter(int(one.split(".")[0]) for one in ids) == PER_CHAPTER
    assert len(ids) == len(set(ids)) == sum(PER_CHAPTER.values()) == 253


def test_they_are_those_of_the_standard(reference: Path) -> None:
    with (reference / "standards" / "asvs-5.0" / "asvs-5.0.0-en.csv").open(newline="") as file:
        wanted = {row["req_id"].removeprefix("V"): row["L"] for row in csv.DictReader(file) if row["L"] in ("1", "2")}
    assert {row["id"]: row["level"] for row in rows()} == wanted


def test_each_has_a_status_and_an_honest_sentence() -> None:
    assert [row["id"] for row in rows() if row["status"] not in STATUSES] == []
    assert [row["id"] for row in rows() if len(row["reason"].split()) < 3] == []
    assert [row["id"] for row in rows() if not row["reason"].endswith(".")] == []


def test_all_evidence_exists() -> None:
    assert [(row["id"], one) for row in rows() for one in row["evidence"].split() if not is_there(one)] == []
    assert [row["id"] for row in rows() if not row["evidence"]] == []


@pytest.mark.parametrize("made_up", ["docs/nowhere.md", "tests/web/test_headers.py::test_nothing", "docs/asvs.csv::x"])
def test_evidence_that_is_not_there_would_be_seen(made_up: str) -> None:
    assert is_there("tests/web/test_headers.py")
    assert not is_there(made_up)
