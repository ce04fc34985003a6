"""Cells into a row: tidied, each in its column; a cell with several keys or words becomes rows of its own."""

import re
from collections.abc import Iterable, Iterator

from nabij.directory.hsds.cells import tidy
from nabij.directory.hsds.report import Repair, Report
from nabij.directory.hsds.rows import Column, Row
from nabij.directory.hsds.tables import LISTS


def filled(row: Row, cells: Iterable[tuple[Column, str]], report: Report) -> Iterator[Row]:
    """The row with its cells, and after it the rows that stood in its lists."""
    lists: dict[str, str] = {}
    for (kind, name), cell in cells:
        if not cell or not (text := tidy(cell, report.repair)):
            continue
        if kind == "value":
            row.values[name] = text
        elif kind == "list":
            lists[name] = text
        else:
            row.extra[name] = text
    row.key = row.values.pop("id", "")
    yield row
    for name, text in lists.items():
        yield from _listed(row, name, text, report)


def parts(text: str) -> list[str]:
    """What stands in one cell, apart: by comma, semicolon, bar or new line, brackets and quotes aside."""
    return [bit for piece in re.split(r"[,;|\n]+", text.strip("[]{}")) if (bit := piece.strip(" \t\"'"))]


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
