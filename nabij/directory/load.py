"""Rows into tables: in batches, and only what is new or different, so that a repeated import touches nothing."""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection, models

from nabij.directory.hsds.report import Report
from nabij.directory.hsds.rows import Row

BATCH = 400
OURS = {"group_id", "community", "go_between"}  # What we say of a service ourselves; no import touches it.
RENAMED = {("taxonomy_term", "taxonomy"): "taxonomy_name"}

Progress = Callable[[str, int, int], None]


def model_of(table: str) -> type[models.Model]:
    """The noun of a table of HSDS: service_at_location -> ServiceAtLocation."""
    return apps.get_model("directory", table.replace("_", ""))


def present() -> Callable[[str, uuid.UUID], bool]:
    """Whether a row stands in the database already; each table is asked once, when somebody points at it."""
    known: dict[str, set[uuid.UUID]] = {}

    def is_known(table: str, key: uuid.UUID) -> bool:
        if table not in known:
            known[table] = set(model_of(table)._default_manager.values_list("pk", flat=True))
        return key in known[table]

    return is_known


def load(tables: dict[str, list[Row]], *, source: str, report: Report, progress: Progress) -> None:
    """Write all rows; what the source no longer says of a thing without a key of its own is taken away."""
    done, total = 0, sum(map(len, tables.values()))
    for table, rows in tables.items():
        progress(table, done, total)
        for batch in _batches(rows):
            report.changed[table] += _write(table, batch, source)
            done += len(batch)
            progress(table, done, total)
    for table in reversed([table for table in tables if tables[table] or table in report.read]):
        report.changed[table] += _take_away(table, [row.id for row in tables[table]], source)


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _write(table: str, rows: list[Row], source: str) -> int:
    """Insert or update one batch; how many rows were new or different."""
    fields = list(model_of(table)._meta.concrete_fields)
    told = [dict(_values(row, fields, source)) for row in rows]
    return upsert(model_of(table), rows=told, kept=OURS)


def upsert(model: type[models.Model], *, rows: list[dict[str, Any]], kept: Iterable[str] = ()) -> int:
    """Rows by their columns into a table, as one JSON document, which is quicker than a parameter for each value.

    kept: columns that stay as they are in a row that is there already. Returns how many rows were new or different.
    """
    if not rows:
        return 0
    table, key = model._meta.db_table, model._meta.pk.column
    names, rest = list(rows[0]), [name for name in rows[0] if name != key and name not in kept]
    here, there = (", ".join(f'{side}."{name}"' for name in rest) for side in ("t", "excluded"))
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
    columns = ", ".join(f'"{name}"' for name in names)
    sql = (
        f"insert into {table} as t ({columns}) select {columns} from json_populate_recordset(null::{table}, %s)"
        f' on conflict ("{key}") do update set {changes} where ({here}) is distinct from ({there})'
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(rows, default=str, ensure_ascii=False)])
        return cursor.rowcount


def _values(row: Row, fields: "list[models.Field[Any, Any]]", source: str) -> Iterator[tuple[str, Any]]:
    told = {RENAMED.get((row.table, name), name): value for name, value in row.values.items()} | row.links
    told |= {"id": row.id, "came_from": source, "source_key": row.key, "by_content": row.made, "extra": row.extra}
    for field in fields:
        yield field.column, told.get(field.column, None if field.null else field.get_default())


def _take_away(table: str, kept: list[uuid.UUID], source: str) -> int:
    gone = model_of(table)._default_manager.filter(came_from=source, by_content=True)
    there = set(gone.values_list("pk", flat=True)) - set(kept)
    if there:
        model_of(table)._default_manager.filter(pk__in=there).delete()
    return len(there)
