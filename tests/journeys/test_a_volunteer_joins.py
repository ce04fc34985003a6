"""A volunteer joins by a link and does not see the past, until the circle opens it; another comes in on the spot.

Riet's circle asks Rob in by mail. He says yes, logs in by the code in his mail, and reads what is written from then
on. Jan opens what stood before. And Marieke, at Riet's table, shows a code that Els scans: a photograph of it opens
nothing, Marieke's yes does.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.moments.verbs import note
from nabij.people.models import Account, Person
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Membership
from nabij.web.post.jobs import send_letter
from tests.mailbox import code_mail
from tests.world import World, build

pytestmark = pytest.mark.browser
PAST, NEW = "Riet viel vorige maand van de trap.", "Morgen loopt Riet weer mee."
Look = Callable[[Page], None]


@pytest.fixture
def street(live: str) -> World:
    """The small world, with something of last month in Riet's story."""
    world = build()
    with world.acting("marieke"):
        long_ago = timezone.now() - timedelta(days=30)
        note(line=PAST, circle=world.riets_story.circle, by=world.marieke, at=long_ago)
    return world


def account_of(person: Person) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=person)


def logs_in_by_mail(page: Page, address: str) -> None:
    page.get_by_label("Je mailadres").fill(address)
    page.get_by_role("button", name="Stuur mij een code").click()
    expect(page.get_by_role("heading", name="Kijk in je mail")).to_be_visible()
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", str(code_mail().body), re.MULTILINE)
    assert code
    page.get_by_label("De code uit de mail").fill(code[1])
    page.get_by_role("button", name="Log in").click()


def asks_rob_in(page: Page, world: World, look: Look) -> str:
    """Marieke, from Riet's story to the sent invitation; returns the link in the mail."""
    page.goto(f"/verhalen/{world.riets_story.id}/")
    page.get_by_role("link", name="Wie leest mee, en sinds wanneer").click()
    look(page)
    page.get_by_role("link", name="Nodig uit per mail").click()
    look(page)
    page.get_by_label("Wie nodig je uit?").fill("Rob Visser")
    page.get_by_label("Het mailadres van deze persoon").fill("rob@huis.example")
    page.get_by_role("button", name="Stuur de uitnodiging").click()
    expect(page.get_by_text("De uitnodiging voor Rob Visser gaat per mail weg.")).to_be_visible()
    expect(page.get_by_role("heading", name="Uitgenodigd, nog geen antwoord")).to_be_visible()
    look(page)
    with acting_as(office("post")):
        letter = Letter.objects.get(kind="invitation")
    send_letter(letter=str(letter.id))
    found = re.search(r"(/uitnodiging/[\w-]+/)", str(mail.outbox[-1].body))
    assert found
    return found[1]


@dataclass
class Street:
    """The world, how a page is opened, and how it is looked at."""

    world: World
    opened: Callable[[], Page]
    log_in: Callable[[Page, Account], None]
    look: Look
    scripts: bool

    def as_somebody(self, name: str) -> Page:
        page = self.opened()
        self.log_in(page, account_of(self.world.people[name]))
        return page


@pytest.mark.parametrize(("width", "scripts"), [(320, True), (1280, False)], ids=["a phone", "no scripts"])
def test_a_volunteer_joins_by_link_and_reads_the_past_once_the_circle_opens_it(
    street, open_page, log_in, axe, width, scripts
):
    look = axe if scripts else (lambda page: None)
    there = Street(street, lambda: open_page(width=width, scripts=scripts), log_in, look, scripts)
    link = asks_rob_in(there.as_somebody("marieke"), street, look)
    rob = there.opened()
    says_yes(rob, link, there)
    reads_what_is_new(rob, there)
    opens_the_past(there.as_somebody("jan"), there)
    rob.reload()
    expect(rob.get_by_text(PAST)).to_be_visible()
    other = there.opened()
    other.goto(link)
    expect(other.get_by_text("is al geantwoord")).to_be_visible()
    look(other)


