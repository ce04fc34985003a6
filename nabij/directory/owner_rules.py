"""What the link in the mail to whoever does it may: their own listings, and nothing else of the map."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.parts import for_office
from nabij.trust.policies.terms import after

OFFERED = "any((select trust.offered((select trust.reach())))::uuid[])"
MY_LETTER = "id = (select trust.reach())"
OF_MY_ADDRESS = (
    "address_hash = (select address_hash from public.directory_ownerletter where id = (select trust.reach()))"
)
# What neighbours keep on a page of their own: by the mail they only say that it is right, or gone.
NO_OWN = "not exists (select 1 from public.directory_service s where s.id = service_id and s.came_from like 'eigen:%')"
GONE_AT_MOST = "(came_from not like 'eigen:%' or status = 'defunct')"
OWN_CONTACT = f"service_id = {OFFERED} and came_from like 'eigen:%'"
OWN_PHONE = f"contact_id in (select id from public.directory_contact where {OWN_CONTACT})"
LISTED = f"service_id = {OFFERED} and {NO_OWN}"
CORRECTS = "Whoever does it corrects their own listing by the link in their mail."


def by_link(command: str, rule: str, *, says: str = CORRECTS) -> Policy:
    using = "" if command == "insert" else rule
    check = "" if command in ("select", "delete") else rule
    return Policy(f"link_{command}", command, using, check, to=OFFICE, says=says)


OWN_BY_LINK = {
    "service": (
        Policy(
            "link_update", "update", f"id = {OFFERED}", f"id = {OFFERED} and {GONE_AT_MOST}", to=OFFICE, says=CORRECTS
        ),
    ),
    "phone": (
        by_link("insert", LISTED),
        by_link("update", LISTED),
        by_link("delete", f"({LISTED} or {OWN_PHONE})"),
    ),
    "contact": (by_link("delete", OWN_CONTACT, says="Of what is gone no name of a neighbour is left."),),
    "schedule": (by_link("insert", LISTED), by_link("delete", LISTED)),
    "servicemeaning": (by_link("insert", f"service_id = {OFFERED}"), by_link("update", f"service_id = {OFFERED}")),
    "searchword": (by_link("insert", "cardinality((select trust.offered((select trust.reach())))) > 0"),),
}
CONFIRMS_BY_LINK = by_link(
    "insert",
    f"service_id = {OFFERED} and said_by = 'owner' and by_id is null",
    says="Whoever does it says by the link in their mail whether it is right.",
)

OWNERS = [
    Guard(
        "directory_ownerletter",
        offices=("select", "insert", "delete"),
        policies=(
            for_office("reminders", says="Whoever does it is asked once a season, or when nobody reaches them."),
            for_office("door", command="select", says="The door finds a letter by the hash of its key."),
            by_link("select", MY_LETTER, says="A link shows the letter it came in."),
            *after(Keep.YEAR, column="at", says="That somebody was asked goes after a year."),
        ),
    ),
    Guard(
        "directory_ownerstop",
        offices=("select", "insert"),
        policies=(
            for_office("reminders", command="select", says="Who wants no mail gets none."),
            by_link("select", OF_MY_ADDRESS, says="A link shows whether mail still comes."),
            by_link("insert", OF_MY_ADDRESS, says="The link stops the mail to its own address, or lets it come again."),
        ),
    ),
    Guard(
        "directory_ownerchange",
        grants=("select",),
        offices=("select", "insert"),
        policies=(
            Policy(
                "see_public",
                "select",
                "field in ('times', 'web', 'status')",
                says="What an owner changed is public, but not an old number, address or text.",
            ),
            for_office("beheer", command="select", says="An import lets stand what an owner corrected."),
            by_link("select", f"service_id = {OFFERED}", says="The link shows what was changed by it."),
            by_link("insert", f"service_id = {OFFERED}"),
        ),
    ),
]
