"""Two people who never met are introduced at a coffee morning, and both say how it went.

Marieke proposes that Jan, who lives next door to Riet and has no account, and Yusuf, who nurses there, have coffee at
De Kwelder. Jan says yes by the link in his mail, Yusuf on his screen; from then on each reads who the other is. Jan
writes by link, Yusuf answers; the day after, both say how it went, and Marieke reads it.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from nabij.bridge.models import Introduction, Meeting
from nabij.people.models import Account, Place, WayToReach
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_letter, write_introduction_letters
from tests.conftest import owner
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
        Place.objects.create(name="De Kwelder")
    return world


def test_two_meet_over_coffee(street: World, open_page, log_in, axe: Look) -> None:
    worker, nurse = Hands(open_page(width=1280)), Hands(open_page(width=320), keyboard=True)
    neighbour = Hands(open_page(width=320, scripts=False))
    log_in(worker.page, account_of(street.marieke))
    proposes(worker, axe)
    says_yes_by_link(neighbour)
    log_in(nurse.page, account_of(street.yusuf))
    says_yes_on_the_screen(nurse, axe)
    writes_by_link(neighbour)
    expect_a_message_and_say_how(nurse, axe)
    says_how_by_link(neighbour)
    worker.page.goto(worker.page.url)
    expect(worker.page.get_by_role("main")).to_contain_text("Jan: Ze zagen of spraken elkaar.")
    expect(worker.page.get_by_role("main")).to_contain_text("Yusuf: Ze zagen of spraken elkaar.")


def proposes(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/kennismakingen/")
    look(page)
    hands.press(page.get_by_role("link", name="Stel twee mensen aan elkaar voor"))
    page.get_by_label("Wie?", exact=True).select_option(label="Jan Groen")
    page.get_by_label("Met wie?").select_option(label="Yusuf Demir")
    hands.write(page.get_by_label("Waarom zouden zij"), "Jullie komen allebei elke dag over het Kwelderpad.")
    page.get_by_label(re.compile("^Waar\\?")).select_option(label="De Kwelder")
    page.get_by_label(re.compile("^Welke dag")).fill((timezone.localdate() + timedelta(days=1)).isoformat())
    page.get_by_label(re.compile("^Hoe laat")).fill("10:00")
    look(page)
    hands.press(page.get_by_role("button", name="Stel het voor"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Jan Groen en Yusuf Demir")
    look(page)


def link_in_the_last_mail() -> str:
    """All letters of the introduction go out; the newest link to Jan is in his mailbox."""
    with owner():
        made = Introduction.objects.get()
    write_introduction_letters(introduction=str(made.id))
    with acting_as(office("post")):
        waiting = [str(one.id) for one in Letter.objects.filter(sending__isnull=True, due__lte=timezone.now())]
    for one in waiting:
        send_letter(letter=one)
    mails = [sent for sent in mail.outbox if sent.to == ["jan@buren.example"]]
    assert "Yusuf" not in mails[0].subject
    link = re.search(r"/brief/\S+/", str(mails[-1].body))
    assert link
    return link[0]


def says_yes_by_link(hands: Hands) -> None:
    page, link = hands.page, link_in_the_last_mail()
    page.goto(link)
    expect(page.get_by_role("main")).to_contain_text("Yusuf Demir, wijkverpleegkundige")
    hands.press(page.get_by_role("button", name="Ja, dat lijkt me leuk"))
    expect(page.get_by_role("main")).to_contain_text("Je antwoord: ja.")


def says_yes_on_the_screen(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/")
    hands.press(page.get_by_role("link", name="Wil je kennismaken?"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kennismaken met iemand uit je buurt")
    look(page)
    hands.press(page.get_by_role("button", name="Ja, dat lijkt me leuk"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Jij en Jan Groen")
    look(page)


def writes_by_link(hands: Hands) -> None:
    page = hands.page
    page.goto(link_in_the_last_mail())
    hands.write(page.get_by_label("Je berichtje"), "Ik neem de hond mee.")
    hands.press(page.get_by_role("button", name="Verstuur"))
    expect(page.get_by_role("main")).to_contain_text("Bewaard. Dank je wel.")


def expect_a_message_and_say_how(hands: Hands, look: Look) -> None:
    """It is the day after."""
    with owner():
        Meeting.objects.update(meets_at=timezone.now() - timedelta(days=2))
        Letter.objects.filter(about_kind="introduction_went").update(due=timezone.now())
    page = hands.page
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("Ik neem de hond mee.")
    hands.press(page.get_by_role("group", name="Hebben jullie elkaar").get_by_label("Ja"))
    hands.press(page.get_by_role("button", name="Bewaar").first)
    expect(page.get_by_role("status")).to_contain_text("Bewaard")
    look(page)


def says_how_by_link(hands: Hands) -> None:
    page = hands.page
    page.goto(link_in_the_last_mail())
    hands.press(page.get_by_role("group", name="Hebben jullie elkaar").get_by_label("Ja"))
    hands.press(page.get_by_label("heel fijn"))
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("main")).to_contain_text("Bewaard. Dank je wel.")
    page.goto(page.url)
    expect(page.get_by_role("button", name="Bewaar")).to_have_count(0)
