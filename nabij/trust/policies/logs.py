"""Who may see and add to the logs; nobody changes them, and nobody takes away but the term of five years."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.parts import (
    ME,
    MY_HATS,
    THE_ADMINISTRATOR,
    for_administrators,
    for_office,
    see_written,
)

IN_MY_NAME = (
    f"who = {ME} and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[])"
    f" and (hat is null or hat = {MY_HATS})"
)
# What is written in the logs belongs to the transaction that writes it: its trace stands in the seal.
THIS_TRACE = "trace_id = (select trust.trace())"
CHAINS = for_office("logs", command="select", says="The logs are chained, and their chain is checked.")

LOGS = [
    Guard(
        "trust_trace",
        grants=("select", "insert"),
        offices=("select", "insert"),
        add_only=True,
        policies=(
            *see_written(at="at", circle="circle_key", says="A circle sees what changed in it."),
            Policy("see_own", "select", f"who = {ME}", says="You see what you changed."),
            Policy(
                "add_own",
                "insert",
                check=IN_MY_NAME,
                says="Everybody leaves their own trace, under their own name; who is asked from outside as well.",
            ),
            for_office(
                "door", "post", "beheer", "link", "rights", command="insert", says="Offices leave a trace as well."
            ),
            CHAINS,
            for_administrators(
                "select",
                "thing = any('{people.account,people.administrator,people.duty,people.group,people.hat,people.hatrule,people.place,"
                "people.proof,people.suspension,people.takingoff,trust.rightsreview,trust.setting}'::text[])"
                " and circle_key is null",
                says="Administrators see what administration did, and nothing of a circle.",
            ),
            Policy(
                "administrators_insert",
                "insert",
                check=f"who = {THE_ADMINISTRATOR} and who_name = (select trust.administrator_name()) and hat_name = ''"
                " and circle_key is null",
                to=OFFICE,
                says="An administrator leaves a trace under their own name.",
            ),
        ),
    ),
    Guard(
        "trust_look",
        grants=("select", "insert"),
        offices=("select", "insert"),
        add_only=True,
        policies=(
            Policy("see_about", "select", f"about = {ME}", says="You see who looked at what is about you."),
            Policy(
                "see_young",
                "select",
                "about = any((select trust.my_young())::uuid[])",
                says="A parent sees who looked at what is about their child under twelve.",
            ),
            Policy("see_own", "select", f"who = {ME}", says="You see what you looked at."),
            Policy(
                "see_glass",
                "select",
                "about = any((select trust.my_shown_glasses())::uuid[])",
                says="What was read behind broken glass is seen by the trusted third, and by the resident once told.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"{IN_MY_NAME} and {THIS_TRACE}",
                says="Every look is written down by whoever looks, under their own name.",
            ),
            for_office("why", command="insert", says="Who asks at the terminal why somebody may see is written down."),
            CHAINS,
        ),
    ),
    Guard(
        "trust_processing",
        grants=("insert",),
        offices=("select", "insert"),
        add_only=True,
        policies=(
            Policy("add_traced", "insert", check=THIS_TRACE, says="What is processed is written down without by whom."),
            for_office("why", command="insert", says="What is asked at the terminal is processed as well."),
            for_office("logs", command="select", says="The log of processing is handed over as a whole."),
        ),
    ),
    Guard(
        "trust_chainlink",
        offices=("select", "insert"),
        add_only=True,
        policies=(
            CHAINS,
            Policy(
                "office_chain",
                "insert",
                check="(select trust.office()) = 'logs'",
                to=OFFICE,
                says="The logs are chained each minute.",
            ),
        ),
    ),
    Guard(
        "trust_forgetting",
        offices=("select",),
        add_only=True,
        policies=(for_office("logs", "retention", command="select", says="That rows went stays to be seen."),),
    ),
    Guard("trust_seal", why="Nobody reads the seal: row-level security without a policy and without a grant."),
]
