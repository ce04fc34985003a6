"""Rows that belong together: keys, repeats and links. What is not certain is set aside, with the reason."""

import json
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache

from django.utils.translation import gettext as _

from nabij.directory.hsds.cells import Doubtful, number
from nabij.directory.hsds.filling import parts
from nabij.directory.hsds.report import Repair, Report
from nabij.directory.hsds.rows import NO_ID, Row
from nabij.directory.hsds.tables import ANY_LINK, TABLES, table_called

NAMESPACE = uuid.UUID("6f1e5f0a-6b0c-5c0e-9d5e-2b7b8a1f3c47")
FIRST = (
    "organization",
    "program",
    "taxonomy",
    "taxonomy_term",
    "location",
    "service",
    "service_at_location",
    "contact",
)
LAST = ("attribute", "metadata")
ORDER = (*FIRST, *(table for table in TABLES if table not in FIRST + LAST), *LAST)

Known = Callable[[str, uuid.UUID], bool]


@lru_cache(maxsize=50_000)
def key_for(source: str, table: str, key: str) -> uuid.UUID:
    """Our key for a row of a source. A UUID is the same thing whoever sends it; any other key belongs to its source.

    As long as it is a number of its own table it stays as it is, so that what goes out comes back as the same thing.
    """
    if (whole := as_uuid(key)) is None:
        return uuid.uuid5(NAMESPACE, f"{source}|{table}|{key}")
    return whole if table in TABLES else earlier_key(table, whole)


def earlier_key(table: str, key: uuid.UUID) -> uuid.UUID:
    """What a row was called here that was brought in when a UUID did not stay as it is."""
    return uuid.uuid5(NAMESPACE, f"{table}|{key}")


