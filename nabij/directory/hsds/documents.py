"""JSON: pages, single objects and whole directories with everything nested, taken apart into rows."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from nabij.directory.hsds.filling import filled
from nabij.directory.hsds.report import Report
from nabij.directory.hsds.rows import Column, Row, column
from nabij.directory.hsds.sources import Source
from nabij.directory.hsds.tables import ANY_LINK, LISTS, TABLES, Meant, table_called

PAGES = ("contents", "content", "items", "data", "results")
SIGNS = (
    ({"service_at_locations", "interpretation_services", "assured_date", "service_areas", "cost_options"}, "service"),
    ({"location_type", "latitude", "physical_addresses", "addresses"}, "location"),
    ({"organization_identifiers", "legal_status", "year_incorporated"}, "organization"),
    ({"taxonomy_detail", "term_uri", "parent_id", "vocabulary", "taxonomy"}, "taxonomy_term"),
)


@dataclass
class _Reading:
    """One document being taken apart: an object that is nested twice in the same words counts once."""

    source: Source
    report: Report
    told: set[tuple[str, str]] = field(default_factory=set)
    met: set[tuple[str, str, str]] = field(default_factory=set)


def rows_of(source: Source, report: Report) -> Iterator[Row]:
    """The rows of one JSON file."""
    reading = _Reading(source, report)
    document = source.document(report)
    if _is_description(document):
        return
    found = False
    for meant, things in _tables(document, source):
        for line, thing in enumerate(things, start=1):
            if isinstance(thing, dict) and thing:
                found = True
                yield from _taken_apart(thing, meant, line, reading)
    if not found:
        report.problem(source.name, None, field="", problem=_("geen gegevens van HSDS; niet ingelezen"))


def _is_description(document: Any) -> bool:
    """Schemas, datapackages and API descriptions say how data look; they hold none."""
    signs = ({"$schema"}, {"resources"}, {"openapi"}, {"swagger"}, {"openapi_url"}, {"properties", "type"})
    return isinstance(document, dict) and any(sign <= set(document) for sign in signs)


def _tables(document: Any, source: Source) -> Iterator[tuple[Meant, list[Any]]]:
    """Which tables a document holds: a page, a list, one object, or a list for each table."""
    if isinstance(document, dict):
        document = next((document[page] for page in PAGES if isinstance(document.get(page), list)), document)
    if isinstance(document, dict) and not (_named(source) or _by_signs(document)):
        for name, things in document.items():
            if isinstance(things, list) and (meant := table_called(Path(name).stem)):
                yield _terms(meant, things), things
    elif isinstance(document, dict | list):
        things = document if isinstance(document, list) else [document]
        if meant := _named(source) or _by_signs(_first(things)):
            yield _terms(meant, things), things


def _first(things: list[Any]) -> dict[str, Any]:
    return next((thing for thing in things if isinstance(thing, dict)), {})


def _terms(meant: Meant, things: list[Any]) -> Meant:
    """Older versions call the table of terms taxonomy."""
    old = meant.table == "taxonomy" and {"parent_id", "vocabulary", "parent_name"} & set(_first(things))
    return (table_called("taxonomy_term") if old else None) or meant


def _named(source: Source) -> Meant | None:
    """service_list.json, organization_full.json: the table in a file's name."""
    stem = source.stem.lower()
    for ending in ("_list_data", "_list", "_full", "_data", "_response", "_page"):
        stem = stem.removesuffix(ending)
    return table_called(stem)


def _by_signs(thing: dict[str, Any]) -> Meant | None:
    """The table of an object by the keys that only that table has."""
    keys = set(thing)
    if {"service_id", "location_id"} <= keys or {"service", "location"} <= keys:
        return table_called("service_at_location")
    if "id" not in keys or not keys & {"name", "description", "address_1"}:
        return None
    return table_called(next((table for signs, table in SIGNS if keys & signs), "service" if "status" in keys else ""))


def _taken_apart(
    thing: dict[str, Any], meant: Meant, line: int, reading: _Reading, nested: bool = False
) -> Iterator[Row]:
    """The object's own row, then those of everything inside it."""
    thing = {name: value for name, value in thing.items() if value not in (None, [], {})}
    table, key = meant.table, _text(thing.get("id", ""))
    inside: list[tuple[Meant, Any]] = []
    cells: list[tuple[Column, str]] = []
    for name, value in thing.items():
        if not (found := _nested(name, value, table)):
            cells.append((_column(table, name, value, reading), _text(value)))
            continue
        if found.of:
            cells.append((Column("value", found.of), _text(found.things[0].get("id", ""))))
        above = found.meant.filled | ({} if found.of else _link(found.meant.table, table, key))
        inside += [(found.meant._replace(filled=above), one) for one in found.things]
    row = Row(table, reading.source.name, line, dict(meant.filled), nested=nested, numbering=meant.numbering)
    told = (table, key, json.dumps([sorted(meant.filled.items()), [(c.name, v) for c, v in cells]]))
    if not (nested and key and told in reading.met):
        reading.met.add(told)
        yield from filled(row, [(c, v) for c, v in cells if c.name not in meant.filled], reading.report)
    for child, one in inside:
        yield from _taken_apart(one, child, line, reading, nested=True)


class _Nested(NamedTuple):
    """What a key holds: objects of a table; `of` is the column when it is the one thing the row belongs to."""

    meant: Meant
    things: list[Any]
    of: str


def _nested(name: str, value: Any, table: str) -> _Nested | None:
    many = isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)
    if not many and not (isinstance(value, dict) and value):
        return None
    if not (meant := table_called(name)):
        return None
    if meant.table == "taxonomy" and table == "attribute":
        meant = meant._replace(table="taxonomy_term", numbering="taxonomy_term")
    of = f"{meant.table}_id" if isinstance(value, dict) and f"{meant.table}_id" in TABLES[table].links else ""
    return _Nested(meant, [value] if isinstance(value, dict) else value, of)


def _link(child: str, table: str, key: str) -> dict[str, str]:
    """How a nested row points at what it stands in."""
    if child in ANY_LINK:
        entity, of = ANY_LINK[child]
        return {entity: table, of: key}
    return {f"{table}_id": key} if f"{table}_id" in TABLES[child].links else {}


def _column(table: str, name: str, value: Any, reading: _Reading) -> Column:
    meant = column(table, name)
    if isinstance(value, list) and meant.kind == "unknown" and name in LISTS.get(table, {}):
        meant = Column("list", name)
    if meant.kind == "unknown" and (table, name) not in reading.told:
        reading.told.add((table, name))
        problem = _("onbekend veld van %(table)s; bewaard bij de rij") % {"table": table}
        reading.report.problem(reading.source.name, None, field=name, problem=problem)
    return meant


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return ", ".join(_text(one) for one in value)
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else f"{value}"
