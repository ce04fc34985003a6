"""The pieces in Chromium: axe finds nothing, nothing scrolls sideways, drafts stay."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("app_login")]
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["/stijl/", "/stijl/brief/", "/dit-is-er-niet/"])
def test_a_page_can_be_used_by_everybody(browser: Browser, live_server, path: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        locale="nl-NL", viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{live_server.url}{path}")

    found = Axe().run(page)

    assert [violation["id"] for violation in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_nothing_on_a_page_needs_code_inside_it(page: Page, live_server) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    def strictly(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page.route("**/stijl/", strictly)
    page.goto(f"{live_server.url}/stijl/")
    page.get_by_text("Je pet").click()

    expect(page.get_by_role("button", name="Schuldhulpmaatje")).to_be_visible()
    assert complaints == []


def test_a_draft_stays_until_it_is_kept(page: Page, live_server) -> None:
    box = page.get_by_label("Wat is er gebeurd?").first
    page.goto(f"{live_server.url}/stijl/")
    box.fill("Riet wil weer naar de markt")
    page.goto(f"{live_server.url}/stijl/brief/")
    page.goto(f"{live_server.url}/stijl/")
    expect(box).to_have_value("Riet wil weer naar de markt")

    page.get_by_role("button", name="Bewaar").first.click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")
    page.goto(f"{live_server.url}/stijl/")
    expect(box).to_have_value("")


def test_a_draft_is_forgotten_when_somebody_logs_out(page: Page, live_server) -> None:
    box = page.get_by_label("Wat is er gebeurd?").first
    page.goto(f"{live_server.url}/stijl/")
    box.fill("Alleen voor mij")
    page.get_by_text("Je pet").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(f"{live_server.url}/stijl/")

    expect(box).to_have_value("")
    assert not [key for key in page.evaluate("Object.keys(sessionStorage)") if key.startswith("nabij")]


def test_the_pegs_close_with_escape_and_give_the_focus_back(page: Page, live_server) -> None:
    page.goto(f"{live_server.url}/stijl/")
    page.get_by_text("Je pet").click()
    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Schuldhulpmaatje")).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_pegs_open_without_a_script(browser: Browser, live_server) -> None:
    context = browser.new_context(locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/stijl/")
    page.get_by_text("Je pet").click()

    expect(page.get_by_role("button", name="Schuldhulpmaatje")).to_be_visible()
    context.close()


def test_the_way_around_stays_under_the_thumb(page: Page, live_server) -> None:
    page.goto(f"{live_server.url}/stijl/")
    page.evaluate("window.scrollTo(0, 2000)")

    box = page.get_by_role("navigation", name="Hoofdmenu").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(700, abs=1)
