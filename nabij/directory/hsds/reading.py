"""From a path to rows: every file that is HSDS, each row read, and all of them brought together."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from nabij.directory.hsds import documents, sheets, values
from nabij.directory.hsds.report import Report, Unreadable
from nabij.directory.hsds.rows import Row
from nabij.directory.hsds.settling import Known, Settling
from nabij.directory.hsds.sources import Source, opened

Progress = Callable[[str, int, int], None]


def source_named(path: Path) -> str:
    """How a source is called: its file without date or version, so that next month's file is the same source."""
    stem = path.resolve().name.removesuffix(path.suffix) if path.is_file() else path.resolve().name
    return undated(stem)


def undated(stem: str) -> str:
    """A file's name without its kind, and without date or version."""
    bare = re.sub(r"[-_. ](?:v?\d+(?:\.\d+)+|\d{4}[-_.]?\d{2}(?:[-_.]?\d{2})?|\d{10})$", "", stem.lower())
    return bare or stem.lower()


def directory_of(path: Path, *, source: str, report: Report, known: Known, progress: Progress) -> dict[str, list[Row]]:
    """The rows of every table of HSDS 3 in what was handed in."""
    rows = list(_all_rows(path, report, progress))
    if not rows and not report.read:
        raise Unreadable(_("In %(path)s staat niets dat een tabel van HSDS is.") % {"path": path.name})
    progress(_("samenvoegen"), 0, len(rows))
    return Settling(source, report, known).settle(rows)


def _all_rows(path: Path, report: Report, progress: Progress) -> Iterator[Row]:
    names = _names_in_datapackages(path, report)
    done = 0
    for source in opened(path):
        progress(source.name, done, 0)
        for row in _rows_of(source, names, report, alone=path.is_file() and path.suffix.lower() != ".zip"):
            done += 1
            report.read[row.table] += 0
            yield from values.read(row, report)


def _rows_of(source: Source, names: dict[str, str], report: Report, *, alone: bool) -> Iterator[Row]:
    if source.kind != "json":
        yield from sheets.rows_of(source, report, named=names.get(source.name, ""))
        return
    try:
        yield from documents.rows_of(source, report)
    except Unreadable as why:
        if alone:
            raise
        report.problem(source.name, None, field="", problem=str(why).removeprefix(f"{source.name} "))


def _names_in_datapackages(path: Path, report: Report) -> dict[str, str]:
    """A datapackage.json may say which table a file holds, whatever the file is called."""
    found: dict[str, str] = {}
    for source in opened(path, named="datapackage.json") if path.is_dir() or path.suffix.lower() == ".zip" else ():
        folder = source.name.rpartition("/")[0]
        try:
            document: Any = source.document(report)
        except Unreadable:
            continue
        for resource in document.get("resources", []) if isinstance(document, dict) else []:
            if isinstance(resource, dict) and isinstance(resource.get("path"), str):
                found[f"{folder}/{resource['path']}".lstrip("/")] = str(resource.get("name", ""))
    return found
