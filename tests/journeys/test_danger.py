"""Danger: a professional breaks the glass, a trusted third hears it at once, judges it, and lets the circle know.

And the other way for a worry: a volunteer's one button, to somebody who answers.
"""

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.moments.verbs import note
from nabij.people.models import Account, Neighbourhood, Person
from nabij.post.models import Letter
from nabij.trust import appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.glass import BreakGlass
from nabij.web.post.jobs import send_letter, tell_circle
from tests.conftest import owner
from tests.world import AT, World, build

pytestmark = pytest.mark.browser
REASON = "Ze roept om hulp en doet niet open."


def account_of(person: Person) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=person)


@pytest.fixture
def street(live: str) -> World:
    """The small world, with Loes as its trusted third and a line in Riet's story."""
    world = build()
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        appointing.trust(person=world.loes, neighbourhood=east, since=timezone.localdate())
    with world.acting("marieke"):
        note(line="De sleutel ligt bij Jan.", circle=world.riets_story.circle, by=world.marieke, at=AT)
    return world


@pytest.mark.parametrize("width", [1280, 320])
def test_a_break_glass_and_its_review(street, open_page, log_in, axe, width):
    world = street
    yusuf, loes, riet = (open_page(width=width) for _one in range(3))
    for page, who in ((yusuf, world.yusuf), (loes, world.loes), (riet, world.riet)):
        log_in(page, account_of(who))
    glass = yusuf_breaks_it(yusuf, axe)
    riet.goto(f"/verhalen/{world.riets_story.id}/")
    expect(riet.get_by_text("noodopening")).to_have_count(0)
    loes_hears_and_judges(loes, axe)
    tell_circle(glass=str(glass))
    riet.goto(f"/verhalen/{world.riets_story.id}/")
    expect(riet.get_by_text("Er was een noodopening")).to_be_visible()
    expect(riet.get_by_text("Yusuf Demir, wijkverpleegkundige, las dit bij gevaar")).to_be_visible()
    axe(riet)
    after_24_hours(yusuf, axe, glass)


def yusuf_breaks_it(page: Page, axe):
    page.goto("/")
    axe(page)
    page.get_by_role("link", name="Gevaar? Noodopening").click()
    expect(page.get_by_text("Loes Hartman hoort het meteen")).to_be_visible()
    axe(page)
    page.get_by_label("Om wie gaat het?").fill("Riet Kuiper")
    page.get_by_label("In welke straat of buurt?").fill("Wheermolen-Oost")
    page.get_by_role("button", name="Open nu").click()
    expect(page.get_by_text("Schrijf in je eigen woorden waarom dit niet kan wachten.")).to_be_visible()
    expect(page.get_by_label("Om wie gaat het?")).to_have_value("Riet Kuiper")
    axe(page)
    page.get_by_label("Wat is er aan de hand?").fill(REASON)
    page.get_by_label("Om wie gaat het?").fill("Riet Kuipers")
    page.get_by_role("button", name="Open nu").click()
    expect(page.get_by_text("Niet precies één verhaal gevonden")).to_be_visible()
    page.get_by_label("Om wie gaat het?").fill("Riet Kuiper")
    page.get_by_role("button", name="Open nu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Riet Kuiper")
    expect(page.get_by_text("De sleutel ligt bij Jan.")).to_be_visible()
    expect(page.get_by_text("Je leest dit tot")).to_be_visible()
    axe(page)
    with owner():
        return BreakGlass.objects.get().id


def loes_hears_and_judges(page: Page, axe) -> None:
    with acting_as(office("post")):
        letter = Letter.objects.get(about_kind="glass_broken")
    send_letter(letter=str(letter.id))
    assert mail.outbox[-1].to == ["loes@voorbeeld.example"]
    assert not any(word in str(mail.outbox[-1].body) for word in ("Riet", REASON, "Yusuf"))
    page.goto("/")
    axe(page)
    page.get_by_role("link", name="Yusuf Demir deed een noodopening").click()
    expect(page.get_by_text(REASON)).to_be_visible()
    expect(page.get_by_text("De sleutel ligt bij Jan.")).to_have_count(0)
    axe(page)
    page.get_by_label("Nog niet", exact=True).check()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Waarom nog niet, en wanneer vragen we het je weer?")).to_be_visible()
    page.get_by_label("Ja, vertel het nu").check()
    page.get_by_label("Waarom?").fill("De dokter is geweest.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("De kring hoort het nu.")).to_be_visible()
    page.get_by_label("Nodig", exact=True).check()
    page.get_by_label("Wat vind je ervan?").fill("Er was echt gevaar. Goed dat je keek.")
    page.get_by_role("button", name="Bewaar je oordeel").click()
    expect(page.get_by_text("Nodig. Er was echt gevaar. Goed dat je keek.")).to_be_visible()
    axe(page)
    page.goto("/noodopeningen/")
    expect(page.get_by_text("Oordeel: nodig.")).to_be_visible()
    expect(page.get_by_text("Riet Kuipers")).to_be_visible()
    axe(page)


def after_24_hours(page: Page, axe, glass) -> None:
    with owner():
        BreakGlass.objects.update(until=timezone.now())
    page.goto(f"/noodopening/{glass}/")
    expect(page.get_by_text("Deze noodopening is voorbij")).to_be_visible()
    expect(page.get_by_text("De sleutel ligt bij Jan.")).to_have_count(0)
    axe(page)


@pytest.mark.parametrize("width", [1280, 320])
def test_a_volunteer_shares_a_worry_and_hears_back(street, open_page, log_in, axe, width):
    world = street
    fatima, marieke, riet = (open_page(width=width) for _one in range(3))
    for page, who in ((fatima, world.fatima), (marieke, world.marieke), (riet, world.riet)):
        log_in(page, account_of(who))
    fatima.goto(f"/verhalen/{world.riets_story.id}/")
    fatima.get_by_role("link", name="Zorg delen met een beroepskracht").click()
    axe(fatima)
    fatima.get_by_label("Waar maak je je zorgen over?").fill("Ze at de hele week niet.")
    fatima.get_by_label("Marieke Bos").check()
    fatima.get_by_role("button", name="Deel het").click()
    expect(fatima.get_by_role("status")).to_contain_text("Gedeeld met Marieke Bos. Je hoort uiterlijk")
    axe(fatima)
    marieke.goto("/")
    marieke.get_by_role("link", name="Fatima El Amrani deelt een zorg met je").click()
    axe(marieke)
    marieke.get_by_label("Dit is mijn antwoord").check()
    marieke.get_by_label("In je eigen woorden").fill("Ik ben langs geweest. Ze eet weer.")
    marieke.get_by_role("button", name="Geef antwoord").click()
    fatima.reload()
    expect(fatima.get_by_text("Ik ben langs geweest. Ze eet weer.")).to_be_visible()
    axe(fatima)
    riet.goto(f"/verhalen/{world.riets_story.id}/")
    expect(riet.get_by_text("Ze at de hele week niet.")).to_have_count(0)


def test_the_meldcode_in_five_steps(street, open_page, log_in, axe):
    for page in (open_page(width=320), open_page(dark=True)):
        page.goto("/meldcode/")
        expect(page.get_by_role("link", name="Bel 112")).to_be_visible()
        expect(page.get_by_role("listitem").filter(has_text="Beslis twee dingen")).to_be_visible()
        axe(page)
