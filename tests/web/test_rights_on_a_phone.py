"""Who may what, on a phone: each person is a block as wide as the screen."""

import pytest
from django.utils import timezone

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.administering import appoint
from tests.world import build

pytestmark = pytest.mark.browser


def test_on_a_phone_each_person_is_a_block(live, open_page, log_in, axe):
    world = build()
    with acting_as(office("beheer")):
        appoint(person=world.loes, by=None, at=timezone.now())
    with acting_as(office("door")):
        loes = Account.objects.get(person=world.loes)
    page = open_page(width=390)
    log_in(page, loes)
    page.goto("/beheer/rechten/")
    row, cell = page.locator(".table--blocks tbody tr").first, page.locator(".table--blocks tbody td").first
    assert cell.bounding_box()["width"] > 0.9 * row.bounding_box()["width"] > 200
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert cell.bounding_box()["width"] < 0.7 * row.bounding_box()["width"]
