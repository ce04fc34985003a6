"""A volunteer refers to the wijkteam, and hears the end.

Fatima asks the wijkteam for Riet; Loes of that team takes it up and says that it is done: Fatima hears twice. What she
asks Yusuf is refused with an alternative; she asks that one, and hears how it ended.
"""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.bridge.models import ReferralStep
from nabij.bridge.telling import tell
from nabij.people.models import Group, Neighbourhood
from nabij.people.verbs import put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import Look, account_of
from tests.world import World, build

pytestmark = pytest.mark.browser
TEAM = "Wijkteam Oost"
YUSUF = "Yusuf Demir, wijkverpleegkundige"


@pytest.fixture
def street(live: str) -> World:
    world = build()
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        team = Group.objects.create(name=TEAM, kind="team", formal=True, neighbourhood=east)
        said = {"formal": True, "since": date(2025, 1, 1), "neighbourhood": east, "open": True}
        put_on(person=world.loes, role="wijkteam", group=team, **said)
    return world


def test_a_volunteer_refers_and_hears_the_end(street, open_page, log_in, axe):
    volunteer = Hands(open_page(width=320), keyboard=True)
    team, nurse = Hands(open_page()), Hands(open_page(width=768, scripts=False))
    for hands, who in ((volunteer, street.fatima), (team, street.loes), (nurse, street.yusuf)):
        log_in(hands.page, account_of(who))
    refers(volunteer, street, to=TEAM, look=axe)
    takes_up(team, axe)
    assert heard(street) == 1
    is_done(team)
    assert heard(street) == 2
    reads_the_end(volunteer, axe)
    refers(volunteer, street, to=YUSUF)
    refuses(nurse)
    assert heard(street) == 3
    passes_on(volunteer, axe)
    takes_up(team, axe)
    assert heard(street) == 4
    is_done(team)
    assert heard(street) == 5
    reads_the_end(volunteer, axe)


def refers(hands: Hands, street: World, *, to: str, look: Look | None = None) -> None:
    page = hands.page
    page.goto(f"/verhalen/{street.riets_story.id}/doorverwijzing/")
    page.get_by_label("Wie vraag je?").select_option(label=to)
    hands.write(page.get_by_label("Wat vraag je?"), f"Help met de post ({to})")
    page.get_by_label("Wat zag of beleefde iemand zelf?").fill("Ze maakt de post niet open.")
    hands.press(page.get_by_label("Riet zei ja"))
    if look:
        look(page)
    hands.press(page.get_by_role("button", name="Stuur de vraag"))
    expect(page.get_by_text("Schrijf hoe die ja zei.")).to_be_visible()
    expect(page.get_by_label("Wat zag of beleefde iemand zelf?")).to_have_value("Ze maakt de post niet open.")
    page.get_by_label("Hoe ging dat").fill("Ze zei ja op het bankje.")
    hands.press(page.get_by_role("button", name="Stuur de vraag"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Je vroeg {to}")


def opens_what_waits(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Fatima El Amrani vroeg je iets voor een ander").click()
    expect(page.get_by_text("Ze maakt de post niet open.")).to_be_visible()


def takes_up(hands: Hands, look: Look) -> None:
    page = hands.page
    opens_what_waits(page)
    look(page)
    page.get_by_text("Ik pak dit op").click()
    form = page.locator("details[open]")
    form.get_by_label("Wanneer laat je weer iets weten?").fill((timezone.localdate() + timedelta(days=5)).isoformat())
    form.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#verloop")).to_contain_text("Loes Hartman pakt dit op.")


def is_done(hands: Hands) -> None:
    page = hands.page
    page.get_by_text("Het is klaar", exact=True).click()
    form = page.locator("details[open]")
    form.get_by_label("er is hulp gekomen").check()
    form.get_by_label("In je eigen woorden").fill("We openden de post samen.")
    form.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#verloop")).to_contain_text("Er is hulp gekomen.")


def refuses(hands: Hands) -> None:
    page = hands.page
    opens_what_waits(page)
    page.get_by_text("Dit kan ik niet doen").click()
    form = page.locator("details[open]")
    form.get_by_label("Waarom?").select_option(label="er is nu geen plek")
    form.get_by_label("In je eigen woorden").fill("Deze maand zit vol.")
    form.get_by_label("Wie of wat kan wel helpen?").fill(TEAM)
    form.get_by_role("button", name="Bewaar").click()


def passes_on(hands: Hands, look: Look) -> None:
    page = hands.page
    page.goto("/doorverwijzingen/")
    look(page)
    hands.press(page.get_by_role("link", name=f"Help met de post ({YUSUF})"))
    expect(page.locator("#verloop")).to_contain_text(f"Wat wel kan: {TEAM}.")
    hands.press(page.get_by_role("link", name="Vraag het verder aan een ander"))
    expect(page.get_by_label("Wat zag of beleefde iemand zelf?")).to_have_value("Ze maakt de post niet open.")
    page.get_by_label("Wie vraag je?").select_option(label=TEAM)
    hands.press(page.get_by_label("Riet zei ja"))
    page.get_by_label("Hoe ging dat").fill("Ze zei weer ja.")
    hands.press(page.get_by_role("button", name="Stuur de vraag"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Je vroeg {TEAM}")


def reads_the_end(hands: Hands, look: Look) -> None:
    page = hands.page
    page.reload()
    expect(page.locator("#verloop")).to_contain_text("Loes Hartman zegt: het is klaar. Er is hulp gekomen.")
    look(page)


def heard(street: World) -> int:
    """What the worker does with each step; and how many letters told Fatima of her own questions."""
    with acting_as(office("reminders")):
        for one in ReferralStep.objects.order_by("id"):
            tell(step_id=one.id, at=timezone.now())
    with owner():
        return Letter.objects.filter(reader=street.fatima, about_kind="referral_step").count()
