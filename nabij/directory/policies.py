"""The social map is public: everybody reads all of it, the office beheer keeps it, and a person confirms a listing."""

from nabij.base.guard import APP, OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.directory.models import A_MISTAKE
from nabij.directory.own_rules import INITIATIVES, kept_own, understood_own
from nabij.directory.owner_rules import CONFIRMS_BY_LINK, OWN_BY_LINK, OWNERS
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

CONTACT = (
    "by_id is null and said_by = 'contact' and found = 'right' and how = '' and (select trust.went_well(service_id))"
)
WELL = (
    "Who said that a referral brought help there, says with it that the listing is right; of whom it was is not told."
)
# What the list of a neighbourhood becomes; the rest only comes with a source of HSDS.
LISTED = (
    "organization",
    "service",
    "location",
    "serviceatlocation",
    "address",
    "phone",
    "contact",
    "schedule",
    "language",
    "taxonomyterm",
    "attribute",
    "accessibility",
    "servicearea",
)
# A list of a neighbourhood is called `buurtlijst:CODE:NAME` (nabij/directory/lists/bringing.py), and what neighbours put
# there themselves `eigen:CODE:KEY` (nabij/directory/initiatives.py).
MY_LIST = (
    "split_part(came_from, ':', 1) in ('buurtlijst', 'eigen')"
    " and split_part(came_from, ':', 2) = any((select trust.my_map())::text[])"
)
OF_MY_LIST = f"(select id from public.directory_service where {MY_LIST})"
KEEPS = "Who coordinates in a neighbourhood keeps the lists of that neighbourhood, and no others."
UNFINISHED = "neighbourhood_id = any((select trust.my_map())::text[])"
LEFT_OFF = "Who coordinates in a neighbourhood sees what is left to do of its lists: the rows that are not public too."
OF_LIST = f"service_id in {OF_MY_LIST}"
SAYS_TWIN = f"by_id = {ME} and (kept_id in {OF_MY_LIST} or double_id in {OF_MY_LIST})"
OWN = {
    **{table: (Policy("keep_list", "all", MY_LIST, MY_LIST, says=KEEPS), *kept_own(table)) for table in LISTED},
    "servicemeaning": (
        *tuple(
            Policy(
                f"{command}_of_list",
                command,
                using=f"service_id in {OF_MY_LIST}" if command == "update" else "",
                check=f"service_id in {OF_MY_LIST}",
                says="What stands in a list of one's neighbourhood can be found by its words.",
            )
            for command in ("insert", "update")
        ),
        *understood_own("servicemeaning"),
    ),
    "searchword": (
        Policy(
            "learn_words",
            "insert",
            check="cardinality((select trust.my_map())) > 0",
            says="Who keeps a list teaches the search its words.",
        ),
        *understood_own("searchword"),
    ),
}


def granted(table: str) -> tuple[str, ...]:
    """What the app may with a table: all of it where a list is kept, within the rule."""
    if table in LISTED:
        return FULL
    return ("select", *dict.fromkeys(one.command for one in OWN.get(table, ()) if one.to == APP))


KEPT = tuple(
    Guard(
        f"directory_{table}",
        grants=granted(table),
        offices=FULL,
        policies=(
            *everybody(says="The social map is public."),
            for_office("beheer", says="Administration imports and keeps the social map."),
            *OWN.get(table, ()),
            *OWN_BY_LINK.get(table, ()),
        ),
    )
    for table in TABLES
)


def reached(table: str, rule: str, *, says: str) -> Guard:
    """What says how to reach somebody: open to all as far as the rule goes, whole to whoever is logged in."""
    return Guard(
        table,
        grants=granted(table.removeprefix("directory_")),
        offices=FULL,
        policies=(
            Policy("see_public", "select", rule, says=says),
            Policy("office_see_public", "select", "true", to=OFFICE, says="Offices of the system see whom to ask for."),
            for_office("beheer", says="Administration imports and keeps the social map."),
            *OWN[table.removeprefix("directory_")],
            *OWN_BY_LINK.get(table.removeprefix("directory_"), ()),
        ),
    )


GUARDS = [
    *KEPT,
    *INITIATIVES,
    reached(
        "directory_contact",
        f"({SPEAKS} or {ME} is not null)",
        says="Visitors and open data see who speaks for an organisation; who is private, whoever is logged in sees.",
    ),
    reached("directory_phone", REACHED, says="A number is public as far as whose it is, is."),
    Guard(
        "directory_twin",
        grants=("select", "insert (id, kept_id, double_id, found, by_id, at)"),
        offices=FULL,
        policies=(
            *everybody(says="That two listings are one is public."),
            Policy("say_own", "insert", check=SAYS_TWIN, says="Who keeps the list of one of two says they are one."),
            for_office("beheer", says="Administration says that two listings are one."),
        ),
    ),
    Guard(
        "directory_letgo",
        grants=("select", "insert (id, service_id, goes, was, at)"),
        offices=FULL,
        policies=(
            *everybody(says="That a list let go of a listing, or put it back, is public."),
            Policy("say_own", "insert", check=OF_LIST, says="Who keeps a list lets go of what it names no more."),
            for_office("beheer", says="Administration lets go of what a list names no more."),
        ),
    ),
    Guard(
        "directory_mapcount",
        grants=("select",),
        offices=("select", "insert", "delete"),
        policies=(
            *everybody(says="How true the map is, is public: counts, and nothing of anybody."),
            for_office("beheer", says="Administration counts anew, each night and after an import."),
        ),
    ),
    Guard(
        "directory_confirmation",
        grants=("select", "insert (id, service_id, by_id, found, said_by, how, at)"),
        offices=FULL,
        policies=(
            *everybody(says="When a listing was last found right is public."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and said_by = 'known'",
                says="You say in your own name what you found.",
            ),
            Policy(
                "add_visitor",
                "insert",
                check=f"{ME} is null and by_id is null and said_by = 'visitor' and found in ('right', 'unreached') and how = ''",
                says="A visitor says what they found, without a trace of who they are; it counts as a word of a visitor.",
            ),
            CONFIRMS_BY_LINK,
            Policy(
                "link_take_back",
                "delete",
                "id = (select trust.reach()) and said_by in ('known', 'visitor')"
                f" and at > statement_timestamp() - interval '{A_MISTAKE} minutes'",
                to=OFFICE,
                says="Who pressed by mistake takes it back, with what only they were given, for a quarter of an hour.",
            ),
            Policy("add_contact", "insert", check=CONTACT, says=WELL),
            Policy(
                "link_contact",
                "insert",
                check=f"{CONTACT} and (select trust.reader()) is not null",
                to=OFFICE,
                says=WELL,
            ),
            for_office("beheer", says="Administration notes what it was told."),
            after(Keep.YEAR, column="at", says="Who found a listing right is forgotten after a year.")[1],
        ),
    ),
    Guard(
        "directory_unfinishedlist",
        grants=("select", "insert (id, neighbourhood_id, name, said, to_mend, gone, at)", "delete"),
        offices=("select", "delete"),
        policies=(
            Policy("keep_list", "all", UNFINISHED, UNFINISHED, says=LEFT_OFF),
            *after(Keep.SHORT, column="at", says="What was left to do of a list goes after thirty days."),
        ),
    ),
    *OWNERS,
]
