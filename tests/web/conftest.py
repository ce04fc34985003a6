"""A browser for the tests that look at pages as people do."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import on_the_path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("NABIJ_CHROMIUM") or on_the_path()
    # Playwright runs a loop of its own in this thread, and Django then takes every query for one inside a loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()
