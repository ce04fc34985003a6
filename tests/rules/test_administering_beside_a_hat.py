"""An administrator through every page and table: nothing that was confided; and beside it what their hat reads."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from nabij.people.models import Person
from nabij.trust import administering
from nabij.trust.acting import acting_as, administrator, office
from tests.conftest import owner
from tests.rules.addresses import ADDRESSES
from tests.rules.cast import MAY_READ
from tests.rules.rich import Rich, fill
from tests.rules.test_every_address import TYPED, WITH_A_KEY, addresses, client_of
from tests.shape.test_every_rule_is_tried import rows_of
from tests.shape.test_guards import guards
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.every_page]
# Why an administrator switched a log-in off is theirs to write and to read; all else but what is public was confided.
THEIRS = {"dienstproza"}
CONFIDED = {word for word, readers in MAY_READ.items() if "visitor" not in readers} - THEIRS


@pytest.fixture
def rich(world: World) -> Rich:
    return fill(world)


def appoint(rich: Rich, kind: str) -> Person:
    who = rich.who(kind)
    if kind != "administrator":
        with acting_as(office("beheer")):
            administering.appoint(person=who, by=None, at=rich.world.riets_story.opened_at)
    return who


def columns_of(table: str) -> list[str]:
    """The columns that the role of offices may read of a table."""
    with owner(), connection.cursor() as cursor:
        cursor.execute(
            "select quote_ident(attname) from pg_attribute where attrelid = %s::regclass and attnum > 0"
            " and not attisdropped and has_column_privilege('nabij_office', attrelid, attnum, 'select')",
            [f"public.{table}"],
        )
        return [name for (name,) in cursor.fetchall()]


def everything_read() -> dict[str, str]:
    """All that whoever acts reads of every table, each column that is granted, as text."""
    read = {}
    for table in guards():
        if columns := columns_of(table):
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(f'select row({", ".join(columns)})::text from "{table}"')
                    read[table] = "\n".join(row for (row,) in cursor.fetchall()).lower()
            except DatabaseError as refused:
                assert "permission denied" in str(refused)
    return read


@pytest.mark.parametrize("kind", ["administrator", "opener", "resident", "keeper", "third", "breaker"])
def test_in_no_table_an_administrator_reads_what_was_confided_whoever_they_are(rich: Rich, kind: str) -> None:
    """Also who reads along, keeps a seal, watches over danger or broke the glass: at /beheer/ they are none of it."""
    who = appoint(rich, kind)
    with acting_as(administrator(who.id)):
        read = everything_read()
    assert "dienstproza" in read["people_suspension"], "they do act as one"
    assert {(table, word) for table, text in read.items() for word in CONFIDED if word in text} == set()
    all_there_is = "".join(row.lower() for table in guards() for row in rows_of(table))
    assert {word for word in CONFIDED if word not in all_there_is} == set(), "each of it stands somewhere"


@pytest.mark.parametrize("kind", ["opener", "resident"])
def test_on_every_page_an_administrator_reads_what_their_hat_reads_and_no_more(rich: Rich, kind: str) -> None:
    """First without, then with being one: the same pages with the same words, but for those of administration."""
    before = walk(client_of(rich, kind), rich)
    appoint(rich, kind)
    after = walk(client_of(rich, kind), rich)
    for name, (status, words) in after.items():
        if name.startswith("administration") and ADDRESSES[name].reads:
            assert (before[name][0], status) == (404, 200), name
            assert words <= THEIRS, name
        else:
            assert (status, words) == before[name], name
    assert any(words & CONFIDED for _status, words in after.values())


def walk(client: Client, rich: Rich) -> dict[str, tuple[int, set[str]]]:
    seen = {}
    for name, url in addresses(rich):
        if name not in WITH_A_KEY:
            answer = client.get(url)
            text = answer.content.decode(errors="replace").lower() if answer.status_code == 200 else ""
            seen[name] = (answer.status_code, {word for word in MAY_READ if word in text})
    return seen


@pytest.mark.parametrize("kind", ["administrator", "opener"])
def test_no_form_of_administration_answers_with_what_was_confided(rich: Rich, kind: str) -> None:
    appoint(rich, kind)
    client, told = client_of(rich, kind), []
    for name, url in addresses(rich):
        if name.startswith("administration"):
            for typed in ({}, TYPED, {"q": "zeehondje"}):
                answer: Any = client.post(url, typed, follow=True)
                text = answer.content.decode(errors="replace").lower()
                told += [(name, word) for word in CONFIDED if word in text and not led_home(answer)]
    assert told == []


def led_home(answer: Any) -> bool:
    """Whether a form led out of administration, where they are themselves again."""
    return bool(answer.redirect_chain) and not answer.redirect_chain[-1][0].startswith("/beheer/")
