"""What can be asked of the open data: the lists of HSDS 3.0, and which questions each of them takes."""

from dataclasses import dataclass

BY_SUBJECT = ("search", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after")
UNITED_KINGDOM = ("minimum_age", "maximum_age", "start_time", "end_time", "day")
IN_PAGES = ("page", "per_page", "format")


@dataclass(frozen=True)
class Endpoint:
    """A list: the table it is of, what may be asked of it, and what may be asked of one of them."""

    table: str
    asks: tuple[str, ...]
    one_asks: tuple[str, ...] = ()


ENDPOINTS: dict[str, Endpoint] = {
    "services": Endpoint("service", (*BY_SUBJECT, *UNITED_KINGDOM, "minimal", "full", *IN_PAGES)),
    "organizations": Endpoint("organization", ("search", "full", "full_service", *IN_PAGES), ("full_service",)),
    "service_at_locations": Endpoint(
        "service_at_location", (*BY_SUBJECT, *UNITED_KINGDOM, "postcode", "proximity", "full", *IN_PAGES)
    ),
    "taxonomies": Endpoint("taxonomy", ("search", *IN_PAGES)),
    "taxonomy_terms": Endpoint("taxonomy_term", ("search", "taxonomy_id", "top_only", "parent_id", *IN_PAGES)),
}

CLOCK: dict[str, object] = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
A_POSTCODE: dict[str, object] = {"type": "string", "minLength": 2, "maxLength": 12}

# What each question means, and the JSON schema of what it takes.
QUESTIONS: dict[str, tuple[str, dict[str, object]]] = {
    "search": ("All these words in the name or the description.", {"type": "string", "maxLength": 400}),
    "page": ("Which page, from 1.", {"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1}),
    "per_page": ("How many on a page; of whole things at most 100.", {"type": "integer", "minimum": 1, "maximum": 500}),
    "format": (
        "json in pages, or ndjson: everything at once, a thing on each line; at most 10,000, of whole things 500.",
        {"type": "string", "enum": ["json", "ndjson"], "default": "json"},
    ),
    "taxonomy_term_id": ("About this subject.", {"type": "string"}),
    "taxonomy_id": ("About a subject of this taxonomy; of subjects, those of this taxonomy.", {"type": "string"}),
    "organization_id": ("Of this organization.", {"type": "string"}),
    "parent_id": ("Right under this subject.", {"type": "string"}),
    "top_only": ("Only subjects that stand under no other.", {"type": "boolean", "default": False}),
    "modified_after": ("It, or anything told of it, changed then or later.", {"type": "string", "format": "date-time"}),
    "minimal": (
        "Only key, name, status and last change, everything on one page unless per_page says otherwise.",
        {"type": "boolean", "default": False},
    ),
    "full": ("With everything that hangs on it.", {"type": "boolean", "default": False}),
    "full_service": ("With the services of the organization, whole.", {"type": "boolean", "default": False}),
    "minimum_age": ("From at least this age.", {"type": "number"}),
    "maximum_age": ("Up to at most this age.", {"type": "number"}),
    "start_time": ("Begins at this time or later, as HH:MM.", CLOCK),
    "end_time": ("Ends at this time or sooner, as HH:MM.", CLOCK),
    "day": ("On this day of the week.", {"type": "string", "enum": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]}),
    "postcode": ("At a place in this postcode, or in one that begins so.", A_POSTCODE),
    "proximity": (
        "With a postcode: within so many metres of the middle of the places that the map knows there.",
        {"type": "number", "minimum": 0, "maximum": 100_000},
    ),
}  # fmt: skip
