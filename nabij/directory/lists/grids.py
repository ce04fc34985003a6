"""A list as it comes in: letters, delimiter and the row of headings found out, and the rest as rows of cells."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from nabij.directory.hsds.report import Report, Unreadable
from nabij.directory.hsds.sources import Source, as_lines
from nabij.directory.lists.headings import compared, literally, meaning
from nabij.directory.lists.workbook import sheets_of

LARGEST = 20 * (1 << 20)
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 50_000, 200, 100_000
LOOKED_AT = 15  # Rows in which the headings are sought; before them stand titles and explanations.
SAMPLE = 60
DELIMITERS = ";,\t|"


@dataclass(frozen=True)
class Line:
    """A row with the number that a spreadsheet gives it."""

    number: int
    cells: list[str]

    @property
    def says_something(self) -> bool:
        return any(cell.strip() for cell in self.cells)


@dataclass
class Grid:
    """One list: its headings and the rows under them."""

    name: str
    headings: list[str]
    lines: list[Line] = field(default_factory=list)


def grid_of(path: Path, *, report: Report) -> Grid:
    """The list in a file. Raises `Unreadable` when it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(_("%(file)s is groter dan 20 MB; knip de lijst in stukken.") % {"file": path.name})
        content = path.read_bytes()
    except OSError as error:
        sentence = _("%(path)s kan niet gelezen worden: %(why)s.")
        raise Unreadable(sentence % {"path": path, "why": error.strerror}) from None
    return grid_in(content, name=path.name, report=report)


def grid_in(content: bytes, *, name: str, report: Report) -> Grid:
    """The list in the bytes of a file called so."""
    if len(content) > LARGEST:
        raise Unreadable(_("%(file)s is groter dan 20 MB; knip de lijst in stukken.") % {"file": name})
    kind = name.rpartition(".")[2].lower()
    if kind == "xlsx":
        found = _best(sheets_of(name, content), name, report)
    elif kind in ("csv", "tsv", "txt"):
        found = _of_text(Source(name, content), report)
    elif kind == "json":
        found = _of_objects(Source(name, content), report)
    else:
        raise Unreadable(
            _("%(file)s is geen CSV of XLSX. Bewaar de lijst zo, en probeer het nog eens.") % {"file": name}
        )
    return _headed(name, found, report)


def _of_text(source: Source, report: Report) -> list[Line]:
    text = source.text(report)
    if "\0" in text:
        raise Unreadable(_("%(file)s is geen tekst. Bewaar het blad als CSV of XLSX.") % {"file": source.name})
    first, _end, rest = text.partition("\n")
    lines = list[Line]()
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # As Excel writes it, and nobody else.
        return [Line(line.number + 1, line.cells) for line in _cut(rest, first.strip()[4], source.name, report)]
    sample = "\n".join(text.splitlines()[:SAMPLE])
    delimiter = max(DELIMITERS, key=lambda one: _fits(sample, one))
    lines += _cut(text, delimiter, source.name, report)
    return lines


def _fits(sample: str, delimiter: str) -> tuple[int, int, int]:
    """How well a delimiter fits: headings that we know, rows as wide as the headings, and how wide."""
    rows = [row for row in csv.reader(as_lines(sample), delimiter=delimiter) if row]
    heading = max(rows[:LOOKED_AT], key=_known, default=[])
    wide = len(heading)
    return _known(heading), sum(len(row) == wide for row in rows) if wide > 1 else 0, wide


def _known(cells: Sequence[str]) -> int:
    """How many of these cells are headings that we know; long ones are sentences."""
    return len({meaning(cell) for cell in cells if len(cell) < 60} - {""})


def _cut(text: str, delimiter: str, name: str, report: Report) -> list[Line]:
    """Rows cut into cells. A quote that is never closed would swallow the rest; then each line is read by itself."""
    reader = csv.reader(as_lines(text), delimiter=delimiter, strict=True)
    try:
        return list(_bounded((Line(number, cells) for number, cells in enumerate(reader, start=1)), name))
    except csv.Error:
        return list(_bounded(_line_by_line(text, delimiter, name, report), name))


