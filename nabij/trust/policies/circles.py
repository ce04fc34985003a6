"""Who may see and do what with circles, their members, whom one knows, and purposes."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.parts import (
    AS_FAR_AS_I,
    I_KNOW,
    ME,
    MY_CIRCLES,
    MY_OWN_CIRCLES,
    NOT_OVER,
    OVER,
    READ_CIRCLES,
    everybody,
    for_office,
)

CIRCLES = [
    Guard(
        "trust_circle",
        grants=("select", "insert", "update (name)"),
        offices=("select",),
        policies=(
            Policy("see_member", "select", f"id = {READ_CIRCLES}", says="You see the circles you are in."),
            Policy(
                "see_maker",
                "select",
                "id = any((select trust.my_new_circles())::uuid[])",
                says="You see a circle you just made.",
            ),
            Policy(
                "add_maker", "insert", check=f"made_by_id = {ME}", says="Anybody may begin a circle, in their own name."
            ),
            Policy(
                "rename_resident",
                "update",
                "id = any((select trust.my_own_circles())::uuid[])",
                says="The resident names the circle.",
            ),
            for_office("post", "reminders", command="select", says="Letters are written about things in circles."),
        ),
    ),
    Guard(
        "trust_membership",
        grants=("select", "insert", "update (until)"),
        offices=("select",),
        policies=(
            Policy("see_fellow", "select", f"circle_id = {READ_CIRCLES}", says="Members of a circle see each other."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see which circles you were ever in."),
            Policy(
                "add_member",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = {MY_CIRCLES} and not as_resident and {AS_FAR_AS_I} and {I_KNOW}",
                says="A member lets in somebody they know, in their own name, who reads no further back than they do; whom a circle is about stays as it began.",
            ),
            Policy(
                "add_resident",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = {MY_OWN_CIRCLES} and {I_KNOW}",
                says="Whom a circle is about says who else it is about.",
            ),
            Policy(
                "add_first",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = any((select trust.my_new_circles())::uuid[]) and {I_KNOW}",
                says="Who begins a circle lets its first people in, all at once, and says whom it is about.",
            ),
            Policy(
                "end_own",
                "update",
                f"person_id = {ME} and not as_resident and {NOT_OVER}",
                f"person_id = {ME} and {OVER}",
                says="Anybody may leave a circle, and nobody walks back in.",
            ),
            Policy(
                "end_resident",
                "update",
                f"circle_id = {MY_OWN_CIRCLES} and not as_resident and {NOT_OVER}",
                f"circle_id = {MY_OWN_CIRCLES} and until is not null",
                says="The resident decides who stays in their circle, and until when.",
            ),
            for_office("post", "reminders", command="select", says="Letters go to members of circles."),
        ),
    ),
    Guard(
        "trust_opening",
        grants=("select", "insert"),
        policies=(
            Policy(
                "see_fellow",
                "select",
                "membership_id in (select id from public.trust_membership)",
                says="Members of a circle see for whom the past was opened.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"by_id = {ME} and coalesce(since, '-infinity') >= trust.my_beginning(trust.circle_of(membership_id))",
                says="A member opens the past to another, no further back than they read themselves.",
            ),
        ),
    ),
    Guard(
        "trust_noted",
        grants=("select", "insert"),
        policies=(
            Policy("see_member", "select", f"circle_id = {READ_CIRCLES}", says="A circle sees whom it knows."),
            Policy(
                "add_member",
                "insert",
                check=f"circle_id = {MY_CIRCLES} and {I_KNOW}",
                says="A member tells the circle of somebody they know themselves.",
            ),
        ),
    ),
    Guard(
        "trust_acquaintance",
        grants=("select", "insert", "delete"),
        offices=("select", "insert"),
        policies=(
            Policy("see_who", "select", f"who_id = {ME}", says="You see to whom you were introduced."),
            Policy("see_person", "select", f"person_id = {ME}", says="You see who was told of you."),
            Policy(
                "add_self",
                "insert",
                check=f"person_id = {ME} and introduced_by_id = {ME}",
                says="You let somebody know of you.",
            ),
            Policy("drop_self", "delete", f"person_id = {ME}", says="You take that back."),
            for_office("beheer", says="Administration introduces people who will work together."),
        ),
    ),
    Guard("trust_purpose", grants=("select",), offices=("select",), policies=everybody(says="Purposes are public.")),
]
