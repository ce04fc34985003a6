"""A social map as files of HSDS 3: a tabular datapackage in a zip, or one JSON document. Pure: rows in, bytes out."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from nabij.directory.hsds.tables import ANY_LINK, EXTRA, TABLES, Table
from nabij.directory.hsds.telling import told

VERSION = "3.0.0"
ALONE = {"service_at_location", "funding", "accessibility", "metadata"}  # Their names have no plural in HSDS.
FORMATS = {"urls": ("string", "uri"), "emails": ("string", "email"), "dates": ("date", ""), "times": ("time", "")}
FORMATS |= {"moments": ("datetime", ""), "numbers": ("number", ""), "figures": ("number", "")}
BESIDE = "What the sources tell beside HSDS, and what could not be read for certain, by the name of its column."

Maps = Iterable[tuple[str, Iterable[Mapping[str, Any]]]]


def plural(table: str) -> str:
    """What HSDS calls the rows of a table together: taxonomy -> taxonomies."""
    if table in ALONE:
        return table
    return table[:-1] + "ies" if table.endswith("y") else table + ("es" if table.endswith("s") else "s")


def whole(table: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows of ours as objects of HSDS, with all that we know beside it."""
    for row in rows:
        one = told(table, row)
        yield one.row | ({EXTRA: one.beside} if one.beside else {})


def as_document(tables: Maps) -> dict[str, list[dict[str, Any]]]:
    """The map as one JSON document: a list for each table."""
    return {plural(table): list(whole(table, rows)) for table, rows in tables}


def pack(tables: Maps, *, into: IO[bytes]) -> Counter[str]:
    """The map as a tabular datapackage, written into a zip; how many rows each table has."""
    counts: Counter[str] = Counter()
    resources = []
    with zipfile.ZipFile(into, "w") as bundle:
        for table, rows in tables:
            known = TABLES[table]
            with bundle.open(_member(f"{plural(table)}.csv"), "w", force_zip64=True) as file:
                counts[table], empty = _sheet(known, whole(table, rows), into=file)
            resources.append(_resource(known, empty))
        bundle.writestr(_member("datapackage.json"), _json(_package(resources)))
    return counts


def _member(name: str) -> zipfile.ZipInfo:
    """Without a day in it, so that the same map makes the same file."""
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member


def _sheet(table: Table, rows: Iterable[dict[str, Any]], *, into: IO[bytes]) -> tuple[int, set[str]]:
    """One table as CSV; how many rows, and which columns are empty somewhere."""
    columns = [*table.told, EXTRA]
    count, empty = 0, set[str]()
    with io.TextIOWrapper(into, encoding="utf-8", newline="") as text:
        # Not made harmless for spreadsheets: a number that begins with a plus must come back as it was.
        writer = csv.writer(text)
        writer.writerow(columns)
        for row in rows:
            cells = [_cell(row.get(name)) for name in columns]
            empty |= {name for name, cell in zip(columns, cells, strict=True) if cell == ""}
            writer.writerow(cells)
            count += 1
    return count, empty


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, dict) else f"{value}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _package(resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "human_services_data",
        "title": "Human Services Data Specification",
        "profile": "tabular-data-package",
        "version": VERSION,
        "homepage": "http://docs.openreferral.org",
        "resources": resources,
    }


def _resource(table: Table, empty: set[str]) -> dict[str, Any]:
    """The description of one table. What HSDS cannot do without is required as far as the map has it everywhere."""
    links = [
        {"fields": link, "reference": {"resource": "" if to == table.name else to, "fields": "id"}}
        for link, to in table.links.items()
        if link in table.told
    ]
    fields = [_field(table, name, empty) for name in table.told]
    described: dict[str, Any] = {
        "fields": [*fields, {"name": EXTRA, "type": "object", "description": BESIDE}],
        "primaryKey": "id",
    }
    if links:
        described["foreignKeys"] = links
    return {
        "name": table.name,
        "path": f"{plural(table.name)}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": described,
    }


def _field(table: Table, name: str, empty: set[str]) -> dict[str, Any]:
    """The description of one column."""
    if name == "id" or name in table.links or name in ANY_LINK.get(table.name, ())[1:]:
        return {"name": name, "type": "string", "format": "uuid", "constraints": _bounds(table, name, empty)}
    kinds = [FORMATS[kind] for kind in FORMATS if name in getattr(table, kind).split()]
    of_type, form = kinds[0] if kinds else ("string", "")
    described: dict[str, Any] = {"name": name, "type": of_type, **({"format": form} if form else {})}
    return described | {"constraints": _bounds(table, name, empty)}


def _bounds(table: Table, name: str, empty: set[str]) -> dict[str, Any]:
    bounds: dict[str, Any] = {"required": name == "id" or (name in table.must.split() and name not in empty)}
    if name == "id":
        bounds["unique"] = True
    if name in table.choices:
        bounds["enum"] = list(table.choices[name])
    return bounds
