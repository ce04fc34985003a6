"""Who sees a referral: who asked, whom it is about and who is asked. And who says how it stands, by the one table."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_masking, for_rights
from nabij.trust.policies.parts import ME, MY_PEOPLE, for_office
from nabij.trust.policies.terms import SEEN, after, along

RECEIVED = "any((select trust.my_received())::uuid[])"
OF_REFERRAL = "referral_id in (select id from public.bridge_referral)"
OF_MINE = f"referral_id in (select id from public.bridge_referral where by_id = {ME})"
GOES_ON = f"came_from = {RECEIVED} or came_from = any((select trust.my_sent())::uuid[])"
IN_MY_NAME = "by_name = (select trust.my_name())"
REACHED = "referral_id = (select trust.reach())"
REACHED_AS_ASKED = "trust.is_asked((select trust.reach()), (select trust.reader()))"
STEPPED_LATELY = f"trust.stepped_since(id, statement_timestamp() - interval '{Keep.YEAR.term}')"
FOLLOWED = for_office("post", "reminders", command="select", says="Letters tell that something waits or changed.")
ALONG = (
    for_rights(OF_REFERRAL, says="It goes with the referral of somebody who is forgotten."),
    SEEN,
    along("referral_id", table="bridge_referral", says="It goes with its referral."),
)


def link_see(rule: str, *, says: str) -> Policy:
    return Policy("link_see", "select", f"{rule} and {REACHED_AS_ASKED}", to=OFFICE, says=says)


REFERRALS = [
    Guard(
        "bridge_referral",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy("see_sender", "select", f"by_id = {ME}", says="You see what you asked."),
            Policy("see_about", "select", f"about_id = {ME}", says="You see every referral that is about you."),
            Policy(
                "see_parent",
                "select",
                "about_id = any((select trust.my_young())::uuid[])",
                says="Of a child under twelve a parent sees it.",
            ),
            Policy("see_receiver", "select", f"id = {RECEIVED}", says="Who is asked sees what was sent, and no more."),
            Policy(
                "add_sender",
                "insert",
                check=f"by_id = {ME} and {IN_MY_NAME} and (came_from is null or {GOES_ON})"
                f" and (about_id = {MY_PEOPLE} or trust.referred_about(came_from) = about_id)",
                says="Anybody asks in their own name, about somebody they know; onward about the same person.",
            ),
            link_see("id = (select trust.reach())", says="A link shows what was sent to its reader."),
            FOLLOWED,
            for_rights(
                f"(about_id = {ERASED_PEOPLE} or by_id = {ERASED_PEOPLE})",
                says="A referral about or of somebody who is forgotten goes with them.",
            ),
            *after(
                Keep.YEAR,
                column="at",
                and_if=f"not {STEPPED_LATELY}",
                says="A referral goes a year after its last step.",
            ),
        ),
    ),
    Guard(
        "bridge_receiver",
        grants=("select", "insert"),
        offices=("select", "insert", "update (name)", "delete"),
        policies=(
            Policy("see_referral", "select", OF_REFERRAL, says="Whoever sees a referral sees who is asked."),
            Policy(
                "add_sender",
                "insert",
                check=f"{OF_MINE} and via = 'sent'"
                f" and (person_id is null or person_id = {MY_PEOPLE} or trust.i_noted(person_id))",
                says="Who asks chooses of whom: somebody they know, or a group.",
            ),
            Policy(
                "office_reminders_add",
                "insert",
                check="(select trust.office()) = 'reminders' and via in ('stand_in', 'team')",
                to=OFFICE,
                says="When no answer comes the stand-in is asked, and then the team.",
            ),
            link_see(REACHED, says="A link shows who was asked."),
            FOLLOWED,
            *for_masking(f"person_id = {ERASED_PEOPLE}"),
            *ALONG,
        ),
    ),
    Guard(
        "bridge_referralstep",
        grants=("select", "insert"),
        offices=("select", "insert", "update (who_name)", "delete"),
        policies=(
            Policy("see_referral", "select", OF_REFERRAL, says="Whoever sees a referral sees how it goes."),
            Policy(
                "add_own",
                "insert",
                check=f"who_id = {ME} and who_name = (select trust.my_name()) and not by_link"
                " and trust.may_step(referral_id, who_id, number::integer, state)",
                says="You say how it stands, as the table of states allows on your side.",
            ),
            link_see(REACHED, says="A link shows how it stands."),
            Policy(
                "link_add",
                "insert",
                check=f"{REACHED} and who_id = (select trust.reader()) and by_link"
                " and trust.may_step(referral_id, who_id, number::integer, state)",
                to=OFFICE,
                says="A link says how it stands, as its reader, once.",
            ),
            FOLLOWED,
            *for_masking(f"who_id = {ERASED_PEOPLE}"),
            *ALONG,
        ),
    ),
    Guard(
        "bridge_thanks",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy("see_own", "select", f"by_id = {ME}", says="You see the thanks you said."),
            Policy("see_for_me", "select", f"to_id = {ME}", says="Thanks are read by whom they are for."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and {IN_MY_NAME} and to_id <> {ME} and {OF_REFERRAL}"
                " and trust.of_referral(referral_id, to_id)",
                says="Who sees a referral thanks somebody of it, in their own name.",
            ),
            for_office("reminders", command="select", says="A letter tells that there are thanks."),
            for_rights(f"({OF_REFERRAL} or by_id = {ERASED_PEOPLE} or to_id = {ERASED_PEOPLE})", says="Thanks go."),
            SEEN,
            along("referral_id", table="bridge_referral", says="Thanks go with the referral."),
        ),
    ),
]
