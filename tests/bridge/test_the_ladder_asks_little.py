"""The ladder costs as many queries for three people as for sixty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nabij.bridge.nearest import nearest
from tests.bridge.street import AT, Street, Told

pytestmark = pytest.mark.django_db


def told(street: Street, many: int) -> Told:
    street.person(f"Riet{many} Kuiper")
    story = street.story(f"riet{many}", by="marieke")
    for number in range(many):
        key = f"p{many}x{number}"
        street.person(f"{key} Visser")
        street.hat(key, "buur")
        street.can(key, "wandelen")
        street.reachable(key, number % 7)
        story.tie(
            key, ("family", "neighbour", "professional")[number % 3], told_by=key, gives="wandelt", takes="koffie"
        )
        story.said(("named", "too_much", "offered")[number % 3], key)
    return story


def queries(street: Street, story: Told) -> int:
    with (
        street.acting("marieke"),
        CaptureQueriesContext(
            connection,
        ) as seen,
    ):
        ladder = nearest(question="Wie wandelt er dinsdag mee?", story=story.story, by=street.people["marieke"], at=AT)
    assert ladder.rungs
    return len([one for one in seen if "SAVEPOINT" not in one["sql"]])


def test_sixty_ties_cost_no_more_than_three():
    street = Street()
    street.person("Marieke Bos")
    street.hat("marieke", "wijkwerker", formal=True, group=street.team)
    few, many = told(street, 3), told(street, 60)
    assert queries(street, few) == queries(street, many) <= 10
