"""A resident asks, a neighbour across the street answers by mail link, and both say how it went.

Riet asks who hangs up her lamp. Jan, across the street, has no account: the coordinator, whom Riet lets look along,
finds his offer on the short list, and he answers by the link in his mail; Riet by the link in hers. Two weeks later
both are asked how it went, and by then the ask is met. In the other, Fatima reads it on the board and raises her hand.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.bridge.models import AskEnding, HowItWent, Introduction, IntroductionOutcome
from nabij.bridge.offering import offer
from nabij.people.models import Account, Neighbourhood, WayToReach
from nabij.people.verbs import put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_letter, write_introduction_letters
from tests.conftest import owner
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import Look, account_of
from tests.world import World, build

pytestmark = pytest.mark.browser
LINE, OFFERS, WORDS = "Wie hangt mijn lamp op?", "Ik hang lampen op", "Ik kom graag even langs met mijn trap."
RIET, JAN = "riet@voorbeeld.example", "jan@buren.example"


@pytest.fixture
def street(live: str, settings) -> World:
    """Marieke coordinates; Jan is reached by mail alone."""
    settings.QUIET_HOURS = None
    world = build()
    with acting_as(office("beheer")):
        here = Neighbourhood.objects.get(code="BU04390302")
        said = {"role": "coördinator", "formal": True, "since": timezone.localdate(), "open": True}
        put_on(person=world.marieke, neighbourhood=here, **said)
        WayToReach.objects.create(person=world.jan, kind="mail", value=JAN)
    with world.acting("jan"):
        offer(line=OFFERS, neighbourhood=here, by=world.jan, at=timezone.now(), kinds=["chores"])
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.jan).update(is_active=False)
    return world


def newest_link(to: str) -> str:
    """Every letter of it that is due goes out, and whoever it is for opens the newest in their mailbox."""
    with owner():
        made = Introduction.objects.get()
    write_introduction_letters(introduction=str(made.id))
    with acting_as(office("post")):
        waiting = [str(one.id) for one in Letter.objects.filter(sending__isnull=True, due__lte=timezone.now())]
    for one in waiting:
        send_letter(letter=one)
    link = re.search(r"/brief/\S+/", str([sent for sent in mail.outbox if sent.to == [to]][-1].body))
    assert link
    return link[0]


def asks(hands: Hands, look: Look, *, coordinator: bool) -> None:
    page = hands.page
    page.goto("/vragen/")
    look(page)
    hands.write(page.get_by_label("Wat vraag je?"), LINE)
    if coordinator:
        hands.press(page.get_by_label(re.compile("meekijken|weten dat ik|coördinator|Marieke")))
    hands.press(page.get_by_role("button", name="Vraag het"))
    expect(page.get_by_role("main")).to_contain_text("Staat op het prikbord.")
    look(page)


def is_proposed(hands: Hands, look: Look) -> None:
    """The coordinator looks along, and proposes who is first on the short list."""
    page = hands.page
    page.goto("/prikbord/")
    look(page)
    hands.press(page.get_by_role("link", name=LINE))
    look(page)
    hands.press(page.get_by_role("link", name="Wie past hierbij?"))
    expect(page.get_by_role("main")).to_contain_text(OFFERS)
    look(page)
    hands.press(page.get_by_role("button", name="Stel een kennismaking voor").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Riet Kuiper en Jan Groen")
    look(page)


def says_yes(page: Page, hands: Hands, *, to: str, reads: list[str], not_yet: list[str]) -> None:
    """By the link in a mail, without a log-in."""
    page.goto(newest_link(to))
    for words in reads:
        expect(page.get_by_role("main")).to_contain_text(words)
    for name in not_yet:
        expect(page.get_by_role("main")).not_to_contain_text(name)
    hands.press(page.get_by_role("button", name="Ja, dat lijkt me leuk"))
    expect(page.get_by_role("main")).to_contain_text(re.compile("Je antwoord: ja|Bewaard"))


def says_how(hands: Hands, *, to: str, look: Look | None = None) -> None:
    page = hands.page
    page.goto(newest_link(to))
    expect(page.get_by_role("heading", level=1)).to_contain_text("hoe ging het?")
    if look:
        look(page)
    hands.press(page.get_by_role("group", name="Hebben jullie elkaar").get_by_label("Ja"))
    if hands.keyboard:  # From the one that is chosen already, with an arrow.
        hands.reach(page.get_by_label("dat zeg ik liever niet"))
        page.keyboard.press("ArrowDown")
    else:
        hands.press(page.get_by_label("heel fijn"))
    expect(page.get_by_label("heel fijn")).to_be_checked()
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("main")).to_contain_text("Bewaard. Dank je wel.")


def two_weeks_pass() -> None:
    with owner():
        IntroductionOutcome.objects.update(at=timezone.now() - timedelta(days=15))


def test_a_neighbour_who_is_proposed_answers_by_mail_link_and_both_say_how_it_went(street, open_page, log_in, axe):
    resident, coordinator = Hands(open_page(width=320), keyboard=True), Hands(open_page(width=1280))
    neighbour, at_home = Hands(open_page(width=320, scripts=False)), Hands(open_page(width=768), keyboard=True)
    log_in(resident.page, account_of(street.riet))
    log_in(coordinator.page, account_of(street.marieke))
    asks(resident, axe, coordinator=True)
    is_proposed(coordinator, axe)
    says_yes(neighbour.page, neighbour, to=JAN, reads=[LINE, "iemand uit je buurt"], not_yet=["Riet"])
    says_yes(at_home.page, at_home, to=RIET, reads=["Jan Groen", OFFERS, LINE], not_yet=[])
    neighbour.page.goto(newest_link(JAN))
    expect(neighbour.page.get_by_role("main")).to_contain_text("Riet Kuiper")
    two_weeks_pass()
    says_how(neighbour, to=JAN)
    with owner():
        assert not AskEnding.objects.exists(), "one of the two is not both"
    says_how(at_home, to=RIET, look=axe)
    with owner():
        assert HowItWent.objects.filter(met=True, via="mail").count() == 2
    resident.page.goto("/vragen/")
    expect(resident.page.get_by_role("main")).to_contain_text("Er is iemand gevonden.")
    coordinator.page.reload()
    expect(coordinator.page.get_by_role("main")).to_contain_text(
        "Jan: Ze zagen of spraken elkaar. Hoe het was: heel fijn."
    )
    coordinator.page.goto("/prikbord/")
    expect(coordinator.page.get_by_role("main")).not_to_contain_text(LINE)


def test_a_neighbour_raises_a_hand_on_the_board_and_who_asks_answers_by_mail_link(street, open_page, log_in, axe):
    resident, neighbour = Hands(open_page(width=1280)), Hands(open_page(width=320), keyboard=True)
    at_home = Hands(open_page(width=320, scripts=False))
    log_in(resident.page, account_of(street.riet))
    log_in(neighbour.page, account_of(street.fatima))
    asks(resident, axe, coordinator=False)
    raises_a_hand(neighbour, axe)
    resident.page.goto("/vragen/")
    resident.press(resident.page.get_by_role("link", name=LINE))
    expect(resident.page.get_by_role("main")).to_contain_text(WORDS)
    axe(resident.page)
    resident.press(resident.page.get_by_role("link", name="Fatima El Amrani"))
    expect(resident.page.get_by_role("heading", level=1)).to_contain_text("Kennismaken met Fatima El Amrani")
    expect(resident.page.get_by_role("main")).to_contain_text(f"Je vroeg: “{LINE}”")
    axe(resident.page)
    says_yes(at_home.page, at_home, to=RIET, reads=["Fatima El Amrani", WORDS, LINE], not_yet=[])
    two_weeks_pass()
    neighbour.page.goto("/kennismakingen/")
    axe(neighbour.page)
    neighbour.press(neighbour.page.get_by_role("link", name="Riet Kuiper"))
    neighbour.press(neighbour.page.get_by_role("group", name="Hebben jullie elkaar").get_by_label("Ja"))
    neighbour.press(neighbour.page.get_by_role("button", name="Bewaar").first)
    expect(neighbour.page.get_by_role("status")).to_contain_text("Bewaard")
    axe(neighbour.page)
    says_how(at_home, to=RIET)
    with owner():
        assert AskEnding.objects.get().kind == "met"


def raises_a_hand(hands: Hands, look: Look) -> None:
    """From the board, by keyboard alone; afterwards it says so there."""
    page = hands.page
    page.goto("/prikbord/")
    expect(page.get_by_role("main")).not_to_contain_text("Riet")
    hands.press(page.locator("summary", has_text="Dit wil ik wel doen"))
    look(page)
    hands.write(page.get_by_label("Wil je er iets bij zeggen?"), WORDS)
    hands.press(page.get_by_role("button", name="Dit wil ik wel doen"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kennismaken met iemand uit je buurt")
    expect(page.get_by_role("main")).to_contain_text("Je zei ja.")
    expect(page.get_by_role("main")).not_to_contain_text("Riet")
    look(page)
    page.goto("/prikbord/")
    expect(page.get_by_role("link", name="Je gaf je hiervoor op")).to_be_visible()
    look(page)
