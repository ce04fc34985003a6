"""Three journeys of a resident: she finds who looked and objects; asks to forget and is answered; takes all along.

Riet does it herself, with the keyboard where a hand may fail; Marieke answers. What is about Riet changes in the
database, and nobody else's does.
"""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Objection, Request
from tests.journeys.hands import Hands
from tests.world import World, build

pytestmark = pytest.mark.browser


@pytest.fixture
def street(live: str) -> World:
    world = build()
    with world.acting("fatima"):
        note(line="Riet is vaak boos.", circle=world.riets_story.circle, by=world.fatima, at=timezone.now())
    return world


def account(world: World, name: str) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=world.people[name])


@pytest.mark.parametrize("keyboard", [False, True])
def test_a_resident_finds_who_looked_and_objects(street: World, open_page, log_in, axe, keyboard: bool) -> None:
    marieke, riet = open_page(), open_page(width=320)
    log_in(marieke, account(street, "marieke"))
    log_in(riet, account(street, "riet"))
    marieke.goto(f"/verhalen/{street.riets_story.id}/")

    hands = Hands(riet, keyboard=keyboard)
    riet.goto("/")
    hands.press(riet.locator(".hat > summary"))
    hands.press(riet.get_by_role("link", name="Mijn gegevens"))
    expect(riet.get_by_role("heading", level=1)).to_have_text("Mijn gegevens")
    axe(riet)
    hands.press(riet.get_by_role("link", name="Alles wat is bekeken"))
    expect(riet.get_by_text("Marieke Bos, wijkwerker")).to_be_visible()
    axe(riet)
    hands.press(riet.get_by_role("link", name="Maak bezwaar"))
    expect(riet.get_by_text("Marieke Bos, wijkwerker keek op")).to_be_visible()
    axe(riet)
    hands.press(riet.get_by_role("button", name="Maak bezwaar"))
    expect(riet.get_by_label("Wat is je bezwaar?")).to_be_visible()
    hands.write(riet.get_by_label("Wat is je bezwaar?"), "Dat hoeft niet elke dag.")
    hands.press(riet.get_by_label("Laat het ook zien aan iedereen"))
    hands.press(riet.get_by_role("button", name="Maak bezwaar"))
    expect(riet.get_by_text("Marieke Bos antwoordt uiterlijk op").first).to_be_visible()
    axe(riet)

    marieke.goto("/")
    marieke.get_by_role("link", name="Riet Kuiper: bezwaar maken").click()
    expect(marieke.get_by_text("Dat hoeft niet elke dag.")).to_be_visible()
    axe(marieke)
    fatima = open_page()
    log_in(fatima, account(street, "fatima"))
    fatima.goto(f"/verhalen/{street.riets_story.id}/")
    expect(fatima.get_by_text("Dat hoeft niet elke dag.")).to_be_visible()
    axe(fatima)
    with street.acting("riet"):
        assert Objection.objects.get().about_kind == "trust.look"


def test_a_resident_asks_to_forget_a_note_and_gets_an_answer(street: World, open_page, log_in, axe) -> None:
    riet, marieke = open_page(width=320, dark=True), open_page(dark=True)
    log_in(riet, account(street, "riet"))
    log_in(marieke, account(street, "marieke"))
    riet.goto("/mijn/")
    riet.get_by_role("link", name="Wat er in jouw verhaal is opgeschreven").click()
    axe(riet)
    riet.get_by_text("Klopt dit niet, of wil je dit niet?").click()
    riet.get_by_role("link", name="Vraag om het te wissen").click()
    expect(riet.get_by_text("“Riet is vaak boos.”")).to_be_visible()
    expect(riet.get_by_label("iets laten wissen")).to_be_checked()
    riet.get_by_label("In je eigen woorden").fill("Dit klopt niet en het doet pijn.")
    riet.get_by_role("button", name="Vraag het").click()

    marieke.goto("/verzoeken/")
    axe(marieke)
    marieke.get_by_role("link", name="Riet Kuiper: iets laten wissen").click()
    marieke.get_by_label("Ja").check()
    marieke.get_by_role("button", name="Antwoord").click()
    expect(marieke.get_by_text("Dit gaat er definitief uit")).to_be_visible()
    axe(marieke)
    marieke.get_by_role("button", name="Wis dit").click()
    expect(marieke.get_by_text("Gewist op")).to_be_visible()

    riet.goto("/mijn/")
    expect(riet.get_by_text("Gewist op")).to_be_visible()
    axe(riet)
    with street.acting("riet"):
        assert not Moment.objects.exists()
        assert Request.objects.get().erasure.counts == {"momenten": 1}


def test_a_resident_takes_everything_along_also_without_scripts(
    street: World, open_page, log_in, tmp_path: Path
) -> None:
    riet: Page = open_page(scripts=False)
    log_in(riet, account(street, "riet"))
    riet.goto("/mijn/")
    riet.get_by_role("link", name="Haal je kopie op").click()
    with riet.expect_download() as coming:
        riet.get_by_role("button", name="Haal op").click()
    file = tmp_path / "mijn.zip"
    coming.value.save_as(file)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as bundle:
        said = json.loads(bundle.read("gegevens.json"))
        (tmp_path / "index.html").write_bytes(bundle.read("index.html"))
    assert said["kinds"]["momenten"]["rows"][0]["line"] == "Riet is vaak boos."
    riet.goto("/mijn/uitvoer/")
    riet.get_by_role("button", name="Haal op").click()
    expect(riet.get_by_text("Je hebt je kopie net opgehaald.")).to_be_visible()


@pytest.mark.parametrize(("width", "dark"), [(320, False), (768, True), (1280, False)])
def test_the_page_in_the_copy_and_the_paper_read_well(
    street: World, open_page, log_in, axe, width, dark, tmp_path
) -> None:
    page = open_page(width=width, dark=dark)
    log_in(page, account(street, "riet"))
    for url in ("/mijn/", "/mijn/papier/", "/mijn/uitvoer/", "/mijn/verzoeken/", "/mijn/wat/lezers/"):
        page.goto(url)
        axe(page)
    answer = page.request.post(
        "/mijn/uitvoer/", form={"csrfmiddlewaretoken": token(page)}, headers={"Referer": page.url}
    )
    assert answer.status == 200
    with zipfile.ZipFile(io.BytesIO(answer.body())) as bundle:
        file = tmp_path / "index.html"
        file.write_bytes(bundle.read("index.html"))
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles wat er over Riet Kuiper staat")
    axe(page)


def token(page: Page) -> str:
    page.goto("/mijn/uitvoer/")
    return str(page.locator("main input[name=csrfmiddlewaretoken]").get_attribute("value"))
