"""Every setting stands in docs/settings.md, and nothing else does."""

import ast
import re

from tests.shape.house import NABIJ, ROOT, ours, python, table, tree

NAME = re.compile(r"NABIJ_[A-Z]+(?:_[A-Z]+)*")


def in_the_product() -> set[str]:
    """Names of settings in our code: they are written there as plain strings."""
    return {
        node.value
        for path in python(under=NABIJ)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value)
    }


def for_the_tests() -> set[str]:
    files = [ROOT / "Makefile", *ours(".py", under=ROOT / "tests"), *ours(".py", under=ROOT / "bench")]
    return {name for path in files if path.name != "test_settings_page.py" for name in NAME.findall(path.read_text())}


def on_the_page() -> set[str]:
    return {name for row in table(ROOT / "docs" / "settings.md") for name in NAME.findall(row[0])}


def test_every_setting_is_on_the_page() -> None:
    assert in_the_product() - on_the_page() == set()


def test_the_page_names_no_setting_that_nobody_reads() -> None:
    assert on_the_page() - in_the_product() - for_the_tests() == set()


def test_every_row_says_what_the_setting_does_and_what_holds_without_it() -> None:
    rows = [row for row in table(ROOT / "docs" / "settings.md") if NAME.search(row[0])]
    assert rows
    assert [row for row in rows if len(row) != 3 or not all(row)] == []
