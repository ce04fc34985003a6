"""Two who have no account: a newcomer who asks in her own language, and somebody who takes a list along on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from nabij.demo.ground import FOLDER
from nabij.directory.verbs import import_hsds
from nabij.people.outlines import import_neighbourhoods, read
from nabij.trust.acting import acting_as, office
from tests.directory.conftest import LISTINGS, NOW

pytestmark = pytest.mark.browser


@pytest.fixture
def town(live: str) -> str:
    """The example neighbourhood's outlines and listings."""
    with acting_as(office("beheer")):
        import_neighbourhoods(document=read(FOLDER / "neighbourhoods.geojson"))
        import_hsds(path=LISTINGS, at=NOW)
    return live


@pytest.mark.parametrize("width", [320, 1280])
def test_a_newcomer_finds_a_coffee_morning_in_her_language_on_tuesday(town: str, open_page, axe, width: int) -> None:
    page: Page = open_page(width=width)
    page.goto("/kaart/")
    page.get_by_label("Wat zoek je?").fill("Türkçe konuşan kadınlarla kahve")
    page.get_by_label("Dicht bij").select_option(label="Wheermolen-Oost")
    page.get_by_label("Taal").select_option(label="Turks")
    page.get_by_role("button", name="Zoek").click()

    found = page.locator("#nummer-1")
    expect(found.get_by_role("link", name="Turkse koffieochtend", exact=True)).to_be_visible()
    expect(found).to_contain_text("Turks")
    axe(page)
    found.get_by_role("link", name="Turkse koffieochtend", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Turkse koffieochtend")
    expect(page.locator("main")).to_contain_text("De Kwelder")
    expect(page.locator("main")).to_contain_text(re.compile("dinsdag", re.IGNORECASE))
    axe(page)


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
def test_a_visitor_prints_the_list_of_a_neighbourhood(town: str, open_page, axe, width: int, dark: bool) -> None:
    page: Page = open_page(width=width, dark=dark)
    page.goto("/kaart/")
    page.get_by_label("Dicht bij").select_option(label="Wheermolen-Oost")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name="Lijst van Wheermolen-Oost, om te printen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Wie doet wat in Wheermolen-Oost")
    expect(page.get_by_role("heading", name="Soep op de stoep")).to_have_count(1)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Druk af").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Druk af")).to_be_hidden()
    expect(page.get_by_text("Bel 0299 00 00 02")).to_be_visible()
