"""Who hands on what of the bridge, and who says whether they take it over."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_PEOPLE, for_office
from nabij.trust.policies.terms import BEWAREN, after

MINE_TO_HAND_ON = (
    f"(ask_id is null or ask_id in (select k.ask_id from public.bridge_asker k where k.asked_by_id = {ME})"
    " or ask_id = any((select trust.charged_asks())::uuid[]))"
    " and (referral_id is null or referral_id = any((select trust.my_received())::uuid[]))"
    " and (introduction_id is null or introduction_id = any((select trust.mine_to_introduce())::uuid[]))"
    " and (party_id is null or party_id = any((select trust.my_parties())::uuid[])"
    " and trust.may_sign_for(party_id, to_id))"
)
# Of these whoever erases sees only what goes with somebody.
OF_WHAT_GOES = (
    "ask_id in (select id from public.bridge_ask) or referral_id in (select id from public.bridge_referral)"
    " or introduction_id in (select id from public.bridge_introduction)"
)


def with_its_thing(column: str, table: str) -> Policy:
    gone = f"not exists (select 1 from public.{table} hung_on where hung_on.id = {column})"
    rule = f"{BEWAREN} and {column} is not null and {gone}"
    return Policy(f"along_{column}", "delete", rule, to=OFFICE, says="That it was handed on goes with it.")


HANDINGS = (
    Guard(
        "bridge_handingon",
        grants=("select", "insert", "update (yes, answered_at)"),
        offices=("select", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see whom you asked to take over."),
            Policy("see_to", "select", f"to_id = {ME}", says="You see what you are asked to take over."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and to_id = {MY_PEOPLE} and yes is null and {MINE_TO_HAND_ON}",
                says="Who carries it asks somebody they know; of a signature, somebody who may sign for that group.",
            ),
            Policy(
                "answer_to",
                "update",
                f"to_id = {ME} and yes is null",
                f"to_id = {ME}",
                says="Who is asked says once whether they take it over.",
            ),
            for_office("reminders", command="select", says="Who became the contact of a group is told in time."),
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or to_id = {ERASED_PEOPLE} or {OF_WHAT_GOES})",
                says="What was handed on by, to or of somebody who is forgotten goes.",
            ),
            *after(Keep.YEAR, column="at", says="That something was handed on goes after a year."),
            with_its_thing("ask_id", "bridge_ask"),
            with_its_thing("referral_id", "bridge_referral"),
            with_its_thing("introduction_id", "bridge_introduction"),
            with_its_thing("party_id", "bridge_agreementparty"),
        ),
    ),
)
