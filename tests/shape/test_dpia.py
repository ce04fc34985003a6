"""docs/dpia.md follows the seventeen points of the Dutch model, and points at files that exist."""

import re

from tests.shape.house import ROOT

PAGE = (ROOT / "docs" / "dpia.md").read_text()
PARTS = {"A": range(1, 11), "B": range(11, 16), "C": range(16, 17), "D": range(17, 18)}


def test_the_seventeen_points_stand_in_their_parts() -> None:
    found: dict[str, list[int]] = {}
    part = ""
    for letter, number in re.findall(r"^(?:## ([A-D])\.|### (\d+)\.)", PAGE, re.MULTILINE):
        part = letter or part
        if number:
            found.setdefault(part, []).append(int(number))
    assert found == {letter: list(numbers) for letter, numbers in PARTS.items()}


def test_what_a_municipality_must_fill_in_is_marked_in_every_part() -> None:
    parts = re.split(r"^## [A-D]\.", PAGE, flags=re.MULTILINE)
    assert len(parts) == 5
    assert [text[:20] for text in parts if "**[gemeente]**" not in text] == []


def test_files_it_points_at_exist() -> None:
    named = set(re.findall(r"`((?:docs|tests|nabij)/[\w/.]+)`", PAGE)) | {"docs/asvs.csv"}
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
