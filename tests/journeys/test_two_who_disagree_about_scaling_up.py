"""Two who disagree about scaling up: staying near to a family, or asking others in.

Marieke of the neighbourhood team raises it; Linda teaches at the school and thinks eight weeks too long; Mirjam weighs
from outside by the link in her mail. It is decided, and what Linda thinks is kept. After a month both are asked how
working together goes: each says so for themselves, and the other reads it only when it is shared.
"""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from nabij.demo.dilemmas import NEAR
from nabij.people.models import Group, Neighbourhood
from nabij.people.verbs import give_account, note_person, put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import introduce
from nabij.weighing.models import Decision, WorkingTogether
from tests.conftest import owner
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import Look, account_of
from tests.journeys.weighing import asks, decides, gives_voice, letters, tells
from tests.world import AT, World, build

pytestmark = pytest.mark.browser
VOICES = {one.who: one for one in NEAR.voices}
MIRJAM = "mirjam@jeugd.example"
TEACHES = "leerkracht, Basisschool De Wheer"
KEPT_APART = "Ik voelde me niet gehoord."
SHARED = "We bellen nu elke week."


@pytest.fixture
def street(live: str) -> World:
    """The small world, with a teacher whom Marieke knows."""
    world = build()
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        school = Group.objects.create(name="Basisschool De Wheer", kind="organisation", formal=True, neighbourhood=east)
        world.people["juf"] = note_person(name="Linda Schouwenaar", by=None, at=AT)
        said = {"role": "leerkracht", "formal": True, "since": date(2025, 1, 1), "neighbourhood": east}
        world.hats["juf"] = put_on(person=world.juf, group=school, **said)
        give_account(person=world.juf, email="juf@voorbeeld.example", at=AT)
        introduce(person=world.juf, to=world.marieke, by=None, at=AT)
    return world


def test_two_who_disagree_about_scaling_up(street: World, open_page, log_in, axe: Look) -> None:
    worker, teacher = Hands(open_page(width=1280)), Hands(open_page(width=320), keyboard=True)
    nurse = Hands(open_page(width=768, scripts=False))
    log_in(worker.page, account_of(street.marieke))
    log_in(teacher.page, account_of(street.juf))
    raises_it(worker, street)
    nurse.page.goto(letters()[MIRJAM])
    gives_voice(nurse, VOICES["mirjam"])
    expect(nurse.page.get_by_role("heading", name="Je stem is bewaard")).to_be_visible()
    gives_voice(worker, VOICES["marieke"], hat=street.hats["marieke"].role)
    teacher.page.goto("/")
    teacher.press(teacher.page.get_by_role("link", name=NEAR.question))
    gives_voice(teacher, VOICES["juf"], hat=TEACHES)
    expect(teacher.page.locator("#stemmen")).to_contain_text(VOICES["marieke"].why)
    axe(teacher.page)
    decides(worker, NEAR, offered=TEACHES, kept=f"leerkracht: {NEAR.minority}")
    expect(worker.page.get_by_role("heading", name="Jij en Linda Schouwenaar")).to_have_count(0)
    a_month_goes_by()
    says_how_it_goes(worker, "Linda Schouwenaar", how="moeilijk", words=KEPT_APART, look=axe)
    teacher.page.reload()
    expect(teacher.page.get_by_role("main")).not_to_contain_text(KEPT_APART)
    says_how_it_goes(teacher, "Marieke Bos", how="goed", words=SHARED, look=axe, shared=True)
    expect(teacher.page.get_by_role("main")).not_to_contain_text(KEPT_APART)
    worker.page.reload()
    expect(worker.page.get_by_role("main")).to_contain_text(f"Linda Schouwenaar zegt: het gaat goed. “{SHARED}”")
    nurse.page.reload()
    expect(nurse.page.locator("#besluit")).to_contain_text(NEAR.decision)
    expect(nurse.page.get_by_role("main")).to_contain_text(NEAR.minority)
    for words in (KEPT_APART, SHARED, "samenwerken"):
        expect(nurse.page.get_by_role("main")).not_to_contain_text(words)
    with owner():
        assert WorkingTogether.objects.count() == 2


def raises_it(hands: Hands, street: World) -> None:
    page = hands.page
    page.goto(f"/verhalen/{street.riets_story.id}/")
    hands.press(page.get_by_role("link", name="Leg een dilemma voor"))
    tells(hands, NEAR, question=NEAR.question)
    hands.press(page.get_by_role("button", name="Leg het voor"))
    expect(page.get_by_role("heading", level=1)).to_have_text(NEAR.question)
    asks(hands, "Linda Schouwenaar")
    asks(hands, "Mirjam Bakels", mail_to=MIRJAM)


def a_month_goes_by() -> None:
    """Both are written to, in nobody's name but their own; a third who agreed is not."""
    letters()
    with owner():
        asked = Letter.objects.filter(about_kind="working_together")
        assert {one.reader.name for one in asked} == {"Marieke Bos", "Linda Schouwenaar"}
        assert all((one.due - one.written_at).days >= 29 for one in asked)
        asked.update(due=timezone.now())
        Decision.objects.update(at=timezone.now() - timedelta(days=31))
    sent = len(mail.outbox)
    letters()
    last = mail.outbox[sent:]
    assert {one.to[0] for one in last} == {"marieke@voorbeeld.example", "juf@voorbeeld.example"}
    for one in last:
        assert "Linda" not in one.subject and "Marieke" not in one.subject


def says_how_it_goes(hands: Hands, other: str, *, how: str, words: str, look: Look, shared: bool = False) -> None:
    page = hands.page
    page.reload()
    section = page.locator("section", has=page.get_by_role("heading", name=f"Jij en {other}"))
    hands.press(section.get_by_text("Hoe gaat het samenwerken nu?").first)
    expect(section).to_contain_text("Alleen jij leest dit, tot je het deelt.")
    if hands.keyboard:
        hands.reach(section.get_by_label("goed"))
        page.keyboard.press("Space")
        assert how == "goed"
    else:
        section.get_by_label(how).check()
    hands.write(section.get_by_label("Wil je er iets bij zeggen?"), words)
    if shared:
        hands.press(section.get_by_label("De ander mag dit lezen"))
    look(page)
    hands.press(section.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")
    expect(section).to_contain_text(f"Je zei: het gaat {how}.")
