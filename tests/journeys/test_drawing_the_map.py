"""A resident draws the map with a volunteer on a telephone, and prints it.

Fatima (volunteer) sits with Riet at the kitchen table. One line at a time they put on the map who there is; they drag a
name nearer, move one with the arrow keys, and take one off. Without scripts the buttons do the same. It goes on an A4.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from nabij.moments.models import Placing, Tie
from nabij.moments.network import add
from nabij.moments.rings import CENTRE, RADII
from nabij.moments.tieline import read_tie
from nabij.people.models import Account
from nabij.stories.models import Story
from nabij.trust.acting import acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.conftest import owner
from tests.journeys.hands import Hands
from tests.world import World, build

pytestmark = pytest.mark.browser
LINES = {
    "zus Els, heel dichtbij, geeft soep en krijgt gezelschap": "Els staat er nu bij: heel dichtbij.",
    "Jan, buurman, verder weg, geeft een praatje": "Jan Groen staat er nu bij: verder weg.",
    "bridgeclub, dichtbij": "bridgeclub staat er nu bij: dichtbij.",
    "de bibliotheek, verder weg": "de bibliotheek staat er nu bij: verder weg.",
}


@pytest.fixture
def table(live: str) -> World:
    """The small world; Riet's story is of last spring, and one stood on the map then."""
    world, early = build(), timezone.now() - timedelta(days=200)
    with owner():
        Story.objects.filter(id=world.riets_story.id).update(opened_at=early)
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "owner": world.riet, "by": world.marieke, "told_by": world.riet}
        add(at=early, **said, **vars(read_tie("Sonja, vriendin, heel dichtbij, geeft de krant")))
    return world


def at_the_map(page: Page, world: World, log_in: LogIn, name: str = "fatima") -> Page:
    with acting_as(office("door")):
        log_in(page, Account.objects.get(person=world.people[name]))
    page.goto(f"/verhalen/{world.riets_story.id}/")
    page.get_by_role("link", name="Teken de kaart samen").click()
    return page


def put_on(hands: Hands, line: str) -> None:
    hands.write(hands.page.get_by_label(re.compile("Wie staat er ook")), line)
    hands.press(hands.page.get_by_role("button", name="Zet erbij"))


def where(world: World, name: str) -> tuple[int, int | None]:
    with world.acting("riet"):
        tie = next(one for one in Tie.objects.current() if one.with_whom == name)
        return tie.stands_in, tie.turned


def grip(page: Page, name: str) -> Locator:
    return page.locator(f"svg .node[data-name='{name}']")


def drag(page: Page, name: str, *, ring: int, to: tuple[float, float]) -> None:
    """Drags a name to a spot of the picture, with the finger on its middle."""
    spot = page.locator("#kaart svg.ringmap").evaluate(
        """(svg, [x, y]) => {
            const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
            return [at.x, at.y];
        }""",
        list(to),
    )
    box = grip(page, name).locator(".grip").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(spot[0] + 5, spot[1] + 5, steps=4)
    expect(page.locator(f"#kaart circle.ring[data-ring='{ring}']")).to_have_class(re.compile("ring--here"))
    page.mouse.move(*spot, steps=2)
    with page.expect_response(re.compile("/netwerk/")):
        page.mouse.up()


