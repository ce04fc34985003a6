"""The main job, from start to finish, by four people.

Riet wants to walk to the market again. Marieke (worker) writes it in one line, sees who will read it, finds that Jan
next door is nearest, and asks him. Jan has no account: he answers by the link in his mail. It is done, and remembered.
Riet reads all of it, sees who looked, and writes herself. Yusuf, who stands outside, sees nothing.
"""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.moments.models import Saying, Tie
from nabij.moments.verbs import draw_tie, say
from nabij.people.models import Account, Person, WayToReach
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_letter
from tests.journeys.hands import Hands
from tests.world import World, build

pytestmark = pytest.mark.browser
LINE = "@Riet wil weer lopend naar de markt, niet met de taxi #lopen !morgen vragen hoe het gaat"


@pytest.fixture
def street(live: str) -> World:
    """The small world; Jan lives next door, was named by Riet, and has no login but an address for mail."""
    world = build()
    circle, now = world.riets_story.circle, timezone.now() - timedelta(days=3)
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.jan).update(is_active=False)
        WayToReach.objects.create(person=world.jan, kind="mail", value="jan@buren.example")
    with world.acting("marieke"):
        draw_tie(
            circle=circle,
            owner=world.riet,
            other=world.jan,
            kind=Tie.Kind.NEIGHBOUR,
            ring=1,
            weight=Tie.Weight.STRONG,
            called="buurman met de hond",
            gives="Loopt met de hond langs de markt.",
            told_by=world.jan,
            at=now,
        )
        say(
            circle=circle,
            about=world.jan,
            owner=world.riet,
            kind=Saying.Kind.NAMED,
            said_by=world.riet,
            by=world.marieke,
            at=now,
        )
    return world


Look = Callable[[Page], None]


@pytest.fixture
def look(axe: Look) -> Look:
    """axe, on pages that run scripts; without them it cannot run, and the page is the same."""

    def at(page: Page) -> None:
        if page.evaluate("matchMedia('(scripting: enabled)').matches"):
            axe(page)

    return at


def account_of(person: Person) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=person)


@pytest.mark.parametrize(
    ("width", "scripts", "keyboard"),
    [(1280, True, False), (320, True, False), (1280, True, True), (1280, False, False)],
    ids=["a wide screen", "a phone", "the keyboard alone", "no scripts"],
)
def test_a_question_finds_help(street, open_page, log_in, look, width, scripts, keyboard):
    world = street
    worker = Hands(open_page(width=width, scripts=scripts), keyboard=keyboard)
    log_in(worker.page, account_of(world.marieke))
    writes_one_line(worker, look)
    asks_who_is_nearest(worker, look)

    neighbour = Hands(open_page(width=width, scripts=scripts), keyboard=keyboard)
    link = answers_by_link(neighbour, look)

    remembers(worker, look)

    resident = Hands(open_page(width=width, scripts=scripts), keyboard=keyboard)
    log_in(resident.page, account_of(world.riet))
    reads_and_writes(resident, look, world)

    outsider = open_page(width=width, scripts=scripts)
    log_in(outsider, account_of(world.yusuf))
    sees_nothing(outsider, look, world, link)


def writes_one_line(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/")
    look(page)
    hands.write(page.get_by_label("Wat is er gebeurd?"), LINE)
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        expect(page.get_by_text("Dit lezen straks vier mensen")).to_be_visible()
        expect(page.get_by_text("Riet Kuiper was erbij.")).to_be_visible()
        look(page)
        hands.press(page.get_by_role("button", name="Bewaar"))
    else:
        page.get_by_role("button", name="Bewaar").click()
        expect(page.get_by_text("Dit lezen straks vier mensen")).to_be_visible()
        page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("en jij kunnen het lezen")
    expect(page.get_by_text("niet met de taxi")).to_be_visible()


def asks_who_is_nearest(hands: Hands, look: Look) -> None:
    page = hands.page
    hands.press(page.get_by_role("link", name="Verhaal van Riet").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Riet Kuiper")
    look(page)
    hands.press(page.get_by_role("link", name="Wie kan helpen?"))
    hands.write(page.get_by_label("Wat is de vraag?"), "samen lopend naar de markt, dinsdag")
    hands.press(page.get_by_role("button", name="Kijk wie kan helpen"))
    neighbours = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=re.compile("^Buren")))
    expect(neighbours).to_contain_text("Hier kun je beginnen")
    expect(neighbours).to_contain_text("Riet noemt Jan zelf")
    look(page)
    hands.press(neighbours.get_by_text("Vraag het Jan"))
    look(page)
    hands.press(neighbours.get_by_role("button", name="Stuur de vraag"))
    expect(page.get_by_role("status")).to_contain_text("Jan")


