"""A neighbourhood changes its agreement, and nearest help follows.

Marieke, on a phone in the dark, proposes that small jobs begin with professionals, and signs for her team. Fatima finds
it on Today, sees what changes, says something of it and signs for the walkers. From then on the ladder of a question
begins where they agreed, with their sentence, and an answer is due within the days they agreed.
"""

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from nabij.bridge import agreeing
from nabij.bridge.agreements import AgreementParty, answer_days
from nabij.people.models import Account
from nabij.trust.acting import NOBODY, acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.rules.agreed import what_is_agreed
from tests.world import World, build

pytestmark = pytest.mark.browser
SAID = "In de buurtafspraak staat: “Bel de huismeester van het wijkteam.”"


@pytest.fixture
def world(live: str) -> World:
    """With a first version, which both groups signed."""
    world = build()
    made = what_is_agreed(world)["agreement"]
    with world.acting("fatima"):
        party = AgreementParty.objects.select_related("group", "agreement").get(
            agreement=made, group__name="Wandelaars"
        )
        agreeing.sign(party=party, by=world.fatima, at=timezone.now())
    return world


def test_a_neighbourhood_changes_its_agreement_and_the_ladder_follows(
    world: World, open_page: OpenPage, log_in: LogIn, axe: Axe
) -> None:
    marieke, fatima = open_page(width=320, dark=True), open_page()
    for page, name in ((marieke, "marieke"), (fatima, "fatima")):
        with acting_as(office("door")):
            log_in(page, Account.objects.get(person=world.people[name]))
    expect(asks(marieke, world)).not_to_contain_text(SAID)

    proposes(marieke, axe)
    expect(asks(marieke, world)).not_to_contain_text(SAID)
    with acting_as(NOBODY):
        assert answer_days(neighbourhood="BU04390302", kind="chores") is None

    signs(fatima, axe)
    expect(asks(marieke, world)).to_contain_text(SAID)
    with acting_as(NOBODY):
        assert answer_days(neighbourhood="BU04390302", kind="chores") == 3


def asks(page: Page, world: World) -> Locator:
    page.goto(f"/verhalen/{world.riets_story.id}/hulp/?vraag=Wie+kan+een+lamp+ophangen")
    return page.locator("main")


def proposes(page: Page, axe: Axe) -> None:
    page.goto("/buurt/BU04390302/")
    page.get_by_role("link", name="Buurtafspraak: wie is er eerst?").click()
    axe(page)
    page.get_by_role("link", name="Stel een verandering voor").click()
    page.get_by_label("Nog een soort vraag").select_option(label="Kleine klussen")
    page.get_by_role("button", name="Zet erbij").click()
    chores = page.locator("#chores")
    chores.get_by_label("Bij wie begin je?").select_option(label="Beroepskrachten")
    chores.get_by_label("Binnen hoeveel dagen een antwoord?").fill("3")
    page.get_by_role("button", name="Stel het voor").click()
    expect(chores.get_by_text("Wie is er eerst? Eén zin is genoeg.")).to_be_visible()
    expect(chores.get_by_label("Binnen hoeveel dagen een antwoord?")).to_have_value("3")
    axe(page)
    chores.get_by_label("Wie eerst?").fill("Bel de huismeester van het wijkteam.")
    page.get_by_label("Wat verandert er, en waarom?").fill("Een lamp lag te lang.")
    page.get_by_role("button", name="Stel het voor").click()
    page.get_by_role("button", name="Teken voor Wijkteam").click()
    expect(page.get_by_text("Een voorstel. Het geldt zodra nog één groep tekent.")).to_be_visible()
    axe(page)


def signs(page: Page, axe: Axe) -> None:
    page.goto("/")
    page.get_by_role("link", name="Er ligt een voorstel voor de buurtafspraak").click()
    page.get_by_role("link", name="Wat verandert er?").click()
    expect(page.get_by_text("Kleine klussen: nieuw in de afspraak")).to_be_visible()
    axe(page)
    page.go_back()
    page.get_by_text("Zeg er iets van: Kleine klussen").click()
    page.locator("#zeg-chores").fill("Ook in het weekend?")
    page.locator("form", has=page.locator("#zeg-chores")).get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Ook in het weekend?").first).to_be_visible()
    page.get_by_role("button", name="Teken voor Wandelaars").click()
    expect(page.get_by_text("De afspraak geldt vanaf nu.")).to_be_visible()
    axe(page)
