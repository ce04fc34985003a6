"""A list on its way through the pages: sealed in the page itself, so that nothing is kept before it is brought in.

What a coordinator mends on the screen is put in the list before it is read again, as if they had mended their file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from nabij.directory.hsds.report import Unreadable
from nabij.directory.lists.bringing import List, ListReport, source_in, with_columns
from nabij.directory.lists.grids import Grid, Line
from nabij.directory.lists.headings import COLUMNS, NAMED, guessed
from nabij.directory.origins import origin_of
from nabij.people.models import Person

MOST_ROWS = 1_000
LARGEST = 700_000  # Signs of a page's form; see DATA_UPLOAD_MAX_MEMORY_SIZE.
LONGEST = 12 * 3600  # Seconds: a working day.
LONGEST_CELL = 2_000
UNREADABLE = re.compile("[\x00\ud800-\udfff]")
SALT = "nabij.web.lists.2"  # Another number when another thing is carried: older pages are too old.


def kept(text: str) -> str:
    """Without the signs that no table can hold."""
    return UNREADABLE.sub("", text)


class Expired(ValueError):
    """The page was left open too long, or was not ours."""

    def __init__(self) -> None:
        super().__init__(
            _("Deze bladzijde is te oud. Kies het bestand nog een keer; wat al op de kaart staat, blijft.")
        )


@dataclass
class Carried:
    """The grid with the source it is on the map, the column of each place, and what was found out about the file."""

    grid: Grid
    source: str
    columns: dict[int, str]
    problems: list[str]

    @property
    def neighbourhood(self) -> str:
        """The code of the neighbourhood that keeps it."""
        return origin_of(self.source).place

    def sealed(self, *, by: Person) -> str:
        """As the page carries it. Raises `Unreadable` when the list is too large for a page."""
        sealed = signing.dumps(self.said(), salt=f"{SALT}:{by.pk}", compress=True)
        if len(self.grid.lines) > MOST_ROWS or len(sealed) > LARGEST:
            raise Unreadable(
                _("Deze lijst is te groot voor het scherm. Knip hem in stukken van duizend rijen, of vraag beheer.")
            )
        return sealed

    def said(self) -> dict[str, Any]:
        """All of it as JSON can say it; `of` makes it again."""
        grid = self.grid
        return {
            "name": kept(grid.name),
            "headings": [kept(said) for said in grid.headings],
            "lines": [[line.number, *map(kept, line.cells)] for line in grid.lines],
            "source": self.source,
            "columns": {f"{place}": column for place, column in self.columns.items()},
            "problems": self.problems,
        }

    @classmethod
    def opened(cls, sealed: str, *, by: Person) -> "Carried":
        """The list that a page carried. Raises `Expired`."""
        try:
            said: dict[str, Any] = signing.loads(sealed, salt=f"{SALT}:{by.pk}", max_age=LONGEST)
        except signing.BadSignature as problem:
            raise Expired from problem
        return cls.of(said)

    @classmethod
    def of(cls, said: dict[str, Any]) -> "Carried":
        lines = [Line(number, cells) for number, *cells in said["lines"]]
        grid = Grid(said["name"], said["headings"], lines)
        columns = {int(place): column for place, column in said["columns"].items()}
        return cls(grid, said["source"], columns, said["problems"])

    def choose(self, data: Mapping[str, str]) -> None:
        """The columns as somebody says they are. Raises `Unreadable` when none of them is a name."""
        self.columns = {
            place: data[f"kolom-{place}"]
            for place in range(len(self.grid.headings))
            if data.get(f"kolom-{place}") in COLUMNS
        }
        if not set(NAMED) & set(self.columns.values()):
            raise Unreadable(_("Kies bij een van de koppen: naam van het aanbod, of organisatie."))

    def mend(self, data: Mapping[str, str]) -> None:
        """What somebody wrote in the cells with a problem, put in their rows."""
        for line in self.grid.lines:
            line.cells.extend([""] * (len(self.grid.headings) - len(line.cells)))
            for place in range(len(self.grid.headings)):
                if (said := data.get(f"vak-{line.number}-{place}")) is not None:
                    line.cells[place] = said[:LONGEST_CELL]

    def listed(self) -> List:
        return with_columns(self.grid, columns=dict(self.columns), report=ListReport())


def carried(grid: Grid, *, neighbourhood: str, report: ListReport) -> Carried:
    """A file that was just read, with its columns guessed. Raises nothing when no name is found: one can be chosen."""
    try:
        columns = guessed(grid.headings, told={})
    except Unreadable:
        columns = {}
    return Carried(grid, source_in(neighbourhood, name=grid.name), columns, [str(one) for one in report.problems])
