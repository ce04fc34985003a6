"""Who looked, as everybody can use it: by keyboard, on a phone, in the dark and on paper."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Looked
from nabij.trust.verbs import note_look
from tests.journeys.hands import Hands
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def looked(live: str) -> World:
    world = build()
    for name, what in (("marieke", Looked.READ), ("marieke", Looked.COPY), ("fatima", Looked.READ)):
        with world.acting(name):
            note_look(
                by=world.people[name],
                hat=world.hats[name],
                about=[world.riet.id],
                thing=world.riets_story,
                at=timezone.now(),
                what=what,
            )
    return world


@pytest.fixture
def riet(looked: World) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=looked.riet)


@pytest.mark.parametrize(("width", "dark"), [(320, False), (768, True), (1280, False)])
def test_everybody_can_use_it(riet, open_page, log_in, axe, width, dark):
    page = open_page(width=width, dark=dark)
    log_in(page, riet)
    page.goto("/mijn/gekeken/")
    expect(page.get_by_text("Nam je verhaal over als tekst")).to_be_visible()
    axe(page)
    page.goto("/mijn/gekeken/?van=2026-03-01&tot=2026-02-01")
    expect(page.get_by_text("Kies een latere dag")).to_be_visible()
    axe(page)


def test_a_period_by_keyboard_alone_and_without_scripts(riet, open_page, log_in):
    page = open_page(scripts=False)
    log_in(page, riet)
    page.goto("/mijn/gekeken/")
    hands = Hands(page, keyboard=True)
    hands.press(page.get_by_text("Kies de dagen"))
    page.get_by_label("Tot en met").fill("2026-01-31")
    hands.press(page.get_by_role("button", name="Toon deze dagen"))
    expect(page.get_by_text("In deze dagen keek niemand bij jou.")).to_be_visible()
    hands.press(page.get_by_role("link", name="Alle dagen"))
    expect(page.get_by_text("Marieke Bos", exact=True)).to_be_visible()


def test_on_paper_the_names_stand_and_the_form_does_not(riet, page, log_in):
    log_in(page, riet)
    page.goto("/mijn/gekeken/?tot=2030-01-01")
    page.emulate_media(media="print")
    expect(page.get_by_text("Marieke Bos", exact=True)).to_be_visible()
    expect(page.get_by_label("Tot en met")).to_be_hidden()
