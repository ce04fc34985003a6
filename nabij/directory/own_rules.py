"""Who sees what neighbours sent in, who says yes to it, and what they keep on the map themselves from then on."""

from dataclasses import dataclass, field

from nabij.base.guard import APP, OFFICE, Guard, Policy
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
TELLS = "trust.tells_change(id, said, was, changed_at)"
OF_MINE = f"initiative_id in (select id from public.directory_initiative where by_id = {ME})"
OF_MY_PLACE = f"initiative_id in (select id from public.directory_initiative where {TO_JUDGE})"
OF_THIS = "initiative_id = (select trust.reach())"
HALF_A_YEAR = f"statement_timestamp() - interval '{Keep.MONTHS.term}'"
# It stands on the map, or did lately, so whoever keeps it must be able to, and to begin again.
STANDS = (
    "exists (select 1 from public.directory_service s"
    " where s.came_from = 'eigen:' || neighbourhood_id || ':' || directory_initiative.id"
    f" and (s.status <> 'defunct' or s.changed_at >= {HALF_A_YEAR}))"
)
KEEPS = "Who put something on the map keeps it there, after one yes of the neighbourhood; and nothing else."


@dataclass(frozen=True)
class Own:
    """What of one table a page of one's own writes, and so all that the database lets it write.

    hung: what a row must hang on, which is one's own. nothing: what it hangs on never, and numbers and days it says
    nothing of. silent: words it says nothing of. deeds: what is done with a row; "all" where it goes as well.
    """

    hung: dict[str, str] = field(default_factory=dict)
    nothing: str = ""
    silent: str = ""
    deeds: tuple[str, ...] = ("all",)
    also: str = ""

    @property
    def check(self) -> str:
        hung = [f"{one} in (select id from public.directory_{of} where {OWN_ROWS})" for one, of in self.hung.items()]
        nothing = [f"{column} is null" for column in self.nothing.split()]
        silent = [f"{column} = ''" for column in self.silent.split()]
        also = [self.also] if self.also else []
        return " and ".join([OWN_ROWS, *hung, *nothing, *silent, "extra = '{}'::jsonb", *also])


HANGS: dict[str, Own] = {
    "service": Own(
        nothing="organization_id program_id group_id minimum_age maximum_age last_modified",
        silent="organization_key alternate_name email interpretation_services fees_description wait_time fees"
        " accreditations assurer_email licenses alert",
        deeds=("insert", "update"),  # Whoever comes by its address reads that it stopped.
        also="status in ('active', 'defunct')",
    ),
    "location": Own(
        nothing="organization_id",
        silent="alternate_name description transportation external_identifier external_identifier_type",
    ),
    "serviceatlocation": Own({"service_id": "service", "location_id": "location"}, silent="description"),
    "address": Own({"location_id": "location"}, "organization_id", "attention address_2 city state_province country"),
    "contact": Own({"service_id": "service"}, "organization_id service_at_location_id location_id", "department"),
    "phone": Own(
        {"contact_id": "contact"},
        "location_id service_id organization_id service_at_location_id",
        "extension type description",
    ),
    "schedule": Own(
        {"service_id": "service"},
        "location_id service_at_location_id valid_from valid_to dtstart until count interval",
        "timezone wkst byweekno bymonthday byyearday schedule_link attending_type notes",
    ),
    "language": Own({"service_id": "service"}, "location_id phone_id", "note"),
    # A subject is of everybody once others use it: one adds it, and neither renames it nor takes it away.
    "taxonomyterm": Own(
        nothing="parent_id taxonomy_id", silent="description taxonomy_name language term_uri", deeds=("insert",)
    ),
    "attribute": Own({"link_id": "service"}, silent="value", also="link_entity = 'service'"),
}


def kept_own(table: str) -> tuple[Policy, ...]:
    """The rows of one's own listing, by somebody with an account or by the link of who has none."""
    if table not in HANGS:
        return ()
    rows = [
        policy
        for deed in HANGS[table].deeds
        for policy in (_keeps("keep_own", deed, table), _keeps("link_keep_own", deed, table))
    ]
    return (*rows, *(erased(table) if table != "taxonomyterm" else ()))


def _keeps(name: str, deed: str, table: str) -> Policy:
    by_link = name.startswith("link")
    opened = f"{OPENED} and " if by_link else ""
    using = "" if deed == "insert" else f"{opened}{OWN_ROWS}"
    whole = name if deed == "all" else f"{name}_{deed}"
    return Policy(whole, deed, using, f"{opened}{HANGS[table].check}", to=OFFICE if by_link else APP, says=KEEPS)


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
            Policy(
                "change_own",
                "update",
                f"by_id = {ME}",
                f"by_id = {ME} and {TELLS}",
                says="You change what you sent in, and what stood there is told to who coordinates.",
            ),
            Policy("link_see", "select", THIS_ONE, to=OFFICE, says="Who opened a link sees what it keeps."),
            Policy(
                "link_change",
                "update",
                THIS_ONE,
                f"{THIS_ONE} and {TELLS}",
                to=OFFICE,
                says="Who opened a link changes what it keeps, and what stood there is told to who coordinates.",
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
                column="changed_at",
                and_if=f"not {STANDS} and not trust.lately_answered(id)",
                says="What was sent in goes half a year after its last change or answer, unless it stands on the map.",
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
