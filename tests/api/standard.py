"""The schemas of HSDS 3.0 as they were published, with every field that they do not know forbidden."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

PAGE = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents")
LISTS = {"services": "service", "organizations": "organization", "service_at_locations": "service_at_location"}
LISTS |= {"taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term"}

# The standard's own examples nest these, which its schemas forget to name.
FORGOTTEN: dict[str, dict[str, Any]] = {
    "service_at_location.json": {"service": {"$ref": "service.json"}},
    "organization.json": {"services": {"type": "array", "items": {"$ref": "service.json"}}},
}


class Standard:
    """Says what of an answer does not fit the standard."""

    def __init__(self, folder: Path) -> None:
        self.registry: Registry[Any] = Registry()
        for file in sorted((folder / "hsds-3.0" / "schema").glob("*.json")):
            self._add(file.name, json.loads(file.read_text()))
        for file in sorted((folder / "hsds-3.0" / "schema" / "compiled").glob("*.json")):
            self._add(f"compiled/{file.name}", json.loads(file.read_text()))

    def _add(self, name: str, schema: dict[str, Any]) -> None:
        schema = dict(schema)
        if name in FORGOTTEN:
            schema["properties"] = schema["properties"] | FORGOTTEN[name]
        self.registry = self.registry.with_resource(
            f"https://hsds.example/schema/{name}", Resource.from_contents(strict(schema) | DRAFT)
        )

    def faults(self, name: str, told: Any) -> list[str]:
        """name: of the schema, such as `service` or `compiled/service_list`."""
        validator = Draft202012Validator(
            {"$ref": f"https://hsds.example/schema/{name}.json"}, registry=self.registry, format_checker=FormatChecker()
        )
        return [f"{name} {'/'.join(map(str, one.absolute_path))}: {one.message}" for one in validator.iter_errors(told)]

    def faults_of_page(self, many: str, page: dict[str, Any], *, full: bool = False) -> list[str]:
        """The eight members, what they say of each other, and every thing on the page."""
        table = LISTS[many]
        name = table if full or table.startswith("taxonomy") else f"compiled/{table}_list"
        found = [fault for one in page["contents"] for fault in self.faults(name, one)]
        found += [] if tuple(page) == PAGE else [f"members: {list(page)}"]
        sums = {
            "size": page["size"] == len(page["contents"]),
            "empty": page["empty"] is (not page["contents"]),
            "first": page["first_page"] is (page["page_number"] == 1),
            "last": page["last_page"] is (page["page_number"] >= page["total_pages"]),
            "total": page["total_items"] >= page["size"],
        }
        return found + [name for name, holds in sums.items() if not holds]


DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def strict(schema: Any) -> Any:
    """The same schema, and no other fields."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: strict(value) for name, value in schema.items()}
    return told | ({"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {})
