"""The browser's own fixtures: they find what is wrong, and let nothing else pass."""

from datetime import UTC, datetime

import pytest

from nabij.people.models import Account
from nabij.people.verbs import give_account, note_person
from nabij.trust.acting import acting_as, office

pytestmark = pytest.mark.browser
AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
GOOD = "<html lang=nl><title>Goed</title><main><h1>Dag Riet</h1></main></html>"


@pytest.fixture
def riet(transactional_db: None) -> Account:
    with acting_as(office("beheer")):
        return give_account(person=note_person(name="Riet Kuiper", by=None, at=AT), email="riet@voorbeeld.nl", at=AT)


def test_axe_passes_a_good_page_and_stops_at_a_picture_without_words(page, axe):
    page.set_content(GOOD)
    axe(page)
    page.set_content(GOOD.replace("Dag Riet", "<img src=x>"))
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


@pytest.mark.parametrize("page", [320], indirect=True)
def test_axe_stops_at_a_page_that_scrolls_sideways(page, axe):
    page.set_content(GOOD.replace("Dag Riet", "<div style='width: 400px'>Dag</div>"))
    with pytest.raises(AssertionError, match="sideways"):
        axe(page)


def test_a_page_can_be_opened_without_scripts(open_page, axe):
    page = open_page(width=320, scripts=False)
    page.set_content(GOOD + "<script>document.title = 'Fout'</script>")
    assert page.title() == "Goed"
    with pytest.raises(RuntimeError, match="needs scripts"):
        axe(page)


def test_whoever_is_logged_in_is_known_to_the_server_and_a_visitor_is_not(page, open_page, live, log_in, riet):
    log_in(page, riet)
    assert page.request.get("/inloggen/", max_redirects=0).status == 302
    assert open_page().request.get("/inloggen/", max_redirects=0).status == 200
