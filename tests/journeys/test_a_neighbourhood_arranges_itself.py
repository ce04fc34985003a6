"""Who coordinates gives a neighbourhood one number and a page of the team; Fatima stands on it; a visitor reads.

Wide, on a phone with the keyboard alone, and on a page without scripts.
"""

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
HERE = "/buurt/BU04390302/"


@pytest.fixture
def accounts(live: str) -> dict[str, Account]:
    """Yusuf coordinates in Wheermolen-Oost; Fatima leads the walks there."""
    world = build()
    with acting_as(office("beheer")):
        here = Neighbourhood.objects.get(code="BU04390302")
        said = {"formal": True, "since": date(2025, 1, 1), "open": True, "neighbourhood": here}
        put_on(person=world.yusuf, role="coördinator", **said)
    with acting_as(office("door")):
        return {name: Account.objects.get(person=world.people[name]) for name in ("yusuf", "fatima")}


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
def test_a_number_a_place_and_a_page_of_the_team(accounts, open_page, log_in, look, width, scripts, keyboard):
    page = open_page(width=width, scripts=scripts)
    hands = Hands(page, keyboard=keyboard)
    log_in(page, accounts["yusuf"])
    chooses(page, hands, look)
    opens_a_place(page, hands, look)
    hers = open_page(width=width, scripts=scripts)
    log_in(hers, accounts["fatima"])
    stands_in_the_team(hers, Hands(hers, keyboard=keyboard), look)
    reads(open_page(width=width, scripts=scripts), look)


def chooses(page: Page, hands: Hands, look: Callable[[Page], None]) -> None:
    """The number is mistyped first."""
    page.goto(HERE)
    hands.press(page.get_by_role("link", name="Richt deze buurt in"))
    number = page.get_by_label("Welk nummer bellen mensen in deze buurt?")
    number.fill("bel maar")
    page.get_by_label("Wanneer neemt iemand op?").fill("Elke werkdag")
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("Dit is geen telefoonnummer.")).to_be_visible()
    expect(number).to_have_value("bel maar")
    look(page)
    number.fill("0299 12 34 56")
    page.get_by_label("Een pagina waarop staat wie er waarvoor is").check()
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    look(page)


def opens_a_place(page: Page, hands: Hands, look: Callable[[Page], None]) -> None:
    hands.press(page.get_by_text("Zet een plek erbij"))
    page.get_by_label("Hoe heet de plek?").fill("De Kwelder")
    page.get_by_label("Straat en nummer").fill("Kwelderplein 1")
    hands.press(page.get_by_role("button", name="Zet erbij"))
    expect(page.get_by_role("heading", name="De Kwelder")).to_be_visible()
    hands.press(page.get_by_text("Zet een tijd erbij"))
    page.get_by_label("Dinsdag").check()
    page.get_by_label("Vanaf").fill("09:00")
    page.get_by_label("Tot").fill("12:00")
    look(page)
    hands.press(page.locator("#uren").get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("Dinsdag: 9.00 - 12.00")).to_be_visible()
    look(page)


def stands_in_the_team(page: Page, hands: Hands, look: Callable[[Page], None]) -> None:
    page.goto(HERE)
    hands.press(page.get_by_role("link", name="Wie is er waarvoor"))
    expect(page.get_by_text("Nog niemand.")).to_be_visible()
    look(page)
    hands.press(page.get_by_text("Zet jezelf erbij"))
    page.get_by_label("Waarvoor kunnen mensen bij je komen?").fill("Vertalen, en een keer meelopen.")
    page.get_by_label("Hoe vinden mensen je?").fill("Donderdag bij de koffie")
    page.get_by_label("Ook wie niet inlogt mag dit lezen").check()
    look(page)
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("Zo sta je er nu bij.")).to_be_visible()
    expect(page.get_by_role("paragraph").filter(has_text="Vertalen, en een keer meelopen.")).to_be_visible()
    look(page)


def reads(page: Page, look: Callable[[Page], None]) -> None:
    """A visitor: the number, when the place is open, and who is there for what; of Fatima nothing more."""
    page.goto(HERE)
    expect(page.get_by_role("link", name="0299 12 34 56")).to_be_visible()
    page.get_by_text("Alle tijden").click()
    expect(page.get_by_text("Dinsdag 9.00 - 12.00")).to_be_visible()
    look(page)
    page.get_by_role("link", name="Wie is er waarvoor").click()
    expect(page.get_by_role("paragraph").filter(has_text="Vertalen, en een keer meelopen.")).to_be_visible()
    expect(page.get_by_text("El Amrani")).to_have_count(0)
    look(page)
