"""A worker leaves and nothing is without an owner.

Marieke proposes that Fatima takes Riet's story over. Riet hears it first and says yes; then Fatima is asked, and says
yes too. Until the promise to bring the two together is kept, Marieke cannot go; after it she reads nothing any more.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

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
        promise(what="brood halen", story=world.riets_story, for_whom=world.riet, **said)
    return world


def test_a_worker_leaves_and_nothing_is_without_an_owner(street, open_page, log_in, axe):
    worker, resident, other = (Hands(open_page(width=width)) for width in (1280, 320, 768))
    for hands, who in ((worker, street.marieke), (resident, street.riet), (other, street.fatima)):
        log_in(hands.page, account_of(who))
    proposes(worker, axe)
    other.page.goto("/")
    expect(other.page.get_by_text("gaat weg")).to_have_count(0)  # Riet hears it before Fatima.
    says_what_may_be_read(resident, axe)
    asks(worker)
    hands_over_the_bread(worker)
    says_yes(other, times=2)
    goes(worker, axe)
    worker.page.goto(f"/verhalen/{street.riets_story.id}/")
    expect(worker.page.get_by_role("heading", level=1)).not_to_contain_text("Riet")


def proposes(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/weggaan/")
    look(page)
    hands.press(page.get_by_role("button", name="Ga uit alle kringen"))
    expect(page.get_by_text("Er ligt nog iets bij jou: verhalen (1), wat je hebt beloofd (1).")).to_be_visible()
    hands.press(page.get_by_role("link", name="Wie neemt dit over?"))
    page.get_by_label("Wie neemt het over?").select_option(label="Fatima El Amrani, leidt Samen Wandelen")
    page.get_by_label("Wat is je laatste dag?").fill((timezone.localdate() + timedelta(days=9)).isoformat())
    look(page)
    hands.press(page.get_by_role("button", name="Stel het voor"))
    expect(page.get_by_text("Gevraagd of Fatima het mag overnemen.")).to_be_visible()


def says_what_may_be_read(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/")
    hands.press(page.get_by_role("link", name="Marieke gaat weg. Mag Fatima het overnemen?"))
    look(page)
    hands.press(page.get_by_label("Ja, ook wat er eerder stond"))
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("Dat zei Riet.")).to_be_visible()


def asks(hands: Hands) -> None:
    page = hands.page
    page.goto("/weggaan/")
    hands.press(page.get_by_role("button", name="Vraag het aan Fatima"))
    expect(page.get_by_text("Stelt Fatima voor aan Riet")).to_be_visible()


def hands_over_the_bread(hands: Hands) -> None:
    page = hands.page
    row = page.get_by_role("listitem").filter(has_text="Brood halen")
    hands.press(row.get_by_role("link", name="Vraag een ander"))
    page.get_by_label("Wie doet het?").select_option(label="Fatima El Amrani")
    hands.press(page.get_by_role("button", name="Bewaar"))


def says_yes(hands: Hands, *, times: int) -> None:
    page = hands.page
    page.goto("/verhalen/")
    hands.press(page.get_by_role("link", name=re.compile("Riet Kuiper")))
    story = page.url
    for _time in range(times):
        page.goto(story)
        hands.press(page.get_by_role("link", name="Geef antwoord").first)
        hands.press(page.get_by_label(re.compile("^Ja")))
        hands.press(page.get_by_role("button", name="Bewaar"))
        expect(page.get_by_role("status")).to_contain_text("Bewaard.")


def goes(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/weggaan/")
    expect(page.get_by_text("Fatima neemt het over.")).to_be_visible()
    look(page)
    row = page.get_by_role("listitem").filter(has_text="Stelt Fatima voor aan Riet")
    hands.press(row.get_by_role("link", name="Bekijk"))
    hands.press(page.get_by_label("Ja, gedaan"))
    hands.press(page.get_by_role("button", name="Bewaar"))
    page.goto("/weggaan/")
    hands.press(page.get_by_role("button", name="Ga uit alle kringen"))
    expect(page.get_by_role("status")).to_contain_text("Je leest in 1 kring niet meer mee.")
