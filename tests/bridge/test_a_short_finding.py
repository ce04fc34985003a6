"""The finder looks no further at what so many go before; what it then finds is the beginning of what it would find."""

from collections.abc import Iterator
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from nabij.bridge.offering import offer, pause
from nabij.people.verbs import note_person
from nabij.trust.acting import acting_as, office
from tests.bridge.street import AT, Street

pytestmark = pytest.mark.django_db
HERE = (52.508, 4.970)
PLACES: tuple[dict[str, Any], ...] = (
    {"latitude": "52.508", "longitude": "4.970"},
    {"latitude": "52.511", "longitude": "4.970"},
    {},
)
TONGUES = (["nl"], ["nl", "tr"])
KINDS = (["walk"], ["company"], ["chores", "walk"], ["debts"])
WEEKS = ((), ("tue-morning",), ("fri-evening",))


@pytest.fixture
def offered() -> Street:
    """Seventy-two neighbours, each with another place, language, kind of help or time."""
    street = Street()
    street.person("Riet Kuiper", **PLACES[0])
    for number, (place, languages, kinds, week) in enumerate(product(PLACES, TONGUES, KINDS, WEEKS)):
        name = f"b{number}"
        with acting_as(office("beheer")):
            said = {"neighbourhood": street.here, "languages": languages, **place}
            street.people[name] = note_person(name=f"{name} Visser", by=None, at=AT, **said)
        with street.acting(name):
            offer(line="Ik help", neighbourhood=street.here, by=street.people[name], at=AT, kinds=kinds, week=week)
    return street


def questions(street: Street) -> Iterator[list[Any]]:
    known = [street.people[name].id for name in ("b3", "b50", "b71")]
    for asked, tongues, slots, people in product((["walk"], []), ([], ["tr"]), ([], ["tue-morning"]), ([], known)):
        beside = ["company", "sport"] if asked else []
        yield [asked, beside, tongues, slots, street.here.code, *HERE, people]


def found(street: Street, question: list[Any], *, most: int) -> list[UUID]:
    with street.acting("riet"), connection.cursor() as cursor:
        cursor.execute(
            "select offer from trust.fitting_offers(%s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[],"
            " %s, %s, %s, %s::uuid[], %s)",
            [*question, most],
        )
        return [key for (key,) in cursor.fetchall()]


def test_a_short_finding_is_the_beginning_of_a_long_one(offered: Street):
    for question in questions(offered):
        long = found(offered, question, most=100)
        assert len(long) >= 40, "what fits the kind, or all"
        for most in (1, 2, 7, 20):
            assert found(offered, question, most=most) == long[:most], question


def test_of_what_rests_nothing_is_found_and_the_next_comes(offered: Street):
    question = next(questions(offered))
    first, second, *_more = found(offered, question, most=5)
    with offered.acting("b0"):
        mine = offered.people["b0"].offers.get()
    assert mine.id in found(offered, question, most=100)
    with offered.acting("b0"):
        pause(offer=mine, until=None, by=offered.people["b0"], at=AT)
    left = found(offered, question, most=5)
    assert mine.id not in left
    assert left[0] == (second if first == mine.id else first)
