"""A sealed note: written, kept by two, looked at again on its day, and opened by both.

Marieke (worker) seals what Riet may not read yet, with Yusuf. Riet sees that there is one, not what. On its day both
are asked by mail and on Today; nothing opened meanwhile. Yusuf proposes to open, Marieke agrees, and Riet reads it.
"""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.people.models import Account, Person
from nabij.post.models import Letter
from nabij.stories.models import SealedNote
from nabij.stories.reminding import remind
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.world import World, build

pytestmark = pytest.mark.browser
WORDS = "Ze vroeg mij haar dochter nog niets te vertellen over de blauwe plek."


def account_of(person: Person) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=person)


def its_day_has_come() -> None:
    """The days pass: the note was written two weeks ago and is looked at today."""
    today = timezone.localdate()
    with owner():
        SealedNote.objects.update(at=timezone.now() - timedelta(days=14), review_on=today)
        Letter.objects.update(written_at=timezone.now() - timedelta(days=14))


@pytest.mark.parametrize("width", [1280, 320])
def test_a_sealed_note_comes_up_for_review(live, open_page, log_in, axe, width):
    world = build()
    marieke, yusuf, riet = (open_page(width=width) for _one in range(3))
    for page, who in ((marieke, world.marieke), (yusuf, world.yusuf), (riet, world.riet)):
        log_in(page, account_of(who))
    marieke_seals(marieke, world, axe)
    yusuf_says_yes(yusuf, axe)
    riet_sees_that_there_is_one(riet, world, axe)
    its_day_has_come()
    riet_sees_that_there_is_one(riet, world, axe)
    both_are_asked(world)
    yusuf_proposes(yusuf, axe)
    marieke_agrees(marieke, axe)
    riet.goto(f"/verhalen/{world.riets_story.id}/")
    expect(riet.get_by_text(WORDS)).to_be_visible()
    expect(riet.get_by_text("Was besloten tot")).to_be_visible()


def marieke_seals(page: Page, world: World, axe) -> None:
    page.goto(f"/verhalen/{world.riets_story.id}/")
    axe(page)
    page.get_by_role("link", name="Schrijf een besloten notitie").click()
    axe(page)
    page.get_by_label("Wat wil je opschrijven?").fill(WORDS)
    page.get_by_label("Waarom nog niet lezen?").fill("Eerst overleggen wat het is.")
    page.get_by_label("Yusuf Demir").check()
    page.get_by_label("Wanneer kijken jullie er weer naar?").fill("2020-01-01")
    page.get_by_label("Ja, vertel dat er iets is").check()
    page.get_by_role("button", name="Bewaar besloten").click()
    expect(page.get_by_text("Die dag is al voorbij")).to_be_visible()
    expect(page.get_by_label("Wat wil je opschrijven?")).to_have_value(WORDS)
    axe(page)
    day = (timezone.localdate() + timedelta(days=14)).isoformat()
    page.get_by_label("Wanneer kijken jullie er weer naar?").fill(day)
    page.get_by_role("button", name="Bewaar besloten").click()
    expect(page.get_by_role("status").first).to_contain_text("Yusuf")
    expect(page.get_by_text(WORDS)).to_be_visible()
    axe(page)


def yusuf_says_yes(page: Page, axe) -> None:
    page.goto("/")
    page.get_by_role("link", name="Besloten notitie bij Riet Kuiper").click()
    expect(page.get_by_text(WORDS)).to_have_count(0)
    axe(page)
    page.get_by_label("Ja", exact=True).check()
    page.get_by_role("button", name="Geef antwoord").click()
    expect(page.get_by_text(WORDS)).to_be_visible()


def riet_sees_that_there_is_one(page: Page, world: World, axe) -> None:
    page.goto(f"/verhalen/{world.riets_story.id}/")
    expect(page.get_by_text("is er een besloten notitie")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_have_count(0)
    expect(page.get_by_text("Yusuf")).to_have_count(0)
    axe(page)


def both_are_asked(world: World) -> None:
    with acting_as(office("reminders")):
        assert remind(at=timezone.now()) == 2
    with acting_as(office("post")):
        letters = list(Letter.objects.filter(about_kind="seal_due"))
    for letter in letters:
        send_letter(letter=str(letter.id))
    assert {one.to[0] for one in mail.outbox} == {"marieke@voorbeeld.example", "yusuf@voorbeeld.example"}
    for one in mail.outbox:
        assert one.subject == "Er wacht iets op je"
        assert not any(word in f"{one.body}" for word in ("Riet", "besloten notitie", WORDS, "blauwe"))


def yusuf_proposes(page: Page, axe) -> None:
    page.goto("/")
    expect(page.get_by_text("Kijk er samen opnieuw naar.")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Besloten notitie bij Riet Kuiper").click()
    axe(page)
    page.get_by_label("Openen: wie het verhaal leest").check()
    page.get_by_role("button", name="Stel voor").click()
    expect(page.get_by_text("Er gebeurt niets tot Marieke Bos ja zegt")).to_be_visible()


def marieke_agrees(page: Page, axe) -> None:
    page.goto("/")
    page.get_by_role("link", name="Besloten notitie bij Riet Kuiper").click()
    axe(page)
    page.get_by_label("Ja", exact=True).check()
    page.get_by_role("button", name="Geef antwoord").click()
    expect(page.get_by_text("Deze notitie is geopend en staat nu in het verhaal.")).to_be_visible()
    axe(page)
