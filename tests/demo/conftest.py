"""The example neighbourhood built once for all tests of this folder, and taken back after them."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from nabij.demo.build import build
from nabij.trust.sealing import write_seal

# The Friday after the given Wednesday: three days of the week that follows have happened, four have not.
AT = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


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
