"""Who may break the glass, who watches over it, and who hears of it when. Nothing here lets anybody write."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.parts import ME, MY_NEIGHBOURHOODS, for_office

THIRDS_HERE = "any((select trust.thirds_here())::uuid[])"
OF_GLASS = "glass_id in (select id from public.trust_breakglass)"
I_WATCH = f"glass_id in (select id from public.trust_breakglass where third_id = {ME})"
IN_MY_NAME = f"by_id = {ME} and by_name = (select trust.my_name())"

GLASS = [
    Guard(
        "trust_trustedthird",
        grants=("select",),
        offices=("select", "insert", "update (until)"),
        policies=(
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
        policies=(
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
        offices=("select",),
        policies=(
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
        offices=("select",),
        policies=(
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
        offices=("select",),
        policies=(
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