def as_uuid(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None


class Settling:
    """Brings rows together, table after table, so that a link only points at what stays."""

    def __init__(self, source: str, report: Report, known: Known) -> None:
        self.source, self.report, self.known = source, report, known
        self.kept: dict[str, dict[uuid.UUID, Row]] = {table: {} for table in ORDER}

    def settle(self, rows: Iterable[Row]) -> dict[str, list[Row]]:
        tables: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            tables[row.table].append(row)
        for table in ORDER:
            copied = self._copied_keys(table, tables[table])
            for row in tables[table]:
                for one in self._several_links(row):
                    self._place(one, copied)
            tables[table] = []
            self._check_parents(table)
        self._tell_eligibility()
        return {table: list(self.kept[table].values()) for table in ORDER}

    # Keys

    def _copied_keys(self, table: str, rows: list[Row]) -> set[str]:
        """Files whose key column only repeats the key of what the row belongs to."""
        if TABLES[table].main:
            return set()
        files: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if row.key:
                files[row.file].append(row)
        return {
            file
            for file, those in files.items()
            if len({row.key for row in those}) < len(those)
            and all(row.key in [row.values.get(link) for link in TABLES[table].links] for row in those)
        }

    def _place(self, row: Row, copied: set[str]) -> None:
        """Give the row its key and its links, and keep it unless something is in the way."""
        self.report.read[row.table] += row.counted and not row.nested
        if not (reason := self._missing(row)):
            own = row.key and row.file not in copied
            row.id = self._key(row.table, row.key, numbering=row.numbering) if own else NO_ID
            reason = self._linked(row)
            if not own and not reason:
                self._make_key(row)
        if not reason and (there := self.kept[row.table].get(row.id)):
            reason = self._again(row, there)
            if not reason:
                return
        self.report.read[row.table] += row.counted and row.nested
        if reason:
            self._aside(row, *reason)
        else:
            self.kept[row.table][row.id] = row

    def _key(self, table: str, key: str, *, numbering: str = "") -> uuid.UUID:
        """Our key for it; who was here before keeps the key it had."""
        own = key_for(self.source, numbering or table, key)
        if (whole := as_uuid(key)) and self.known(table, before := earlier_key(numbering or table, whole)):
            return before
        return own

    def _make_key(self, row: Row) -> None:
        content = {name: str(value) for name, value in (row.values | row.links | row.extra).items() if value != ""}
        told = json.dumps(content, sort_keys=True, ensure_ascii=False)
        row.id = uuid.uuid5(NAMESPACE, f"{self.source}|{row.table}|~{told}")
        row.made = True
        self.report.repair(Repair.KEY_COPIED if row.key else Repair.KEY_MADE)

    def _again(self, row: Row, there: Row) -> tuple[str, str] | None:
        """A key that was there: the same words are one row; nested, fewer or more words too; else nobody can tell."""
        one, other = ({**r.values, **r.links, **r.extra} for r in (row, there))
        if row.nested or there.nested:
            if all(one[name] == other[name] for name in one.keys() & other.keys()):
                there.values |= row.values
                there.links |= row.links
                there.extra |= row.extra
                return None
        elif one == other:
            self.report.repair(Repair.TWICE)
            return None
        sentence = _("nummer %(key)s staat er al met een andere inhoud (%(file)s, rij %(row)s)")
        return "id", sentence % {"key": row.key or "?", "file": there.file, "row": there.line}

    # Links

    def _several_links(self, row: Row) -> Iterator[Row]:
        """A link cell with several keys that all exist becomes a row for each."""
        for link, table in TABLES[row.table].links.items():
            value = row.values.get(link)
            if not value or self._there(table, value):
                continue
            found = parts(value)
            if len(found) > 1 and all(self._there(table, piece) for piece in found):
                self.report.repair(Repair.LIST)
                for at, piece in enumerate(found):
                    yield from self._several_links(row.split_off(at, {link: piece}))
                return
        yield row

    def _there(self, table: str, key: str, *, numbering: str = "") -> uuid.UUID | None:
        own = self._key(table, key, numbering=numbering)
        return own if own in self.kept[table] or self.known(table, own) else None

    def _linked(self, row: Row) -> tuple[str, str] | None:
        """Follow the links; the reason when the row cannot stand without one that leads nowhere."""
        if row.table in ANY_LINK:
            return self._linked_anywhere(row) or self._follow(row)
        return self._follow(row)

    def _follow(self, row: Row) -> tuple[str, str] | None:
        lost: list[tuple[str, str]] = []
        for link, table in TABLES[row.table].links.items():
            key = row.values.pop(link, "")
            if row.table == "service" and link == "organization_id" and not key and not row.nested:
                self.report.problem(row.file, row.line, field=link, problem=_("er staat geen organisatie bij"))
            if not key:
                continue
            if table == row.table and link.startswith("parent"):
                row.links[link] = self._key(table, key)
                row.parents[link] = key
            elif found := self._there(table, key):
                row.links[link] = found
            else:
                row.extra[link] = key
                row.values |= {"organization_key": key} if (row.table, link) == ("service", "organization_id") else {}
                lost.append((link, _("%(table)s %(key)s staat er niet bij") % {"table": table, "key": key}))
        stands = TABLES[row.table].main or row.links or not TABLES[row.table].links or row.table in ANY_LINK
        if lost and (not stands or row.table in ANY_LINK or self._needed(row, {link for link, _why in lost})):
            return lost[0]
        if not stands:
            return "", _("hoort nergens bij: er staat geen nummer van een dienst, plek of organisatie")
        for link, why in lost:
            self.report.problem(row.file, row.line, field=link, problem=why)
        return None

    def _needed(self, row: Row, lost: set[str]) -> bool:
        groups = [set(need.split("|")) for need in TABLES[row.table].needs.split()]
        return any(group & lost and not group & set(row.links) for group in groups)

    def _check_parents(self, table: str) -> None:
        """A row may point at another of its own table, further down the file; so this is looked at last."""
        for row in self.kept[table].values():
            for link, key in row.parents.items():
                if row.links[link] in self.kept[table] or self.known(table, row.links[link]):
                    continue
                row.extra[link] = key
                del row.links[link]
                why = _("%(table)s %(key)s staat er niet bij") % {"table": table, "key": key}
                self.report.problem(row.file, row.line, field=link, problem=why)

    def _linked_anywhere(self, row: Row) -> tuple[str, str] | None:
        entity, of = ANY_LINK[row.table]
        key = row.values.pop(of, "")
        meant = table_called(row.values.get(entity, "")) or table_called(row.values.get("link_type", ""))
        if not key:
            why = _("hoort nergens bij: er staat geen nummer van een dienst, plek of organisatie")
            return f"{meant.table}_id" if meant else of, why
        if meant and (found := self._there(meant.table, key, numbering=meant.numbering)):
            row.values[entity], row.values[of] = meant.table, found
            return None
        if not meant:
            tables = [table for table in ORDER if self._there(table, key)]
            if len(tables) == 1:
                self.report.repair(Repair.LINK_FOUND)
                row.values[entity], row.values[of] = tables[0], self._there(tables[0], key)
                return None
        return of, _("%(table)s %(key)s staat er niet bij") % {"table": row.values.get(entity) or "?", "key": key}

    # What a row cannot do without

    def _missing(self, row: Row) -> tuple[str, str] | None:
        if TABLES[row.table].main and not row.key:
            return "id", _("er is geen nummer")
        for need in TABLES[row.table].needs.split():
            if not any(row.values.get(name) for name in need.split("|")):
                return need.split("|")[0], _("leeg, terwijl de rij zonder dit niets zegt")
        return None

    def _aside(self, row: Row, field: str, why: str) -> None:
        if row.counted:
            self.report.set_aside[row.table] += 1
        self.report.problem(row.file, row.line, field=field, problem=why)

    def _tell_eligibility(self) -> None:
        """Older versions say for whom in a table of its own; HSDS 3 says it with the service."""
        for row in self.kept["attribute"].values():
            if row.values.get("link_type") != "eligibility" or row.values["link_entity"] != "service":
                continue
            if not (service := self.kept["service"].get(row.values["link_id"])):
                continue
            if row.values.get("value"):
                service.values.setdefault("eligibility_description", row.values["value"])
            for age in {"minimum_age", "maximum_age"} & set(row.extra):
                with suppress(Doubtful):
                    service.values.setdefault(age, number(row.extra[age], self.report.repair))
