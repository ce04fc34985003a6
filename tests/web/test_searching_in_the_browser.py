"""Memory in Chromium: asked with the keyboard, opened, narrowed, and a lesson written; usable by everybody."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.moments.verbs import note
from nabij.people.models import Account
from nabij.stories.learning import learn
from nabij.stories.verbs import promise, tell
from nabij.trust.acting import acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def street(live: str) -> World:
    """The small world, with something of each kind about the lift in Riet's story."""
    world, now = build(), timezone.now()
    story = world.riets_story
    with world.acting("marieke"):
        note(line="De lift is stuk, Riet zit boven vast.", circle=story.circle, by=world.marieke, at=now)
        promise(circle=story.circle, story=story, what="belt over de lift", by=world.marieke, at=now)
        tell(story=story, person=world.riet, words="Zonder lift ben ik nergens.", by=world.marieke, at=now)
        learn(tried="Bij een kapotte lift samen bellen.", helped="yes", circle=story.circle, by=world.marieke, at=now)
    return world


def at_stories(page: Page, street: World, log_in: LogIn) -> Page:
    with acting_as(office("door")):
        account = Account.objects.get(person=street.marieke)
    log_in(page, account)
    page.goto("/verhalen/")
    return page


@pytest.mark.parametrize("width, dark", [(320, False), (768, True), (1280, False), (320, True)])
def test_searching_can_be_used_by_everybody(
    street: World, open_page: OpenPage, log_in: LogIn, axe: Axe, width: int, dark: bool
) -> None:
    page = at_stories(open_page(width=width, dark=dark), street, log_in)
    axe(page)
    page.get_by_label("Zoek in alles wat je mag lezen").fill("lift")
    page.get_by_role("button", name="Zoek").click()
    expect(page.locator(".recalled > li")).to_have_count(4)
    axe(page)
    page.get_by_role("link", name="De lift is stuk").click()
    expect(page.get_by_role("heading", name="Wat er omheen gebeurde")).to_be_visible()
    axe(page)
    page.get_by_text("Schrijf op wat jullie hiervan leerden").click()
    expect(page.get_by_role("heading", name="Wat probeerden we eerder")).to_be_visible()
    axe(page)


def test_a_question_is_asked_and_narrowed_with_the_keyboard_and_stands_in_no_address(
    street: World, page: Page, log_in: LogIn
) -> None:
    at_stories(page, street, log_in)
    page.get_by_label("Zoek in alles wat je mag lezen").focus()
    page.keyboard.type("zonder lift")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    assert page.url.endswith("/zoeken/")
    page.get_by_label("Soort").select_option("afspraken")
    page.get_by_label("Waar zoek je naar?").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".recalled > li")).to_have_count(1)
    expect(page.locator(".recalled")).to_contain_text("belt over de lift")


def test_without_scripts_a_lesson_is_written_down_without_names(
    street: World, open_page: OpenPage, log_in: LogIn
) -> None:
    page = at_stories(open_page(scripts=False), street, log_in)
    page.goto(f"/verhalen/{street.riets_story.id}/")
    page.get_by_role("link", name="Wat probeerden we eerder?").click()
    page.get_by_label("Wat probeerden jullie?").fill("Jan vroeg Riet mee naar beneden.")
    page.get_by_label("Dit hielp een beetje").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_label("Wat probeerden jullie?")).to_have_value("De buurman vroeg de bewoner mee naar beneden.")
    page.get_by_role("button", name="Zo is het goed, bewaar").click()
    expect(page.get_by_text("De buurman vroeg de bewoner mee naar beneden.")).to_be_visible()
    expect(page.get_by_text("Dit hielp een beetje.")).to_be_visible()
