"""The ladder in Chromium: usable by everybody, with the keyboard alone, and without scripts."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.moments.verbs import draw_tie, say
from nabij.people.models import Account
from nabij.people.verbs import take_duty
from nabij.trust.acting import acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.world import World, build

pytestmark = pytest.mark.browser
WALK = "Wie loopt er dinsdag mee naar de markt?"
DANGER = "Hij staat weer voor de deur en ik ben bang."


@pytest.fixture
def street(live: str) -> World:
    """The small world, with Jan next door, Fatima who has enough on her plate, and Yusuf on duty."""
    world = build()
    now = timezone.now()
    with acting_as(office("beheer")):
        take_duty(
            hat=world.hats["yusuf"],
            neighbourhood=world.hats["yusuf"].neighbourhood,
            starts=now - timedelta(hours=1),
            ends=now + timedelta(hours=8),
            phone="0299 00 00 76",
        )
    with world.acting("marieke"):
        for name, kind, gives in (("jan", "neighbour", "loopt met de hond"), ("fatima", "friend", "loopt mee")):
            draw_tie(
                circle=world.riets_story.circle,
                owner=world.riet,
                other=world.people[name],
                kind=kind,
                ring=1,
                told_by=world.people[name],
                gives=gives,
                at=now,
            )
        say(
            circle=world.riets_story.circle,
            about=world.fatima,
            owner=world.riet,
            kind="too_much",
            said_by=world.fatima,
            by=world.marieke,
            at=now,
        )
    return world


def opened(page: Page, street: World, log_in: LogIn, question: str) -> Page:
    with acting_as(office("door")):
        account = Account.objects.get(person=street.marieke)
    log_in(page, account)
    page.goto(f"/verhalen/{street.riets_story.id}/hulp/?vraag={quote(question)}")
    return page


@pytest.mark.parametrize("question", [WALK, DANGER, ""])
@pytest.mark.parametrize("width, dark", [(320, False), (768, True), (1280, False), (320, True)])
def test_the_ladder_can_be_used_by_everybody(
    street: World, open_page: OpenPage, log_in: LogIn, axe: Axe, width: int, dark: bool, question: str
) -> None:
    page = opened(open_page(width=width, dark=dark), street, log_in, question)
    for fold in page.locator("main details > summary").all():
        fold.click()
    axe(page)


def test_jan_is_asked_with_the_keyboard_alone(street: World, page: Page, log_in: LogIn) -> None:
    opened(page, street, log_in, WALK)
    page.get_by_text("Vraag het Jan").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_value(WALK)
    page.get_by_role("button", name="Stuur de vraag").and_(page.locator(":visible")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Gevraagd. Het antwoord van Jan komt in het verhaal te staan.")).to_be_visible()


def test_without_scripts_a_question_is_asked_and_agreed(street: World, open_page: OpenPage, log_in: LogIn) -> None:
    page = opened(open_page(scripts=False), street, log_in, "")
    page.get_by_label("Wat is de vraag?").fill(WALK)
    page.get_by_role("button", name="Kijk wie kan helpen").click()
    expect(page.get_by_text("Fatima zei hier dat het te veel is. Vraag nu niets extra.")).to_be_hidden()
    page.get_by_text("Toch zien wie hier staat").click()
    expect(page.get_by_text("Fatima zei hier dat het te veel is. Vraag nu niets extra.")).to_be_visible()
    expect(page.get_by_text("Vraag het Fatima")).to_have_count(0)
    page.get_by_text("Vraag het Jan").click()
    page.get_by_role("button", name="Dit is al afgesproken").and_(page.locator(":visible")).click()
    expect(page.get_by_text("Bewaard. De afspraak met Jan staat in het verhaal.")).to_be_visible()


def test_in_danger_the_number_of_who_is_on_duty_is_one_tap_away(street: World, page: Page, log_in: LogIn) -> None:
    opened(page, street, log_in, DANGER)
    call = page.get_by_role("link", name="Bel Yusuf: 0299 00 00 76")
    expect(call).to_have_attribute("href", "tel:0299000076")
    expect(page.get_by_text("Bij gevaar: bel 112.")).to_be_visible()
    expect(page.get_by_text("Vraag hier niemand.").first).to_be_visible()
