"""What a neighbourhood chose for itself, when its places are open, and who says that they are there for something."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import (
    FULL,
    ME,
    MY_HATS,
    MY_NEIGHBOURHOODS,
    everybody,
    for_administrators,
    for_office,
)
from nabij.trust.policies.terms import after, goes

MINE_TO_KEEP = "neighbourhood_id = any((select trust.my_kept_places())::text[])"
OF_MY_PLACES = f"place_id in (select id from public.people_place where {MINE_TO_KEEP})"
STANDS = "id = any((select trust.signposted(false))::uuid[])"
STANDS_OPENLY = "id = any((select trust.signposted(true))::uuid[])"
# As what somebody stands there is what their hat says; a guide has no role, and passes for no professional.
IN_A_TEAM = (
    f"kind = 'team' and hat_id = {MY_HATS} and trust.has_team_page(neighbourhood_id)"
    " and trust.hat_reaches(hat_id, neighbourhood_id)"
    " and (role, formal) = (select h.role, h.formal from public.people_hat h where h.id = hat_id)"
)
A_GUIDE = "kind = 'guide' and hat_id is null and role = '' and not formal"
GROWN = f"coalesce(trust.years_of({ME}), 16) >= 16"
NOW = "at <= statement_timestamp() + interval '1 minute'"

STRUCTURE = [
    Guard(
        "people_place",
        grants=("select", "insert", "update (name, what, address, hours, step_free, until)"),
        offices=FULL,
        policies=(
            *everybody(says="Places to meet are public."),
            for_office("beheer", says="Administration keeps places."),
            for_administrators("insert", says="Administrators put places on the page of a neighbourhood."),
            Policy("add_place", "insert", check=MINE_TO_KEEP, says="Who coordinates somewhere adds places there."),
            Policy(
                "change_place",
                "update",
                MINE_TO_KEEP,
                MINE_TO_KEEP,
                says="Who coordinates somewhere says what its places are.",
            ),
        ),
    ),
    Guard(
        "people_placehours",
        grants=("select", "insert", "delete"),
        offices=FULL,
        policies=(
            *everybody(says="When a place is open is public."),
            Policy("add_hours", "insert", check=OF_MY_PLACES, says="Who coordinates somewhere says when places open."),
            Policy("drop_hours", "delete", OF_MY_PLACES, says="Who coordinates somewhere says when places open."),
            for_office("beheer", says="Administration keeps places."),
        ),
    ),
    Guard(
        "people_structure",
        grants=("select", "insert"),
        offices=("select", "insert"),
        policies=(
            *everybody(says="What a neighbourhood chose for itself is public."),
            Policy(
                "choose",
                "insert",
                check=f"{MINE_TO_KEEP} and {NOW}",
                says="Who coordinates somewhere chooses how much structure there is.",
            ),
            for_office("beheer", command="insert", says="Administration chooses where nobody coordinates."),
        ),
    ),
    Guard(
        "people_signpost",
        grants=("select", "insert", "update (until, ended_by_id, why)"),
        offices=("select", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see for what you said you are there."),
            Policy(
                "see_public",
                "select",
                STANDS_OPENLY,
                says="Who wants everybody to know that they are there for something is seen by everybody.",
            ),
            Policy(
                "see_near",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS} and {STANDS}",
                says="Who is there for something is seen in the neighbourhood.",
            ),
            Policy("see_ended", "select", f"ended_by_id = {ME}", says="You see whom you took off, and why."),
            Policy(
                "stand",
                "insert",
                check=f"person_id = {ME} and until is null and ended_by_id is null and why = ''"
                f" and {NOW} and {GROWN} and neighbourhood_id = {MY_NEIGHBOURHOODS} and ({IN_A_TEAM} or {A_GUIDE})",
                says="From sixteen you say yourself what you are there for: in a team in a hat you wear, or as a guide.",
            ),
            Policy(
                "step_back",
                "update",
                f"person_id = {ME} and until is null",
                f"person_id = {ME} and ended_by_id = {ME} and until is not null",
                says="You take away yourself that you are there.",
            ),
            Policy(
                "take_off",
                "update",
                f"{MINE_TO_KEEP} and until is null",
                f"ended_by_id = {ME} and until is not null",
                says="Who coordinates somewhere takes somebody off its pages, with why.",
            ),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="That somebody was there who is forgotten goes."),
            *after(Keep.YEAR, column="until", says="A year after somebody stepped back nothing says it any more."),
            goes(
                "when_nobody_keeps_it",
                rule="not trust.has_account(person_id)",
                says="Of who has no log-in any more nothing says that they are there.",
            ),
        ),
    ),
]
