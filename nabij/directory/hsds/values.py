"""The cells of a row as what they are: addresses, dates, numbers. A doubted one is emptied and kept in `extra`."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from nabij.directory import languages
from nabij.directory.hsds import cells, hours
from nabij.directory.hsds.report import Repair, Report
from nabij.directory.hsds.rows import Row
from nabij.directory.hsds.tables import TABLES

READERS: tuple[tuple[str, Callable[[str, cells.Note], Any]], ...] = (
    ("urls", cells.url),
    ("emails", cells.email),
    ("dates", cells.date),
    ("moments", cells.moment),
    ("numbers", cells.number),
)
WHOLE = {"year_incorporated", "count", "interval"}
BOUNDS = {"latitude": 90, "longitude": 180}


def read(row: Row, report: Report) -> Iterator[Row]:
    """The row with its values read, and any rows split off from it."""
    table = TABLES[row.table]
    for kind, reader in READERS:
        for name in getattr(table, kind).split():
            if name in row.values:
                _read_one(row, name, reader, report)
    if row.table in OWN:
        yield from OWN[row.table](row, report)
    else:
        yield row


def doubt(row: Row, name: str, why: str, report: Report) -> None:
    """Take a value out of its field, keep it in `extra`, and say so."""
    row.extra[name] = f"{row.values.pop(name)}"
    report.problem(row.file, row.line, field=name, problem=why)


def _read_one(row: Row, name: str, reader: Callable[[str, cells.Note], Any], report: Report) -> None:
    try:
        value = (cells.year if name == "year_incorporated" else reader)(row.values[name], report.repair)
    except cells.Doubtful as why:
        doubt(row, name, str(why), report)
        return
    if name in BOUNDS and not abs(value) <= BOUNDS[name]:
        doubt(row, name, _("ligt niet op de kaart: %(value)s") % {"value": row.values[name]}, report)
        return
    if name in WHOLE and not (value == int(value) and abs(value) < 10**6):
        doubt(row, name, _("dit is geen heel getal: %(value)s") % {"value": row.values[name]}, report)
        return
    row.values[name] = int(value) if name in WHOLE else value


def _service(row: Row, report: Report) -> Iterator[Row]:
    said = row.values.get("status", "")
    row.values["status"] = cells.status(said, report.repair)
    if said and said.lower() != row.values["status"]:
        row.extra["status"] = said
    if row.values.get("fees") and not row.values.get("fees_description"):
        row.values["fees_description"] = row.values.pop("fees")
    yield row


def _placed(name: str) -> Callable[[Row, Report], Iterator[Row]]:
    """Reader for tables whose `name` column says physical, postal or virtual."""

    def reader(row: Row, report: Report) -> Iterator[Row]:
        if row.extra.get("virtual", "").lower() in ("true", "1", "yes", "ja") and not row.values.get(name):
            row.values[name] = "virtual"
        try:
            row.values[name] = cells.kind_of_place(row.values.get(name, ""), report.repair)
        except cells.Doubtful as why:
            doubt(row, name, str(why), report)
            row.values[name] = "physical"
        if ("latitude" in row.values) != ("longitude" in row.values):
            lone = "latitude" if "latitude" in row.values else "longitude"
            doubt(row, lone, _("de andere helft van het punt ontbreekt"), report)
        yield row

    return reader


def _phone(row: Row, report: Report) -> Iterator[Row]:
    cells.phone(row.values, report.repair)
    yield row


def _language(row: Row, report: Report) -> Iterator[Row]:
    """'English and Spanish' is two languages; 'others on request' stays what it is."""
    said = row.values.get("name", "")
    bits = [bit.strip(" .,") for bit in said.replace(" & ", ",").replace(" and ", ",").replace(" en ", ",").split(",")]
    bits = [bit for bit in bits if bit]
    several = len(bits) > 1 and all(languages.code_of(bit) for bit in bits)
    if several:
        report.repair(Repair.LIST)
    for at, name in enumerate(bits if several else [said]):
        copy = row.split_off(at, {"name": name}) if several else row
        if (code := languages.code_of(name)) and not copy.values.get("code"):
            copy.values["code"] = code
        yield copy


def _term(row: Row, report: Report) -> Iterator[Row]:
    row.values.setdefault("name", row.values.get("code", ""))
    yield row


def _schedule(row: Row, report: Report) -> Iterator[Row]:
    """Days to codes, times to times; a sentence becomes as many rows as it tells openings."""
    _days(row, report)
    said = {name: row.values.get(name, "") for name in ("opens_at", "closes_at")}
    if pair := hours.between(said["opens_at"], said["closes_at"]):
        row.values |= {"opens_at": pair[0], "closes_at": pair[1]}
        if any(not value[:1].isdigit() or not value.replace(":", "").isdigit() for value in said.values()):
            report.repair(Repair.TIME)
        yield row
        return
    found = _told(row, said, report)
    for at, (days, opening) in enumerate(found):
        told = {"byday": ",".join(days), "freq": "WEEKLY", "opens_at": opening.opens, "closes_at": opening.closes}
        yield row.split_off(at, told)
    if found:
        report.repair(Repair.HOURS)
        return
    for name in [name for name, value in said.items() if value]:
        one = hours.clock(said[name])
        if one and one[1]:
            row.values[name] = one[0]
        else:
            why = _("deze tijd is niet zeker te lezen: %(value)s")
            doubt(row, name, why % {"value": cells.short(said[name])}, report)
    yield row


def _told(row: Row, said: dict[str, str], report: Report) -> list[tuple[tuple[str, ...], hours.Opening]]:
    """The openings in the row's words, on the row's own days when it names them."""
    own = tuple(row.values["byday"].split(",")) if row.values.get("byday") else ()
    alone = said["opens_at"] if said["opens_at"] == said["closes_at"] or not said["closes_at"] else ""
    for words in (alone, said["closes_at"] if not said["opens_at"] else "", row.values.get("description", "")):
        openings = hours.openings(words) if words else None
        if openings:
            if any(dash in words for dash in hours.MANGLED):
                report.repair(Repair.DASH)
            days = [(tuple(day for day in o.days if not own or day in own), o) for o in openings]
            return [(kept, o) for kept, o in days if kept]
    return []


def _days(row: Row, report: Report) -> None:
    said = row.values.get("byday", "")
    if not said:
        return
    codes = [code.strip().upper() for code in said.replace(";", ",").split(",") if code.strip()]
    if all(code.lstrip("+-0123456789") in hours.DAYS for code in codes):
        row.values["byday"] = ",".join(codes)
    elif days := hours.days_in(said):
        report.repair(Repair.DAYS)
        row.values["byday"] = ",".join(days)
    else:
        doubt(row, "byday", _("deze dag is niet te lezen: %(value)s") % {"value": cells.short(said)}, report)


OWN: dict[str, Callable[[Row, Report], Iterator[Row]]] = {
    "service": _service,
    "location": _placed("location_type"),
    "address": _placed("address_type"),
    "phone": _phone,
    "language": _language,
    "schedule": _schedule,
    "taxonomy_term": _term,
}
