"""Who keeps a listing writes what their page writes, of their own rows alone: in their own name, and by a link."""

from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import ProgrammingError, transaction

from nabij.directory import entering
from nabij.directory.initiatives import Initiative
from nabij.directory.models import Schedule, Service, TaxonomyTerm
from nabij.directory.own_rules import HANGS
from nabij.trust.acting import acting_as, office
from tests.directory.conftest import NOW
from tests.directory.test_entering_oneself import (
    COFFEE,
    approved,
    by_link,
    people,
    sent,
    sent_by_a_visitor,
    without_thinking,
)

pytestmark = pytest.mark.django_db
__all__ = ["people", "without_thinking"]
CHANGED = sorted(set(HANGS) - {"taxonomyterm"})


@pytest.fixture
def two(people):
    """Who keeps which: Emine hers in her own name, a visitor theirs by a link."""
    mine, (visitors, _token) = sent(people, role="gastvrouw"), sent_by_a_visitor()
    for one in (mine, visitors):
        approved(people, one)
    return ((people["emine"], mine, visitors), (by_link(visitors), visitors, mine))


def refused(actor: Any, deed: Any, **said: Any) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor), transaction.atomic():
        deed(**said)


@pytest.mark.parametrize("table", CHANGED)
def test_of_every_table_one_keeps_the_own_rows_alone(table, two):
    model = apps.get_model("directory", table)
    for actor, own, other in two:
        with acting_as(actor):
            assert model.objects.filter(came_from=own.source).update(source_key="zelf") >= 1
            assert model.objects.filter(came_from=other.source).update(source_key="zelf") == 0
            assert model.objects.filter(came_from=other.source)._raw_delete("default") == 0
        refused(actor, model.objects.filter(came_from=own.source).update, came_from=other.source)


@pytest.mark.parametrize("table", CHANGED)
def test_a_column_that_the_page_does_not_write_stays_empty(table, two):
    model, rule = apps.get_model("directory", table), HANGS[table]
    for actor, own, _other in two:
        mine = model.objects.filter(came_from=own.source)
        refused(actor, mine.update, extra={"mine": 1})
        for column in rule.silent.split():
            refused(actor, mine.update, **{column: "x"})


def test_a_listing_stays_and_is_there_or_stopped(two):
    for actor, own, _other in two:
        mine = Service.objects.filter(came_from=own.source)
        with acting_as(actor):
            assert mine._raw_delete("default") == 0
            assert mine.update(status="defunct") == mine.update(status="active") == 1
        refused(actor, mine.update, status="temporarily closed")
        refused(actor, mine.update, minimum_age=4)
        refused(actor, Service.objects.create, came_from=own.source, name="Winkel", email="x@voorbeeld.example")


def test_a_number_or_a_day_the_page_does_not_write_stays_empty(two):
    for actor, own, _other in two:
        mine = Schedule.objects.filter(came_from=own.source)
        refused(actor, mine.update, until="2027-01-01")
        refused(actor, mine.update, interval=2)


def test_a_subject_is_added_and_neither_renamed_nor_taken_away(two):
    with acting_as(office("beheer")):
        for _actor, own, _other in two:
            TaxonomyTerm.objects.create(name=f"Haken {own.pk}", came_from=own.source)
    for actor, own, other in two:
        mine = TaxonomyTerm.objects.filter(came_from=own.source)
        with acting_as(actor):
            TaxonomyTerm.objects.create(id=uuid4(), name="Breien", came_from=own.source)
            assert mine.update(name="Iets anders") == mine._raw_delete("default") == 0
        refused(actor, TaxonomyTerm.objects.create, name="Breien", came_from=other.source)
        refused(actor, TaxonomyTerm.objects.create, name="Breien", description="x", came_from=own.source)


def test_a_subject_written_in_other_capitals_is_the_same_subject(people):
    approved(people, sent(people, category="Samen haken"))
    with acting_as(people["emine"]):
        mine = Initiative.objects.get()
        entering.rewrite(initiative=mine, said=COFFEE | {"category": "samen HAKEN"}, at=NOW)
        assert TaxonomyTerm.objects.get(name__iexact="samen haken").name == "Samen haken"
