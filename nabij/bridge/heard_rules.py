"""Who sees what was heard that another gladly does: who wrote it down and whose it is; the neighbourhood does not."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_NEIGHBOURHOODS, for_office
from nabij.trust.policies.terms import SEEN, after, along

HEARD_BY_ME = "any((select trust.heard_by_me())::uuid[])"
I_MIND = "any((select trust.offers_i_mind())::uuid[])"
READER = "(select trust.reader())"
REACH = "(select trust.reach())"
OF_HEARD = "heard_id in (select id from public.bridge_heardoffer)"
BY_LINK = f"offer_id = {REACH} and trust.is_heard_of(offer_id, {READER})"

HEARD = (
    Guard(
        "bridge_heardoffer",
        grants=("select", "insert", "delete"),
        offices=("select", "delete"),
        policies=(
            Policy("see_about", "select", f"person_id = {ME}", says="You see what is written down for you, by whom."),
            Policy(
                "see_noted",
                "select",
                f"id = {HEARD_BY_ME}",
                says="You see what you wrote down for another; so does who stands in, or coordinates when you left.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"noted_by_id = {ME} and person_id <> {ME} and neighbourhood_id = {MY_NEIGHBOURHOODS}"
                " and trust.may_hear_of(person_id)",
                says="Where you live or work you write down what somebody you know gladly does, of sixteen or older.",
            ),
            Policy(
                "end_own",
                "delete",
                f"noted_by_id = {ME} and not trust.is_answered(id)",
                says="You take back what you wrote down, while nobody said anything to it.",
            ),
            Policy(
                "link_see",
                "select",
                f"id = {REACH} and person_id = {READER}",
                to=OFFICE,
                says="A link shows the one thing that was written down, to whose it is.",
            ),
            for_office("post", command="select", says="A letter says what was written down, to whose it is."),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="What was written down for who is forgotten goes."),
            *after(
                Keep.YEAR,
                column="at",
                and_if="not trust.still_an_offer(id)",
                says="What was written down goes after a year, and not before the offer that came of it.",
            ),
        ),
    ),
    Guard(
        "bridge_offeryes",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            Policy("see_heard", "select", OF_HEARD, says="Who sees what was written down sees what was said to it."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and noted_by_id is null and trust.is_heard_of(heard_id, {ME})",
                says="You say yes or no to what another wrote down for you.",
            ),
            Policy(
                "add_noted",
                "insert",
                check=f"yes and noted_by_id = {ME} and heard_id = {HEARD_BY_ME} and trust.is_heard_of(heard_id, by_id)"
                " and trust.may_note_yes(by_id)",
                says="Who wrote it down notes the yes of somebody they know who has no login.",
            ),
            Policy("link_see", "select", f"heard_id = {REACH}", to=OFFICE, says="A link shows what was answered."),
            Policy(
                "link_add",
                "insert",
                check=f"heard_id = {REACH} and by_id = {READER} and noted_by_id is null"
                f" and trust.is_heard_of(heard_id, {READER})",
                to=OFFICE,
                says="A link answers for whose it is, once.",
            ),
            for_office("post", command="select", says="A letter is not sent about what they answered themselves."),
            for_rights(OF_HEARD, says="A yes goes with what it was said to."),
            SEEN,
            along("heard_id", table="bridge_heardoffer", says="A yes goes with what it was said to."),
        ),
    ),
)