def says_yes(rob: Page, link: str, there: Street) -> None:
    rob.goto(link)
    expect(rob.get_by_text("Marieke Bos")).to_be_visible()
    expect(rob.get_by_text("Riet")).to_have_count(0)
    there.look(rob)
    rob.get_by_role("button", name="Ja, ik lees mee").click()
    logs_in_by_mail(rob, "rob@huis.example")
    expect(rob.get_by_role("heading", name="Wie leest mee")).to_be_visible()
    there.look(rob)


def reads_what_is_new(rob: Page, there: Street) -> None:
    world = there.world
    rob.goto(f"/verhalen/{world.riets_story.id}/")
    expect(rob.get_by_role("heading", name="Riet Kuiper")).to_be_visible()
    expect(rob.get_by_text(PAST)).to_have_count(0)
    with world.acting("marieke"):
        note(line=NEW, circle=world.riets_story.circle, by=world.marieke, at=timezone.now())
    rob.reload()
    expect(rob.get_by_text(NEW)).to_be_visible()
    expect(rob.get_by_text(PAST)).to_have_count(0)


def opens_the_past(neighbour: Page, there: Street) -> None:
    neighbour.goto(f"/kringen/{there.world.riets_story.circle_id}/")
    neighbour.get_by_role("link", name="Open wat er eerder stond voor Rob").click()
    there.look(neighbour)
    neighbour.get_by_role("button", name="Open het").click()
    expect(neighbour.get_by_text("Rob leest nu ook wat er eerder stond.")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_somebody_at_the_table_scans_a_code_and_comes_in_after_a_yes(street, open_page, log_in, axe, scripts):
    look = axe if scripts else (lambda page: None)
    there = Street(street, lambda: open_page(width=320, scripts=scripts), log_in, look, scripts)
    worker, els = there.as_somebody("marieke"), there.opened()
    code = shows_a_code(worker, there)
    knocks(els, code, there)
    photographed = there.opened()
    photographed.goto(f"/kom/{code.replace(' ', '')}/")
    expect(photographed.get_by_text("heeft al iemand aangeklopt")).to_be_visible()
    with street.acting("riet"):
        assert not Membership.objects.filter(person__name="Els Molenaar").exists()
    says_it_is_her(worker, there)
    comes_in(els, there)


def shows_a_code(worker: Page, there: Street) -> str:
    worker.goto(f"/kringen/{there.world.riets_story.circle_id}/")
    worker.get_by_role("link", name="We zijn bij elkaar").click()
    there.look(worker)
    worker.get_by_role("button", name="Toon de code").click()
    picture = worker.get_by_alt_text("QR-code om te scannen")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("e => e.naturalWidth") > 0, "the picture is drawn, and our own policy lets it"
    there.look(worker)
    return worker.locator(".code-typed").inner_text()


def knocks(els: Page, code: str, there: Street) -> None:
    els.goto("/kom/")
    there.look(els)
    els.get_by_label("De code op het andere scherm").fill(code)
    els.get_by_role("button", name="Verder").click()
    expect(els.get_by_text("Riet")).to_have_count(0)
    there.look(els)
    els.get_by_label("Hoe heet je?").fill("Els Molenaar")
    els.get_by_label("Je mailadres").fill("els@huis.example")
    els.get_by_role("button", name="Klop aan").click()
    expect(els.get_by_text("Marieke ziet nu je naam.")).to_be_visible()
    there.look(els)


def says_it_is_her(worker: Page, there: Street) -> None:
    """With scripts the page notices by itself that somebody knocks."""
    if not there.scripts:
        worker.get_by_role("link", name="Kijk of er iemand is").click()
    yes = worker.get_by_role("button", name="Ja, dat is Els Molenaar")
    expect(yes).to_be_visible()
    there.look(worker)
    yes.click()
    expect(worker.get_by_text("Els Molenaar leest nu mee.")).to_be_visible()


def comes_in(els: Page, there: Street) -> None:
    if not there.scripts:
        els.get_by_role("link", name="Kijk of het antwoord er is").click()
    expect(els.get_by_text("Kom binnen")).to_be_visible()
    there.look(els)
    els.get_by_role("link", name="Log in").click()
    logs_in_by_mail(els, "els@huis.example")
    expect(els.get_by_role("heading", name="Wie leest mee")).to_be_visible()
    els.goto(f"/verhalen/{there.world.riets_story.id}/")
    expect(els.get_by_text(PAST)).to_have_count(0)
