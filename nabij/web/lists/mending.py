"""What of a list is to be chosen or mended, row by row, as the pages show it."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nabij.directory.lists.bringing import List, ListReport
from nabij.directory.lists.headings import COLUMNS
from nabij.web.lists.carried import Carried

SHOWN_AT_ONCE = 40
SAMPLE = 3


@dataclass(frozen=True)
class Choice:
    """A column that can be chosen, in words."""

    column: str
    label: str

    @classmethod
    def of(cls, column: str) -> "Choice":
        return cls(column, _(COLUMNS[column].label))


@dataclass(frozen=True)
class Column:
    """One heading of the list: what we think it means, and what stands under it."""

    place: int
    heading: str
    chosen: str
    sample: str


def choices(list_: Carried) -> list[Column]:
    """Every heading with what it means now, and the first things that stand there."""
    found = []
    for place, heading in enumerate(list_.grid.headings):
        cells = [" ".join(line.cells[place].split()) for line in list_.grid.lines if place < len(line.cells)]
        sample = [cell if len(cell) < 60 else f"{cell[:57]}..." for cell in cells if cell][:SAMPLE]
        if heading.strip() or sample:
            called = heading.strip() or _("kolom %(number)s") % {"number": place + 1}
            found.append(Column(place, called, list_.columns.get(place, ""), "; ".join(sample)))
    return found


@dataclass(frozen=True)
class Cell:
    """A cell to mend, with the name of its box."""

    box: str
    heading: str
    value: str


@dataclass(frozen=True)
class Mending:
    """A row with what is the matter, and the cells in which it can be mended here; none: only in the file.

    there: it stands on the map, without what is the matter.
    """

    number: int
    called: str
    there: bool
    sentences: tuple[str, ...]
    cells: tuple[Cell, ...]


def mendings(listed: List, report: ListReport) -> list[Mending]:
    """The rows with a problem, in order."""
    by_row = defaultdict(list)
    for problem in report.problems:
        if problem.row:
            by_row[problem.row].append(problem)
    lines = {line.number: line for line in listed.grid.lines}
    return [
        _mending(lines[row].cells, row, by_row[row], listed, there=row in report.lines)
        for row in sorted(by_row)
        if row in lines
    ]


@dataclass(frozen=True)
class Doubts:
    """What could not be read, in sentences: the first of them, and how many more there are."""

    shown: list[str]
    more: int


def doubts(report: ListReport, *, there: bool) -> Doubts:
    """Of the rows that come on the map without it, or of those that cannot come yet."""
    said = [str(one) for one in report.problems if one.row and (one.row in report.lines) is there]
    return Doubts(said[:SHOWN_AT_ONCE], max(0, len(said) - SHOWN_AT_ONCE))


def _mending(cells: list[str], row: int, problems: list, listed: List, *, there: bool) -> Mending:
    wide = any(cell.strip() for cell in cells[len(listed.grid.headings) :])
    wanted = {one.field for one in problems}
    if "latitude" in wanted:
        wanted.add("longitude")
    if "closes" in wanted:
        wanted.add("opens")
    boxes = []
    for place, column in listed.columns.items():
        if column in wanted and not wide:
            value = cells[place] if place < len(cells) else ""
            boxes.append(Cell(f"vak-{row}-{place}", listed.grid.headings[place].strip(), value))
    names = [
        cells[place].strip() for place, column in listed.columns.items() if column == "name" and place < len(cells)
    ]
    sentences = tuple(dict.fromkeys(f"{one.column}: {one.problem}" if one.column else one.problem for one in problems))
    return Mending(row, names[0] if names else "", there, sentences, tuple(boxes))
