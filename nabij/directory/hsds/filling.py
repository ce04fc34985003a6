"""Cells into a row: tidied, each in its column; a cell with several keys or words becomes rows of its own."""

import json
import re
from collections.abc import Iterable, Iterator

from nabij.directory.hsds.cells import tidy
from nabij.directory.hsds.report import Repair, Report
from nabij.directory.hsds.rows import Column, Row
from nabij.directory.hsds.tables import EXTRA, LISTS, TABLES


def filled(row: Row, cells: Iterable[tuple[Column, str]], report: Report) -> Iterator[Row]:
    """The row with its cells, and after it the rows that stood in its lists."""
    lists: dict[str, str] = {}
    beside: dict[str, str] = {}
    for (kind, name), cell in cells:
        if kind == "extra":
            beside |= _beside(cell, report)
        elif not cell or not (text := tidy(cell, report.repair)):
            continue
        elif kind == "value":
            row.values[name] = text
        elif kind == "list":
            lists[name] = text
        else:
            row.extra[name] = text
    row.key = row.values.pop("id", "")
    _put_back(row, beside)
    yield row
    for name, text in lists.items():
        yield from _listed(row, name, text, report)


def parts(text: str) -> list[str]:
    """What stands in one cell, apart: by comma, semicolon, bar or new line, brackets and quotes aside."""
    return [bit for piece in re.split(r"[,;|\n]+", text.strip("[]{}")) if (bit := piece.strip(" \t\"'"))]


def _beside(cell: str, report: Report) -> dict[str, str]:
    """What our own export told beside HSDS; of others a cell of this name is a cell like any other."""
    try:
        told = json.loads(cell or "{}", strict=False)
    except (json.JSONDecodeError, RecursionError):
        told = cell
    if not isinstance(told, dict):
        return {EXTRA: text} if (text := tidy(cell, report.repair)) else {}
    said = {name: value if isinstance(value, str) else json.dumps(value) for name, value in told.items()}
    return {tidy(name, report.repair): text for name, value in said.items() if (text := tidy(value, report.repair))}


def _put_back(row: Row, beside: dict[str, str]) -> None:
    """Texts and links of ours that had no form in HSDS go back where they were; what was doubted stays beside."""
    table = TABLES[row.table]
    own = {*table.texts.split(), *table.figures.split(), *table.links} - {*row.values}
    row.values |= {name: text for name, text in beside.items() if name in own}
    row.extra |= {name: text for name, text in beside.items() if name not in own}


def _listed(row: Row, name: str, text: str, report: Report) -> Iterator[Row]:
    table, of = LISTS[row.table][name]
    found = parts(text)
    if len(found) > 1:
        report.repair(Repair.LIST)
    for piece in found:
        values = {of: piece}
        if table == "attribute":
            values |= {"link_entity": row.table, "link_id": row.key, "link_type": "taxonomy"}
        else:
            values[f"{row.table}_id"] = row.key
        yield Row(table, row.file, row.line, values)
