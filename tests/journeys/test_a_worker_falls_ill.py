"""A worker falls ill and the stand-in takes over.

Marieke, from her bed, notes that she is away and that Yusuf stands in. He finds on Today what she would have done and
does it. Riet reads who reads along, and stops it: from then on he reads nothing of hers.
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from nabij.moments.verbs import ComeBack, note
from nabij.stories.verbs import promise
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import Look, account_of
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def street(live: str) -> World:
    world = build()
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "by": world.marieke, "at": timezone.now()}
        note(line="Riet sliep slecht.", come_backs=[ComeBack(timezone.localdate(), "de huisarts bellen")], **said)
        tomorrow = timezone.localdate() + timedelta(days=1)
        promise(what="brood halen", story=world.riets_story, day=tomorrow, for_whom=world.riet, **said)
    return world


def test_a_worker_falls_ill_and_the_stand_in_takes_over(street, open_page, log_in, axe):
    ill = Hands(open_page(width=320), keyboard=True)
    log_in(ill.page, account_of(street.marieke))
    says_she_is_away(ill, axe)
    stands_in = Hands(open_page(width=1280))
    log_in(stands_in.page, account_of(street.yusuf))
    takes_over(stands_in, axe)
    resident = Hands(open_page(width=768, scripts=False))
    log_in(resident.page, account_of(street.riet))
    says_no(resident)
    stands_in.page.goto(f"/verhalen/{street.riets_story.id}/")
    expect(stands_in.page.get_by_role("heading", level=1)).not_to_contain_text("Riet")


def says_she_is_away(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/afwezig/")
    page.get_by_label("Tot en met welke dag?").fill((timezone.localdate() + timedelta(days=4)).isoformat())
    page.get_by_label("Wie neemt voor je waar?").select_option(label="Yusuf Demir, wijkverpleegkundige")
    look(page)
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Yusuf neemt voor je waar")
    expect(page.get_by_role("status")).to_contain_text("Yusuf hoort het nu.")
    look(page)


def takes_over(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/")
    theirs = page.locator("#waarnemen-1")
    expect(theirs).to_contain_text("Voor Marieke")
    expect(theirs).to_contain_text("Brood halen")
    look(page)
    hands.press(theirs.get_by_role("button", name="Gedaan").last)
    expect(page.locator("#waarnemen-1")).not_to_contain_text("huisarts")
    hands.press(page.locator("#waarnemen-1").get_by_role("link", name="Bekijk alles"))
    look(page)
    hands.press(page.get_by_role("link", name="Verhaal van Riet Kuiper"))
    expect(page.get_by_text("Riet sliep slecht.").first).to_be_visible()


def says_no(hands: Hands) -> None:
    page = hands.page
    page.goto("/")
    hands.press(page.get_by_role("link", name="Yusuf leest zolang met je mee"))
    row = page.get_by_role("listitem").filter(has_text="Yusuf")
    hands.press(row.get_by_role("button").last)
    expect(page.get_by_role("status")).to_contain_text("Yusuf leest dit verhaal niet meer.")