def answers_by_link(hands: Hands, look: Look) -> str:
    with acting_as(office("post")):
        letter = Letter.objects.get(kind=Letter.Kind.QUESTION)
    send_letter(letter=str(letter.id))
    assert mail.outbox[-1].to == ["jan@buren.example"]
    found = re.search(r"/brief/[^\s]+/", str(mail.outbox[-1].body))
    assert found
    hands.page.goto(found.group())
    expect(hands.page.get_by_text("Marieke Bos", exact=True)).to_be_visible()
    look(hands.page)
    hands.press(hands.page.get_by_role("button", name=re.compile("^Ja")))
    expect(hands.page.get_by_role("heading", level=1)).to_contain_text("Dank je wel, Jan")
    look(hands.page)
    return found.group()


def remembers(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/verhalen/")
    look(page)
    hands.press(page.get_by_role("link", name="Riet Kuiper"))
    promises = page.get_by_label("Afspraken en lezers")
    expect(promises).to_contain_text("Jan")
    expect(promises).not_to_contain_text("nog geen antwoord")
    hands.press(promises.get_by_role("link", name="Hoe is het gegaan?"))
    expect(page.get_by_label("Ja, gedaan")).to_be_visible()
    look(page)
    hands.press(page.get_by_label("Ja, gedaan"))
    hands.write(page.get_by_label(re.compile("Hoe ging het")), "Tot de brug en terug.")
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("Eén afspraak is voorbij")).to_be_visible()


def reads_and_writes(hands: Hands, look: Look, world: World) -> None:
    page = hands.page
    page.goto("/")
    hands.press(page.get_by_role("link", name="Mijn verhaal"))
    page.wait_for_url(f"**/verhalen/{world.riets_story.id}/")
    expect(page.get_by_text("niet met de taxi")).to_be_visible()
    expect(page.get_by_label("Afspraken en lezers")).to_contain_text("Marieke Bos, wijkwerker")
    look(page)
    hands.write(page.get_by_label("Wat is er gebeurd?"), "Tot de brug gekomen. Volgende keer de markt.")
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("“Tot de brug gekomen. Volgende keer de markt.”")).to_be_visible()
    hands.press(page.get_by_role("link", name="In je eigen woorden"))
    hands.write(page.get_by_label("In eigen woorden"), "Gewoon lopen, met iemand erbij.")
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_text("“Gewoon lopen, met iemand erbij.”")).to_be_visible()
    page.goto("/mijn/gekeken/")
    expect(page.get_by_text("Marieke Bos").first).to_be_visible()
    look(page)


def sees_nothing(page: Page, look: Look, world: World, link: str) -> None:
    answer = page.goto(f"/verhalen/{world.riets_story.id}/")
    assert answer
    assert answer.status == 404
    look(page)
    for url in ("/", "/verhalen/", f"/mensen/{world.riet.id}/", f"/verhalen/{world.riets_story.id}/hulp/"):
        page.goto(url)
        assert "Riet" not in page.content()
        assert "taxi" not in page.content()
    used = page.goto(link)
    assert used
    expect(page.get_by_role("main")).to_contain_text("Je antwoord: ja")
    assert page.get_by_role("button", name=re.compile("^Ja")).count() == 0
