"""The pieces in Chromium: axe finds nothing, nothing scrolls sideways, drafts stay."""

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["/stijl/", "/stijl/brief/", "/verwerkingen/", "/dit-is-er-niet/"])
def test_a_page_can_be_used_by_everybody(open_page, axe, path: str, width: int, dark: bool) -> None:
    page = open_page(width=width, dark=dark)
    page.goto(path)
    axe(page)


def test_nothing_on_a_page_needs_code_inside_it(page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    def strictly(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page.route("**/stijl/", strictly)
    page.goto("/stijl/")
    page.get_by_text("Je pet").click()

    expect(page.get_by_role("button", name="Schuldhulpmaatje")).to_be_visible()
    assert complaints == []


def test_a_draft_stays_until_it_is_kept(page: Page) -> None:
    box = page.get_by_label("Wat is er gebeurd?").first
    page.goto("/stijl/")
    box.fill("Riet wil weer naar de markt")
    page.goto("/stijl/brief/")
    page.goto("/stijl/")
    expect(box).to_have_value("Riet wil weer naar de markt")

    page.get_by_role("button", name="Bewaar").first.click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")
    page.goto("/stijl/")
    expect(box).to_have_value("")


def test_a_draft_is_forgotten_when_somebody_logs_out(page: Page) -> None:
    box = page.get_by_label("Wat is er gebeurd?").first
    page.goto("/stijl/")
    box.fill("Alleen voor mij")
    page.get_by_text("Je pet").click()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("button", name="Uitloggen")).to_be_hidden()

    expect(box).to_have_value("")
    assert not [key for key in page.evaluate("Object.keys(sessionStorage)") if key.startswith("nabij")]


def test_the_pegs_close_with_escape_and_give_the_focus_back(page: Page) -> None:
    page.goto("/stijl/")
    page.get_by_text("Je pet").click()
    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Schuldhulpmaatje")).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_pegs_open_without_a_script(open_page) -> None:
    page = open_page(width=320, scripts=False)
    page.goto("/stijl/")
    page.get_by_text("Je pet").click()

    expect(page.get_by_role("button", name="Schuldhulpmaatje")).to_be_visible()


def test_the_way_around_stays_under_the_thumb(open_page) -> None:
    page = open_page(width=320)
    page.goto("/stijl/")
    page.evaluate("window.scrollTo(0, 2000)")

    box = page.get_by_role("navigation", name="Hoofdmenu").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(800, abs=1)
