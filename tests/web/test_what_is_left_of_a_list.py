"""Whoever brought in a list finds back what of it is left to do: rows to mend, and what it names no more."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.directory.models import UnfinishedList
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.web.listing import (
    GOOD,
    LATE,
    NAMELESS,
    OTHER,
    bring,
    carried,
    coordinates,
    names,
    send,
    statuses,
    without_thinking,
)

pytestmark = pytest.mark.django_db
__all__ = ["without_thinking"]


def lists(client) -> str:
    return client.get("/kaart/lijsten/").content.decode()


def left(client) -> str:
    """Where the page of the lists leads to what is left."""
    found = re.search(r'href="(/kaart/lijsten/[0-9a-f-]{36}/)"', lists(client))
    assert found
    return found[1]


def test_one_leaves_and_comes_back_to_mend_and_to_let_go(coordinator):
    bring(coordinator, send(coordinator, GOOD, OTHER))
    assert "nog te verbeteren" not in lists(coordinator)
    bring(coordinator, send(coordinator, GOOD, LATE, NAMELESS))
    page = lists(coordinator)
    assert "Twee rijen nog te verbeteren. Eén vermelding staat niet meer in de lijst." in page

    again = coordinator.get(left(coordinator))
    page = again.content.decode()
    assert "De lijst “aanbod” van Wheermolen-Oost." in page and "Rij 3: Eettafel" in page
    (key,) = re.findall(r'name="gaat" value="([^"]+)"', page)
    coordinator.post("/kaart/lijsten/losgelaten/", {"gaat": [key]})
    assert statuses()["Brood"] == "defunct"
    page = lists(coordinator)
    assert "Twee rijen nog te verbeteren." in page and "niet meer in de lijst." not in page

    bring(coordinator, again, **{"vak-3-4": "21:00", "vak-4-0": "Naaiatelier\0"})
    assert names() == ["Brood", "Eettafel", "Naaiatelier", "Soep"]
    assert "nog te verbeteren" not in lists(coordinator)
    with owner():
        assert not UnfinishedList.objects.exists()


def test_what_she_did_not_tick_she_finds_back_and_looking_changes_nothing(coordinator):
    bring(coordinator, send(coordinator, GOOD, OTHER))
    bring(coordinator, send(coordinator, GOOD))
    coordinator.post("/kaart/lijsten/losgelaten/")
    before = statuses()
    assert "Brood" in coordinator.get(left(coordinator)).content.decode().split("Niet meer in deze lijst")[1]
    assert statuses() == before == {"Soep": "active", "Brood": "active"}


def test_the_second_of_a_name_is_mended_as_the_second(coordinator):
    bring(coordinator, send(coordinator, GOOD, ("Soep", "De Haven", "vraag Wil", "", "", "")))
    page = coordinator.get(left(coordinator))
    bring(coordinator, page, **{"vak-3-2": "0299 222222"})
    assert names() == ["Soep", "Soep"]


def test_a_list_of_which_no_row_could_come_is_found_back_too(coordinator):
    bring(coordinator, send(coordinator, NAMELESS))
    assert "Eén rij nog te verbeteren." in lists(coordinator)
    assert carried(coordinator.get(left(coordinator)))


def test_nobody_else_finds_it_and_it_goes_after_thirty_days(coordinator, world):
    bring(coordinator, send(coordinator, NAMELESS))
    there = left(coordinator)
    with acting_as(office("beheer")):
        coordinates(world.marieke, "BU04390301")
    assert logged_in(world, "marieke").get(there).status_code == 404
    assert logged_in(world, "fatima").get(there).status_code == 404
    for days, gone in ((29, False), (31, True)):
        with owner():
            UnfinishedList.objects.update(at=timezone.now() - timedelta(days=days))
        with acting_as(office("bewaren")):
            UnfinishedList.objects.all()._raw_delete("default")
        with owner():
            assert UnfinishedList.objects.exists() is not gone


def test_the_page_asks_the_same_however_many_are_left(coordinator):
    bring(coordinator, send(coordinator, GOOD, OTHER))
    bring(coordinator, send(coordinator, GOOD, LATE))
    few = [count(coordinator, "/kaart/lijsten/"), count(coordinator, left(coordinator))]
    bring(
        coordinator, send(coordinator, *((f"Groep{one}", "", "0299 654321", "19:00", "17:00", "") for one in "abcdefg"))
    )
    assert [count(coordinator, "/kaart/lijsten/"), count(coordinator, left(coordinator))] == few
    assert max(few) <= 40
