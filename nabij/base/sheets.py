"""A spreadsheet as it comes in (CSV): its letters, its delimiter, its headings in Dutch or English, row by row."""

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from django.utils.translation import gettext as _

LONGEST = 5_000_000  # Bytes: some fifty thousand rows.


class Unreadable(ValueError):
    """The file as a whole cannot be used."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, in which row and column; rows are counted as a spreadsheet does, the headings are row 1."""

    file: str
    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        return _("%(file)s, rij %(row)s, kolom %(column)s: %(sentence)s") % self.__dict__


class Numbered(Protocol):
    """A row that knows where it stands."""

    @property
    def row(self) -> int: ...


Line = TypeVar("Line", bound=Numbered)


@dataclass(frozen=True)
class Sheet(Generic[Line]):
    """The lines that can be read, the problems of those that cannot, and what the file calls each column."""

    name: str
    lines: list[Line]
    problems: list[Problem]
    called: dict[str, str]

    def problem(self, line: Line, column: str, sentence: str) -> Problem:
        return Problem(self.name, line.row, self.called.get(column, column), sentence)


def columns_by_heading(headings: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The column that each heading means, in small letters."""
    return {heading: column for column, names in headings.items() for heading in names}


def read_sheet(
    path: Path, *, known: Mapping[str, str], needed: set[str], without: str, line: Callable[[int, dict[str, str]], Line]
) -> Sheet[Line]:
    """Unreadable when there is no such file, when it is no text, or when it lacks a column that is needed.

    known: as `columns_by_heading` has it. without: the sentence when a needed column is not there. line: makes a line
    of the number of its row and what stands in each column, as it was written.
    """
    rows = rows_of(text_of(path), known=known)
    if not rows:
        raise Unreadable(_("Het bestand is leeg."))
    (_first, headings), *rest = rows
    columns = places_of(headings, known=known)
    if not needed <= set(columns):
        raise Unreadable(without)
    called = {column: headings[place].strip() for column, place in columns.items()}
    lines, problems = list[Line](), list[Problem]()
    for number, cells in rest:
        if any(cell.strip() for cell in cells[len(headings) :]):
            problems.append(Problem(path.name, number, "-", _("Deze rij heeft meer vakken dan er koppen zijn.")))
        elif any(cell.strip() for cell in cells):
            said = {column: cells[place] for column, place in columns.items() if place < len(cells)}
            lines.append(line(number, said))
    return Sheet(path.name, lines, problems, called)


def text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST + 1)
    except OSError as problem:
        raise Unreadable(_("Dit bestand is er niet, of het kan niet gelezen worden.")) from problem
    if len(raw) > LONGEST:
        raise Unreadable(_("Het bestand is te groot. Knip het in stukken."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\0" in text or "\ufffd" in text:
        raise Unreadable(_("Dit is geen tekst. Bewaar het blad als CSV."))
    return text


def rows_of(text: str, *, known: Mapping[str, str]) -> list[tuple[int, list[str]]]:
    """The rows with their number, cut by the delimiter with which the headings are known best.

    known: as `columns_by_heading` has it.
    """
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda one: sum(compared(cell) in known for cell in first.split(one)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [(number, cells) for number, cells in enumerate(reader, start=1)]
    except csv.Error as problem:
        raise Unreadable(
            _("Bij regel %(row)s staat een aanhalingsteken te veel of te weinig.") % {"row": reader.line_num}
        ) from problem


def places_of(headings: list[str], *, known: Mapping[str, str]) -> dict[str, int]:
    """Where each column stands; others are somebody's own and are left alone."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = known.get(compared(heading))
        if column in found:
            raise Unreadable(_("De kop “%(name)s” staat er twee keer.") % {"name": heading.strip()})
        if column:
            found[column] = place
    return found


def tidy(cell: str) -> str:
    """One line without spaces around; a quote in the heading belongs to the file, not to the word."""
    return " ".join(cell.replace('"', "").split())


def compared(cell: str) -> str:
    """A word as it is compared: one line, one kind of letters, no capitals."""
    return unicodedata.normalize("NFC", tidy(cell)).casefold()
