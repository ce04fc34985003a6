"""Counting who helps in Chromium: on a phone, with the keyboard alone, without scripts, and readable by everybody."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.moments.verbs import Present, note
from nabij.people.models import Account
from nabij.stories.scanning import count_help
from nabij.trust.acting import acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def street(live: str) -> World:
    """The small world, in which Marieke and Jan came by."""
    world = build()
    now = timezone.now()
    for name, days in (("marieke", 3), ("marieke", 40), ("jan", 10)):
        with world.acting(name):
            said = {"line": "Op de koffie.", "circle": world.riets_story.circle, "by": world.people[name]}
            note(hat=world.hats[name], at=now - timedelta(days=days), present=[Present(world.riet)], **said)
    return world


def as_riet(page: Page, street: World, log_in: LogIn, path: str = "") -> Page:
    with acting_as(office("door")):
        account = Account.objects.get(person=street.riet)
    log_in(page, account)
    page.goto(f"/verhalen/{street.riets_story.id}/{path}")
    return page


def counted_last_spring(street: World) -> None:
    with street.acting("riet"):
        said = {"story": street.riets_story, "circle": street.riets_story.circle, "by": street.riet}
        day = timezone.localdate() - timedelta(days=180)
        count_help(informal=["Gerda", "Jan"], formal=["de huisarts"], day=day, at=timezone.now(), **said)


@pytest.mark.parametrize("scripts", [True, False])
def test_riet_counts_on_her_phone_and_sees_what_changed(
    street: World, open_page: OpenPage, log_in: LogIn, scripts: bool
) -> None:
    page = as_riet(open_page(width=320, scripts=scripts), street, log_in)
    page.get_by_role("link", name="Wie helpt er al").click()
    expect(page.get_by_text("Hier komt wie er nu helpt")).to_be_visible()
    page.get_by_role("link", name="Tel wie er helpt").click()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Er staat nog niemand.")).to_be_visible()
    page.get_by_label("Familie, vrienden, buren, vrijwilligers").fill("Jan\nAnneke")
    page.get_by_label("Vanuit werk").fill("de huisarts")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Twee uit de eigen omgeving, één vanuit werk.")).to_be_visible()
    page.get_by_role("link", name="Tel opnieuw").click()
    expect(page.get_by_label("Familie, vrienden, buren, vrijwilligers")).to_have_value("Jan\nAnneke")


def test_last_time_stands_beside_today_with_the_keyboard_alone(street: World, page: Page, log_in: LogIn) -> None:
    counted_last_spring(street)
    as_riet(page, street, log_in, "wie-helpt/nieuw/")
    page.get_by_label("Familie, vrienden, buren, vrijwilligers").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Jan")
    page.keyboard.press("Enter")
    page.keyboard.type("Fatima")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nYusuf")
    page.get_by_role("button", name="Bewaar").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Twee uit de eigen omgeving, twee vanuit werk.")).to_be_visible()
    expect(page.get_by_text("Vorige keer ook: Gerda.")).to_be_visible()
    expect(page.locator("svg.marks circle")).to_have_count(4)
    expect(page.locator("svg.marks rect")).to_have_count(3)
    expect(page.get_by_role("table", name="Dezelfde tellingen in cijfers")).to_be_visible()


@pytest.mark.parametrize("width, dark", [(320, False), (768, True), (1280, False), (320, True), (1280, True)])
def test_everybody_can_read_it(
    street: World, open_page: OpenPage, log_in: LogIn, axe: Axe, width: int, dark: bool
) -> None:
    page = as_riet(open_page(width=width, dark=dark), street, log_in, "wie-helpt/")
    axe(page)
    counted_last_spring(street)
    with street.acting("riet"):
        said = {"story": street.riets_story, "circle": street.riets_story.circle, "by": street.riet}
        count_help(informal=[f"Buur {n}" for n in range(12)], formal=["Yusuf"], at=timezone.now(), **said)
    for path in ("wie-helpt/", "wie-helpt/nieuw/", "nabijheid/", "nabijheid/?tot=2020-01"):
        page.goto(f"/verhalen/{street.riets_story.id}/{path}")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_the_pictures_and_their_tables_stay_and_the_buttons_go(
    street: World, page: Page, log_in: LogIn
) -> None:
    counted_last_spring(street)
    with street.acting("riet"):
        said = {"story": street.riets_story, "circle": street.riets_story.circle, "by": street.riet}
        count_help(informal=["Jan"], formal=[], at=timezone.now(), **said)
    as_riet(page, street, log_in, "wie-helpt/")
    page.emulate_media(media="print")
    expect(page.locator("svg.marks")).to_be_visible()
    expect(page.get_by_role("link", name="Tel opnieuw")).to_be_hidden()
    page.goto(f"/verhalen/{street.riets_story.id}/nabijheid/")
    expect(page.locator("svg.bars")).to_have_count(5)
    expect(page.locator("svg.bars").first).to_be_visible()
    expect(page.get_by_role("table", name="Dezelfde getallen per maand")).to_be_visible()
