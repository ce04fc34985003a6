"""Templates hold no style and no script of their own, so that a strict content security policy is possible."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "nabij" / "web" / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))
FORBIDDEN = {
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a style element": r"<style\b",
    "an event handler": r"<[^>]*\son[a-z]+\s*=",
    "htmx code in an attribute": r"\shx-on[:\-]",
    "a script without a file": r"<script\b(?![^>]*\bsrc=)",
    "an address that is code": r"(?:href|action|src)\s*=\s*[\"']javascript:",
    "words marked as safe": r"\|\s*safe\b|\{%\s*autoescape off",
}


def names(pages: list[Path]) -> list[str]:
    return [str(page.relative_to(TEMPLATES)) for page in pages]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str) -> None:
    assert names([page for page in PAGES if re.search(FORBIDDEN[what], page.read_text())]) == []


def test_nothing_is_fetched_from_elsewhere() -> None:
    elsewhere = r"(?:src|href)\s*=\s*[\"'](?:https?:)?//[^\"']*\.(?:css|js|woff2?|png|svg)"

    assert names([page for page in PAGES if re.search(elsewhere, page.read_text())]) == []
    sheets = [file.read_text() for file in (TEMPLATES.parent / "assets").rglob("*.css")]
    assert not any(re.search(r"url\(\s*[\"']?(?:https?:)?//", sheet) for sheet in sheets)


def test_every_page_has_a_title() -> None:
    pages = [page for page in PAGES if re.search(r"\{%\s*extends", page.read_text()) and page.name != "narrow.html"]

    bare = [
        page
        for page in pages
        if not re.search(r"\{%\s*block title", page.read_text())
        and not re.search(r"\{% extends \"errors/", page.read_text())
    ]
    assert names(bare) == []
