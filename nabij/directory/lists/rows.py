"""One row of a list as the rows of HSDS that it tells: the listing, who offers it, where, when, and how to reach it.

Everything of a row has a key made of the row's own, so that the same row later is the same listing, however much of
it was mended.
"""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from nabij.directory.hsds import values
from nabij.directory.hsds.cells import Doubtful
from nabij.directory.hsds.filling import parts
from nabij.directory.hsds.report import Report
from nabij.directory.hsds.rows import Row
from nabij.directory.hsds.tables import TABLES
from nabij.directory.lists import cells
from nabij.directory.lists.headings import DAYS
from nabij.directory.spelling import folded, words_in

TOLD = {  # Column of the list -> column of the service.
    "name": "name",
    "alternate_name": "alternate_name",
    "description": "description",
    "for_whom": "eligibility_description",
    "cost": "fees_description",
    "signup": "application_process",
    "email": "email",
    "website": "url",
    "checked": "assured_date",
    "status": "status",
    "min_age": "minimum_age",
    "max_age": "maximum_age",
}
NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SHUT = {"gesloten", "dicht", "closed", "nee", "no", "niet open"}
FIELDS = {  # Column of HSDS -> columns of the list that may have said it, the likeliest first.
    **{name: (column,) for column, name in TOLD.items()},
    "id": ("id", "name"),
    "organization_id": ("organization",),
    "number": ("phone",),
    "postal_code": ("postcode",),
    "byday": ("days", *DAYS, "hours"),
    "opens_at": ("opens", "hours", *DAYS),
    "closes_at": ("closes", "hours", *DAYS),
}


def slug(text: str) -> str:
    """A name as a key: Taalcafé De Brug and taalcafe de brug are one."""
    return " ".join(words_in(text)) or folded(text).strip()


class Account(Report):
    """A report that can be told which column is being read."""

    about: str = ""


@dataclass
class Telling:
    """One row of the list on its way to the tables of HSDS."""

    file: str
    line: int
    key: str
    said: dict[str, str]
    extra: dict[str, Any]
    report: Account
    rows: list[Row] = field(default_factory=list)

    def row(self, table: str, *, key: str = "", extra: dict[str, Any] | None = None, of: str = "", **told: Any) -> None:
        """One more row of a table, with what in it is not empty; of: the column of the list that tells it."""
        self.report.about = of
        told = {name: value for name, value in told.items() if value}
        row = Row(table, self.file, self.line, told, extra or {}, key=key or self.key)
        for one in values.read(row, self.report):
            if table == "schedule":
                self._refuse_backwards(one)
            if _says_enough(one):
                self.rows.append(one)
            else:
                self.extra |= one.extra
        self.report.about = ""

    def _refuse_backwards(self, row: Row) -> None:
        try:
            cells.refuse_backwards(row.values.get("opens_at"), row.values.get("closes_at"))
        except Doubtful as why:
            for name in ("opens_at", "closes_at"):
                row.extra[name] = f"{row.values.pop(name):%H:%M}"
            self.report.problem(self.file, self.line, field="closes_at", problem=str(why))

    def doubted(self, column: str, read: Callable[[str], Any]) -> Any:
        """What a cell says, read so; nothing when it is doubted, and then it stays with the listing."""
        if not (text := self.said.get(column, "")):
            return None
        try:
            return read(text)
        except Doubtful as why:
            self.extra[column] = text
            self.report.problem(self.file, self.line, field=column, problem=str(why))
            return None


def _says_enough(row: Row) -> bool:
    """Whether a row still says something after what was doubted in it was taken out."""
    needs = TABLES[row.table].needs.split()
    return all(any(row.values.get(name) for name in need.split("|")) for need in needs)


