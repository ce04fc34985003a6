"""The bingo case, as it was weighed: who won, what the neighbourhood knows, and four ways to look at it.

Marieke raises it from the circle of Kim's story; a name in the text is caught, and she changes it. Kim, Fatima, Ilse
and Loes think along on their screens, Theo from outside by the link in his mail, and Kees, who stands outside, leads
the talk. Theo changes his mind. Nobody reads a voice before the last has spoken; then all six stand side by side.
Marieke decides, and what Loes thinks is kept with it. Kees reads it by the same link.
"""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from nabij.demo.dilemmas import BINGO
from nabij.people.models import Neighbourhood
from nabij.people.verbs import give_account, note_person, put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import introduce, let_in
from nabij.weighing.models import Choice, Voice
from tests.conftest import owner
from tests.journeys.hands import Hands
from tests.journeys.test_a_question_finds_help import Look, account_of
from tests.journeys.weighing import asks, decides, gives_voice, letters, tells
from tests.world import AT, World, build

pytestmark = pytest.mark.browser
VOICES = {one.who: one for one in BINGO.voices}
THEO, KEES = "theo@buren.example", "kees@hoorn.example"


@pytest.fixture
def street(live: str) -> World:
    """The small world; Marieke reads along with Kim, and knows whom she will ask."""
    world = build()
    with acting_as(office("beheer")):
        world.people["ilse"] = note_person(name="Ilse Kuijt", by=None, at=AT)
        east = Neighbourhood.objects.get(code="BU04390302")
        since = date(2025, 1, 1)
        said = {"role": "sociaal raadsvrouw", "formal": True, "since": since, "neighbourhood": east, "open": True}
        world.hats["ilse"] = put_on(person=world.ilse, **said)
        give_account(person=world.ilse, email="ilse@voorbeeld.example", at=AT)
        for other in (world.kim, world.loes, world.ilse):
            introduce(person=other, to=world.marieke, by=None, at=AT)
        introduce(person=world.marieke, to=world.kim, by=None, at=AT)
    with world.acting("kim"):
        let_in(circle=world.kims_story.circle, person=world.marieke, by=world.kim, at=AT, hat=world.hats["marieke"])
    return world


def test_the_bingo_case(street: World, open_page, log_in, axe: Look) -> None:
    worker, walker = Hands(open_page(width=1280)), Hands(open_page(width=320), keyboard=True)
    outside, leader = Hands(open_page(width=320, scripts=False)), Hands(open_page(width=768, scripts=False))
    for hands, person in ((worker, street.marieke), (walker, street.fatima)):
        log_in(hands.page, account_of(person))
    raises_it(worker, street, axe)
    asks_five_and_one_who_leads(worker, axe)
    links = letters()
    changes_by_link(outside, links[THEO])
    writes_what_was_heard(leader, links[KEES])
    for who in ("kim", "ilse", "loes"):
        speaks(Hands(open_page()), street, who, log_in)
    says_how_it_looks_and_speaks(worker, street, axe)
    for hands in (worker, leader, outside):
        sees_no_voice(hands.page)
    opens_from_today(walker)
    sees_no_voice(walker.page)
    axe(walker.page)
    gives_voice(walker, VOICES["fatima"], hat=street.hats["fatima"].role)
    expect(walker.page.locator("#stemmen")).to_be_visible()
    for page in (walker.page, worker.page, leader.page, outside.page):
        sees_all(page)
    axe(walker.page)
    kept = f"beleidsmedewerker: {BINGO.minority}"
    decides(worker, BINGO, offered=kept, kept=kept)
    axe(worker.page)
    leader.page.goto(links[KEES])
    expect(leader.page.locator("#besluit")).to_contain_text(BINGO.decision)
    expect(leader.page.get_by_role("main")).to_contain_text(BINGO.minority)
    expect(leader.page.get_by_role("main")).to_contain_text("Je ziet dit dilemma en verder niets.")
    leader.page.goto("/overleg/")
    expect(leader.page.get_by_text(BINGO.question)).to_have_count(0)


def raises_it(hands: Hands, street: World, look: Look) -> None:
    page = hands.page
    page.goto(f"/verhalen/{street.kims_story.id}/")
    hands.press(page.get_by_role("link", name="Leg een dilemma voor"))
    expect(page.get_by_label("Waar speelt dit?")).to_have_value(str(street.kims_story.circle_id))
    tells(hands, BINGO, question="Kim met een uitkering won geld met bingo op internet. Wat doen we nu wij het weten?")
    look(page)
    hands.press(page.get_by_role("button", name="Leg het voor"))
    expect(page.get_by_role("alert").first).to_contain_text("“Kim” is van niemand")
    expect(page.get_by_label("Wat weten jullie niet?")).to_have_value(BINGO.unknown)
    look(page)
    hands.write(page.get_by_label("Wat is de vraag?"), BINGO.question)
    hands.press(page.get_by_role("button", name="Leg het voor"))
    expect(page.get_by_role("heading", level=1)).to_have_text(BINGO.question)


