"""Reading a file of people (CSV): its letters, its delimiter, its headings in Dutch or English, row by row."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

LONGEST = 5_000_000  # Bytes: some fifty thousand people.
HEADINGS = {
    "name": ("name", "naam"),
    "mail": ("mail", "e-mail", "email", "mailadres", "e-mailadres"),
    "hat": ("hat", "pet", "rol", "role"),
    "group": ("group", "groep", "organisatie", "organisation"),
    "neighbourhood": ("neighbourhood", "neighborhood", "buurt", "wijk"),
    "formal": ("formal", "formeel"),
}
COLUMNS = {heading: column for column, headings in HEADINGS.items() for heading in headings}
YES, NO = ("ja", "yes", "j", "y", "1", "waar", "true"), ("nee", "no", "n", "0", "onwaar", "false")


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


@dataclass(frozen=True)
class Line:
    """Somebody in the file, as it was written."""

    row: int
    name: str
    mail: str
    hat: str = ""
    group: str = ""
    neighbourhood: str = ""
    formal: str = ""


@dataclass(frozen=True)
class PeopleFile:
    """The lines that can be read, the problems of those that cannot, and what the file calls each column."""

    name: str
    lines: list[Line]
    problems: list[Problem]
    called: dict[str, str]

    def problem(self, line: Line, column: str, sentence: str) -> Problem:
        return Problem(self.name, line.row, self.called.get(column, column), sentence)


def read(path: Path) -> PeopleFile:
    """Unreadable when there is no such file, when it is no text, or when it has no names and addresses."""
    rows = rows_of(text_of(path))
    if not rows:
        raise Unreadable(_("Het bestand is leeg."))
    (_first, headings), *rest = rows
    columns = columns_of(headings)
    called = {column: headings[place].strip() for column, place in columns.items()}
    lines, problems = list[Line](), list[Problem]()
    for number, cells in rest:
        if len(cells) > len(headings) and any(cell.strip() for cell in cells[len(headings) :]):
            problems.append(Problem(path.name, number, "-", _("Deze rij heeft meer vakken dan er koppen zijn.")))
        elif any(cell.strip() for cell in cells):
            said = {column: tidy(cells[place]) for column, place in columns.items() if place < len(cells)}
            lines.append(Line(**{"row": number, "name": "", "mail": "", **said}))  # type: ignore[arg-type]
    return PeopleFile(path.name, lines, problems, called)


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


def rows_of(text: str, *, known: Mapping[str, str] = COLUMNS) -> list[tuple[int, list[str]]]:
    """The rows with their number, cut by the delimiter with which the headings are known best.

    known: the column that each heading means, in small letters.
    """
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda one: sum(tidy(cell).lower() in known for cell in first.split(one)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [(number, cells) for number, cells in enumerate(reader, start=1)]
    except csv.Error as problem:
        raise Unreadable(
            _("Bij regel %(row)s staat een aanhalingsteken te veel of te weinig.") % {"row": reader.line_num}
        ) from problem


def columns_of(headings: list[str]) -> dict[str, int]:
    found = places_of(headings, known=COLUMNS)
    if not {"name", "mail"} <= set(found):
        raise Unreadable(_("In de eerste rij staan koppen: in elk geval naam en mail."))
    return found


def places_of(headings: list[str], *, known: Mapping[str, str]) -> dict[str, int]:
    """Where each column stands; others are somebody's own and are left alone."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = known.get(tidy(heading).lower())
        if column in found:
            raise Unreadable(_("De kop “%(name)s” staat er twee keer.") % {"name": heading.strip()})
        if column:
            found[column] = place
    return found


def tidy(cell: str) -> str:
    """One line without spaces around; a quote in the heading belongs to the file, not to the word."""
    return " ".join(cell.replace('"', "").split())
