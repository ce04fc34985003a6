"""Logging in by the code, as people do it: at each width, by keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.mailbox import delivered

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db", "world")]
ADDRESS = "riet@voorbeeld.example"


def code() -> str:
    found = re.search(r"^    (\S+)$", delivered()[-1].body, re.MULTILINE)
    assert found
    return found[1]


def ask_code(page: Page, address: str = ADDRESS) -> None:
    page.get_by_label("Je mailadres").fill(address)
    page.get_by_role("button", name="Stuur mij een code").click()


@pytest.mark.parametrize(("width", "dark"), [(320, False), (768, True), (1280, False)])
def test_every_page_of_logging_in_can_be_used_by_everybody(open_page, axe, width, dark):
    page = open_page(width=width, dark=dark)
    page.goto("/inloggen/?next=/wie-ziet-wat/")
    axe(page)
    ask_code(page, "riet")
    expect(page.get_by_label("Je mailadres")).to_have_value("riet")
    axe(page)
    ask_code(page)
    axe(page)
    page.get_by_label("De code uit de mail").fill("ZZZZZZ")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_text("Deze code klopt niet.")).to_be_visible()
    axe(page)
    page.get_by_label("De code uit de mail").fill(code())
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(re.compile("/wie-ziet-wat/$"))
    page.goto("/inloggen/uit/")
    axe(page)
    page.get_by_role("button", name="Ja, log uit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie is er dichtbij?")
    axe(page)


def test_it_goes_without_scripts(open_page):
    page = open_page(width=320, scripts=False)
    page.goto("/verhalen/")
    ask_code(page)
    page.get_by_label("De code uit de mail").fill(code())
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(re.compile("/verhalen/$"))


def test_it_goes_by_keyboard_alone(page):
    page.goto("/inloggen/")
    page.get_by_label("Je mailadres").focus()
    page.keyboard.type(ADDRESS)
    page.keyboard.press("Enter")
    expect(page.get_by_label("De code uit de mail")).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "code":
            break
    page.keyboard.type(code())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Riet")
