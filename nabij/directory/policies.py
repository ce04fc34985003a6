"""The social map is public: everybody reads all of it, the office beheer keeps it, and a person confirms a listing."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.parts import FULL, ME, everybody, for_office
from nabij.trust.policies.terms import after

TABLES = (
    "organization",
    "program",
    "service",
    "location",
    "serviceatlocation",
    "address",
    "phone",
    "contact",
    "schedule",
    "language",
    "taxonomy",
    "taxonomyterm",
    "attribute",
    "accessibility",
    "costoption",
    "funding",
    "servicearea",
    "requireddocument",
    "organizationidentifier",
    "metadata",
    "metatabledescription",
    "servicemeaning",
    "searchword",
)

KEPT = tuple(
    Guard(
        f"directory_{table}",
        grants=("select",),
        offices=FULL,
        policies=(
            *everybody(says="The social map is public."),
            for_office("beheer", says="Administration imports and keeps the social map."),
        ),
    )
    for table in TABLES
)

GUARDS = [
    *KEPT,
    Guard(
        "directory_confirmation",
        grants=("select", "insert (id, service_id, by_id, found, how, at)"),
        offices=FULL,
        policies=(
            *everybody(says="When a listing was last found right is public."),
            Policy("add_own", "insert", check=f"by_id = {ME}", says="You say in your own name what you found."),
            for_office("beheer", says="Administration notes what it was told."),
            after(Keep.YEAR, column="at", says="Who found a listing right is forgotten after a year.")[1],
        ),
    ),
]
