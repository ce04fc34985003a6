"""Who may see and add to the two logs; nobody changes them."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.parts import ME, for_office, see_written

LOGS = [
    Guard(
        "trust_trace",
        grants=("select", "insert"),
        offices=("insert",),
        policies=(
            *see_written(at="at", circle="circle_key", says="A circle sees what changed in it."),
            Policy("see_own", "select", f"who = {ME}", says="You see what you changed."),
            Policy(
                "add_own",
                "insert",
                check=f"who = {ME} and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[])",
                says="Everybody leaves their own trace, under their own name; who is asked from outside as well.",
            ),
            for_office("door", "post", "beheer", "link", command="insert", says="Offices leave a trace as well."),
        ),
    ),
    Guard(
        "trust_look",
        grants=("select", "insert"),
        policies=(
            Policy("see_about", "select", f"about = {ME}", says="You see who looked at what is about you."),
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
                check=f"who = {ME} and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[])",
                says="Every look is written down by whoever looks, under their own name.",
            ),
        ),
    ),
    Guard("trust_seal", why="Nobody reads the seal: row-level security without a policy and without a grant."),
]
