"""A machine is lost: what was written there is read on an empty one, by whom it was for, and by nobody else.

Two installations through the real command line and the real server. Marieke notes a line on the first, its keeper makes
a backup, and restores it in an empty folder. There Riet logs in and finds the line, and who looked; Marieke's cookie of
the first machine opens nothing on the second.
"""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import PATIENCE
from tests.cli.installation import Installation, folder
from tests.providers import free_port, wait_for

pytestmark = pytest.mark.browser
LINE = "Samen de rekening van de gemeente gelezen, hij klopte niet."


@pytest.fixture
def machines() -> Iterator[tuple[Installation, Installation]]:
    """Two empty ones."""
    first, second = Installation(folder()), Installation(folder())
    yield first, second
    first.clear()
    second.clear()


@contextmanager
def served(home: Installation) -> Iterator[str]:
    """The product on this machine, as `nabij demo` serves it; its address."""
    port = free_port()
    python, env = home.command("demo", "--bind", f"127.0.0.1:{port}")
    process = subprocess.Popen(python, env=env, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://localhost:{port}/", process, seconds=120)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=60)


def comes_in(chromium: Browser, address: str, name: str) -> Page:
    """Opens the front of the demo on a phone, and comes in as somebody."""
    context: BrowserContext = chromium.new_context(
        base_url=address, viewport={"width": 320, "height": 800}, locale="nl-NL"
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name=re.compile(name)).click()
    expect(page.get_by_role("link", name="Verhalen").first).to_be_visible()
    return page


def opens_riets_story(page: Page) -> None:
    page.goto("/verhalen/")
    page.get_by_role("link", name=re.compile("Riet")).first.click()


def test_a_backup_is_restored_on_an_empty_machine_and_read_there(chromium: Browser, machines, axe) -> None:
    lost, empty = machines
    with served(lost) as address:
        marieke = comes_in(chromium, address, "Marieke")
        opens_riets_story(marieke)
        marieke.get_by_label("Wat is er gebeurd?").fill(LINE)
        expect(marieke.get_by_text("Dit lezen straks")).to_be_visible()
        marieke.get_by_role("button", name="Bewaar").click()
        expect(marieke.get_by_role("status")).to_contain_text("kunnen het lezen")
        cookies = marieke.context.cookies()
        file = lost.path / "nabij.backup"
        assert "Written and read back" in lost.nabij("backup", str(file))
    assert "each as it was" in empty.nabij("restore", str(file))
    lost.clear()
    with served(empty) as address:
        riet = comes_in(chromium, address, "Riet")
        opens_riets_story(riet)
        expect(riet.get_by_text(LINE).first).to_be_visible()
        axe(riet)
        riet.goto("/mijn/gekeken/")
        expect(riet.get_by_text("Marieke").first).to_be_visible()
        stolen = chromium.new_context(base_url=address)
        stolen.add_cookies([{"name": one["name"], "value": one["value"], "url": address} for one in cookies])
        page = stolen.new_page()
        page.goto("/verhalen/")
        expect(page).to_have_url(re.compile("/inloggen/"))
