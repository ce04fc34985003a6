"""Counting holds when it is asked at the same moment, and a search that is refused is seen as a page."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from nabij.trust.acting import acting_as, office
from nabij.trust.sealing import write_seal
from nabij.web import limits
from nabij.web.limits import LIMITS, Limit, counted
from nabij.web.models import Tally
from tests.world import AT, build


def test_nobody_gains_by_asking_at_the_same_moment(transactional_db, app_login):
    write_seal()

    def ask(_number: int) -> int:
        with acting_as(office("door")):
            count, _until = counted("one and the same", limit=LIMITS[0], at=AT)
        connection.close()
        return count

    with ThreadPoolExecutor(8) as many:
        counts = list(many.map(ask, range(40)))
    assert sorted(counts) == list(range(1, 41))
    with acting_as(office("door")):
        assert Tally.objects.get().count == 40


@pytest.mark.browser
def test_a_search_that_is_refused_is_seen_as_a_page(page, live, monkeypatch):
    """htmx shows no answer that is an error; without more, nothing would happen at all."""
    write_seal()
    build()
    monkeypatch.setattr(
        limits, "LIMITS", (Limit("search", most=1, seconds=60, under="/kaart/", questions=True, methods=("GET",)),)
    )
    page.goto("/kaart/?q=taal")
    page.fill("input[name=q]", "samen eten")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Even geduld").wait_for()
    assert "samen" in page.url
