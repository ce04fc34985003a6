"""A list written down in a test, and brought in."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from nabij.directory.lists.bringing import ListReport, list_of, source_of
from nabij.directory.verbs import import_listings
from nabij.trust.acting import acting_as, office
from tests.directory.conftest import NOW

Bring = Callable[..., ListReport]


def brought(path: Path, *, told: dict[str, str] | None = None, **options: Any) -> ListReport:
    """A file brought in as the office beheer."""
    with acting_as(office("beheer")):
        listed = list_of(path, told=told or {})
        return import_listings(listed=listed, source=source_of(path), at=NOW, **options)


def workbook(*rows: Sequence[Any], title: str = "Aanbod", **others: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with one sheet, and others beside it."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for name, lines in others.items():
        sheet = book.create_sheet(name)
        for row in lines:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def problems(report: ListReport) -> list[tuple[int | None, str, str]]:
    """Row, column and value of each problem."""
    return [(one.row, one.column, one.value) for one in report.problems]
