"""Riet and Jan quarrel about the music; Marieke sits with both. One circle they share, and each has one apart.

Marieke begins the story on a telephone. Each of the two writes once for themselves and once for both. Each then reads
their own circle and the shared one, never that of the other; Marieke reads all three, and Yusuf nothing.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.world import World, build

pytestmark = pytest.mark.browser
OWN = {"riet": "Ik slaap al weken niet.", "jan": "Muziek houdt mij overeind."}
BOTH = {"riet": "Zullen we koffie drinken?", "jan": "Na tienen zet ik het zacht."}


@pytest.fixture
def world(live: str) -> World:
    return build()


def as_somebody(page: Page, world: World, log_in: LogIn, name: str) -> Page:
    with acting_as(office("door")):
        log_in(page, Account.objects.get(person=world.people[name]))
    return page


def begun_by_marieke(page: Page) -> str:
    """The story between the two, begun on the screen; returns its address."""
    page.goto("/verhalen/nieuw/")
    page.get_by_role("link", name="Het speelt tussen twee mensen").click()
    page.get_by_label("De een", exact=True).fill("Riet Kuiper")
    page.get_by_label("De ander", exact=True).fill("Jan Groen")
    page.get_by_role("button", name="Begin").click()
    for name in ("Riet Kuiper", "Jan Groen"):
        page.get_by_role("radio", name=re.compile(name)).check()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Riet en Jan")
    return page.url


def write(page: Page, line: str, *, circle: str, reads: str = "") -> None:
    """Writes a line for one of the circles. reads: who is then said to read it besides the writer."""
    page.get_by_label("Wat is er gebeurd?").fill(line)
    page.get_by_text("Kies wie dit leest").click()
    page.get_by_label("Wie mag dit lezen?").select_option(label=circle)
    expect(page.locator("#lezing")).to_contain_text(reads)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#verder")).to_contain_text(line)


def test_each_reads_their_own_circle_and_the_shared_one(
    world: World, open_page: OpenPage, log_in: LogIn, axe: Axe
) -> None:
    worker = as_somebody(open_page(width=320), world, log_in, "marieke")
    url = begun_by_marieke(worker)
    axe(worker)
    pages = {name: as_somebody(open_page(dark=name == "jan"), world, log_in, name) for name in OWN}
    for name, other in (("riet", "jan"), ("jan", "riet")):
        page = pages[name]
        page.goto(url)
        write(page, OWN[name], circle=world.people[name].called)
        write(page, BOTH[name], circle="Riet en Jan", reads=world.people[other].first_name)
    for name, other in (("riet", "jan"), ("jan", "riet")):
        page = pages[name]
        page.goto(url)
        for line in (OWN[name], *BOTH.values()):
            expect(page.get_by_text(line)).to_be_visible()
        for away in (OWN[other], f"Alleen voor {world.people[other].called}"):
            assert away not in page.content()
        page.goto(f"{url}tekst/")
        assert OWN[name] in page.content() and OWN[other] not in page.content()
        axe(page)
    worker.goto(url)
    for line in (*OWN.values(), *BOTH.values()):
        expect(worker.get_by_text(line)).to_be_visible()
    axe(worker)
    outsider = as_somebody(open_page(), world, log_in, "yusuf")
    answer = outsider.goto(url)
    assert answer and answer.status == 404