def asks_five_and_one_who_leads(hands: Hands, look: Look) -> None:
    asks(hands, "Kim Lansink", part="om die persoon gaat het", shown="de bewoner")
    for name in ("Fatima El Amrani", "Ilse Kuijt", "Loes Hartman"):
        asks(hands, name)
    asks(hands, "Theo Kok", mail_to=THEO)
    asks(hands, "Kees Vlaar", mail_to=KEES, part="leidt het gesprek")
    expect(hands.page.locator("#mensen")).to_contain_text("Het gesprek wordt geleid door Kees Vlaar.")
    look(hands.page)


def changes_by_link(hands: Hands, link: str) -> None:
    """Without an account and without scripts; the same link changes it."""
    page, voice = hands.page, VOICES["theo"]
    page.goto(link)
    expect(page.get_by_role("main")).to_contain_text(BINGO.facts)
    expect(page.get_by_role("main")).not_to_contain_text("Lansink")
    page.locator("#stem").get_by_label("Waarom?").first.fill("Eerst maar eens niets.")
    for option, value in enumerate((1, 5, 1, 1)):
        page.locator("#stem").get_by_role("listitem").nth(option).get_by_label(str(value), exact=True).check()
    hands.press(page.get_by_role("button", name="Geef je stem"))
    expect(page.get_by_role("heading", name="Je stem is bewaard")).to_be_visible()
    page.goto(link)
    expect(page.locator("#stem").get_by_label("Waarom?").first).to_have_value("Eerst maar eens niets.")
    gives_voice(hands, voice, button="Verander je stem")
    expect(page.get_by_role("heading", name="Je stem is bewaard")).to_be_visible()
    with owner():
        said = Choice.objects.filter(voice__name="Theo Kok").order_by("option__number")
        assert tuple(said.values_list("value", flat=True)) == voice.values
        assert Voice.objects.count() == 1


def writes_what_was_heard(hands: Hands, link: str) -> None:
    """Who leads the talk has no voice, and writes what was heard at the table."""
    page, heard = hands.page, BINGO.sides[-1][2]
    page.goto(link)
    expect(page.locator("#stem")).to_have_count(0)
    hands.press(page.get_by_text("Schrijf erbij hoe jij het ziet"))
    page.get_by_label("Vanuit wie kijk je?").select_option(label="de politiek")
    hands.write(page.get_by_label("Hoe ziet het er dan uit?"), heard)
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("main")).to_contain_text(heard)


def opens_from_today(hands: Hands) -> None:
    hands.page.goto("/")
    hands.press(hands.page.get_by_role("link", name=BINGO.question))
    expect(hands.page.get_by_role("heading", level=1)).to_have_text(BINGO.question)


def speaks(hands: Hands, street: World, who: str, log_in) -> None:
    log_in(hands.page, account_of(street.people[who]))
    opens_from_today(hands)
    gives_voice(hands, VOICES[who], hat=street.hats[who].role if who in street.hats else "")
    expect(hands.page.get_by_role("status")).to_contain_text("Je stem is bewaard.")
    sees_no_voice(hands.page, but=VOICES[who].why)


def says_how_it_looks_and_speaks(hands: Hands, street: World, look: Look) -> None:
    page, side = hands.page, BINGO.sides[1][2]
    page.reload()
    hands.press(page.get_by_text("Schrijf erbij hoe jij het ziet"))
    page.get_by_label("Vanuit wie kijk je?").select_option(label="het vak")
    hands.write(page.get_by_label("Hoe ziet het er dan uit?"), side)
    hands.press(page.get_by_role("button", name="Bewaar"))
    expect(page.get_by_role("main")).to_contain_text(side)
    gives_voice(hands, VOICES["marieke"], hat=street.hats["marieke"].role)
    expect(page.get_by_role("main")).to_contain_text("Vijf van de zes gaven een stem.")
    look(page)


def sees_no_voice(page: Page, but: str = "") -> None:
    """How many, and never who or what; one's own stands in its box."""
    page.goto(page.url.split("#")[0])
    expect(page.locator("#stemmen")).to_have_count(0)
    expect(page.get_by_role("main")).to_contain_text(re.compile("gaf een stem|gaven een stem"))
    text = page.get_by_role("main").inner_text()
    assert not [one.why for one in BINGO.voices if one.why != but and one.why in text]


def sees_all(page: Page) -> None:
    """All six side by side, each reason with who said it."""
    page.goto(page.url.split("#")[0])
    voices = page.locator("#stemmen")
    expect(voices).to_contain_text("Wat iedereen koos")
    for one in BINGO.voices:
        expect(voices).to_contain_text(one.why)
    for said in ("Theo Kok koos 5", "Loes Hartman, beleidsmedewerker koos 3", "De bewoner koos 4"):
        expect(voices).to_contain_text(said)
    expect(page.locator("#stem")).to_have_count(0)
