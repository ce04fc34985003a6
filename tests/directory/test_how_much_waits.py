"""Not more waits for a yes in one neighbourhood than somebody can read, and who floods keeps no neighbour out."""

import pytest
from django.db import ProgrammingError, transaction

from nabij.directory import entering
from nabij.directory.initiatives import MOST_OF_VISITORS, MOST_WAIT, Initiative, InitiativeAnswer
from nabij.people.models import Neighbourhood
from nabij.trust.acting import NOBODY, acting_as
from tests.conftest import owner
from tests.directory.conftest import NOW
from tests.directory.test_entering_oneself import (
    COFFEE,
    HERE,
    THERE,
    people,
    sent,
    sent_by_a_visitor,
    without_thinking,
)

pytestmark = pytest.mark.django_db
__all__ = ["people", "without_thinking"]


def many(how_many: int) -> None:
    """Of visitors, waiting here."""
    with owner():
        here = Neighbourhood.objects.get(code=HERE)
        said = {"name": "Soep"}
        Initiative.objects.bulk_create(
            Initiative(neighbourhood=here, said=said, token_hash=f"{n}".encode(), at=NOW, changed_at=NOW)
            for n in range(how_many)
        )


def test_not_more_waits_in_one_neighbourhood_than_somebody_can_read(people):
    many(MOST_OF_VISITORS - 1)
    sent_by_a_visitor()
    with pytest.raises(entering.ManyWait):
        sent_by_a_visitor()
    with owner():
        there = Neighbourhood.objects.get(code=THERE)
        here = Neighbourhood.objects.get(code=HERE)
    with acting_as(NOBODY):
        entering.enter(said=COFFEE, neighbourhood=there, by=None, at=NOW)
        told = {"said": {"name": "x"}, "neighbourhood": here, "at": NOW, "changed_at": NOW, "token_hash": b"x"}
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Initiative(**told).save(force_insert=True)
    for _again in range(MOST_WAIT - MOST_OF_VISITORS):
        sent(people)
    with pytest.raises(entering.ManyWait):
        sent(people)
    with owner():
        InitiativeAnswer.objects.bulk_create(
            InitiativeAnswer(initiative=one, yes=False, why="Te veel.", at=NOW)
            for one in Initiative.objects.filter(neighbourhood=here)[: MOST_WAIT - MOST_OF_VISITORS + 1]
        )
    sent_by_a_visitor()
