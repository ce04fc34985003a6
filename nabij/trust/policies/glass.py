"""Who may break the glass, who watches over it, and who hears of it when. Nothing here lets anybody write."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_NEIGHBOURHOODS, for_office
from nabij.trust.policies.terms import SEEN, TERM_OR_REQUEST, after, along

THIRDS_HERE = "any((select trust.thirds_here())::uuid[])"
OF_GLASS = "glass_id in (select id from public.trust_breakglass)"
I_WATCH = f"glass_id in (select id from public.trust_breakglass where third_id = {ME})"
# A complaint about a broken glass needs what was written of it.
NOT_HELD = "{} <> all((select trust.held_people())::uuid[])"
IN_MY_NAME = f"by_id = {ME} and by_name = (select trust.my_name())"

GLASS = [
    Guard(
        "trust_trustedthird",
        grants=("select",),
        offices=("select", "insert", "update (until)", "delete"),
        policies=(
            *after(Keep.LOG, column="until", says="Who watched over it is known for five years after."),
            TERM_OR_REQUEST,
            for_rights(f"person_id = {ERASED_PEOPLE}", says="Who is forgotten watches over nothing any more."),
            Policy(
                "see_neighbourhood",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS} or person_id = {ME}",
                says="A neighbourhood knows who watches over breaking the glass.",
            ),
            for_office("beheer", says="Administration says who is trusted."),
        ),
    ),
    Guard(
        "trust_glassattempt",
        grants=("select", "insert"),
        offices=("select (id, by_id, hat_id, third_id, logged_at)", "delete"),
        policies=(
            *after(
                Keep.LOG, column="logged_at", says="That somebody sought a story in danger: five years, as the logs."
            ),
            Policy("see_own", "select", f"by_id = {ME}", says="You see what you sought."),
            Policy("see_third", "select", f"third_id = {ME}", says="The trusted third sees every attempt."),
            Policy(
                "add_formal",
                "insert",
                check=f"{IN_MY_NAME} and hat_id = (select trust.formal_hat()) and third_id = {THIRDS_HERE}"
                " and (select trust.my_attempts()) < 5 and logged_at = statement_timestamp()",
                says="Who wears a hat of work here seeks a story in danger, five times a day, while a third watches.",
            ),
        ),
    ),
    Guard(
        "trust_breakglass",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            *after(
                Keep.LOG,
                column="until",
                and_if=NOT_HELD.format("person_id"),
                says="That the glass was broken: five years, as the logs; longer while that is held.",
            ),
            Policy("see_own", "select", f"by_id = {ME}", says="You see what you opened."),
            Policy("see_third", "select", f"third_id = {ME}", says="The trusted third sees that it was opened."),
            Policy(
                "see_told",
                "select",
                "id = any((select trust.my_told_glasses())::uuid[])",
                says="The circle hears of it when the trusted third agrees.",
            ),
            Policy(
                "add_found",
                "insert",
                check=f"{IN_MY_NAME} and third_id = {THIRDS_HERE} and person_id = any(trust.behind_glass(attempt_id))"
                " and until <= least(at, statement_timestamp() + interval '1 minute') + interval '24 hours'",
                says="What was sought just now, with a reason, opens for 24 hours.",
            ),
            for_office("reminders", command="select", says="The circle and the third are written to."),
        ),
    ),
    Guard(
        "trust_glasstelling",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEEN,
            along("glass_id", table="trust_breakglass", says="When the circle heard of it goes with it."),
            Policy("see_third", "select", f"by_id = {ME}", says="The trusted third sees what they decided."),
            Policy("see_told", "select", f"told and {OF_GLASS}", says="Whoever hears of it sees since when."),
            Policy(
                "add_third",
                "insert",
                check=f"by_id = {ME} and {I_WATCH}",
                says="The trusted third decides whether the circle hears of it now.",
            ),
            for_office("reminders", command="select", says="What was put off is asked again."),
        ),
    ),
    Guard(
        "trust_glassreview",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEEN,
            along("glass_id", table="trust_breakglass", says="What was thought of it goes with it."),
            Policy("see_glass", "select", OF_GLASS, says="Whoever hears of it sees what was thought of it."),
            Policy(
                "add_third",
                "insert",
                check=f"by_id = {ME} and {I_WATCH}",
                says="The trusted third says what they think of it.",
            ),
            for_office("reminders", command="select", says="What was not reviewed is asked again."),
        ),
    ),
]
