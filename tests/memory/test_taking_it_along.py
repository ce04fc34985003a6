"""Taking my copy along: once at a time, and not again within a few minutes; for somebody else it is their own."""

from contextlib import closing
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from nabij.memory.taking import AGAIN_AFTER, BeingMade, TakenJustNow, take_along
from nabij.trust.models import Trace
from tests.world import World


def test_it_is_taken_once_in_a_few_minutes(world: World) -> None:
    now = timezone.now()
    with world.acting("riet"):
        assert take_along(by=world.riet, at=now).person == world.riet
        with pytest.raises(TakenJustNow):
            take_along(by=world.riet, at=now + AGAIN_AFTER - timedelta(seconds=1))
        assert Trace.objects.filter(what="export").count() == 1, "what was refused leaves no trace"
        take_along(by=world.riet, at=now + AGAIN_AFTER)
    with world.acting("jan"):
        take_along(by=world.jan, at=now)


def test_while_it_is_being_made_it_is_not_made_again(world: World) -> None:
    with closing(connection.copy()) as beside, beside.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(hashtext('own copy'), hashtext(%s))", [str(world.riet.id)])
        with world.acting("riet"), pytest.raises(BeingMade):
            take_along(by=world.riet, at=timezone.now())
        with world.acting("jan"):
            assert take_along(by=world.jan, at=timezone.now()).person == world.jan
        # To close is not to wait until the server has let go, so it is let go of in so many words.
        cursor.execute("select pg_advisory_unlock(hashtext('own copy'), hashtext(%s))", [str(world.riet.id)])
    with world.acting("riet"):
        assert take_along(by=world.riet, at=timezone.now()).person == world.riet
