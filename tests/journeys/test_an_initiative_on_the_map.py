"""A neighbour puts a coffee morning on the map without account; it waits for one yes, and she keeps it by her link.

Wide, on a phone with the keyboard alone, and on a page without scripts.
"""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from nabij.people.models import Account, Neighbourhood
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.journeys.hands import Hands
from tests.world import build

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(live: str) -> Account:
    """Yusuf coordinates in Wheermolen-Oost."""
    world = build()
    with acting_as(office("beheer")):
        here = Neighbourhood.objects.get(code="BU04390302")
        said = {"formal": True, "since": date(2025, 1, 1), "open": True, "neighbourhood": here}
        put_on(person=world.yusuf, role="coördinator", **said)
    with acting_as(office("door")):
        return Account.objects.get(person=world.yusuf)


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
def test_a_neighbour_enters_herself_waits_for_one_yes_and_keeps_it(
    coordinator, open_page, log_in, look, width, scripts, keyboard
):
    hers = open_page(width=width, scripts=scripts)
    hands = Hands(hers, keyboard=keyboard)
    link = enters_herself(hers, hands, look)
    page = open_page(width=width, scripts=scripts)
    log_in(page, coordinator)
    says_yes(page, Hands(page, keyboard=keyboard), look)
    stands_there(hers, "Koffie in het Turks", number=False)
    keeps_it_by_introduction(hers, hands, link, look)
    stops(hers, hands, link)


def enters_herself(page: Page, hands: Hands, look: Callable[[Page], None]) -> str:
    """Something is forgotten first: it says what, and what was typed is there."""
    page.goto("/kaart/")
    hands.press(page.get_by_role("link", name="Zet jezelf op de kaart"))
    expect(page.get_by_role("heading", name="Zet jezelf op de kaart")).to_be_visible()
    look(page)
    page.get_by_label("Hoe heet het?").fill("Koffie in het Turks")
    page.get_by_label("Wat doen jullie?").fill("Samen koffie drinken en praten.")
    page.get_by_label("Waar gaat het over?").select_option("Plekken om elkaar te treffen")
    page.get_by_label("In welke buurt?").select_option("BU04390302")
    page.get_by_label("Op welke plek?").fill("De Kwelder")
    page.get_by_label("dinsdag").check()
    page.get_by_label("Van", exact=False).first.fill("10:00")
    page.get_by_label(re.compile("^Tot")).fill("12:00")
    page.get_by_label("Turks").check()
    hands.press(page.get_by_role("button", name="Stuur het in"))
    expect(page.get_by_text("Schrijf via wie je binnenkomt.")).to_be_visible()
    expect(page.get_by_label("Op welke plek?")).to_have_value("De Kwelder")
    expect(page.get_by_label("dinsdag")).to_be_checked()
    look(page)
    page.get_by_label("Via wie kom je binnen?").fill("Emine")
    page.get_by_label("Telefoon", exact=True).fill("06 12 34 56 78")
    hands.press(page.get_by_role("button", name="Stuur het in"))
    expect(page.get_by_role("heading", name="Bewaar deze link")).to_be_visible()
    look(page)
    return page.url


def says_yes(page: Page, hands: Hands, look: Callable[[Page], None]) -> None:
    page.goto("/")
    hands.press(page.get_by_role("link", name="Buren willen iets op de kaart zetten"))
    expect(page.get_by_text("06 12 34 56 78")).to_be_visible()
    look(page)
    hands.press(page.get_by_role("button", name="Zet op de kaart"))
    expect(page.get_by_text("“Koffie in het Turks” staat op de kaart.")).to_be_visible()
    look(page)


def stands_there(page: Page, name: str, *, number: bool) -> None:
    """A visitor finds it in her own words; a private number is not for visitors."""
    page.goto("/kaart/?q=koffie")
    expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_text("06 12 34 56 78")).to_have_count(int(number))


def keeps_it_by_introduction(page: Page, hands: Hands, link: str, look: Callable[[Page], None]) -> None:
    page.goto(link)
    page.get_by_label("Hoe heet het?").fill("Thee in het Turks")
    page.get_by_label("Alleen via een kennismaking").check()
    hands.press(page.get_by_role("button", name="Bewaar", exact=True))
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    hands.press(page.get_by_role("link", name="Bekijk het op de kaart"))
    expect(page.get_by_role("heading", name="Thee in het Turks")).to_be_visible()
    expect(page.get_by_role("link", name="Vraag om een kennismaking")).to_be_visible()
    expect(page.get_by_text("De Kwelder")).to_have_count(0)
    look(page)


def stops(page: Page, hands: Hands, link: str) -> None:
    page.goto(link)
    hands.press(page.get_by_text("Stop je ermee?"))
    hands.press(page.get_by_role("button", name="Haal het van de kaart"))
    expect(page.get_by_text("Je bent gestopt.")).to_be_visible()
    page.goto("/kaart/?q=thee")
    expect(page.get_by_role("link", name="Thee in het Turks")).to_have_count(0)
