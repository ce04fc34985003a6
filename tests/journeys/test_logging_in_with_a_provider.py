"""Logging in with a real provider of OpenID Connect, in a process of its own, from the button to the page and out."""

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.browser import Axe
from tests.providers import CLIENT, knows, real_provider
from tests.strong import session_of
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db", "world")]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with real_provider() as address:
        yield address


@pytest.fixture
def home(live: str, settings: Any, issuer: str) -> str:
    settings.NABIJ_URL = live
    settings.OIDC = {"issuer": issuer, "client": CLIENT, "secret": "geheim", "name": "Purmerend", "acr": ""}
    settings.OIDC_STRONG = ["mfa"]
    return live


def log_in(page: Page, sub: str) -> None:
    page.goto("/inloggen/?next=/verhalen/")
    asks_there(page, sub)


def asks_there(page: Page, sub: str) -> None:
    page.get_by_role("button", name="Log in met Purmerend").click()
    page.get_by_placeholder("sub").fill(sub)
    page.get_by_role("button", name="Authorize").click()


@pytest.mark.parametrize("page", [320, 1280], indirect=True)
def test_a_worker_logs_in_with_the_provider_of_their_work(page: Page, home: str, issuer: str, axe: Axe) -> None:
    knows(issuer, "marieke-1", email="marieke@voorbeeld.example", email_verified=True, amr=["pwd", "mfa"])
    page.goto("/inloggen/")
    axe(page)
    log_in(page, "marieke-1")
    expect(page).to_have_url(re.compile(r"\d/verhalen/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Verhalen")
    page.goto("/inloggen/manieren/")
    expect(page.get_by_text("Met Purmerend.")).to_be_visible()
    axe(page)
    page.goto("/inloggen/uit/")
    page.get_by_role("button", name="Ja, log uit").click()
    log_in(page, "marieke-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Verhalen")


def test_without_a_second_step_there_a_worker_makes_one_here(page: Page, home: str, issuer: str, world: World) -> None:
    knows(issuer, "yusuf-1", email="yusuf@voorbeeld.example", email_verified=True, amr=["pwd"])
    log_in(page, "yusuf-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maak het veilig")


def test_who_is_not_known_here_and_who_stops_there_come_back_to_one_sentence(
    page: Page, home: str, issuer: str, axe: Axe
) -> None:
    knows(issuer, "vreemd-1", email="vreemd@elders.example", email_verified=True)
    log_in(page, "vreemd-1")
    expect(page.get_by_text("hoort hier geen account.")).to_be_visible()
    axe(page)
    page.goto("/inloggen/")
    page.get_by_role("button", name="Log in met Purmerend").click()
    page.get_by_role("button", name="Deny").click()
    expect(page).to_have_url(re.compile("/inloggen/"))
    expect(page.get_by_label("Je mailadres")).to_be_visible()


@pytest.mark.parametrize("page", [320, 1280], indirect=True)
def test_a_provider_that_did_not_ask_again_is_not_enough_and_one_that_did_is(
    page: Page, home: str, issuer: str, world: World, axe: Axe
) -> None:
    who = {"email": "riet@voorbeeld.example", "email_verified": True}
    knows(issuer, "riet-1", **who, auth_time=int(time.time()) - 3600)
    log_in(page, "riet-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Verhalen")
    with acting_as(office("door")):
        riet = Account.objects.get(person=world.riet)
    old = session_of(riet, {"method": "socialaccount"}, ago=3600)
    page.context.add_cookies([{"name": "sessionid", "value": old, "url": home}])
    page.goto("/inloggen/manieren/app/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ben jij het nog?")
    axe(page)
    asks_there(page, "riet-1")
    expect(page.get_by_text("Purmerend liet niet zien dat je net opnieuw bent ingelogd.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ben jij het nog?")
    axe(page)
    knows(issuer, "riet-1", **who)
    asks_there(page, "riet-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Een app met codes")
