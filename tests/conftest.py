"""What every test stands on: it runs as the app's role, and nobody is acting until the test says who."""

import gc
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.base import DatabaseWrapper
from django.test import TransactionTestCase

from nabij.trust.sealing import write_seal
from nabij.trust.usual_purposes import write_usual_purposes
from tests.emptying import ADD_ONLY, empty
from tests.template import template
from tests.world import World, build

pytest_plugins = ["tests.browser"]


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nothing in it is looked through for rubbish again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def reference() -> Path:
    """The reference files: `NABIJ_REFERENCE`, by default `../shared` seen from the project's root."""
    root = Path(os.environ.get("NABIJ_REFERENCE", Path(__file__).parent.parent.parent / "shared"))
    if not root.is_dir():
        pytest.skip(f"the reference files are absent: set NABIJ_REFERENCE to their folder (looked in {root})")
    return root


@contextmanager
def owner() -> Iterator[None]:
    """Inside it the owner acts: for looking behind the rules and for making what no verb makes."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select current_setting('role')")
        (was,) = cursor.fetchone()
        cursor.execute("select set_config('role', 'nabij_owner', true)")
        yield
        cursor.execute("select set_config('role', %s, true)", [was])


@pytest.fixture(autouse=True)
def as_app(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test with a database *is* the app: outside `acting_as`, reading a guarded table fails it."""
    marker = request.node.get_closest_marker("django_db")
    names = set(request.fixturenames)
    if "transactional_db" in names or (marker and marker.kwargs.get("transaction")):
        request.getfixturevalue("transactional_db")
        write_seal()  # The transactional test before this one emptied every table.
        write_usual_purposes()
        yield
        return
    if not (marker or "db" in names):
        yield
        return
    request.getfixturevalue("db")
    write_seal()
    write_usual_purposes()
    with connection.cursor() as cursor:
        cursor.execute("set local role nabij_app")
    yield
    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("set local role none")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_keepdb: bool, django_db_blocker: Any
) -> None:
    """With workers: they copy one database, instead of each making all tables by itself."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run and not django_db_keepdb:
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = template(run=run)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Lets the app's login into the test database, which the owner has just made."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f'grant connect on database "{connection.settings_dict["NAME"]}" to nabij_app')
        # Between transactional tests Django empties every table, the logs too; their own tests put this back.
        for table in ADD_ONLY:
            cursor.execute(f"alter table {table} disable trigger never_emptied")


@pytest.fixture(scope="session", autouse=True)
def emptied_quickly() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: empty())
        yield


@pytest.fixture
def app_login(monkeypatch: pytest.MonkeyPatch) -> None:
    """For the browser: the live server's threads log in as the real app, the test's own thread stays the owner."""
    was = DatabaseWrapper.get_connection_params
    app = urlsplit(os.environ["NABIJ_DATABASE_URL"])

    def params(self: DatabaseWrapper) -> dict[str, Any]:
        if threading.current_thread() is threading.main_thread():
            return was(self)
        return was(self) | {"user": unquote(app.username or ""), "password": unquote(app.password or "")}

    monkeypatch.setattr(DatabaseWrapper, "get_connection_params", params)


@pytest.fixture
def world(db: None) -> World:
    """Riet's story and the people around it; see `tests/world.py`."""
    return build()
