"""A coordinator puts an Excel list on the map, mends two rows, merges a double, and a visitor finds what came of it.

Wide, on a phone with the keyboard alone, and on a page without scripts.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from nabij.people.models import Account, Neighbourhood
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.directory.lists import workbook
from tests.journeys.hands import Hands
from tests.world import build

pytestmark = pytest.mark.browser
LIST = workbook(
    ("Sociale kaart Wheermolen, voorjaar",),
    ("Activiteit", "Organisatie", "Omschrijving", "Dag", "Van", "Tot", "Straat", "Postcode", "Telefoon"),
    ("Koffieochtend", "De Brug", "Iedereen is welkom", "dinsdag", "10:00", "12:00", "Kade 3", "1441 AB", "0299 123456"),
    ("Eettafel", "De Brug", "Samen eten", "donderdag", "19:00", "17:00", "Kade 3", "1441 AB", "0299 123456"),
    ("Naaiatelier", "De Naald", "Er zijn machines", "woensdag", "13:00", "16:00", "Dijk 1", "1441 CD", "vraag Emine"),
    ("Taalcafé", "De Brug", "Nederlands oefenen", "maandag", "19:00", "21:00", "Kade 3", "1441 AB", "0299 123456"),
    ("Taal café", "Buurthuis De Brug", "", "", "", "", "Kade 3", "1441ab", "+31299123456"),
)


@pytest.fixture
def coordinator(live: str, tmp_path: Path) -> tuple[Account, Path]:
    """Yusuf coordinates in Wheermolen-Oost, and has a list."""
    world = build()
    with acting_as(office("beheer")):
        here = Neighbourhood.objects.get(code="BU04390302")
        said = {"formal": True, "since": date(2025, 1, 1), "open": True, "neighbourhood": here}
        put_on(person=world.yusuf, role="coördinator", **said)
    path = tmp_path / "aanbod.xlsx"
    path.write_bytes(LIST)
    with acting_as(office("door")):
        return Account.objects.get(person=world.yusuf), path


@pytest.fixture
def look(axe: Callable[[Page], None]) -> Callable[[Page], None]:
    """axe, on pages that run scripts; without them it cannot run, and the page is the same."""

    def at(page: Page) -> None:
        if page.evaluate("matchMedia('(scripting: enabled)').matches"):
            axe(page)

    return at


@pytest.mark.parametrize(
    ("width", "scripts", "keyboard"),
    [(1280, True, False), (320, True, True), (768, False, False)],
    ids=["a wide screen", "a phone and the keyboard alone", "no scripts"],
)
def test_a_list_is_put_on_the_map_mended_and_a_double_merged(
    coordinator, open_page, log_in, look, width, scripts, keyboard
):
    account, path = coordinator
    page = open_page(width=width, scripts=scripts)
    hands = Hands(page, keyboard=keyboard)
    log_in(page, account)
    chooses_the_file(page, hands, path, look)
    mends_two_rows(page, hands, look)
    merges_a_double(page, hands, look)
    visitor = open_page(width=width, scripts=scripts)
    finds_it_once(visitor)
    takes_it_back(page, hands)


def chooses_the_file(page: Page, hands: Hands, path: Path, look: Callable[[Page], None]) -> None:
    page.goto("/kaart/")
    hands.press(page.get_by_role("link", name="Zet een lijst op de kaart"))
    expect(page.get_by_role("heading", name="Jullie lijsten")).to_be_visible()
    look(page)
    page.get_by_label("Welke lijst?").set_input_files(path)
    hands.press(page.get_by_role("button", name="Bekijk de lijst"))
    expect(page.get_by_role("heading", name="Klopt het wat we lezen?")).to_be_visible()
    expect(page.get_by_text("Vijf vermeldingen komen op de kaart.")).to_be_visible()
    expect(page.get_by_label("Activiteit", exact=True)).to_have_value("name")
    expect(page.get_by_text("rij 5, kolom Telefoon: dit is geen telefoonnummer: vraag Emine")).to_be_visible()
    look(page)
    hands.press(page.get_by_role("button", name="Zet op de kaart"))


def mends_two_rows(page: Page, hands: Hands, look: Callable[[Page], None]) -> None:
    expect(page.get_by_role("heading", name="De lijst staat op de kaart")).to_be_visible()
    late, asked = (
        page.get_by_role("group", name="Rij 4: Eettafel"),
        page.get_by_role("group", name="Rij 5: Naaiatelier"),
    )
    expect(late.get_by_text("het sluit (17:00) voordat het opengaat (19:00)")).to_be_visible()
    look(page)
    for box, text in ((late.get_by_label("Tot"), "21:00"), (asked.get_by_label("Telefoon"), "0299 654321")):
        box.fill("")
        hands.write(box, text)
    hands.press(page.get_by_role("button", name="Stuur opnieuw"))
    expect(page).to_have_title("De lijst staat op de kaart - Nabij")
    expect(page.get_by_role("heading", name="Nog te verbeteren")).to_have_count(0)
    expect(page.get_by_text("Vijf vermeldingen staan op de kaart.")).to_be_visible()
    look(page)


def merges_a_double(page: Page, hands: Hands, look: Callable[[Page], None]) -> None:
    double = page.get_by_role("listitem").filter(has_text="Taal café")
    expect(double.get_by_text("Ze heten hetzelfde, anders geschreven")).to_be_visible()
    expect(double.get_by_text("Ze zitten op hetzelfde adres: Kade 3, 1441 AB.")).to_be_visible()
    hands.press(double.get_by_role("button", name="Dit is er één"))
    expect(page.get_by_role("heading", name="Wat er dubbel staat")).to_be_visible()
    expect(page.get_by_text("“Taal café” leidt nu naar “Taalcafé”.")).to_be_visible()
    expect(page.get_by_text("Stond er ook als Taal café.")).to_be_visible()
    look(page)


def finds_it_once(visitor: Page) -> None:
    """Somebody without an account finds one language café, and what was mended."""
    visitor.goto("/kaart/?q=taalcafé")
    expect(visitor.get_by_role("link", name="Taalcafé", exact=True)).to_be_visible()
    expect(visitor.get_by_role("link", name="Taal café", exact=True)).to_have_count(0)
    visitor.goto("/kaart/?q=eettafel")
    visitor.get_by_role("link", name="Eettafel", exact=True).click()
    expect(visitor.get_by_text("21").first).to_be_visible()


def takes_it_back(page: Page, hands: Hands) -> None:
    hands.press(page.get_by_role("button", name="Draai terug"))
    expect(page.get_by_text("Ze staan allebei weer op de kaart, zoals eerst.")).to_be_visible()
    expect(page.get_by_role("button", name="Dit is er één")).to_be_visible()
