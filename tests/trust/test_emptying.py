"""After a test that commits, no row of it is left, whichever way the tables are emptied."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from tests import emptying
from tests.world import build

pytestmark = pytest.mark.django_db(transaction=True)


def filled() -> set[str]:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(f"select '{one}' from \"{one}\"" for one in tables))
        return {table for (table,) in cursor.fetchall()} - emptying.OF_DJANGO


@pytest.mark.parametrize("many", [emptying.MANY, 1])
def test_nothing_is_left(monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(emptying, "MANY", many)
    build()
    assert {"people_person", "trust_trace", "trust_membership", "stories_story"} <= filled()
    kinds = ContentType.objects.count()
    emptying.empty()
    assert filled() == set()
    assert ContentType.objects.count() == kinds > 100
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_trigger where tgname = 'only_added_to' and tgenabled = 'D'")
        assert cursor.fetchone() == (0,), "the logs are only added to, here too"
