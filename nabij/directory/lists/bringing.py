"""A list into the social map: guessed and shown first, then row by row; a repeat only writes what was mended."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, Func, Q, QuerySet, TextField, Value
from django.utils.translation import gettext as _

from nabij.directory.hsds.cells import Doubtful
from nabij.directory.hsds.reading import source_named, undated
from nabij.directory.hsds.report import Problem, Repair
from nabij.directory.hsds.rows import Row
from nabij.directory.hsds.settling import Settling
from nabij.directory.initiatives import OWN
from nabij.directory.lists import cells
from nabij.directory.lists.grids import Grid, Line, grid_of
from nabij.directory.lists.headings import COLUMNS, DAYS, guessed
from nabij.directory.lists.letting_go import gone_from
from nabij.directory.lists.rows import FIELDS, Account, Telling, nameless, slug, told
from nabij.directory.lists.subjects import words_not_subjects
from nabij.directory.load import Progress, load, model_of, present
from nabij.directory.models import LetGo, Location, Service, TaxonomyTerm
from nabij.directory.origins import BY_ADMINISTRATION, BY_NEIGHBOURHOOD
from nabij.directory.reading import SHOWN

# What stands beside a listing, and the columns that tell it: gone from the list is gone from the map.
BESIDE: dict[str, tuple[str, ...]] = {
    "phone": ("phone",),
    "contact": ("contact",),
    "schedule": ("hours", "days", "opens", "closes", *DAYS),
    "language": ("languages",),
    "service_area": ("area",),
    "attribute": ("category",),
    "service_at_location": ("place", "address", "number", "postcode", "city", "latitude", "longitude"),
}


@dataclass(frozen=True)
class ListProblem(Problem):
    """A doubt about a list: besides its row also the heading of the column, and what stands there."""

    column: str = ""
    value: str = ""

    def as_dict(self) -> dict[str, Any]:
        return super().as_dict() | {"column": self.column, "value": self.value}

    def __str__(self) -> str:
        place = _("%(file)s, rij %(row)s") % {"file": self.file, "row": self.row} if self.row else self.file
        if self.column:
            place = _("%(place)s, kolom %(column)s") % {"place": place, "column": self.column}
        shown = f" ({self.value})" if self.value and self.value not in self.problem and len(self.value) < 80 else ""
        return f"{place}: {self.problem}{shown}"


@dataclass
class ListReport(Account):
    """The account of one list: which column is what, and each problem with its column and value.

    columns: heading -> column. cells: row -> column -> (heading, what stands there). services: what was told of.
    about: the column that is being read, where what goes wrong could stand in more than one. named: the keys of all
    its rows, also of those with a problem. gone: what it named before and does not name now; that stays on the map.
    words: what it calls subjects and the map does not. lines: the rows that come on the map, each with its name.
    """

    problems: list[ListProblem] = field(default_factory=list)  # type: ignore[assignment]
    columns: dict[str, str] = field(default_factory=dict)
    cells: dict[int, dict[str, tuple[str, str]]] = field(default_factory=dict)
    services: set[UUID] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    gone: list[Service] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lines: dict[int, str] = field(default_factory=dict)

    def problem(self, file: str, row: int | None, *, field: str, problem: str) -> None:
        here = self.cells.get(row or 0, {})
        known = {column: heading for heading, column in self.columns.items()}
        names = [name for name in (self.about, *FIELDS.get(field, (field,))) if name in here] or [field]
        heading, value = here.get(names[0], (known.get(names[0], ""), ""))
        self.problems.append(ListProblem(file, row, names[0], problem, heading, value))

    def as_dict(self) -> dict[str, Any]:
        columns = [{"heading": heading, "column": column} for heading, column in self.columns.items()]
        gone = [{"id": str(one.pk), "name": one.name} for one in self.gone]
        return {"columns": columns} | super().as_dict() | {"gone": gone}


@dataclass
class List:
    """A list that was read and not yet brought in: what stands where."""

    grid: Grid
    columns: dict[int, str]
    report: ListReport

    @property
    def unknown(self) -> list[str]:
        """Headings that mean nothing to us; what stands under them stays with the listing."""
        return [said for at, said in enumerate(self.grid.headings) if said.strip() and at not in self.columns]


def list_of(path: Path, *, told: Mapping[str, str]) -> List:
    """The list in a file, with its columns guessed; told: column -> heading, as somebody said it.

    Raises `Unreadable` when it is no list, or nothing in it says what a row is called.
    """
    report = ListReport()
    return list_in(grid_of(path, report=report), told=told, report=report)


def list_in(grid: Grid, *, told: Mapping[str, str], report: ListReport) -> List:
    return with_columns(grid, columns=guessed(grid.headings, told=told), report=report)


def with_columns(grid: Grid, *, columns: dict[int, str], report: ListReport) -> List:
    """The list with its columns as they are said to be: place -> column."""
    report.columns = {grid.headings[place].strip(): column for place, column in columns.items()}
    found = List(grid, columns, report)
    for heading in found.unknown:
        report.problems.append(
            ListProblem(grid.name, None, "", _("onbekende kolom; bewaard bij de rij"), column=heading.strip())
        )
    return found


def bring(listed: List, *, source: str, at: datetime, progress: Progress, dry_run: bool = False) -> ListReport:
    """Write the list; what a row no longer says beside its listing is taken away. A dry run takes all of it back."""
    report = listed.report
    with transaction.atomic():
        tables = weighed(listed, source=source)
        load(tables, source=source, at=at, report=report, progress=progress)
        _take_away(tables, listed, source)
        if dry_run:
            transaction.set_rollback(True)
    return report


def weighed(listed: List, *, source: str) -> dict[str, list[Row]]:
    """The rows of each table that the list tells, and in its report what came of them; writes nothing."""
    report = listed.report
    tables = Settling(source, report, present()).settle(list(_rows(listed)))
    report.words = words_not_subjects(tables, source=source)
    one_subject(tables, source)
    report.services = {row.id for row in tables["service"]}
    report.lines = {row.line: row.values["name"] for row in tables["service"]}
    report.gone = list(gone_from(source=source, named=report.named))
    return tables


def source_of(path: Path) -> str:
    """How a list is called: its file, without date or version."""
    return f"{BY_ADMINISTRATION}{source_named(path)}"


def source_in(neighbourhood: str, *, name: str) -> str:
    """How a list of a neighbourhood is called, by its code: whoever coordinates there keeps it."""
    return f"{BY_NEIGHBOURHOOD}{neighbourhood}:{undated(Path(name).stem)}"


def of_lists(codes: Iterable[str]) -> QuerySet[Service]:
    """The listings of lists of these neighbourhoods and of who put themselves there, with `place`, the code of each."""
    place = Func(F("came_from"), Value(":"), Value(2), function="split_part", output_field=TextField())
    ours = Q(came_from__startswith=BY_NEIGHBOURHOOD) | Q(came_from__startswith=OWN)
    kept = Service.objects.filter(ours).annotate(place=place)
    return kept.filter(place__in=list(codes))


def kept_lists(codes: Iterable[str]) -> list[tuple[str, str, int]]:
    """The lists of these neighbourhoods: the name, the code, and how many of its listings are on show."""
    rows = (
        of_lists(codes)
        .filter(came_from__startswith=BY_NEIGHBOURHOOD)
        .values_list("came_from")
        .annotate(count=Count("id", filter=Q(status__in=SHOWN)))
        .order_by("came_from")
    )
    return [(source.split(":", 2)[2], source.split(":", 2)[1], count) for source, count in rows]


def let_go_in(codes: Iterable[str]) -> QuerySet[LetGo]:
    """What was let go of in these neighbourhoods and stands as stopped now, the last first."""
    said = LetGo.objects.standing().filter(service__in=of_lists(codes).values("pk"))
    return said.select_related("service").order_by("-at", "-id")


def one_subject(tables: dict[str, list[Row]], source: str) -> None:
    """A subject that another source has already is that subject, and no second of that name."""
    rows = TaxonomyTerm.objects.exclude(came_from=source).order_by("-id").values_list("name", "id")
    there = {slug(name): key for name, key in rows}
    known = {row.id: there[row.key] for row in tables["taxonomy_term"] if row.key in there}
    tables["taxonomy_term"] = [row for row in tables["taxonomy_term"] if row.id not in known]
    for row in tables["attribute"]:
        row.links = {name: known.get(key, key) for name, key in row.links.items()}


def _rows(listed: List) -> Iterator[Row]:
    """The rows of HSDS of all lines; shared ones (organisation, subject) once."""
    report, shared, seen = listed.report, set[tuple[str, str]](), _Keys()
    for line in listed.grid.lines:
        if telling := _telling(line, listed, seen):
            report.cells[line.number] = _cells(line, listed)
            for row in told(telling):
                row.nested = (
                    row.table == "service"
                )  # Of neighbours who do something together nobody misses who they are.
                if row.table in ("organization", "taxonomy_term"):
                    if (row.table, row.key) in shared:
                        continue
                    shared.add((row.table, row.key))
                yield row


def _cells(line: Line, listed: List) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for place, column in listed.columns.items():
        text = line.cells[place].strip() if place < len(line.cells) else ""
        if text and column not in found:
            found[column] = (listed.grid.headings[place].strip(), text)
    return found


@dataclass
class _Keys:
    """The keys of the rows so far, each with what its row says."""

    known: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def of_name(self, name: str, said: dict[str, str]) -> str:
        """A name that stands there again with other words is the second of that name; the same words are one."""
        count, key = 1, slug(name)
        while key in self.known and self.known[key] != said:
            count += 1
            key = f"{slug(name)}~{count}"
        return key


def _telling(line: Line, listed: List, seen: _Keys) -> Telling | None:
    """A line on its way in; None when it cannot be used, or stood there before in the same words."""
    report, name = listed.report, listed.grid.name
    report.cells[line.number] = _cells(line, listed)
    said, extra = _said(line, listed)
    why = nameless(said, columns=listed.columns.values())
    if any(cell.strip() for cell in line.cells[len(listed.grid.headings) :]):
        why = _("deze rij heeft meer vakken dan er koppen zijn, dus alles kan verschoven zijn; niet ingelezen")
    number = said.get("id", "")
    # A number of a list is its own, also when it looks like the key of another listing.
    key = f"nr {number}" if number else seen.of_name(said.get("name") or said.get("organization", ""), said)
    report.named.add(key)
    if not why and key in seen.known and seen.known[key] == said:
        report.repair(Repair.TWICE)
        return None
    if not why and key in seen.known:
        sentence = _("nummer %(key)s staat er al met een andere inhoud (rij %(row)s); niet ingelezen")
        why = sentence % {"key": number or key, "row": seen.lines[key]}
    if why:
        report.read["service"] += 1
        report.set_aside["service"] += 1
        report.problem(name, line.number, field="id" if number and key in seen.known else "name", problem=why)
        return None
    seen.known[key], seen.lines[key] = said, line.number
    return Telling(name, line.number, key, said, extra, report)


def _said(line: Line, listed: List) -> tuple[dict[str, str], dict[str, Any]]:
    """What a line says in the columns that we know, and what else stands there."""
    report, said, extra = listed.report, dict[str, str](), dict[str, Any]()
    for place, cell in enumerate(line.cells[: len(listed.grid.headings)]):
        column = listed.columns.get(place)
        try:
            text = cells.said(cell, report)
        except Doubtful as why:
            report.problem(listed.grid.name, line.number, field=column or "", problem=str(why))
            continue
        if not text:
            continue
        if column is None:
            extra[listed.grid.headings[place].strip() or "?"] = text
        elif column in said and COLUMNS[column].many:
            said[column] += f"; {text}"
        else:
            said.setdefault(column, text)
    return said, extra


def _take_away(tables: dict[str, list[Row]], listed: List, source: str) -> None:
    """What this list told earlier beside these listings, in columns that it has, and does not tell now."""
    there = set(listed.columns.values())
    services = list(listed.report.services)
    for table in [table for table, columns in BESIDE.items() if there & set(columns)]:
        theirs = {"link_id__in": services} if table == "attribute" else {"service_id__in": services}
        gone = model_of(table)._default_manager.filter(came_from=source, **theirs)
        gone = gone.exclude(pk__in=[row.id for row in tables[table]])
        listed.report.changed[table] += gone.count()
        gone.delete()
    Location.objects.filter(came_from=source, services=None).delete()
