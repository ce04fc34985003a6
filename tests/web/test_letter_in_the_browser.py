"""Answering by the link in a mail, as people do it: on a phone, without an account, without scripts."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from nabij.web.days import say_date
from nabij.web.post.jobs import send_letter
from tests.post.asking import ask_jan, asked_of, tomorrow

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


@pytest.fixture
def letter(world):
    return ask_jan(world)


@pytest.fixture
def address(letter) -> str:
    send_letter(letter=str(letter.id))
    found = re.search(r"(/brief/[\w-]+/)", mail.outbox[0].body)
    assert found
    return found[1]


@pytest.mark.parametrize(("width", "dark"), [(320, False), (768, True), (1280, False)])
def test_the_letter_can_be_used_by_everybody(open_page, axe, address, letter, width, dark):
    page = open_page(width=width, dark=dark)
    page.goto(address)
    axe(page)
    page.get_by_role("button", name="Stel deze dag voor").click()
    expect(page.get_by_text("Welke dag komt je wel uit? Kies een dag.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Ja, dat doe ik").click()
    expect(page.get_by_text("Je antwoord: ja.")).to_be_visible()
    axe(page)
    assert asked_of(letter).answer.kind == "yes"


def test_it_goes_without_scripts_and_without_cookies(open_page, address, letter):
    page = open_page(width=320, scripts=False)
    page.goto(address)
    page.get_by_label("Liever een andere dag?").fill(tomorrow().isoformat())
    page.get_by_role("button", name="Stel deze dag voor").click()
    expect(page.get_by_text(f"Je antwoord: liever {say_date(tomorrow())}.")).to_be_visible()
    assert asked_of(letter).answer.day == tomorrow()
    assert page.context.cookies() == []


def test_it_goes_by_keyboard_alone(page, address, letter):
    page.goto(address)
    for _ in range(20):
        page.keyboard.press("Tab")
        if "Nee, dit keer niet" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Je antwoord: nee, dit keer niet.")).to_be_visible()
    assert asked_of(letter).answer.kind == "no"


def test_a_letter_that_is_answered_or_unknown_can_be_read_by_everybody(page, open_page, axe, address):
    other = open_page(width=320)
    other.goto(address)
    page.goto(address)
    page.get_by_role("button", name="Ja, dat doe ik").click()
    other.get_by_role("button", name="Nee, dit keer niet").click()
    expect(other.get_by_role("alert")).to_have_text("Met deze brief is al geantwoord. Dat antwoord blijft staan.")
    axe(other)
    other.goto("/brief/onbekend/")
    expect(other.get_by_role("heading", level=1)).to_have_text("Deze brief kennen we niet")
    axe(other)
