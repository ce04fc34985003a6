"""What another gladly does, from hearing it to stopping it, as everybody can use it: on a phone, and by letter."""

import re

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from nabij.people.models import Account, WayToReach
from nabij.people.verbs import note_person
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Noted
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.world import World, build

pytestmark = pytest.mark.browser
LAMPS = "Ik repareer graag lampen"


@pytest.fixture
def street(live: str) -> World:
    """Riet's circle knows Els, who has an address and no log-in."""
    world = build()
    with world.acting("marieke"):
        said = {"by": world.marieke, "at": timezone.now(), "neighbourhood": world.riet.neighbourhood}
        world.people["els"] = note_person(name="Els Zonder", **said)
        Noted.objects.create(circle=world.riets_story.circle, person=world.els, at=timezone.now())
        WayToReach.objects.create(person=world.els, kind="mail", value="els@buurt.example", noted_by=world.marieke)
    return world


def link_in_the_mail() -> str:
    with owner():
        letter = Letter.objects.get(about_kind="offer")
    send_letter(letter=str(letter.id))
    found = re.search(r"(/brief/[\w-]+/)", str(mail.outbox[-1].body))
    assert found
    return found[1]


@pytest.mark.parametrize(("width", "dark"), [(320, True), (1280, False)])
def test_it_is_heard_said_yes_to_by_letter_and_stopped(street, open_page, log_in, axe, width, dark):
    page = open_page(width=width, dark=dark)
    with acting_as(office("door")):
        account = Account.objects.get(person=street.marieke)
    log_in(page, account)
    page.goto("/aanbod/")
    axe(page)
    page.get_by_label("Wat bied je aan?").fill(LAMPS)
    page.get_by_text("Is het voor een ander?").click()
    axe(page)
    page.get_by_label("Voor wie?").fill("Els")
    page.get_by_role("button", name="Zet het op het prikbord").click()
    expect(page.get_by_text("Wacht op een ja van Els. Tot dan ziet niemand het.")).to_be_visible()
    axe(page)
    visitor, address = open_page(width=width, dark=dark), link_in_the_mail()
    visitor.goto(address)
    axe(visitor)
    visitor.get_by_role("button", name="Ja, dat wil ik").click()
    expect(visitor.get_by_text("Je antwoord: ja.")).to_be_visible()
    axe(visitor)
    page.goto("/aanbod/")
    axe(page)
    page.get_by_role("link", name=LAMPS).click()
    expect(page.get_by_text("Els heeft geen account.")).to_be_visible()
    axe(page)
    visitor.get_by_role("button", name="Stop ermee").click()
    expect(visitor.get_by_text("Het is gestopt.")).to_be_visible()
    page.goto("/aanbod/")
    expect(page.get_by_role("link", name=LAMPS)).to_have_count(0)