def told(telling: Telling) -> Iterator[Row]:
    """All rows that one row of the list tells."""
    said = telling.said
    if organization := said.get("organization", ""):
        telling.row("organization", key=slug(organization), name=organization)
    _place(telling)
    _ways(telling)
    _hours(telling)
    _about(telling)
    service = {name: said.get(column, "") for column, name in TOLD.items()}
    service |= {"name": service["name"] or organization, "status": service["status"] or "active"}
    telling.row("service", extra=telling.extra, organization_id=slug(organization) if organization else "", **service)
    yield from _numbered(telling)


def _numbered(telling: Telling) -> Iterator[Row]:
    """What a listing has more of, such as telephones, is numbered: the second stays the second."""
    counts: dict[str, int] = {}
    for row in telling.rows:
        if not TABLES[row.table].main:
            counts[row.table] = counts.get(row.table, 0) + 1
            row.key = f"{telling.key}~{counts[row.table]}"
        yield row


def _place(telling: Telling) -> None:
    said = telling.said
    code = telling.doubted("postcode", cells.postcode) or ""
    street = " ".join(filter(None, (said.get("address", ""), said.get("number", ""))))
    point = _point(telling)
    if not (street or code or point or said.get("place") or said.get("city")):
        return
    telling.row("location", name=said.get("place", ""), location_type="physical", **point)
    telling.row("service_at_location", service_id=telling.key, location_id=telling.key)
    if street or code or said.get("city"):
        city = said.get("city", "")
        where: dict[str, Any] = {"address_1": street, "postal_code": code, "city": city, "address_type": "physical"}
        telling.row("address", location_id=telling.key, **where)
    if access := said.get("access", ""):
        telling.row("accessibility", location_id=telling.key, description=access)


def _point(telling: Telling) -> dict[str, Any]:
    point: dict[str, Any] = {name: telling.said[name] for name in ("latitude", "longitude") if telling.said.get(name)}
    if len(point) < 2:
        return point
    try:
        cells.refuse_swapped(point["latitude"], point["longitude"])
    except Doubtful as why:
        telling.extra |= point
        telling.report.problem(telling.file, telling.line, field="latitude", problem=str(why))
        return {}
    return point


def _ways(telling: Telling) -> None:
    for number in telling.doubted("phone", lambda text: cells.phones(text, telling.report)) or ():
        telling.row("phone", service_id=telling.key, number=number)
    if name := telling.said.get("contact", ""):
        telling.row("contact", service_id=telling.key, name=name)


def _hours(telling: Telling) -> None:
    """In words, in a day with two times, or in a column for each day; what is not understood stays in its words."""
    said = telling.said
    words, days = said.get("hours", ""), said.get("days", "")
    opens, closes = said.get("opens", ""), said.get("closes", "")
    if words or days or opens or closes:
        weekly = "WEEKLY" if days else ""
        when: dict[str, Any] = {"byday": days, "opens_at": opens, "closes_at": closes, "freq": weekly}
        telling.row("schedule", service_id=telling.key, description=words, **when)
    for day, name in zip(DAYS, NAMES, strict=True):
        times = said.get(day, "")
        if times and times.lower() not in SHUT:
            telling.row("schedule", service_id=telling.key, description=f"{name} {times}", of=day)


def _about(telling: Telling) -> None:
    said = telling.said
    for subject in parts(said.get("category", "")):
        telling.row("taxonomy_term", key=slug(subject), name=subject)
        about: dict[str, Any] = {"link_entity": "service", "link_type": "category", "link_id": telling.key}
        telling.row("attribute", taxonomy_term_id=slug(subject), **about)
    for language in parts(said.get("languages", "")):
        telling.row("language", service_id=telling.key, name=language)
    for area in parts(said.get("area", "")):
        telling.row("service_area", service_id=telling.key, name=area)


def nameless(said: dict[str, str], *, columns: Container[str]) -> str:
    """The sentence for a row that says something, and not of what; columns: those that the list has.

    In a list of organisations, without a column for what they offer, the organisation is the name.
    """
    if said.get("name") or (said.get("organization") and "name" not in columns):
        return ""
    return _("er staat geen naam bij; bij welk aanbod hoort dit? Niet ingelezen")
