"""CSV: headings to columns, cells to rows. A dirty row never stops the rest."""

import csv
from collections.abc import Iterator

from django.utils.translation import gettext as _

from nabij.directory.hsds.filling import filled
from nabij.directory.hsds.report import Report
from nabij.directory.hsds.rows import Column, Row, column
from nabij.directory.hsds.sources import Source, as_lines
from nabij.directory.hsds.tables import Meant, table_called

LONGEST_CELL = 1_000_000
csv.field_size_limit(1 << 28)


def rows_of(source: Source, report: Report, *, named: str = "") -> Iterator[Row]:
    """The rows of one CSV file; `named` is the table's name when a datapackage says it."""
    text = source.text(report)
    lines = csv.reader(as_lines(text), delimiter=_separator(text))
    headings = next(lines, None)
    if not headings or not any(heading.strip() for heading in headings):
        report.problem(source.name, None, field="", problem=_("leeg bestand"))
        return
    meant = _table(source, headings, named)
    if meant is None or max(map(len, headings)) > 200:
        report.problem(source.name, None, field="", problem=_("geen tabel van HSDS; niet ingelezen"))
        return
    table = meant.table
    columns = _columns(table, headings, source, report)
    for line, cells in enumerate(_records(lines), start=2):
        if cells is None or any(len(cell) > LONGEST_CELL for cell in cells):
            report.read[table] += 1
            report.set_aside[table] += 1
            report.problem(source.name, line, field="", problem=_("cel van meer dan een miljoen tekens"))
        elif any(cell.strip() for cell in cells):
            row = Row(table, source.name, line, dict(meant.filled), numbering=meant.numbering)
            beyond = [Column("unknown", f"zonder_kop_{at}") for at in range(1, len(cells) - len(columns) + 1)]
            yield from filled(row, zip((*columns, *beyond), cells, strict=False), report)


def _records(lines: Iterator[list[str]]) -> Iterator[list[str] | None]:
    while True:
        try:
            yield next(lines)
        except StopIteration:
            return
        except csv.Error:
            yield None


def _separator(text: str) -> str:
    head = text[:20_000].split("\n", 1)[0]
    return max(",;\t|", key=head.count) if head else ","


def _table(source: Source, headings: list[str], named: str) -> Meant | None:
    meant = table_called(named) or table_called(source.stem)
    plain = {heading.strip('\ufeff "').lower() for heading in headings}
    terms = {"parent_id", "parent_name", "vocabulary", "taxonomy_facet", "taxonomy_id"}
    if meant and meant.table == "taxonomy" and plain & terms:
        return table_called("taxonomy_term")
    return meant


def _columns(table: str, headings: list[str], source: Source, report: Report) -> list[Column]:
    """What each heading means; unknown ones are listed here and kept in `extra` by each row."""
    columns = [column(table, heading) for heading in headings]
    names = [c.name for c in columns]
    if table == "taxonomy_term" and "id" not in names and "taxonomy_id" in names:
        columns[names.index("taxonomy_id")] = Column("value", "id")
    if "id" not in [c.name for c in columns] and f"{table}_id" in (plain := [h.strip().lower() for h in headings]):
        columns[plain.index(f"{table}_id")] = Column("value", "id")
    seen: set[str] = set()
    for at, (kind, name) in enumerate(columns):
        if kind == "value" and name in seen:
            columns[at] = Column("unknown", column_name(headings[at]))
        seen.add(name)
        if columns[at].kind == "unknown" and headings[at].strip():
            report.problem(
                source.name, 1, field=headings[at].strip("\ufeff "), problem=_("onbekende kolom; bewaard bij de rij")
            )
    return columns


def column_name(heading: str) -> str:
    return "_".join(heading.strip().lower().split()) or "?"
