"""The front page and the pages of a demo, in Chromium."""

import pytest
from django.core.mail import EmailMessage, get_connection
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db", "world")]


@pytest.fixture
def demo(settings, tmp_path) -> None:
    settings.DEMO = True
    settings.EMAIL_FILE_PATH = str(tmp_path)
    backend = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(tmp_path))
    EmailMessage("Dag", "Kijk op http://localhost:8000/kaart/", to=["a@voorbeeld.example"], connection=backend).send()


@pytest.mark.parametrize(("width", "dark"), [(320, False), (768, True), (1280, False)])
def test_the_front_can_be_used_by_everybody(open_page, axe, width, dark):
    page = open_page(width=width, dark=dark)
    page.goto("/")
    axe(page)
    page.get_by_role("link", name="Inloggen").first.click()
    page.get_by_role("link", name="Zo doe je mee").click()
    axe(page)


@pytest.mark.parametrize(("width", "dark"), [(320, False), (768, True), (1280, False)])
def test_a_demo_can_be_used_by_everybody(open_page, axe, demo, width, dark):
    page = open_page(width=width, dark=dark)
    page.goto("/")
    axe(page)
    page.get_by_role("button", name="Riet Kuiper").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Riet")
    page.get_by_role("link", name="Andere schoenen").click()
    axe(page)
    page.get_by_role("button", name="Marieke Bos").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marieke")
    page.get_by_role("link", name="Verstuurde mail").click()
    axe(page)


def test_a_demo_goes_without_scripts(open_page, demo):
    page = open_page(width=320, scripts=False)
    page.goto("/")
    page.get_by_role("button", name="Riet Kuiper").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Riet")
