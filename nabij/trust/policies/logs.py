"""Who may see and add to the two logs; nobody changes them."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.parts import ME, MY_CIRCLES, THE_ADMINISTRATOR, for_administrators, for_office

LOGS = [
    Guard(
        "trust_trace",
        grants=("select", "insert"),
        offices=("select", "insert"),
        policies=(
            Policy("see_member", "select", f"circle_key = {MY_CIRCLES}", says="A circle sees what changed in it."),
            Policy("see_own", "select", f"who = {ME}", says="You see what you changed."),
            Policy(
                "add_own",
                "insert",
                check=f"who = {ME} and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[])",
                says="Everybody leaves their own trace, under their own name; who is asked from outside as well.",
            ),
            for_office("door", "post", "beheer", "link", command="insert", says="Offices leave a trace as well."),
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
        policies=(
            Policy("see_about", "select", f"about = {ME}", says="You see who looked at what is about you."),
            Policy("see_own", "select", f"who = {ME}", says="You see what you looked at."),
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
