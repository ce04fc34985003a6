"""The tables of HSDS 3, their columns, and the other names under which both go about."""

from dataclasses import dataclass, field
from typing import NamedTuple

from nabij.directory.hours import WEEK

LINKED = ("organization", "program", "service", "location", "service_at_location", "contact", "phone")


@dataclass(frozen=True)
class Table:
    """One table of HSDS 3: texts stay as they are, links point at a table, the rest is read as what it is.

    figures: texts of ours that HSDS takes for numbers. choices: texts that HSDS knows a few of. must: what HSDS cannot
    do without. `needs`: what a row says nothing without, which is less. beyond: what only older versions have too.
    """

    name: str
    texts: str = ""
    urls: str = ""
    emails: str = ""
    dates: str = ""
    times: str = ""
    moments: str = ""
    numbers: str = ""
    figures: str = ""
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    must: str = ""
    needs: str = ""
    beyond: str = ""
    old: str = ""
    main: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """Its key, what it belongs to, and what it says."""
        kinds = (self.texts, self.figures, self.urls, self.emails, self.dates, self.times, self.moments, self.numbers)
        return ("id", *self.links, *ANY_LINK.get(self.name, ())[1:], *" ".join(kinds).split())

    @property
    def told(self) -> list[str]:
        """The columns that HSDS 3 has for it too."""
        return [name for name in self.columns if name not in self.beyond.split()]

    @property
    def left_over(self) -> set[str]:
        """Columns of older versions that HSDS 3 knows but has no place for; kept in `extra` without a word."""
        return set(self.old.split())


# Any-table links: the column that names the table, and the column that holds the key.
ANY_LINK = {"attribute": ("link_entity", "link_id"), "metadata": ("resource_type", "resource_id")}
PLACES = ("physical", "postal", "virtual")


def _to(*tables: str) -> dict[str, str]:
    return {f"{table}_id": table for table in tables}


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "organization",
            "name alternate_name description tax_status tax_id legal_status logo",
            urls="website uri",
            emails="email",
            numbers="year_incorporated",
            links={"parent_organization_id": "organization"},
            must="name description",
            needs="name",
            main=True,
        ),
        Table(
            "program",
            "name alternate_name description",
            links=_to("organization"),
            must="name description",
            needs="name",
            main=True,
        ),
        Table(
            "service",
            "name alternate_name description status interpretation_services application_process fees_description"
            " wait_time fees accreditations eligibility_description licenses alert",
            urls="url",
            emails="email assurer_email",
            dates="assured_date",
            moments="last_modified",
            numbers="minimum_age maximum_age",
            choices={"status": ("active", "inactive", "defunct", "temporarily closed")},
            links=_to("organization", "program"),
            must="name status",
            needs="name",
            main=True,
        ),
        Table(
            "location",
            "location_type name alternate_name description transportation external_identifier external_identifier_type",
            urls="url",
            numbers="latitude longitude",
            choices={"location_type": PLACES},
            links=_to("organization"),
            must="location_type",
            main=True,
        ),
        Table("service_at_location", "description", links=_to("service", "location"), needs="service_id location_id"),
        Table(
            "address",
            "attention address_1 address_2 city region state_province postal_code country address_type",
            choices={"address_type": PLACES},
            links=_to("location", "organization"),
            must="address_1 city state_province postal_code country address_type",
            needs="address_1|city|postal_code location_id|organization_id",
            beyond="organization_id",
            old="address_3 address_4",
        ),
        Table(
            "phone",
            "number type description",
            figures="extension",
            links=_to("location", "service", "organization", "contact", "service_at_location"),
            must="number",
            needs="number",
        ),
        Table(
            "contact",
            "name title department",
            emails="email",
            links=_to("organization", "service", "service_at_location", "location"),
            needs="name|title|department|email",
        ),
        Table(
            "schedule",
            "wkst freq byday byweekno bymonthday byyearday description attending_type notes",
            urls="schedule_link",
            dates="valid_from valid_to dtstart until",
            times="opens_at closes_at",
            numbers="count interval",
            figures="timezone",
            choices={"wkst": WEEK, "freq": ("WEEKLY", "MONTHLY")},
            links=_to("service", "location", "service_at_location"),
            needs="opens_at|closes_at|byday|description|dtstart|notes|bymonthday",
        ),
        Table("funding", "source", links=_to("organization", "service"), needs="source"),
        Table(
            "service_area",
            "name description extent extent_type",
            urls="uri",
            links=_to("service"),
            needs="service_id",
        ),
        Table("required_document", "document", urls="uri", links=_to("service"), needs="document service_id"),
        Table("language", "name code note", links=_to("service", "location", "phone"), needs="name|code"),
        Table("accessibility", "description details", urls="url", links=_to("location"), needs="location_id"),
        Table(
            "cost_option",
            "option currency amount_description",
            dates="valid_from valid_to",
            numbers="amount",
            links=_to("service"),
            needs="service_id",
        ),
        Table(
            "organization_identifier",
            "identifier_scheme identifier_type identifier",
            links=_to("organization"),
            must="identifier_type identifier",
            needs="identifier organization_id",
        ),
        Table("taxonomy", "name description version", urls="uri", must="name description", needs="name", main=True),
        Table(
            "taxonomy_term",
            "code name description taxonomy language",
            urls="term_uri",
            links={"parent_id": "taxonomy_term", "taxonomy_id": "taxonomy"},
            must="name description",
            needs="name",
            main=True,
        ),
        Table("attribute", "link_type link_entity value", links={"taxonomy_term_id": "taxonomy_term"}),
        Table(
            "metadata",
            "resource_type last_action_type field_name previous_value replacement_value updated_by",
            dates="last_action_date",
            must="last_action_date last_action_type field_name previous_value replacement_value updated_by",
        ),
        Table("meta_table_description", "name language character_set"),
    )
}

