"""Acting: sealed, loud when absent, taken back by itself."""

import time
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from nabij.people.models import Person
from nabij.people.verbs import note_person
from nabij.trust.acting import NOBODY, acting_as, office, person, say, sealed

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 18, 9, tzinfo=UTC)


@pytest.fixture
def riet() -> Person:
    with acting_as(office("beheer")):
        return note_person(name="Riet Kuiper", by=None, at=AT)


def me() -> object:
    with connection.cursor() as cursor:
        cursor.execute("select trust.me()")
        return cursor.fetchone()[0]


def test_who_acts_is_known_and_who_does_not_act_is_refused(riet):
    with acting_as(person(riet.id)):
        assert me() == riet.id
        assert Person.objects.get().called == "Riet Kuiper"
    with pytest.raises(DatabaseError, match="nobody is acting"), transaction.atomic():
        list(Person.objects.all())


def test_a_visitor_acts_as_nobody(riet):
    with acting_as(NOBODY):
        assert me() is None
        assert not Person.objects.exists()


def test_the_former_actor_is_back_afterwards_also_after_an_error(riet):
    with acting_as(person(riet.id)):
        with acting_as(office("beheer")):
            assert me() is None
        assert me() == riet.id
        with pytest.raises(ZeroDivisionError), acting_as(NOBODY):
            raise ZeroDivisionError
        assert me() == riet.id


def test_an_altered_seal_is_refused(riet):
    good = sealed(person(riet.id), purpose="", seconds=60)
    for bad in (good.replace("person", "office"), good[:-1] + ("0" if good[-1] != "0" else "1"), good[70:], "x" * 80):
        with transaction.atomic():
            say(bad, "nabij_app")
            with pytest.raises(DatabaseError), transaction.atomic():
                me()


def test_an_expired_seal_is_refused(riet, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 1_000_000_000)
    old = sealed(person(riet.id), purpose="", seconds=60)
    monkeypatch.undo()
    with transaction.atomic():
        say(old, "nabij_app")
        with pytest.raises(DatabaseError, match="expired"), transaction.atomic():
            me()


@pytest.mark.parametrize(
    "sql",
    [
        "select set_config('role', 'nabij_office', true), set_config('nabij.actor', 'office|beheer|||| 99', true)",
        "set local row_security = off",
        "select * from trust_seal",
        "select * from django_migrations",
        "alter table people_person disable row level security",
        "create table public.mine (id int)",
    ],
)
def test_injected_sql_becomes_nobody_else(riet, sql):
    with acting_as(NOBODY), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("select count(*) from people_person")
        assert cursor.fetchone() == (0,), "and if nothing was refused, at least nothing is seen"
        raise DatabaseError


def test_a_purpose_cannot_smuggle_a_field_into_the_seal(riet):
    with pytest.raises(ValueError, match="purpose"), acting_as(NOBODY, purpose="x|y"):
        pass
