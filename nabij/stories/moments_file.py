"""Reading a file of what happened (CSV), as somebody kept it in a spreadsheet: headings in Dutch or English."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.base.sheets import Sheet, columns_by_heading, read_sheet, tidy

COLUMNS = columns_by_heading(
    {
        "when": ("wanneer", "datum", "dag", "when", "date", "day"),
        "time": ("tijd", "hoe laat", "time"),
        "text": ("tekst", "notitie", "wat", "wat gebeurde er", "verslag", "omschrijving", "text", "note", "what"),
        "about": ("over", "over wie", "bewoner", "cliënt", "client", "naam", "wie", "about", "resident", "name"),
        "circle": ("kring", "voor wie", "circle"),
        "by": ("door", "medewerker", "geschreven door", "by", "worker", "author"),
        "back": ("terugkomen", "terugkomen op", "kom terug op", "come back", "come back on"),
    }
)
MONTHS = {
    name: number
    for number, names in enumerate(
        ("januari january", "februari february", "maart mrt march", "april", "mei may", "juni june", "juli july",
         "augustus august", "september", "oktober october", "november", "december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
BEGINNINGS = {name[:3]: number for name, number in MONTHS.items()} | MONTHS
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:[a-z]+ )?(\d{1,2}) ([a-z]+)\.? (\d{4})", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?: ?(?:uur|u))?$", re.IGNORECASE)
_THEN = re.compile(r"[ T]+(?=\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:uur|u))?$)", re.IGNORECASE)
NOON = time(12)


@dataclass(frozen=True)
class Line:
    """One row as it was written."""

    row: int
    when: str = ""
    time: str = ""
    text: str = ""
    about: str = ""
    circle: str = ""
    by: str = ""
    back: str = ""


def read(path: Path) -> Sheet[Line]:
    """Unreadable when there is no such file, when it is no text, or when it has no days and no text."""
    without = _("In de eerste rij staan koppen: in elk geval wanneer en tekst.")
    return read_sheet(path, known=COLUMNS, needed={"when", "text"}, without=without, line=_line)


def _line(row: int, said: dict[str, str]) -> Line:
    """What was told keeps its own signs and lines; everything else is one line."""
    cells = {column: cell.strip() if column == "text" else tidy(cell) for column, cell in said.items()}
    return Line(**{"row": row, **cells})  # type: ignore[arg-type]


def day_in(said: str) -> date | None:
    """A day as spreadsheets and people write it; None when that is none: 3-11-2026, 2026-11-03, 3 november 2026."""
    try:
        if found := _YEAR_FIRST.fullmatch(said):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.fullmatch(said):
            year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
            return date(year, int(found[2]), int(found[1]))
        if (found := _IN_WORDS.fullmatch(said)) and (month := month_in(found[2])):
            return date(int(found[3]), month, int(found[1]))
    except ValueError:
        return None
    return None


def month_in(said: str) -> int | None:
    return BEGINNINGS.get(said.casefold())


def clock_in(said: str) -> time | None:
    found = _CLOCK.fullmatch(said)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def split(said: str) -> tuple[str, str]:
    """The day and the time of one cell: 3-11-2026 14:30."""
    parts = _THEN.split(said, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def moment_of(day: date, clock: time | None) -> datetime:
    """Without a time it was at noon: that day, wherever one reads it."""
    return timezone.make_aware(datetime.combine(day, clock or NOON))