def _line_by_line(text: str, delimiter: str, name: str, report: Report) -> Iterator[Line]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.count('"') % 2:
            report.read["service"] += 1
            report.set_aside["service"] += 1
            why = _("er staat een aanhalingsteken te veel of te weinig in deze rij; niet ingelezen")
            report.problem(name, number, field="", problem=why)
        else:
            yield Line(number, next(csv.reader([line], delimiter=delimiter), []))


def _of_objects(source: Source, report: Report) -> list[Line]:
    """A JSON list of flat objects is a list too: their keys are the headings."""
    document = source.document(report)
    things = [thing for thing in document if isinstance(thing, dict)] if isinstance(document, list) else []
    headings = list(dict.fromkeys(key for thing in things for key in thing))
    rows = (Line(at, [_cell(thing.get(key)) for key in headings]) for at, thing in enumerate(things, start=2))
    return [Line(1, headings), *_bounded(rows, source.name)]


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_cell(one) for one in value)
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _best(sheets: dict[str, Iterator[list[str]]], name: str, report: Report) -> list[Line]:
    """The sheet with the most headings that we know; the others are named."""
    read = {
        title: list(_bounded((Line(number, cells) for number, cells in enumerate(rows, start=1)), name))
        for title, rows in sheets.items()
    }
    best = max(read, key=lambda title: max((_known(line.cells) for line in read[title][:LOOKED_AT]), default=0))
    for title, lines in read.items():
        if title != best and lines:
            why = _("blad “%(title)s” is niet ingelezen; we lazen blad “%(best)s”") % {"title": title, "best": best}
            report.problem(name, None, field="", problem=why)
    return read[best]


def _bounded(lines: Iterator[Line], name: str) -> Iterator[Line]:
    """Only rows that say something, and not without end."""
    for count, line in enumerate(line for line in lines if line.says_something):
        if count > MOST_ROWS:
            raise Unreadable(_("%(file)s heeft meer dan 50.000 rijen; knip de lijst in stukken.") % {"file": name})
        if any(cell.strip() for cell in line.cells[MOST_COLUMNS:]):
            raise Unreadable(_("%(file)s heeft meer dan 200 kolommen; dit is geen gewone lijst.") % {"file": name})
        if any(len(cell) > LONGEST_CELL for cell in line.cells):
            sentence = _("In %(file)s, rij %(row)s staat een vak van meer dan 100.000 tekens.")
            raise Unreadable(sentence % {"file": name, "row": line.number})
        yield Line(line.number, line.cells[:MOST_COLUMNS])


def _headed(name: str, lines: list[Line], report: Report) -> Grid:
    """The headings apart: titles above them and a second row of headings under them are no listings, and are named."""
    if not lines:
        raise Unreadable(_("%(file)s is leeg.") % {"file": name})
    head = max(lines[:LOOKED_AT], key=lambda line: (_known(line.cells), -line.number))
    if not _known(head.cells):
        head = max(lines[:LOOKED_AT], key=lambda line: (sum(bool(cell.strip()) for cell in line.cells), -line.number))
    above = [line.number for line in lines if line.number < head.number]
    if above:
        why = _("boven de koppen, niet ingelezen (de koppen staan in rij %(row)s)") % {"row": head.number}
        report.problem(name, above[0], field="", problem=why)
    grid = Grid(name, head.cells)
    for line in lines:
        if line.number > head.number and _repeats(line.cells, head.cells):
            report.problem(name, line.number, field="", problem=_("nog een rij met koppen; niet ingelezen"))
        elif line.number > head.number:
            grid.lines.append(line)
    return grid


def _repeats(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a row is headings once more: the same words again, or the same in another language."""
    said = [(compared(cell), compared(heading)) for cell, heading in zip(cells, headings, strict=False) if cell.strip()]
    same = sum(one == other or (bool(literally(one)) and literally(one) == literally(other)) for one, other in said)
    return len(said) > 1 and same * 2 > len(said)
