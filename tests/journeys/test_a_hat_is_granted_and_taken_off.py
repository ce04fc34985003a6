"""An administrator grants a hat with a VOG, a resident reads its mandate, and it is taken off with a reason."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.people.models import Account, Person
from nabij.trust.acting import acting_as, office
from nabij.trust.administering import appoint, require_proof, say_setting
from tests.browser import Axe, LogIn, OpenPage
from tests.journeys.hands import Hands
from tests.world import AT, TODAY, World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def town(live: str) -> World:
    """Loes administers; a buddy needs a VOG."""
    world = build()
    with acting_as(office("beheer")):
        appoint(person=world.loes, by=None, at=AT)
        require_proof(role="maatje", kind="vog", since=TODAY, by=None, at=AT)
        say_setting(key="terms", words="Schrijf wat je ook hardop zou zeggen.", by=None, at=AT)
    return world


def account_of(person: Person) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=person)


def fold(hands: Hands, title: str) -> None:
    hands.press(hands.page.locator("main summary").filter(has_text=title).first)


def finds_kim(loes: Hands) -> None:
    loes.page.goto("/")
    loes.press(loes.page.locator(".hat > summary"))
    loes.press(loes.page.get_by_role("link", name="Beheer"))
    loes.press(loes.page.get_by_role("link", name="Mensen"))
    loes.write(loes.page.get_by_role("searchbox"), "kim")
    loes.press(loes.page.get_by_role("button", name="Zoek"))
    loes.press(loes.page.get_by_role("link", name="Kim Lansink"))


def grants_a_hat(loes: Hands) -> None:
    """First without the proof, which is refused with all that was typed still there; then with it."""
    page = loes.page
    fold(loes, "Geef een pet")
    loes.write(page.get_by_label("Hoe heet de pet?"), "maatje")
    loes.write(page.get_by_label("Dit mag je niet"), "geld lenen")
    page.get_by_label("In welke buurt?").select_option("BU04390302")
    loes.press(page.get_by_label("De hele buurt mag deze pet zien"))
    loes.press(page.get_by_role("button", name="Geef deze pet"))
    expect(page.get_by_text("De pet “maatje” vraagt om een VOG.")).to_be_visible()
    expect(page.get_by_label("Dit mag je niet")).to_have_value("geld lenen")

    form = page.locator("form").filter(has=page.get_by_role("button", name="Geef deze pet"))
    form.get_by_label("Welk bewijs heb je gezien?").select_option("vog")
    form.get_by_label("Op welke dag zag je het?").fill(f"{timezone.localdate()}")
    form.get_by_label("Tot wanneer geldt het?").fill(f"{timezone.localdate() + timedelta(days=900)}")
    loes.press(page.get_by_role("button", name="Geef deze pet"))
    expect(page.get_by_text("De pet is gegeven.")).to_be_visible()


def reads_the_mandate(riet: Page) -> str:
    riet.goto("/buurt/BU04390302/")
    riet.get_by_role("link", name="Kim Lansink").first.click()
    riet.get_by_role("link", name="maatje").first.click()
    for said in ("Gegeven door Loes Hartman.", "VOG: op", "geld lenen"):
        expect(riet.get_by_text(said)).to_be_visible()
    return riet.url


@pytest.mark.parametrize("width, scripts, keyboard", [(1280, True, True), (320, False, False)])
def test_a_hat_from_its_grant_to_its_end(
    town: World, open_page: OpenPage, log_in: LogIn, width: int, scripts: bool, keyboard: bool
) -> None:
    page, riet, kim = (open_page(width=width, scripts=scripts) for _one in range(3))
    for one, who in ((page, town.loes), (riet, town.riet), (kim, town.kim)):
        log_in(one, account_of(who))
    loes = Hands(page, keyboard=keyboard)
    finds_kim(loes)
    grants_a_hat(loes)
    mandate = reads_the_mandate(riet)

    fold(loes, "Zet deze pet af")
    form = page.locator("form").filter(has=page.get_by_role("button", name="Zet af"))
    loes.write(form.get_by_label("Waarom?"), "is verhuisd")
    loes.press(page.get_by_role("button", name="Zet af"))
    expect(page.get_by_text("De pet is af, vanaf nu.")).to_be_visible()
    riet.goto("/buurt/BU04390302/")
    expect(riet.get_by_text("maatje")).to_have_count(0)
    riet.goto(mandate)
    expect(riet.get_by_text("Hier is niets")).to_be_visible()
    kim.goto(mandate)
    expect(kim.get_by_text("De reden: is verhuisd")).to_be_visible()


@pytest.mark.parametrize("width, dark", [(320, False), (768, True), (1280, False)])
def test_every_page_of_administration_can_be_used_by_everybody(
    town: World, open_page: OpenPage, log_in: LogIn, axe: Axe, width: int, dark: bool
) -> None:
    page: Page = open_page(width=width, dark=dark)
    log_in(page, account_of(town.loes))
    person = f"mensen/{town.yusuf.id}/"
    for path in ("", "mensen/", person, "petten/", "bewijzen/", "groepen/", "plekken/", "diensten/", "rechten/"):
        page.goto(f"/beheer/{path}")
        for one in page.locator("main details > summary").all():
            one.click()
        axe(page)
    for path in ("/beheer/instellingen/", "/spelregels/", f"/petten/{town.hats['yusuf'].id}/"):
        page.goto(path)
        axe(page)
