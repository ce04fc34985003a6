"""`nabij migrate` on a database of before: what went through all older migrations is up to date, a part is refused."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from nabij.cli.restore import MadeByANewerNabij, refuse_newer
from tests.conftest import owner

pytestmark = pytest.mark.django_db


def recorded() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("select app, name from django_migrations")
        return set(cursor.fetchall())


def forget(*migrations: tuple[str, str]) -> None:
    with connection.cursor() as cursor:
        for room, name in migrations:
            cursor.execute("delete from django_migrations where app = %s and name = %s", [room, name])


def beginnings() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The migrations that stand for older ones, with those."""
    found = MigrationLoader(None).disk_migrations or {}
    return {key: list(migration.replaces) for key, migration in found.items() if migration.replaces}


def test_a_database_that_had_all_older_migrations_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert {room for room, _ in beginnings()} >= {"people", "trust", "stories", "moments", "post", "bridge", "web"}
    with owner():
        forget(*beginnings())
        call_command("migrate", verbosity=1)
        assert "No migrations to apply" in capsys.readouterr().out
        assert recorded() >= set(beginnings())


def test_a_database_that_had_a_part_of_them_is_refused_and_left_as_it_is() -> None:
    with owner():
        forget(*beginnings(), beginnings()["trust", "0001_start"][-1])
        was = recorded()
        with pytest.raises(CommandError, match="migrate with it, and then again with this one"):
            call_command("migrate", verbosity=0)
        assert recorded() == was


def test_a_backup_of_before_is_not_taken_for_one_of_a_newer_nabij() -> None:
    refuse_newer({"migrations": [["trust", "0001_initial"], ["trust", "0001_start"]]})
    with pytest.raises(MadeByANewerNabij):
        refuse_newer({"migrations": [["trust", "0001_initial"], ["trust", "9999_of_later"]]})
