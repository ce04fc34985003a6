"""For tests in Chromium: pages, a live server that logs in as the app, a log-in without the code, and axe.

    @pytest.mark.browser
    def test_it_reads(page, live, log_in, axe): ...

A test that uses these is transactional: its rows are committed, and gone afterwards. The test's own thread is the
owner; it makes its world inside `acting_as`. Pages open at 1280 pixels; both widths with
`@pytest.mark.parametrize("page", [320, 1280], indirect=True)`. `open_page(width=320, scripts=False, dark=True)` gives
further pages, each with cookies of its own.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.db import connection, connections
from playwright.sync_api import Browser, Page, sync_playwright

from nabij.people.models import Account
from tests.chromium import on_the_path
from tests.strong import session_of

PATIENCE = 15_000  # Milliseconds: a loaded machine is slow, and a wait that succeeds costs nothing.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

OpenPage = Callable[..., Page]
LogIn = Callable[[Page, Account], None]
Axe = Callable[[Page], None]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium for the tests of a module.

    Playwright keeps an event loop in this thread. Django then refuses to read unless told otherwise, and keeps other
    connections than before; those left open would block dropping the database.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        connections.close_all()
        with sync_playwright() as playwright:
            options = ["--no-sandbox"] if os.geteuid() == 0 else []
            path = os.environ.get("NABIJ_CHROMIUM") or on_the_path()
            with playwright.chromium.launch(executable_path=path, args=options) as browser:
                yield browser
            connections.close_all()


@pytest.fixture
def live(transactional_db: None, app_login: None, live_server: Any) -> str:
    """The address of the product, served from this process, in which the threads log in as the app."""
    return str(live_server.url)


@pytest.fixture
def open_page(chromium: Browser, live: str) -> Iterator[OpenPage]:
    """Opens a page in a browser of its own; at the end none of them may have stumbled over a script."""
    mistakes: list[str] = []
    with ExitStack() as opened:

        def page(*, width: int = 1280, scripts: bool = True, dark: bool = False) -> Page:
            context = opened.enter_context(
                chromium.new_context(
                    base_url=live,
                    viewport={"width": width, "height": 800},
                    locale="nl-NL",
                    timezone_id="Europe/Amsterdam",
                    java_script_enabled=scripts,
                    color_scheme="dark" if dark else "light",
                )
            )
            context.set_default_timeout(PATIENCE)
            one = context.new_page()
            one.on("pageerror", lambda error: mistakes.append(str(error)))
            return one

        yield page
    wait_for_quiet()
    assert not mistakes, mistakes


def wait_for_quiet() -> None:
    """Until nothing that a page sent as it was left (a draft) is still answered: the tables are emptied after this,
    and whoever answers and whoever empties would wait for each other.
    """
    quiet, until = 0, time.monotonic() + 10
    while quiet < 3 and time.monotonic() < until:
        time.sleep(0.03)
        with connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from pg_locks where pid <> pg_backend_pid()"
                " and database = (select oid from pg_database where datname = current_database())"
            )
            quiet = 0 if cursor.fetchone()[0] else quiet + 1


@pytest.fixture
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    return open_page(width=getattr(request, "param", 1280))


@pytest.fixture
def log_in(live: str) -> LogIn:
    """Logs an account in on a page, by its session alone: a strong one."""

    def as_somebody(page: Page, account: Account) -> None:
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(account), "url": live}])

    return as_somebody


@pytest.fixture
def axe() -> Axe:
    """Fails when axe finds something against WCAG 2.2 A and AA, or when the page scrolls sideways."""

    def look_at(page: Page) -> None:
        page.wait_for_load_state()
        if not page.evaluate("matchMedia('(scripting: enabled)').matches"):
            raise RuntimeError("axe itself needs scripts, and would wait for ever: give it a page that has them")
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS)
        assert not found["violations"], "\n".join(map(told, found["violations"]))
        wide, width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide <= width, f"{page.url} scrolls sideways: {wide} px in {width}"

    return look_at


def told(violation: dict[str, Any]) -> str:
    """One line for a person: the rule, what it asks, and each place."""
    places = "; ".join(f"{' '.join(map(str, node['target']))}: {node['html'][:120]}" for node in violation["nodes"])
    return f"{violation['id']}: {violation['help']} ({places})"
