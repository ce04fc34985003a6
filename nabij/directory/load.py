"""Rows into tables: in batches, and only what is new or different, so that a repeated import touches nothing."""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Q

from nabij.directory.hsds.report import Report
from nabij.directory.hsds.rows import Row
from nabij.directory.hsds.settling import as_uuid
from nabij.directory.hsds.tables import RENAMED, TABLES

BATCH = 400
OURS = {"group_id", "community", "go_between"}  # What we say of a service ourselves; no import touches it.
ORIGIN = {"came_from", "source_key", "by_content"}

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


def load(tables: dict[str, list[Row]], *, source: str, at: datetime, report: Report, progress: Progress) -> None:
    """Write all rows; what the source no longer says of a thing without a key of its own is taken away.

    at: when; a service of which anything is told otherwise from now on, remembers it as when it changed.
    """
    done, total = 0, sum(map(len, tables.values()))
    for table, rows in tables.items():
        progress(table, done, total)
        for number, batch in enumerate(_batches(rows)):
            report.changed[table] += _write(table, batch, source, at)
            if number == 0 and len(rows) > BATCH:
                _count_rows(table)
            done += len(batch)
            progress(table, done, total)
    for table in reversed([table for table in tables if tables[table] or table in report.read]):
        report.changed[table] += _take_away(table, [row.id for row in tables[table]], source, at)


def _count_rows(table: str) -> None:
    """Of a table that many rows go into: what takes seconds takes minutes when the server believes it to be empty."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.count_rows(%s)", [model_of(table)._meta.db_table])


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _write(table: str, rows: list[Row], source: str, at: datetime) -> int:
    """Insert or update one batch; how many rows were new or different.

    A row that comes with our own key may be one that we handed out: where it came from first stays as it was.
    """
    fields = [field for field in model_of(table)._meta.concrete_fields if field.name != "changed_at"]
    changed: list[Any] = []
    for back in (True, False):
        told = [dict(_values(row, fields, source)) for row in rows if (as_uuid(row.key) == row.id) is back]
        changed += upserted(model_of(table), rows=told, kept=OURS | ORIGIN if back else OURS)
    _remember_change(table, changed, at)
    return len(changed)


def upsert(model: type[models.Model], *, rows: list[dict[str, Any]], kept: Iterable[str] = ()) -> int:
    """As `upserted`; how many rows were new or different."""
    return len(upserted(model, rows=rows, kept=kept))


def upserted(model: type[models.Model], *, rows: list[dict[str, Any]], kept: Iterable[str] = ()) -> list[Any]:
    """Rows by their columns into a table, as one JSON document, which is quicker than a parameter for each value.

    kept: columns that stay as they are in a row that is there already. Returns the keys of what was new or different.
    """
    if not rows:
        return []
    table, key = model._meta.db_table, model._meta.pk.column
    names, rest = list(rows[0]), [name for name in rows[0] if name != key and name not in kept]
    here, there = (", ".join(f'{side}."{name}"' for name in rest) for side in ("t", "excluded"))
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
    columns = ", ".join(f'"{name}"' for name in names)
    sql = (
        f"insert into {table} as t ({columns}) select {columns} from json_populate_recordset(null::{table}, %s)"
        f' on conflict ("{key}") do update set {changes} where ({here}) is distinct from ({there})'
        f' returning t."{key}"'
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(rows, default=str, ensure_ascii=False)])
        return [key for (key,) in cursor.fetchall()]


def _values(row: Row, fields: "list[models.Field[Any, Any]]", source: str) -> Iterator[tuple[str, Any]]:
    told = {RENAMED.get((row.table, name), name): value for name, value in row.values.items()} | row.links
    told |= {"id": row.id, "came_from": source, "source_key": row.key, "by_content": row.made, "extra": row.extra}
    for field in fields:
        yield field.column, told.get(field.column, None if field.null else field.get_default())


def _take_away(table: str, kept: list[uuid.UUID], source: str, at: datetime) -> int:
    gone = model_of(table)._default_manager.filter(came_from=source, by_content=True)
    there = set(gone.values_list("pk", flat=True)) - set(kept)
    if there:
        _remember_change(table, list(there), at)
        model_of(table)._default_manager.filter(pk__in=there).delete()
    return len(there)


# How a row hangs on a service: by itself, or by a way that ends at one.
WAYS = {
    "service": ("service",),
    "service_at_location": ("service_at_location__service",),
    "contact": ("contact__service", "contact__service_at_location__service"),
    "phone": ("phone__service",),
    "location": ("location__services__service",),
    "organization": ("organization__services",),
    "program": ("program__services",),
}
OF_ITSELF = {"organization": "services", "program": "services", "location": "services__service"}


def _remember_change(table: str, rows: list[Any], at: datetime) -> None:
    """The services of which these rows tell something changed now."""
    if not rows:
        return
    told = model_of("service")._default_manager
    concerned = Q(pk__in=rows) if table == "service" else Q(pk__in=list(_services_of(table, rows)))
    told.filter(concerned).exclude(changed_at=at).update(changed_at=at)


def _services_of(table: str, rows: list[Any]) -> set[Any]:
    """The services that rows of a table tell of; of a subject or a taxonomy none, for they tell of no service."""
    there = model_of(table)._default_manager.filter(pk__in=rows)
    if table == "attribute":
        return set(there.filter(link_entity="service").values_list("link_id", flat=True))
    links = ["service_id"] if table == "service_at_location" else TABLES[table].links
    ways = [way for link in links for way in WAYS.get(link.removesuffix("_id"), ())]
    ways += [OF_ITSELF[table]] if table in OF_ITSELF else []
    return {key for way in ways for key in there.values_list(way, flat=True) if key}
