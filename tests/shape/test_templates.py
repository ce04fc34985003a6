"""Templates only show: nothing escapes the escaping, nothing runs or is styled inline, nothing comes from elsewhere."""

import re

import pytest

from tests.shape.house import NABIJ, ours, short

BANNED = {
    "a filter that switches escaping off": r"\|\s*safe(seq)?\b|{%\s*autoescape\s+off",
    "a style inside the page": r"<style\b|<[^>]*\sstyle\s*=",
    "a script inside the page": r"<script\b(?![^>]*\bsrc\s*=)",
    "a handler inside the page": r"<[a-z][^>]*\son[a-z]+\s*=",
    "an address that runs": r"javascript:",
    "htmx that runs text": r"\bhx-on\b|\bhx-vars\b|\bhx-headers\s*=\s*[\"']js:",
    "something fetched from elsewhere": r"<(?:script|link|img|use)\b[^>]*\b(?:src|href)\s*=\s*[\"'](?:https?:)?//",
}
# Kept to a few: administration's own forms, and what a script needs filled in before it asks for a passkey.
STRICT = (
    "nabij/web/templates/administration/",
    "nabij/web/templates/account/",
    "nabij/web/templates/memory/memory.html",
)
ELSEWHERE = re.compile(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//")


def found(pattern: str) -> list[str]:
    return [
        f"{short(path)}:{source[: match.start()].count(chr(10)) + 1} {match[0].strip()}"
        for path in ours(".html", under=NABIJ)
        for source in [path.read_text()]
        for match in re.finditer(pattern, source, re.IGNORECASE)
    ]


@pytest.mark.parametrize("what", BANNED)
def test_templates_only_show(what: str) -> None:
    assert found(BANNED[what]) == []


def test_there_are_templates_to_look_at() -> None:
    assert len(list(ours(".html", under=NABIJ))) > 10


def test_no_stylesheet_fetches_from_elsewhere() -> None:
    sheets = list(ours(".css", under=NABIJ))
    assert sheets
    assert [short(sheet) for sheet in sheets if ELSEWHERE.search(sheet.read_text())] == []


def test_every_page_has_a_title() -> None:
    """A page extends another; the narrow base and the pages of errors hand the title on."""
    pages = [path for path in ours(".html", under=NABIJ) if re.search(r"{%\s*extends", path.read_text())]
    assert pages
    handing_on = re.compile(r"{%\s*block title|{%\s*extends \"errors/")
    bare = [short(page) for page in pages if not handing_on.search(page.read_text())]
    assert [page for page in bare if not page.endswith("/narrow.html")] == []


def test_a_form_leaves_it_to_us_to_say_what_is_missing() -> None:
    """A browser would say it in its own language, in its own words, and in a bubble that goes away."""
    loose = [
        f"{short(path)}: {opening}"
        for path in ours(".html", under=NABIJ)
        for opening, rest in re.findall(
            r"(<form\b(?:{%.*?%}|{{.*?}}|[^>{])*>)(.*?)</form>", path.read_text(), re.DOTALL
        )
        if re.search(r"method=.post", opening) and re.search(r"components/(form|field)\.html", rest)
        if "novalidate" not in opening
    ]
    assert [form for form in loose if not form.startswith(STRICT)] == []


def test_every_form_that_changes_something_carries_its_token() -> None:
    """But for the answer by link: who holds its address is its reader, and no cookie has a say there."""
    bare = [
        short(path)
        for path in ours(".html", under=NABIJ)
        for form in re.findall(r"<form\b.*?</form>", path.read_text(), re.IGNORECASE | re.DOTALL)
        if re.search(r"method\s*=\s*[\"']post", form, re.IGNORECASE) and "{% csrf_token %}" not in form
    ]
    letters = "/letter/letter.html", "/letter/how.html", "/letter/ask.html", "/letter/offer.html", "/letter/stop.html"
    by_link = (
        *letters,
        "/letter/referral.html",
        "/introduction/letter.html",
        "/owner/letter.html",
        "/weighing/letter.html",
    )
    assert [page for page in bare if not page.endswith(by_link)] == []
