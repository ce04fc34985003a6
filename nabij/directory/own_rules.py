"""Who sees what neighbours sent in, who says yes to it, and what they keep on the map themselves from then on."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, for_office
from nabij.trust.policies.terms import SEEN, after, along

OPENED = "(select trust.reach()) is not null"
OWN_ROWS = "came_from = any((select trust.my_initiatives())::text[])"
ERASED_ROWS = "came_from = any((select trust.erased_initiatives())::text[])"
SOME_ERASED = "cardinality((select trust.erased_initiatives())) > 0"
RIGHTS = "(select trust.office()) = 'rights'"
WITHOUT_THEM = "What somebody who is forgotten put on the map stands on without their name and number, or stops."
LEFT = "by_id is null and token_hash is null"
TO_JUDGE = "neighbourhood_id = any((select trust.my_map())::text[])"
THIS_ONE = "id = (select trust.reach()) and token_hash is not null"
OF_MINE = f"initiative_id in (select id from public.directory_initiative where by_id = {ME})"
OF_MY_PLACE = f"initiative_id in (select id from public.directory_initiative where {TO_JUDGE})"
OF_THIS = "initiative_id = (select trust.reach())"
# It stands on the map, so whoever keeps it must be able to.
STANDS = (
    "exists (select 1 from public.directory_service s"
    " where s.came_from = 'eigen:' || neighbourhood_id || ':' || directory_initiative.id and s.status <> 'defunct')"
)
KEEPS = "Who put something on the map keeps it there, after one yes of the neighbourhood; and nothing else."

# Of each row what it must hang on, which is one's own, and what it may not hang on.
HANGS: dict[str, tuple[dict[str, str], str]] = {
    "service": ({}, "organization_id program_id group_id"),
    "location": ({}, "organization_id"),
    "serviceatlocation": ({"service_id": "service", "location_id": "location"}, ""),
    "address": ({"location_id": "location"}, "organization_id"),
    "contact": ({"service_id": "service"}, "organization_id service_at_location_id location_id"),
    "phone": ({"contact_id": "contact"}, "location_id service_id organization_id service_at_location_id"),
    "schedule": ({"service_id": "service"}, "location_id service_at_location_id"),
    "language": ({"service_id": "service"}, "location_id phone_id"),
    "taxonomyterm": ({}, "parent_id taxonomy_id"),
    "attribute": ({"link_id": "service"}, ""),
}


def kept_own(table: str) -> tuple[Policy, ...]:
    """The rows of one's own listing, by somebody with an account or by the link of who has none."""
    if table not in HANGS:
        return ()
    hung, empty = HANGS[table]
    own = [f"{column} in (select id from public.directory_{of} where {OWN_ROWS})" for column, of in hung.items()]
    check = " and ".join([OWN_ROWS, *own, *(f"{column} is null" for column in empty.split())])
    return (
        Policy("keep_own", "all", OWN_ROWS, check, says=KEEPS),
        Policy("link_keep_own", "all", f"{OPENED} and {OWN_ROWS}", f"{OPENED} and {check}", to=OFFICE, says=KEEPS),
        *erased(table),
    )


def erased(table: str) -> tuple[Policy, ...]:
    """What somebody who is forgotten put there goes on without them, or stops."""
    if table == "searchword":
        return (Policy("rights_learn", "insert", check=f"{RIGHTS} and {SOME_ERASED}", to=OFFICE, says=WITHOUT_THEM),)
    if table == "servicemeaning":
        of_erased = f"service_id in (select id from public.directory_service where {ERASED_ROWS})"
        return (for_rights(of_erased, says="What it is found by is made again, without their name."),)
    return (for_rights(ERASED_ROWS, says=WITHOUT_THEM),)


