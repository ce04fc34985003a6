"""The social map is public: everybody reads all of it, the office beheer keeps it, and a person confirms a listing."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.parts import FULL, ME, everybody, for_office
from nabij.trust.policies.terms import after

# Who is named without a function or a department speaks for nobody but themselves: a private person.
SPEAKS = "(name = '' and email = '' or title <> '' or department <> '')"
# A number of such a person is theirs alone as well.
REACHED = "(contact_id is null or exists (select 1 from public.directory_contact c where c.id = contact_id))"

TABLES = (
    "organization",
    "program",
    "service",
    "location",
    "serviceatlocation",
    "address",
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


def reached(table: str, rule: str, *, says: str) -> Guard:
    """What says how to reach somebody: open to all as far as the rule goes, whole to whoever is logged in."""
    return Guard(
        table,
        grants=("select",),
        offices=FULL,
        policies=(
            Policy("see_public", "select", rule, says=says),
            Policy("office_see_public", "select", "true", to=OFFICE, says="Offices of the system see whom to ask for."),
            for_office("beheer", says="Administration imports and keeps the social map."),
        ),
    )


GUARDS = [
    *KEPT,
    reached(
        "directory_contact",
        f"({SPEAKS} or {ME} is not null)",
        says="Visitors and open data see who speaks for an organisation; who is private, whoever is logged in sees.",
    ),
    reached("directory_phone", REACHED, says="A number is public as far as whose it is, is."),
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
