"""What every page asks is put into SQL once: it answers as the query itself does, for other people and another day."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.utils import timezone

from nabij.base.standing import Standing
from nabij.people.models import Account, Hat, Person
from nabij.trust.acting import acting_as, office, person
from nabij.web.login.accounts import ACCOUNT, with_two
from nabij.web.me import PERSON, with_story

NAMES = ("marieke", "jan", "riet", "kim")


def test_it_answers_for_everybody_as_the_query_itself_does(world, django_assert_num_queries):
    day = timezone.localdate()
    with acting_as(office("door")):
        for name in NAMES:
            pk = Account.objects.get(person=world.people[name]).pk
            with django_assert_num_queries(2):
                said, asked = ACCOUNT.one(pk=pk, day=day), with_two(day).get(pk=pk)
            assert vars(said) | {"_state": None} == vars(asked) | {"_state": None}
            assert said.two is (name == "marieke")
    for name in NAMES:
        with acting_as(person(world.people[name].id)):
            there, row = PERSON.one(id=world.people[name].id), with_story(id=world.people[name].id).get()
        assert vars(there) | {"_state": None} == vars(row) | {"_state": None}
        assert there.has_story is (name in ("riet", "kim"))


def test_on_the_day_before_a_hat_is_put_on_it_needs_no_second_thing(world):
    with acting_as(office("door")):
        pk = Account.objects.get(person=world.marieke).pk
        since = Hat.objects.get(person=world.marieke).since
        assert [ACCOUNT.one(pk=pk, day=since - timedelta(days=ago)).two for ago in (0, 1)] == [True, False]


def test_who_is_not_there_is_not_found(world):
    with acting_as(office("door")):
        assert ACCOUNT.first(pk=0, day=timezone.localdate()) is None
    with acting_as(person(world.jan.id)), pytest.raises(Person.DoesNotExist):
        PERSON.one(id=uuid4())


def test_rows_come_with_those_of_other_tables_and_as_lists(world, django_assert_num_queries):
    """The same objects, with who and which hat; and of a list of keys, those that are mine to read."""
    whose = Standing(
        lambda *, people: (
            Hat.objects.filter(person__id__any_of=people).select_related("person", "group").order_by("id")
        ),
        people=list[UUID],
    )
    roles = Standing(lambda *, role: Hat.objects.filter(role=role).values_list("role", "person_id"), role=str)
    keys = [world.people[name].id for name in NAMES]
    with acting_as(person(world.marieke.id)):
        asked = list(Hat.objects.filter(person__in=keys).select_related("person", "group").order_by("id"))
        for there in (asked, []):
            with django_assert_num_queries(1):
                said = whose.rows(people=keys if there else [])
                assert [(one, one.person, one.person.called, one.group) for one in said] == [
                    (one, one.person, one.person.called, one.group) for one in there
                ]
        assert asked
        worn = [(one.role, one.person_id) for one in asked if one.role == asked[0].role]
        assert set(worn) <= set(roles.rows(role=asked[0].role))


def test_each_thread_asks_over_its_own_connection(world):
    with acting_as(person(world.jan.id)):
        assert PERSON.one(id=world.jan.id) == world.jan
    with ThreadPoolExecutor(1) as other:
        asked = other.submit(PERSON.written.with_values, {"id": world.jan.id}).result()
    assert asked.query.get_compiler().connection is not connections["default"]


def test_a_question_that_reads_a_clock_itself_is_refused():
    """Its first answer would hold for ever."""
    clock = iter(date(2026, 1, 1) + timedelta(days=n) for n in range(9))
    late = Standing(lambda *, id: Person.objects.filter(id=id, hats__since__lte=next(clock)), id=UUID)
    with pytest.raises(ValueError, match="nothing else"):
        late.first(id=uuid4())


def test_a_value_that_is_not_used_or_not_said_is_refused():
    with pytest.raises(ValueError, match="nothing else"):
        Standing(lambda *, id, day: Person.objects.filter(id=id), id=UUID, day=date).first(id=uuid4(), day=date.min)
    with pytest.raises(TypeError, match="pk, day"):
        ACCOUNT.first(pk=1)