def understood_own(table: str) -> tuple[Policy, ...]:
    """What stands on the map can be found by its words."""
    of_own = f"service_id in (select id from public.directory_service where {OWN_ROWS})"
    says = "What somebody put on the map can be found by its words."
    if table == "servicemeaning":
        return (
            Policy("insert_of_own", "insert", check=of_own, says=says),
            Policy("update_of_own", "update", of_own, of_own, says=says),
            Policy("link_insert_of_own", "insert", check=f"{OPENED} and {of_own}", to=OFFICE, says=says),
            Policy("link_update_of_own", "update", *2 * (f"{OPENED} and {of_own}",), to=OFFICE, says=says),
            *erased(table),
        )
    some = "cardinality((select trust.my_initiatives())) > 0"
    return (
        Policy("learn_own_words", "insert", check=some, says=says),
        Policy("link_learn_own_words", "insert", check=f"{OPENED} and {some}", to=OFFICE, says=says),
        *erased(table),
    )


INITIATIVES = [
    Guard(
        "directory_initiative",
        grants=("select", "insert", "update (said, was, changed_at, token_hash)"),
        offices=("select", "update (said, was, changed_at, by_id, token_hash)", "delete"),
        policies=(
            Policy("see_own", "select", f"by_id = {ME}", says="You see what you sent in."),
            Policy(
                "see_place", "select", TO_JUDGE, says="Who coordinates in a neighbourhood sees what was sent in there."
            ),
            Policy(
                "send_in",
                "insert",
                check=f"by_id is not distinct from {ME} and (by_id is null) = (token_hash is not null)"
                " and not trust.many_wait(neighbourhood_id)",
                says="Everybody sends in what they do, in their own name or by a link, while not too much waits there.",
            ),
            Policy("change_own", "update", f"by_id = {ME}", f"by_id = {ME}", says="You change what you sent in."),
            Policy("link_see", "select", THIS_ONE, to=OFFICE, says="Who opened a link sees what it keeps."),
            Policy(
                "link_change", "update", THIS_ONE, THIS_ONE, to=OFFICE, says="Who opened a link changes what it keeps."
            ),
            for_office("door", command="select", says="The door finds what a link opens."),
            for_office("beheer", says="Administration says yes where nobody coordinates."),
            Policy(
                "hand_on",
                "update",
                f"{TO_JUDGE} and {LEFT}",
                f"{TO_JUDGE} and by_id is null and token_hash is not null",
                says="What nobody keeps any more, who coordinates there gives to somebody else by a link.",
            ),
            for_rights(f"by_id = {ERASED_PEOPLE}", says="What somebody who is forgotten sent in goes."),
            Policy(
                "rights_leave",
                "update",
                f"{RIGHTS} and by_id = {ERASED_PEOPLE}",
                f"{RIGHTS} and {LEFT}",
                to=OFFICE,
                says="What others go on with is nobody's when whoever kept it is forgotten.",
            ),
            Policy("rights_left", "select", f"{RIGHTS} and {LEFT}", to=OFFICE, says="What is nobody's is so."),
            *after(
                Keep.MONTHS,
                column="at",
                and_if=f"not {STANDS}",
                says="What was sent in goes after half a year, unless it stands on the map.",
            ),
        ),
    ),
    Guard(
        "directory_initiativeanswer",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            Policy("see_own", "select", OF_MINE, says="You see what was answered to what you sent in."),
            Policy("see_place", "select", OF_MY_PLACE, says="Who coordinates sees what was answered there."),
            Policy(
                "answer_place",
                "insert",
                check=f"by_id = {ME} and {OF_MY_PLACE}",
                says="Who coordinates in a neighbourhood says yes or no, in their own name.",
            ),
            Policy("link_see", "select", OF_THIS, to=OFFICE, says="Who opened a link sees what was answered."),
            for_office("beheer", says="Administration says yes where nobody coordinates."),
            for_rights(
                f"initiative_id in (select id from public.directory_initiative where by_id = {ERASED_PEOPLE})",
                says="The answer goes with what was sent in.",
            ),
            SEEN,
            along("initiative_id", table="directory_initiative", says="The answer goes with what was sent in."),
        ),
    ),
]
