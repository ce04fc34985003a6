"""A question about a few people sees of them whom it would see of all, and nobody more."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from nabij.people.models import Person
from nabij.trust.acting import NOBODY, acting_as
from nabij.trust.narrowing import only
from tests.conftest import owner
from tests.rules.rich import Rich, fill
from tests.world import World


@pytest.fixture
def rich(world: World) -> Rich:
    return fill(world)


def everybody() -> list[UUID]:
    with owner():
        return list(Person.objects.order_by("id").values_list("id", flat=True))


def my_people() -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("select unnest(trust.my_people())")
        return {key for (key,) in cursor.fetchall()}


def test_of_a_few_one_sees_whom_one_sees_of_all(rich: Rich):
    there, hidden = everybody(), 0
    for name in rich.world.people:
        with rich.world.acting(name):
            seen = my_people()
            hidden += len(set(there) - seen)
            for few in (there, there[::2], there[1::2], *([one] for one in there)):
                with only(few):
                    assert my_people() == seen & set(few), name
            with only([]):
                assert my_people() == set()
            assert my_people() == seen, "afterwards it is all of them again"
    assert hidden > len(there), "there must be people whom one does not see"


def test_naming_a_stranger_shows_nobody(world: World):
    with world.acting("kim"), only([world.riet.id, world.marieke.id, uuid4()]):
        assert [one.first_name for one in Person.objects.all()] == ["Kim"]
    with world.acting("riet"), only([world.marieke.id]):
        assert {one.first_name for one in Person.objects.all()} == {"Riet", "Marieke"}, "oneself by another rule"
    with acting_as(NOBODY), only([world.riet.id]):
        assert not Person.objects.exists()


def test_it_ends_where_it_ends_also_after_an_error(world: World):
    with world.acting("riet"):
        seen = my_people()
        with pytest.raises(Person.DoesNotExist), only([world.kim.id]):
            Person.objects.get(id=world.kim.id)
        assert my_people() == seen
        with pytest.raises(DatabaseError), transaction.atomic(), only([world.kim.id]), connection.cursor() as cursor:
            cursor.execute("select 1 / 0")
        assert my_people() == seen
