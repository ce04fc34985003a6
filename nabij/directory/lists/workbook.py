"""XLSX: the values of each sheet as text. Formulas, macros and links to elsewhere are never followed.

A workbook is a zip of XML: how much may come out of it is bounded before anything is read, and a document type, with
which XML can grow without end, is refused.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from nabij.directory.hsds.report import Unreadable

MOST_FILES = 500
LARGEST_INSIDE = 100 * (1 << 20)
SWOLLEN, SMALL = 200, 1 << 20
REFUSED = (b"<!DOCTYPE", b"<!ENTITY", b"\0")  # A nought: letters of two bytes, in which the words would hide.
MOST_ROWS_INSIDE = 1_100_000  # As far as a sheet goes; what is empty costs little.


def sheets_of(name: str, content: bytes) -> dict[str, Iterator[list[str]]]:
    """Each visible sheet by its title, as rows of texts. Raises `Unreadable` when it is no workbook we can trust."""
    _refuse_swollen(name, content)
    try:
        # As it was last calculated (data_only); read_only reads row by row; keep_links: not even their names.
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    except Exception as error:  # openpyxl says what is wrong with a workbook in errors of many kinds.
        raise _not_readable(name) from error
    return {sheet.title: _rows(sheet, name) for sheet in shown}


def _rows(sheet: Any, name: str) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # What a workbook says of its own size may be untrue.
    try:
        for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS_INSIDE):
            yield [_text(value) for value in row]
    except Unreadable:
        raise
    except Exception as error:
        raise _not_readable(name) from error


def _not_readable(name: str) -> Unreadable:
    sentence = _("%(file)s is geen leesbare XLSX. Bewaar het blad opnieuw als .xlsx, of als CSV.")
    return Unreadable(sentence % {"file": name})


def _text(value: Any) -> str:
    """A cell as somebody reads it: a whole number without its point, a day as year-month-day, a time as 9:00."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{int(value)}"
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return f"{value}"


def _refuse_swollen(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            sizes = sum(member.file_size for member in members)
            if len(members) > MOST_FILES or sizes > LARGEST_INSIDE or any(map(_swollen, members)):
                raise Unreadable(
                    _("%(file)s wordt uitgepakt te groot (meer dan 100 MB, of 200 keer zo groot).") % {"file": name}
                )
            for member in members:
                _refuse_document_type(archive, member, name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise _not_readable(name) from error


def _swollen(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > SWOLLEN * max(member.compress_size, 1)


def _refuse_document_type(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    """A zip may lie about its sizes, and XML may name things that grow; both are found out by reading it once."""
    if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    with archive.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) > member.file_size or any(sign in content for sign in REFUSED):
        raise _not_readable(name)
