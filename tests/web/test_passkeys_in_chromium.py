"""Passkeys as people use them, with a virtual authenticator: made, used, given a name, taken away; and by a worker."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.browser import Axe
from tests.mailbox import code_mail
from tests.strong import A_CODE, session_of
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


@pytest.fixture
def home(live: str, settings: Any) -> str:
    """The product by its name: a passkey belongs to a name, not to a number."""
    settings.ALLOWED_HOSTS = ["localhost"]
    return live.replace("127.0.0.1", "localhost")


@pytest.fixture
def finger(page: Page) -> Callable[..., None]:
    """Puts an authenticator in the browser; `finger(works=False)` is one whose owner is not recognised."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    kept = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )

    def recognised(*, works: bool) -> None:
        session.send("WebAuthn.setUserVerified", {"authenticatorId": kept["authenticatorId"], "isUserVerified": works})

    return recognised


def account(world: World, name: str) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=world.people[name])


def by_code(page: Page, home: str, name: str) -> None:
    page.goto(f"{home}/inloggen/")
    page.get_by_label("Je mailadres").fill(f"{name}@voorbeeld.example")
    page.get_by_role("button", name="Stuur mij een code").click()
    found = re.search(r"^    (\S+)$", str(code_mail().body), re.MULTILINE)
    assert found
    page.get_by_label("De code uit de mail").fill(found[1])
    page.get_by_role("button", name="Log in", exact=True).click()


def make_passkey(page: Page, name: str) -> None:
    page.get_by_label("Hoe heet deze passkey?").fill(name)
    page.get_by_role("button", name="Maak een passkey").click()


def log_out(page: Page, home: str) -> None:
    page.goto(f"{home}/inloggen/uit/")
    page.get_by_role("button", name="Ja, log uit").click()


@pytest.mark.parametrize("page", [320, 1280], indirect=True)
def test_a_resident_makes_a_passkey_logs_in_with_it_and_takes_it_away(
    page: Page, home: str, world: World, finger: Callable[..., None], axe: Axe
) -> None:
    by_code(page, home, "riet")
    page.goto(f"{home}/inloggen/manieren/")
    axe(page)
    page.get_by_role("link", name="Maak een passkey").click()
    axe(page)
    make_passkey(page, "Mijn telefoon")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je noodcodes")
    axe(page)
    log_out(page, home)
    page.goto(f"{home}/inloggen/?next=/wie-ziet-wat/")
    axe(page)
    page.get_by_role("button", name="Log in met een passkey").click()
    expect(page).to_have_url(re.compile(r"\d/wie-ziet-wat/$"))
    page.goto(f"{home}/inloggen/manieren/")
    expect(page.get_by_text("Mijn telefoon", exact=True)).to_be_visible()
    expect(page.get_by_text("Laatst gebruikt: vandaag.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Haal weg.*Mijn telefoon")).click()
    axe(page)
    page.get_by_role("button", name="Ja, haal weg").click()
    expect(page.get_by_text("Nog geen passkey.")).to_be_visible()
    log_out(page, home)
    page.goto(f"{home}/inloggen/")
    page.get_by_role("button", name="Log in met een passkey").click()
    expect(page.get_by_text("Dat klopte niet. Probeer het nog eens.")).to_be_visible()


def test_a_worker_makes_one_on_the_one_page_that_is_open_and_then_works(
    page: Page, home: str, world: World, finger: Callable[..., None], axe: Axe
) -> None:
    by_code(page, home, "marieke")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maak het veilig")
    axe(page)
    page.goto(f"{home}/verhalen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maak het veilig")
    page.get_by_role("link", name="Maak een passkey").click()
    make_passkey(page, "Werktelefoon")
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    page.goto(f"{home}/verhalen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Verhalen")
    log_out(page, home)
    by_code(page, home, "marieke")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    axe(page)
    page.get_by_role("button", name="Gebruik je passkey").click()
    expect(page.get_by_role("link", name="Verhalen")).to_be_visible()


def test_a_finger_that_is_not_recognised_opens_nothing(
    page: Page, home: str, world: World, finger: Callable[..., None]
) -> None:
    by_code(page, home, "riet")
    page.goto(f"{home}/inloggen/manieren/passkeys/")
    make_passkey(page, "Mijn telefoon")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je noodcodes")
    log_out(page, home)
    finger(works=False)
    page.goto(f"{home}/inloggen/")
    page.get_by_role("button", name="Log in met een passkey").click()
    expect(page.get_by_text("Dat lukte niet. Er is niets veranderd.")).to_be_visible()
    expect(page.get_by_label("Je mailadres")).to_be_visible()


def test_before_something_sensitive_the_passkey_is_asked_again(
    page: Page, home: str, world: World, finger: Callable[..., None], axe: Axe
) -> None:
    by_code(page, home, "marieke")
    page.get_by_role("link", name="Maak een passkey").click()
    make_passkey(page, "Werktelefoon")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je noodcodes")
    old = session_of(account(world, "marieke"), {"method": "mfa", "type": "webauthn"}, ago=3600)
    page.context.add_cookies([{"name": "sessionid", "value": old, "url": home}])
    page.goto(f"{home}/inloggen/apparaten/")
    axe(page)
    page.get_by_role("button", name="Log overal uit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ben jij het nog?")
    axe(page)
    page.get_by_role("button", name="Gebruik je passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je, jij bent het")
    axe(page)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text("Je bent overal uitgelogd.")).to_be_visible()


def test_without_scripts_the_pages_say_what_to_do(open_page: Any, live: str, world: World) -> None:
    page = open_page(scripts=False, width=320)
    page.goto("/inloggen/")
    expect(page.get_by_role("button", name="Log in met een passkey")).to_be_hidden()
    key = session_of(account(world, "riet"), *A_CODE)
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": live}])
    page.goto("/inloggen/manieren/")
    expect(page.get_by_text("Voor een passkey moeten scripts aan staan in je browser.")).to_be_visible()
    page.get_by_role("link", name="Gebruik een app").click()
    expect(page.get_by_role("img", name="QR-code voor je app.")).to_be_visible()
    page.wait_for_load_state("networkidle")
