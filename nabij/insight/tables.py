"""Files in, numbers out: a table as a spreadsheet saves it (CSV), row by row, for the measures.

Whatever cannot be used is said with its row and column, and then nothing is counted: a total of half a file is wrong.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from nabij.base.sheets import Problem, Unreadable, columns_by_heading, places_of, rows_of, text_of
from nabij.insight.measures.quickscan import FORMAL, INFORMAL, Quickscan, by_client, quickscan

HEADINGS = {
    "client": ("client", "cliënt", "klant", "bewoner", "persoon"),
    "resource": ("resource", "hulpbron", "hulp", "wie of wat helpt"),
    "kind": ("kind", "soort", "formeel of informeel"),
}
COLUMNS = columns_by_heading(HEADINGS)
KINDS = {"formal": FORMAL, "formeel": FORMAL, "informal": INFORMAL, "informeel": INFORMAL}
Read = tuple[str, str | None, str]


@dataclass
class Counted:
    """What a file said: the numbers, or the problems because of which there are none."""

    problems: list[Problem] = field(default_factory=list)
    scan: Quickscan | None = None


def scan_file(path: Path) -> Counted:
    """The quickscan of a file with client, resource and kind; an empty resource is somebody who has none."""
    (_number, headings), *rows = filled_rows(text_of(path))
    columns = {name: (place, headings[place].strip()) for name, place in columns_of(headings).items()}
    reader = Reader(path.name, columns, wide=len(headings))
    read = [one for number, cells in rows for one in reader.read(number, cells)]
    return Counted(reader.problems) if reader.problems else Counted(scan=quickscan(by_client(read)))


def filled_rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows in which something stands, with their number."""
    rows = [(number, cells) for number, cells in rows_of(text, known=COLUMNS) if any(map(str.strip, cells))]
    if not rows:
        raise Unreadable(_("Het bestand is leeg."))
    return rows


def columns_of(headings: list[str]) -> dict[str, int]:
    """Where each column stands; columns beside these three are somebody's own and are left alone."""
    found = places_of(headings, known=COLUMNS)
    missing = [name for name in HEADINGS if name not in found]
    if missing:
        said = _("In de eerste rij ontbreekt de kop %(names)s.")
        raise Unreadable(said % {"names": ", ".join(missing)})
    return found


def tidy(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())


@dataclass
class Reader:
    """Reads rows one by one and keeps what is wrong with them.

    columns: {name: (place, what the file calls it)}. wide: how many headings there are.
    """

    file: str
    columns: dict[str, tuple[int, str]]
    wide: int
    problems: list[Problem] = field(default_factory=list)
    said: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    def read(self, row: int, cells: list[str]) -> Iterator[Read]:
        """(client, resource or None, kind); nothing when something is wrong."""
        client, resource, kind = (self._cell(cells, name) for name in ("client", "resource", "kind"))
        key = resource.casefold()
        meant = KINDS.get(kind.casefold(), "")
        if any(map(str.strip, cells[self.wide :])):  # A comma in a name shifts what follows.
            self._wrong(row, "resource", _("Deze rij heeft meer vakken dan er koppen zijn."))
        elif not client:
            self._wrong(row, "client", _("Hier staat niet bij wie dit hoort."))
        elif kind and not meant:
            said = _("“%(kind)s” is hier geen soort. Schrijf formeel of informeel.")
            self._wrong(row, "kind", said % {"kind": kind})
        elif resource and not meant:
            self._wrong(row, "kind", _("Hier staat geen soort. Schrijf formeel of informeel."))
        elif not resource:
            yield client, None, ""
        elif self._agrees(row, client=client, resource=key, kind=meant):
            yield client, key, meant

    def _agrees(self, row: int, *, client: str, resource: str, kind: str) -> bool:
        """Whether the same resource of the same client was not called the other kind before."""
        before, where = self.said.setdefault((client, resource), (kind, row))
        if before != kind:
            said = _("In rij %(row)s heeft dezelfde hulp een andere soort. Kies er één.")
            self._wrong(row, "kind", said % {"row": where})
        return before == kind

    def _cell(self, cells: list[str], name: str) -> str:
        place = self.columns[name][0]
        return tidy(cells[place]) if place < len(cells) else ""

    def _wrong(self, row: int, name: str, sentence: str) -> None:
        self.problems.append(Problem(self.file, row, self.columns[name][1], sentence))