# The column of our own export for what HSDS has no place for, as a JSON object.
EXTRA = "extra"

# What a column is called with us when HSDS calls it otherwise.
RENAMED = {("taxonomy_term", "taxonomy"): "taxonomy_name"}


class Meant(NamedTuple):
    """A table meant by a name, what that name says about its rows, and the table in whose numbering its keys stand."""

    table: str
    filled: dict[str, str]
    numbering: str


def _meant(table: str, numbering: str = "", **filled: str) -> Meant:
    return Meant(table, filled, numbering or table)


# How a table is called in older versions and in people's own files.
OTHER_NAMES: dict[str, Meant] = {
    "physical_address": _meant("address", address_type="physical"),
    "postal_address": _meant("address", "postal_address", address_type="postal"),
    "mail_address": _meant("address", "postal_address", address_type="postal"),
    "mailing_address": _meant("address", "postal_address", address_type="postal"),
    "regular_schedule": _meant("schedule", freq="WEEKLY"),
    "holiday_schedule": _meant("schedule", "holiday_schedule"),
    "services_at_location": _meant("service_at_location"),
    "services_at_locations": _meant("service_at_location"),
    "accessibility_for_disability": _meant("accessibility"),
    "accessibility_for_disabilities": _meant("accessibility"),
    "services_taxonomy": _meant("attribute", link_entity="service", link_type="taxonomy"),
    "service_taxonomy": _meant("attribute", link_entity="service", link_type="taxonomy"),
    "service_attribute": _meant("attribute", "service_attribute", link_entity="service", link_type="taxonomy"),
    "other_attribute": _meant("attribute", "other_attribute"),
    "link_taxonomy": _meant("attribute", "link_taxonomy", link_type="taxonomy"),
    "eligibility": _meant("attribute", "eligibility", link_entity="service", link_type="eligibility"),
    "payment_accepted": _meant("attribute", "payment_accepted", link_entity="service", link_type="payment_accepted"),
    "payments_accepted": _meant("attribute", "payment_accepted", link_entity="service", link_type="payment_accepted"),
    "accepted_payment": _meant("attribute", "payment_accepted", link_entity="service", link_type="payment_accepted"),
    "identifier": _meant("organization_identifier"),
    "term": _meant("taxonomy_term"),
    "organisation": _meant("organization"),
    "cost": _meant("cost_option"),
    "document": _meant("required_document"),
}

# How a column is called elsewhere, per table.
OTHER_COLUMNS: dict[str, dict[str, str]] = {
    "organization": {"url": "website", "web": "website", "alternative_name": "alternate_name", "title": "name"}
    | {"date_incorporated": "year_incorporated", "parent_id": "parent_organization_id"},
    "program": {"alternative_name": "alternate_name"},
    "service": {"website": "url", "alternative_name": "alternate_name", "eligibility": "eligibility_description"}
    | {"min_age": "minimum_age", "max_age": "maximum_age", "fee": "fees_description", "title": "name"},
    "location": {"alternative_name": "alternate_name", "website": "url", "lat": "latitude", "lon": "longitude"}
    | {"lng": "longitude", "long": "longitude"},
    "address": {"street": "address_1", "address": "address_1", "state": "state_province", "province": "state_province"}
    | {"zip": "postal_code", "zipcode": "postal_code", "postcode": "postal_code", "type": "address_type"},
    "phone": {"phone": "number", "phone_number": "number", "number_type": "type"},
    "schedule": {"weekday": "byday", "day": "byday", "start_date": "dtstart", "end_date": "until"}
    | {"opens": "opens_at", "closes": "closes_at", "original_text": "description", "hours": "description"}
    | {"hours_of_operation": "description"},
    "service_area": {"service_area": "name"},
    "required_document": {"required_document": "document"},
    "language": {"language": "name"},
    "accessibility": {"accessibility": "description"},
    "taxonomy_term": {"term": "name", "vocabulary": "taxonomy", "uri": "term_uri", "parent_term_id": "parent_id"},
    "attribute": {"taxonomy_detail": "value", "eligibility": "value", "payment": "value", "payment_accepted": "value"}
    | {"term_id": "taxonomy_term_id", "taxonomy_id": "taxonomy_term_id"},
    "metadata": {},
}

# A cell of these columns holds several keys or words; each becomes a row of its own: (table, column of the row).
LISTS: dict[str, dict[str, tuple[str, str]]] = {
    "service": {
        "taxonomy_ids": ("attribute", "taxonomy_term_id"),
        "taxonomy_term_ids": ("attribute", "taxonomy_term_id"),
        "location_id": ("service_at_location", "location_id"),
        "location_ids": ("service_at_location", "location_id"),
        "locations": ("service_at_location", "location_id"),
        "languages": ("language", "name"),
    },
    "location": {
        "service_ids": ("service_at_location", "service_id"),
        "services": ("service_at_location", "service_id"),
        "languages": ("language", "name"),
    },
    "phone": {"language": ("language", "name"), "languages": ("language", "name")},
}


def singular(word: str) -> str:
    """services -> service, taxonomies -> taxonomy, addresses -> address, metadata stays."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("sss", "ss"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


def table_called(name: str) -> Meant | None:
    """The table of HSDS 3 meant by a file's or a key's name."""
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    for word in (plain, singular(plain), singular(singular(plain))):
        if word in TABLES:
            return _meant(word)
        if word in OTHER_NAMES:
            return OTHER_NAMES[word]
    return None
