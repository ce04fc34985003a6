"""A neighbour wants his letters once a week: one mail, everything in it, and one click stops even that.

Marieke asks Jan two things and something else waits for him. He chose a mail a week; on Monday one comes, which names
nobody. From it he goes to Today, where all of it stands; and by the link under it he stops the mail.
"""

import re
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from nabij.post.models import Letter, Sending
from nabij.post.preferences import week_began
from nabij.stories.verbs import ask
from nabij.trust.acting import acting_as, office
from nabij.web.post.sending import send, send_gathered
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import account_of
from tests.world import World, build

pytestmark = pytest.mark.browser


def asked(world: World, what: str) -> None:
    with world.acting("marieke"):
        ask(who=world.jan, circle=world.riets_story.circle, what=what, by=world.marieke, at=timezone.now())


def what_goes(when: datetime) -> list[str]:
    """The worker goes round; the subjects of what went to Jan."""
    before = len(mail.outbox)
    with acting_as(office("post")):
        for one in list(Letter.objects.to_send(at=when)):
            send(letter=one.id, at=when)
        for reader in set(Letter.objects.to_gather(at=when).order_by().values_list("reader", flat=True)):
            send_gathered(reader=reader, at=when)
    return [str(one.subject) for one in mail.outbox[before:] if one.to == ["jan@voorbeeld.example"]]


@pytest.mark.parametrize(("width", "keyboard", "dark"), [(1280, False, True), (320, True, False)])
def test_a_week_in_one_mail_and_one_click_stops_it(live, open_page, log_in, axe, width, keyboard, dark):
    world = build()
    hands = Hands(open_page(width=width, dark=dark), keyboard=keyboard)
    log_in(hands.page, account_of(world.jan))
    chooses_a_week(hands, axe)
    for what in ("een halfuur meelopen", "soep brengen"):
        asked(world, what)
    now = timezone.now()
    assert what_goes(now) == []
    assert what_goes(week_began(now + timedelta(days=7))) == ["Wat er op je wacht"]
    assert set(Sending.objects.values_list("how", flat=True)) == {"digest"}
    sent = str(mail.outbox[-1].body)
    assert "Er is je 2 keer iets gevraagd." in sent
    assert not re.search("Marieke|Riet|soep|meelopen", sent)
    reads_it_on_today(hands, axe)
    stops(open_page(width=width), sent, axe)
    asked(world, "nog iets")
    assert what_goes(timezone.now()) == []
    hands.page.goto("/")
    expect(hands.page.get_by_role("link", name="Marieke vraagt je iets.")).to_have_count(3)
    sees_who_stopped_it(hands, axe)


def chooses_a_week(hands: Hands, axe) -> None:
    page = hands.page
    page.goto("/mijn/")
    hands.press(page.get_by_role("link", name="Kies hoe je mail krijgt"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Je mail van Nabij")
    week = page.get_by_label("Eén keer per week, alles bij elkaar")
    if hands.keyboard:
        hands.reach(page.get_by_label("Meteen"))
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
    else:
        week.check()
    expect(week).to_be_checked()
    axe(page)
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")
    axe(page)


def reads_it_on_today(hands: Hands, axe) -> None:
    page = hands.page
    page.goto("/")
    expect(page.get_by_role("link", name="Marieke vraagt je iets.")).to_have_count(2)
    axe(page)


def stops(page, sent: str, axe) -> None:
    """In a browser where he is not logged in."""
    found = re.search(r"/afmelding/[^\s]+/", sent)
    assert found
    page.goto(found.group())
    axe(page)
    page.get_by_role("button", name="Stuur mij geen mail meer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je krijgt geen mail meer")
    axe(page)


def sees_who_stopped_it(hands: Hands, axe) -> None:
    hands.page.goto("/mijn/post/")
    expect(hands.page.get_by_label("Geen mail. Ik kijk zelf bij Vandaag")).to_be_checked()
    expect(hands.page.get_by_text("met de link in een mail")).to_be_visible()
    axe(hands.page)
