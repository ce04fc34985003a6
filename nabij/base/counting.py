"""How many rows each of several querysets has, in one question."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def count_each(sets: Sequence[QuerySet[Any, Any]]) -> list[int]:
    """The number of rows of each, in the order given: who counts twenty kinds would else wait twenty times."""
    parts = [_counting(rows) for rows in sets]
    with connection.cursor() as cursor:
        cursor.execute(f"select {', '.join(sql for sql, _params in parts)}", [one for _sql, ps in parts for one in ps])
        return list(cursor.fetchone())


def _counting(rows: QuerySet[Any, Any]) -> tuple[str, Sequence[Any]]:
    try:
        sql, params = rows.order_by().query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return "0", ()
    return f"(select count(*) from ({sql}) as rows)", params
