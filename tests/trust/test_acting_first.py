"""Outside a test's own transaction: who acts first leaves nothing behind, and who acts already is not asked again."""

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from nabij.people.models import Account
from nabij.trust.acting import acting_as, at_least, office, person
from tests.world import World

pytestmark = pytest.mark.usefixtures("transactional_db")
DOOR = office("door")


def actor_and_role() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("select split_part(coalesce(current_setting('nabij.actor', true), ''), '|', 1), current_user")
        row: tuple[str, str] = cursor.fetchone()
    return row


def test_after_it_nobody_acts_whether_it_ended_well_or_not(world: World) -> None:
    before = actor_and_role()[1]
    with acting_as(DOOR):
        assert actor_and_role() == ("office", "nabij_office")
    assert actor_and_role() == ("", before)
    with pytest.raises(ZeroDivisionError), acting_as(DOOR):
        raise ZeroDivisionError
    assert actor_and_role() == ("", before)


def test_who_acts_within_another_is_followed_by_that_other(world: World) -> None:
    with acting_as(DOOR):
        with acting_as(person(world.riet.id)):
            assert actor_and_role() == ("person", "nabij_app")
        assert actor_and_role() == ("office", "nabij_office")
        with pytest.raises(ZeroDivisionError), acting_as(person(world.riet.id)):
            raise ZeroDivisionError
        assert actor_and_role() == ("office", "nabij_office")
        assert Account.objects.count() == 7


def test_who_acts_already_needs_no_more_words_and_anybody_else_does(world: World) -> None:
    with acting_as(DOOR), CaptureQueriesContext(connection) as seen, at_least(DOOR):
        assert Account.objects.count() == 7
    assert len(seen.captured_queries) == 1
    with acting_as(person(world.riet.id)):
        with at_least(DOOR):
            assert Account.objects.count() == 7
        assert Account.objects.count() == 1
    with at_least(DOOR):
        assert Account.objects.count() == 7
    with pytest.raises(DatabaseError), acting_as(person(world.riet.id)):
        Account.objects.filter(person=world.riet.id).delete()
    with at_least(DOOR):
        assert actor_and_role() == ("office", "nabij_office")
