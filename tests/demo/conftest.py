"""The example neighbourhood built once for all tests of this folder, and taken back after them."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from nabij.demo.build import build
from nabij.demo.calendar import HOME, Calendar
from nabij.trust.sealing import write_seal


def last_friday(today: dt.date) -> dt.date:
    return today - dt.timedelta(days=(today.weekday() - 4) % 7)


# The Friday after the Wednesday around which all is told: three days of the week that follows have happened, four have
# not. The last one that has been, for what somebody may read goes by the clock of the database: how old a child is.
AT = dt.datetime.combine(last_friday(dt.datetime.now(HOME).date()), dt.time(13), HOME).astimezone(dt.UTC)
CALENDAR = Calendar.around(AT)


@pytest.fixture(scope="package")
def neighbourhood(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        write_seal()
        with as_role("nabij_app"):
            assert build(at=AT)
        yield
        transaction.set_rollback(True)


@contextmanager
def as_role(role: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('role', %s, true)", [role])
        yield
        cursor.execute("set local role none")
