"""A promise moves from worker to neighbour, and is kept by link.

Marieke puts the bin out each week. She asks Jan, who lives next door and has no account, to take it over. He says yes
by the link in his mail; on its day a mail asks him how it went, and he says it by that link. Riet reads all of it, and
by the shape of a face who does it now.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.people.models import Account, WayToReach
from nabij.post.models import Letter
from nabij.stories.models import Turn
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_letter
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import Look, account_of
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def street(live: str) -> World:
    world = build()
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.jan).update(is_active=False)
        WayToReach.objects.create(person=world.jan, kind="mail", value="jan@buren.example")
    return world


@pytest.fixture
def look(axe: Look) -> Look:
    def at(page: Page) -> None:
        if page.evaluate("matchMedia('(scripting: enabled)').matches"):
            axe(page)

    return at


@pytest.mark.parametrize(
    ("width", "scripts", "keyboard"),
    [(1280, True, False), (320, True, True), (768, False, False)],
    ids=["a wide screen", "a phone and the keyboard alone", "no scripts"],
)
def test_a_promise_moves_and_is_kept_by_link(street, open_page, log_in, look, width, scripts, keyboard):
    world = street
    worker = Hands(open_page(width=width, scripts=scripts), keyboard=keyboard)
    log_in(worker.page, account_of(world.marieke))
    promises_each_week(worker, look, world)
    hands_it_over(worker, look)

    neighbour = Hands(open_page(width=width, scripts=scripts), keyboard=keyboard)
    says_yes(neighbour, look)
    says_how_it_went(neighbour, look)

    resident = Hands(open_page(width=width, scripts=scripts), keyboard=keyboard)
    log_in(resident.page, account_of(world.riet))
    sees_who_does_it_now(resident, look, world)


def promises_each_week(hands: Hands, look: Look, world: World) -> None:
    page = hands.page
    page.goto(f"/verhalen/{world.riets_story.id}/")
    hands.press(page.get_by_role("link", name="Spreek iets af"))
    hands.write(page.get_by_label("Wat is de afspraak?"), "zet de bak aan de straat")
    page.get_by_label(re.compile("^Wanneer")).fill((timezone.localdate() + timedelta(days=1)).isoformat())
    hands.press(page.get_by_text("Vaker, of iets wat iemand doorlopend doet"))
    page.get_by_label("Hoe vaak?").select_option("week")
    look(page)
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    expect(page.get_by_label("Afspraken en lezers")).to_contain_text("Elke week vanaf morgen.")
    look(page)


def hands_it_over(hands: Hands, look: Look) -> None:
    page = hands.page
    hands.press(page.get_by_label("Afspraken en lezers").get_by_role("link", name="Lukt niet"))
    expect(page.get_by_label("Ja, gedaan")).to_be_visible()
    look(page)
    hands.press(page.get_by_role("link", name="Vraag iemand om dit over te nemen"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie neemt dit over?")
    page.get_by_label("Wie doet het?").select_option(label="Jan Groen")
    hands.write(
        page.get_by_label(re.compile("Wat vraag je")), "Jij zet je eigen bak toch al buiten. Neem jij die van Riet?"
    )
    look(page)
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("status")).to_contain_text("Je hoort wat Jan antwoordt.")
    expect(page.get_by_label("Afspraken en lezers")).to_contain_text("Gevraagd of Jan het overneemt.")


def link_in_the_mail(kind: str) -> str:
    letter = Letter.objects.filter(kind=kind).latest("written_at")
    Letter.objects.filter(id=letter.id).update(due=timezone.now())  # Its morning has come.
    send_letter(letter=str(letter.id))
    sent = mail.outbox[-1]
    assert sent.to == ["jan@buren.example"]
    assert not re.search("bak|Riet|straat", sent.subject)
    found = re.search(r"/brief/[^\s]+/", str(sent.body))
    assert found
    return found.group()


def says_yes(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto(link_in_the_mail(Letter.Kind.QUESTION))
    expect(page.get_by_text("Elke week vanaf morgen.")).to_be_visible()
    look(page)
    hands.press(page.get_by_role("button", name=re.compile("^Ja")))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dank je wel, Jan")


def says_how_it_went(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto(link_in_the_mail(Letter.Kind.PROMISED))
    expect(page.get_by_role("heading", level=1)).to_contain_text("is het gelukt?")
    look(page)
    hands.write(page.get_by_label(re.compile("Hoe ging het")), "De groene, om acht uur.")
    hands.press(page.get_by_role("button", name=re.compile("^Ja, gedaan")))
    expect(page.get_by_text("Bewaard: gedaan.")).to_be_visible()
    expect(page.get_by_text("De volgende keer is")).to_be_visible()
    look(page)
    page.reload()
    expect(page.get_by_role("button")).to_have_count(0)


def sees_who_does_it_now(hands: Hands, look: Look, world: World) -> None:
    page = hands.page
    page.goto(f"/verhalen/{world.riets_story.id}/")
    promises = page.get_by_label("Afspraken en lezers")
    expect(promises).to_contain_text("Overgenomen van Marieke.")
    hands.press(promises.get_by_text("Eén afspraak is voorbij"))
    expect(promises.get_by_text("Jan nam het over.")).to_be_visible()
    look(page)
    hands.press(promises.get_by_role("link", name="Hoe is het gegaan?"))
    expect(page.get_by_text("De groene, om acht uur.")).to_be_visible()
    with world.acting("riet"):
        assert Turn.objects.get().by_id == world.jan.id
