"""Reading a file of people (CSV), with headings in Dutch or English."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from nabij.base.sheets import Sheet, columns_by_heading, read_sheet, tidy

COLUMNS = columns_by_heading(
    {
        "name": ("name", "naam"),
        "mail": ("mail", "e-mail", "email", "mailadres", "e-mailadres"),
        "hat": ("hat", "pet", "rol", "role"),
        "group": ("group", "groep", "organisatie", "organisation"),
        "neighbourhood": ("neighbourhood", "neighborhood", "buurt", "wijk"),
        "formal": ("formal", "formeel"),
    }
)
YES, NO = ("ja", "yes", "j", "y", "1", "waar", "true"), ("nee", "no", "n", "0", "onwaar", "false")


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


def read(path: Path) -> Sheet[Line]:
    """Unreadable when there is no such file, when it is no text, or when it has no names and addresses."""
    without = _("In de eerste rij staan koppen: in elk geval naam en mail.")
    return read_sheet(path, known=COLUMNS, needed={"name", "mail"}, without=without, line=_line)


def _line(row: int, said: dict[str, str]) -> Line:
    return Line(**{"row": row, "name": "", "mail": "", **{one: tidy(cell) for one, cell in said.items()}})  # type: ignore[arg-type]
