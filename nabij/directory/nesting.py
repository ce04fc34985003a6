"""Things of the social map with what hangs on them, as HSDS nests them: a question to the database for each branch."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from nabij.directory.hsds.tables import TABLES
from nabij.directory.hsds.telling import ours, told
from nabij.directory.load import model_of
from nabij.directory.models import Attribute, Twin


@dataclass(frozen=True)
class Branch:
    """What hangs on a row: many rows that name it by `link`, or the one row that it names by `link` itself."""

    table: str
    link: str
    on: "Tree" = field(default_factory=dict)
    many: bool = True


Tree = dict[str, Branch]
Row = dict[str, Any]

PHONE: Tree = {"languages": Branch("language", "phone_id")}
CONTACT: Tree = {"phones": Branch("phone", "contact_id", PHONE)}


def _reached(of: str) -> Tree:
    """Through whom, by which number and when: what a service, a place and a service at a place all have."""
    return {
        "contacts": Branch("contact", of, CONTACT),
        "phones": Branch("phone", of, PHONE),
        "schedules": Branch("schedule", of),
    }


LOCATION: Tree = _reached("location_id") | {
    "languages": Branch("language", "location_id"),
    "addresses": Branch("address", "location_id"),
    "accessibility": Branch("accessibility", "location_id"),
}
AT_LOCATION: Tree = _reached("service_at_location_id") | {
    "location": Branch("location", "location_id", LOCATION, many=False)
}
NEAR_ORGANIZATION: Tree = {
    "funding": Branch("funding", "organization_id"),
    "contacts": Branch("contact", "organization_id", CONTACT),
    "phones": Branch("phone", "organization_id", PHONE),
    "programs": Branch("program", "organization_id"),
    "organization_identifiers": Branch("organization_identifier", "organization_id"),
}
SERVICE_ALONE: Tree = _reached("service_id") | {
    "service_areas": Branch("service_area", "service_id"),
    "languages": Branch("language", "service_id"),
    "organization": Branch("organization", "organization_id", NEAR_ORGANIZATION, many=False),
    "funding": Branch("funding", "service_id"),
    "cost_options": Branch("cost_option", "service_id"),
    "program": Branch("program", "program_id", many=False),
    "required_documents": Branch("required_document", "service_id"),
}
OF_WHOM: Tree = {
    "organization": Branch("organization", "organization_id", many=False),
    "program": Branch("program", "program_id", many=False),
}
TERM: Tree = {"taxonomy_detail": Branch("taxonomy", "taxonomy_id", many=False)}

# Everything of one thing, and what stands with it in a list. The places of an organisation stand with it alone.
FULL: dict[str, Tree] = {
    "service": SERVICE_ALONE | {"service_at_locations": Branch("service_at_location", "service_id", AT_LOCATION)},
    "organization": NEAR_ORGANIZATION | {"locations": Branch("location", "organization_id", LOCATION)},
    "service_at_location": AT_LOCATION | {"service": Branch("service", "service_id", SERVICE_ALONE, many=False)},
    "taxonomy": {},
    "taxonomy_term": TERM,
}
LISTED: dict[str, Tree] = {
    "service": OF_WHOM,
    "organization": {},
    "service_at_location": {
        "location": Branch("location", "location_id", many=False),
        "service": Branch("service", "service_id", OF_WHOM, many=False),
    },
    "taxonomy": {},
    "taxonomy_term": TERM,
}
SERVICES: Tree = {"services": Branch("service", "organization_id", FULL["service"])}
NOTHING_SAID = {"taxonomy", "taxonomy_term"}  # HSDS knows no attributes of these.


def nested(table: str, *, chosen: "QuerySet[Any]", tree: Tree, attributes: bool = True) -> list[Row]:
    """The chosen rows in their order as HSDS tells them, with everything of the tree."""
    met: dict[str, list[Row]] = defaultdict(list)
    rows = _grown(table, _told(table, chosen), tree, met)
    if attributes:
        _add_attributes(met)
    return rows


def _told(table: str, chosen: "QuerySet[Any]") -> list[Row]:
    columns = [ours(table, name) for name in TABLES[table].columns]
    more = ["changed_at"] if table == "service" else []
    return [_with_change(row, told(table, row).row) for row in chosen.values(*columns, *more)]


def _with_change(row: dict[str, Any], one: Row) -> Row:
    """When a service last changed: the later of what its source says and what we saw."""
    if seen := row.get("changed_at"):
        later: datetime = max(seen, row["last_modified"] or seen)
        one["last_modified"] = later.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return one


def _grown(table: str, rows: list[Row], tree: Tree, met: dict[str, list[Row]]) -> list[Row]:
    met[table] += rows
    for name, branch in tree.items() if rows else ():
        found = _many(branch, rows, met) if branch.many else _one(branch, rows, met)
        for row in rows:
            if there := found.get(row["id"] if branch.many else row.get(branch.link, "")):
                row[name] = there
    return rows


def _many(branch: Branch, rows: list[Row], met: dict[str, list[Row]]) -> dict[str, Any]:
    of = {f"{branch.link}__in": [row["id"] for row in rows]}
    there = model_of(branch.table)._default_manager.filter(**of).order_by("pk")
    if branch.table == "service":
        there = there.exclude(pk__in=Twin.objects.standing().values("double"))
    by_parent: dict[str, list[Row]] = defaultdict(list)
    for one in _grown(branch.table, _told(branch.table, there), branch.on, met):
        by_parent[one[branch.link]].append(one)
    return by_parent


def _one(branch: Branch, rows: list[Row], met: dict[str, list[Row]]) -> dict[str, Any]:
    keys = {row[branch.link] for row in rows if branch.link in row}
    there = model_of(branch.table)._default_manager.filter(pk__in=keys)
    return {one["id"]: one for one in _grown(branch.table, _told(branch.table, there), branch.on, met)}


def _add_attributes(met: dict[str, list[Row]]) -> None:
    """What is said of each thing by a subject, with the subject."""
    things: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for table in met.keys() - NOTHING_SAID:
        for row in met[table]:
            things[table, row["id"]].append(row)  # The same thing may stand in more than one place.
    about = Attribute.objects.filter(link_id__in={key for _table, key in things})
    subject: Tree = {"taxonomy_term": Branch("taxonomy_term", "taxonomy_term_id", TERM, many=False)}
    for one in _grown("attribute", _told("attribute", about.order_by("pk")), subject, defaultdict(list)):
        for row in things.get((one["link_entity"], one["link_id"]), ()):
            row.setdefault("attributes", []).append(one)
