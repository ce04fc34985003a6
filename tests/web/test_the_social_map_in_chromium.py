"""The social map in Chromium: axe finds nothing, it works with the keyboard, without a script, and with htmx."""

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


def test_everybody_can_use_it(town: str, open_page, axe) -> None:
    for width, dark in ((320, False), (1280, False), (320, True), (1280, True)):
        page = open_page(width=width, dark=dark)
        for path in (
            "/kaart/",
            "/kaart/?q=samen+eten&buurt=BU04390302",
            "/kaart/?q=thuis+niet+veilig",
            "/kaart/?q=eten&soort=category:vervoer&taal=ti",
            "/kaart/?q=samen+eten&buurt=BU99999999",
        ):
            page.goto(path)
            axe(page)
        page.goto("/kaart/?q=geldzorgen")
        page.get_by_role("link", name="Geldspreekuur", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Geldspreekuur")
        axe(page)


def test_the_list_changes_in_place_and_the_address_with_it(town: str, page: Page) -> None:
    page.goto("/kaart/")
    page.evaluate("window.stayed = true")
    page.get_by_label("Wat zoek je?").fill("kapotte fiets")
    page.keyboard.press("Enter")

    expect(page.get_by_role("link", name="Fietswerkplaats De Spaak", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/kaart/\?q=kapotte(%20|\+)fiets"))
    expect(page.get_by_role("status")).to_have_text("Eén gevonden")
    assert page.evaluate("window.stayed")
    page.go_back()
    expect(page.get_by_role("heading", name="Wat er is")).to_be_visible()


def test_danger_is_shown_in_place_as_well(town: str, page: Page) -> None:
    page.goto("/kaart/")
    page.get_by_label("Wat zoek je?").fill("thuis niet veilig")
    page.get_by_role("button", name="Zoek").click()

    expect(page.get_by_role("link", name="Bel 112")).to_be_visible()
    page.get_by_label("Wat zoek je?").fill("samen eten")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("link", name="Bel 112")).to_have_count(0)


def test_it_is_searched_with_the_keyboard_alone(town: str, page: Page) -> None:
    page.goto("/kaart/")
    page.get_by_label("Wat zoek je?").focus()
    page.keyboard.type("samen eten")
    for name in ("Zoek", "Dicht bij", "Waarvoor", "Taal", "Alleen wat nu open is"):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent")
        assert name in focused
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/kaart/\?q=samen(%20|\+)eten"))
    page.get_by_role("link", name="Eettafel De Wheerplaats", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Eettafel De Wheerplaats")


def test_it_works_without_a_script(town: str, open_page) -> None:
    page = open_page(width=320, scripts=False)
    page.goto("/kaart/")
    page.get_by_label("Wat zoek je?").fill("samen eten")
    page.get_by_label("Dicht bij").select_option("BU04390302")
    page.get_by_role("button", name="Zoek").click()

    page.get_by_role("link", name="Soep op de stoep", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Soep op de stoep")
