"""Two who work together speak again after a refusal.

Fatima asked Yusuf something for Riet each few weeks, and they shared what worried them. He refused one; then it was
silent. Weeks later both read the same invitation, she writes, he answers, and it is gone for both.
"""

from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.bridge.referring import Said, Words, refer, step, to_hat
from nabij.stories.caring import answer_concern, share
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import account_of
from tests.world import World, build, days_before_now

pytestmark = pytest.mark.browser
BEFORE = (130, 120, 111, 102, 90, 81, 73)
REFUSED = 62
SAYS = "Jij en {} hebben elkaar langer niet gesproken dan anders. Dat kan van alles betekenen."


@pytest.fixture
def fallen_silent(live: str) -> World:
    world = build()
    for days in BEFORE:
        worry(world, days=days)
    refuse(world)
    return world


def worry(world: World, *, days: int) -> None:
    at = days_before_now(days)
    with world.acting("fatima"):
        said: dict[str, Any] = {"to": world.hats["yusuf"], "words": "Ze eet weinig.", "about": "een buurvrouw"}
        made = share(**said, by=world.fatima, at=at)
    with world.acting("yusuf"):
        answer_concern(concern=made, kind="answered", words="Ik ging langs.", by=world.yusuf, at=at)


def refuse(world: World) -> None:
    at, whom = days_before_now(REFUSED), to_hat(world.hats["yusuf"])
    said = Said(what="Kun jij langsgaan?", ground="Ze zei ja.")
    with world.acting("fatima"):
        made = refer(about=world.riet, whom=whom, said=said, by=world.fatima, at=at)
    words = Words(code="past-niet", reason="Dit doen wij niet.", alternative="Het inloophuis.")
    with world.acting("yusuf"):
        step(referral=made, state="rejected", by=world.yusuf, at=at, words=words)


def test_both_are_invited_one_writes_and_it_is_gone_for_both(fallen_silent, open_page, log_in, axe):
    world = fallen_silent
    volunteer, nurse = Hands(open_page(width=320), keyboard=True), Hands(open_page(width=768, scripts=False))
    others = open_page(dark=True)
    for page, who in ((volunteer.page, world.fatima), (nurse.page, world.yusuf), (others, world.marieke)):
        log_in(page, account_of(who))
    both_are_invited(volunteer.page, nurse.page, axe)
    others.goto("/")
    expect(others.get_by_text("langer niet gesproken")).to_have_count(0)
    writes(volunteer, axe)
    nurse.page.goto("/")
    expect(nurse.page.locator("#samen")).to_have_count(0)
    answers(nurse)
    volunteer.page.goto("/")
    expect(volunteer.page.locator("#samen")).to_have_count(0)


def both_are_invited(one: Page, other: Page, axe) -> None:
    for page, name in ((one, "Yusuf"), (other, "Fatima")):
        page.goto("/")
        expect(page.locator("#samen")).to_contain_text(SAYS.format(name))
    axe(one)


def writes(hands: Hands, axe) -> None:
    page = hands.page
    hands.press(page.get_by_role("link", name="Ik neem contact op"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Jij en Yusuf")
    axe(page)
    hands.press(page.get_by_role("button", name="Verstuur"))
    expect(page.get_by_text("Er staat nog niets. Eén zin is genoeg.")).to_be_visible()
    axe(page)
    hands.write(page.get_by_label("Je berichtje"), "Zullen we een keer koffie drinken?")
    hands.press(page.get_by_role("button", name="Verstuur"))
    expect(page.locator("#berichten")).to_contain_text("Zullen we een keer koffie drinken?")
    expect(page.get_by_text("Verstuurd. Alleen jij en Yusuf lezen dit.")).to_be_visible()
    expect(page.locator("#uitnodiging")).to_have_count(0)


def answers(hands: Hands) -> None:
    page = hands.page
    page.locator("#post summary").click()
    page.get_by_role("link", name="Fatima schreef je een berichtje.").click()
    expect(page.locator("#berichten")).to_contain_text("Zullen we een keer koffie drinken?")
    page.get_by_label("Je berichtje").fill("Graag. Donderdag om tien?")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator("#berichten")).to_contain_text("Graag. Donderdag om tien?")


def test_who_rather_calls_puts_a_day_and_nobody_hears_it(fallen_silent, open_page, log_in):
    world = fallen_silent
    nurse, volunteer = open_page(), open_page()
    log_in(nurse, account_of(world.yusuf))
    log_in(volunteer, account_of(world.fatima))
    nurse.goto("/")
    nurse.get_by_role("link", name="Ik neem contact op").click()
    nurse.get_by_label("Op welke dag?").fill(timezone.localdate().isoformat())
    nurse.get_by_role("button", name="Ik bel zelf").click()
    expect(nurse.locator("#terug")).to_contain_text("Fatima bellen")
    expect(nurse.locator("#samen")).to_have_count(0)
    volunteer.goto("/")
    volunteer.get_by_role("button", name="Dit klopt niet").click()
    expect(volunteer.get_by_text("Dank je. We vragen dit niet meer.")).to_be_visible()
    expect(volunteer.locator("#samen")).to_have_count(0)
    expect(volunteer.locator("#terug")).to_have_count(0)
