"""Marieke hangs a photo and a PDF on what she wrote; Fatima sees them, Yusuf does not.

What is no picture gets a sentence, and what Marieke typed beside it stays.
"""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from nabij.moments.models import Attachment
from nabij.moments.verbs import note
from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.browser import Axe, LogIn, OpenPage
from tests.moments.papers import paper, photo
from tests.world import AT, World, build

pytestmark = pytest.mark.browser
ALT = "Riet met Jan op de markt"


@pytest.fixture
def world(live: str) -> World:
    world = build()
    with world.acting("marieke"):
        note(line="Naar de markt geweest.", circle=world.riets_story.circle, by=world.marieke, at=AT)
    return world


def at_the_story(page: Page, world: World, log_in: LogIn, name: str) -> Page:
    with acting_as(office("door")):
        log_in(page, Account.objects.get(person=world.people[name]))
    page.goto(f"/verhalen/{world.riets_story.id}/")
    return page


def hang(page: Page, name: str, kind: str, data: bytes) -> None:
    page.get_by_label("Welke foto of welk papier?").set_input_files(FilePayload(name=name, mimeType=kind, buffer=data))
    page.get_by_role("button", name="Zet erbij").click()


def test_it_is_hung_on_a_moment_and_read_by_the_circle_alone(
    world: World, open_page: OpenPage, log_in: LogIn, axe: Axe
) -> None:
    page = at_the_story(open_page(width=320, dark=True), world, log_in, "marieke")
    page.get_by_role("link", name="Foto of papier erbij").click()
    page.get_by_label("Wat staat erop?").fill(ALT)
    hang(page, "markt.jpg", "image/jpeg", b"dit is geen foto")
    expect(page.get_by_text("Dit is geen foto")).to_be_visible()
    expect(page.get_by_label("Wat staat erop?")).to_have_value(ALT)
    axe(page)
    hang(page, "markt.jpg", "image/jpeg", photo((900, 600)))
    expect(page.get_by_text("Bewaard. Wie dit moment leest, ziet het ook.")).to_be_visible()
    page.get_by_role("link", name="Foto of papier erbij").click()
    hang(page, "brief.pdf", "application/pdf", paper())
    axe(page)

    reader = at_the_story(open_page(), world, log_in, "fatima")
    picture = reader.get_by_role("img", name=ALT)
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("e => e.naturalWidth") > 0
    axe(reader)
    with reader.expect_download() as saved:
        reader.get_by_role("link", name="PDF").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")

    outsider = at_the_story(open_page(), world, log_in, "yusuf")
    with world.acting("marieke"):
        kept = list(Attachment.objects.values_list("id", flat=True))
    assert len(kept) == 2
    for key in kept:
        assert outsider.request.get(f"/bijlagen/{key}/").status == 404