@pytest.mark.parametrize("dark", [False, True])
def test_drawn_together_on_a_telephone_and_printed(
    table: World, open_page: OpenPage, log_in: LogIn, axe: Axe, dark: bool
) -> None:
    page = at_the_map(open_page(width=320, dark=dark), table, log_in)
    hands = Hands(page)
    for line, said in LINES.items():
        page.get_by_label("Riet", exact=True).check()
        put_on(hands, line)
        expect(page.get_by_role("status").filter(has_text="Bewaard")).to_contain_text(said)
    axe(page)
    put_on(hands, "Riet zelf, heel dichtbij")
    put_on(hands, "Riet")
    expect(page.get_by_text("Riet staat al in het midden. Wie staat er omheen?")).to_be_visible()
    expect(page.get_by_label(re.compile("Wie staat er ook"))).to_have_value("Riet")
    axe(page)
    page.goto(f"/verhalen/{table.riets_story.id}/netwerk/")

    grip(page, "Jan Groen").scroll_into_view_if_needed()
    drag(page, "Jan Groen", ring=1, to=(CENTRE[0] - RADII[1], CENTRE[1]))
    expect(page.locator("[data-moved]")).to_have_text("Jan Groen staat nu heel dichtbij.")
    ring, turn = where(table, "Jan Groen")
    assert ring == 1 and turn is not None and abs(turn - 270) < 40
    axe(page)

    grip(page, "Els").focus()
    page.keyboard.press("ArrowDown")
    with page.expect_response(re.compile("/netwerk/")):
        page.keyboard.press("ArrowDown")
    expect(page.locator("[data-moved]")).to_have_text("Els staat nu verder weg.")
    expect(grip(page, "Els")).to_be_focused()
    assert where(table, "Els")[0] == 3
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Els")
    axe(page)
    page.get_by_role("button", name="Haal Els van de kaart").click()
    expect(page.get_by_role("status").filter(has_text="Els staat er niet meer bij")).to_be_visible()
    expect(grip(page, "Els")).to_have_count(0)

    goes_on_an_a4(page)


def goes_on_an_a4(page: Page) -> None:
    page.emulate_media(media="print")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1
    expect(page.get_by_role("table")).to_contain_text("de bibliotheek")
    expect(page.get_by_role("button", name="Zet erbij")).to_be_hidden()


def test_without_scripts_the_buttons_do_the_same(table: World, open_page: OpenPage, log_in: LogIn) -> None:
    page = at_the_map(open_page(width=320, scripts=False), table, log_in)
    put_on(Hands(page), "zus Els, verder weg")
    page.locator("summary").filter(has_text="Verplaats met knoppen").click()
    for _step in range(2):
        page.get_by_role("button", name=re.compile("Dichterbij ?: Els")).click()
        expect(page.get_by_role("button", name=re.compile("Verder weg ?: Els"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Dichterbij ?: Els"))).to_have_count(0)
    assert where(table, "Els")[0] == 1
    page.get_by_role("link", name=re.compile("Verander ?: Els")).click()
    page.get_by_role("button", name="Naar rechts").click()
    with table.acting("riet"):
        assert Placing.objects.count() == 3
    page.get_by_role("link", name=re.compile("Verander ?: Els")).click()
    page.get_by_label(re.compile("Wat komt er van deze kant")).fill("soep")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("table")).to_contain_text("soep")


def test_with_the_keyboard_alone(table: World, open_page: OpenPage, log_in: LogIn) -> None:
    page = at_the_map(open_page(), table, log_in, "riet")
    hands = Hands(page, keyboard=True)
    put_on(hands, "zus Els, verder weg")
    node = page.get_by_role("button", name="Els", exact=True)
    for _press in range(100):
        if node.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(node).to_be_focused()
    before = where(table, "Els")[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    with page.expect_response(re.compile("/netwerk/")):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-moved]")).to_have_text("Els staat nu dichtbij.")
    assert where(table, "Els")[0] == 2 and where(table, "Els")[1] != before


@pytest.mark.parametrize(("width", "dark"), [(320, True), (768, False), (1280, False), (1280, True)])
def test_last_spring_beside_today_can_be_read_by_everybody(
    table: World, open_page: OpenPage, log_in: LogIn, axe: Axe, width: int, dark: bool
) -> None:
    page = at_the_map(open_page(width=width, dark=dark), table, log_in)
    put_on(Hands(page), "zus Els, heel dichtbij")
    page.locator(".seasons a").last.click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("en nu")
    expect(page.get_by_text("Erbij gekomen: Els.")).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(2)
    axe(page)
