"""A letter, the log-in and a mistake: one sheet that fills a phone and stays narrow on a desk."""

import pytest


@pytest.mark.browser
@pytest.mark.parametrize(("width", "least"), [(320, 280), (1280, 480)])
def test_the_sheet_has_room(open_page, axe, width, least):
    page = open_page(width=width)
    for url in ("/inloggen/", "/bestaat-niet/", "/brief/geen-sleutel/"):
        page.goto(url)
        box = page.locator("main .sheet").first.bounding_box()
        assert box is not None
        assert box["width"] >= least, url
        axe(page)
