"""An initiative confirms by mail link: no account, one tap; and what is different it says there and then."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.demo.ground import FOLDER
from nabij.directory.asking_owners import ask_owners
from nabij.directory.verbs import import_hsds
from nabij.people.outlines import import_neighbourhoods, read
from nabij.trust.acting import acting_as, office
from tests.directory.conftest import LISTINGS, NOW
from tests.mailbox import delivered

pytestmark = pytest.mark.browser


@pytest.fixture
def mailed(live: str) -> str:
    """The address in the mail to who does Koken met Kees, which nobody confirmed for long."""
    with acting_as(office("beheer")):
        import_neighbourhoods(document=read(FOLDER / "neighbourhoods.geojson"))
        import_hsds(path=LISTINGS, at=NOW)
    with acting_as(office("reminders")):
        ask_owners(at=timezone.now())
    mail = next(one for one in delivered() if "- Koken met Kees" in str(one.body))
    return str(re.findall(r"/klopt-nog/\S+", str(mail.body))[0])


@pytest.mark.parametrize(("width", "scripts", "dark"), [(320, True, False), (1280, True, True), (768, False, False)])
def test_an_initiative_confirms_by_mail(mailed: str, open_page, axe, width: int, scripts: bool, dark: bool) -> None:
    page: Page = open_page(width=width, scripts=scripts, dark=dark)
    page.goto(mailed)
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt dit nog?")
    expect(page.get_by_role("heading", level=2, name="Koken met Kees")).to_be_visible()
    look(page, axe, scripts)

    page.get_by_text("Verander iets").click()
    page.get_by_label("Telefoon").fill("bel maar")
    page.get_by_label("Wanneer").fill("donderdag 17:00-19:00")
    page.get_by_role("button", name="Bewaar. De rest klopt.").click()
    expect(page.get_by_text("Dit is geen telefoonnummer.")).to_be_visible()
    expect(page.get_by_label("Wanneer")).to_have_value("donderdag 17:00-19:00")
    look(page, axe, scripts)
    page.get_by_label("Telefoon").fill("0299 12 34 56")
    page.get_by_role("button", name="Bewaar. De rest klopt.").click()

    expect(page.get_by_role("status")).to_contain_text("Dank je wel. Je zei op")
    page.get_by_text("Wat er veranderde").click()
    expect(page.get_by_text("Is nu: 0299 12 34 56")).to_be_visible()
    look(page, axe, scripts)

    visitor: Page = open_page(width=width, scripts=scripts, dark=dark)
    visitor.goto("/kaart/?q=koken+met+kees")
    visitor.get_by_role("link", name="Koken met Kees", exact=True).click()
    expect(visitor.get_by_text("Vandaag bevestigd.")).to_be_visible()
    expect(visitor.get_by_role("link", name="0299 12 34 56")).to_be_visible()
    visitor.get_by_role("button", name="Bereik ik niet").click()
    expect(visitor.get_by_text("Er staat niet bij wie je bent.")).to_be_visible()
    look(visitor, axe, scripts)
    visitor.goto("/kaart/hoe-waar/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Hoe goed klopt de kaart?")
    look(visitor, axe, scripts)


def look(page: Page, axe, scripts: bool) -> None:
    if scripts:
        axe(page)
