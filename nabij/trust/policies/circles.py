"""Who may see and do what with circles, their members, whom one knows, and purposes."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.erasing import (
    CIRCLES_TO_MASK,
    ERASED_CIRCLES,
    ERASED_PEOPLE,
    for_masking,
    for_rights,
)
from nabij.trust.policies.parts import (
    AS_FAR_AS_I,
    AS_PARENT,
    I_KNOW,
    I_KNOW_OR_PARENT,
    ME,
    MINE_TO_END,
    MY_CIRCLES,
    MY_OWN_CIRCLES,
    NOT_OVER,
    OVER,
    READ_CIRCLES,
    for_office,
)
from nabij.trust.policies.terms import SEEN, along, goes

PURPOSES = "any((select trust.purposes_in_use())::text[])"
HELD = "((select trust.held_circles())::uuid[])"
ALONG_CIRCLE = along("circle_id", table="trust_circle", says="Who read in a circle goes with it.")

CIRCLES = [
    Guard(
        "trust_circle",
        grants=("select", "insert", "update (name)"),
        offices=("select", "update (name)", "delete"),
        policies=(
            Policy("see_member", "select", f"id = {READ_CIRCLES}", says="You see the circles you are in."),
            for_rights(f"id = {ERASED_CIRCLES}", says="A circle about somebody who is forgotten goes."),
            *for_masking(f"id = {CIRCLES_TO_MASK}", says="A circle of others is not called after somebody forgotten."),
            Policy(
                "see_maker",
                "select",
                "id = any((select trust.my_new_circles())::uuid[])",
                says="You see a circle you just made.",
            ),
            Policy(
                "add_maker",
                "insert",
                check=f"made_by_id = {ME} and purpose_id = {PURPOSES}",
                says="Anybody may begin a circle, in their own name and for a purpose that is in use.",
            ),
            Policy(
                "rename_resident",
                "update",
                "id = any((select trust.my_own_circles())::uuid[])",
                says="The resident names the circle.",
            ),
            for_office("post", "reminders", command="select", says="Letters are written about things in circles."),
            SEEN,
            goes(
                "when_quiet",
                rule=f"trust.term_over(purpose_id, made_at) and id <> all({HELD})",
                says="An empty circle goes when its purpose says so; what still stands in it keeps it.",
            ),
        ),
    ),
    Guard(
        "trust_membership",
        grants=("select", "insert", "update (until)"),
        offices=("select", "insert", "update (until)", "delete"),
        policies=(
            Policy("see_fellow", "select", f"circle_id = {READ_CIRCLES}", says="Members of a circle see each other."),
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE})",
                says="Who is forgotten reads nowhere any more.",
            ),
            Policy("see_own", "select", f"person_id = {ME}", says="You see which circles you were ever in."),
            Policy(
                "add_member",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = {MY_CIRCLES} and not as_resident and parent_of_id is null"
                f" and {AS_FAR_AS_I} and not trust.only_the_child(circle_id, person_id) and {I_KNOW}"
                " and trust.may_join(circle_id, person_id, hat_id) and not trust.is_of_one(circle_id)",
                says="A member lets in somebody they know, in their own name, who reads no further back than they do; whom a circle"
                " is about stays as it began, and a child from 12 lets a parent in itself."
                " From a professional to a volunteer needs a purpose for that, or the resident's yes.",
            ),
            Policy(
                "add_resident",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = {MY_OWN_CIRCLES} and {AS_PARENT} and {I_KNOW_OR_PARENT} and not trust.is_of_one(circle_id)"
                f" and (not trust.only_the_child(circle_id, person_id) or trust.is_resident(circle_id, {ME}))",
                says="Whom a circle is about says who else it is about; of a child from 12 no parent lets the other in.",
            ),
            Policy(
                "add_first",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = any((select trust.my_new_circles())::uuid[]) and {AS_PARENT} and {I_KNOW}",
                says="Who begins a circle lets its first people in, all at once, and says whom it is about.",
            ),
            Policy(
                "end_own",
                "update",
                f"person_id = {ME} and not as_resident and {NOT_OVER} and not trust.is_of_one(circle_id)",
                f"person_id = {ME} and {OVER}",
                says="Anybody may leave a circle but that of oneself alone, and nobody walks back in.",
            ),
            Policy(
                "end_resident",
                "update",
                f"circle_id = {MY_OWN_CIRCLES} and not as_resident and {MINE_TO_END} and {NOT_OVER}",
                f"circle_id = {MY_OWN_CIRCLES} and {MINE_TO_END} and until is not null",
                says="The resident decides who stays in their circle, and until when; a parent whom a child let in, the child.",
            ),
            Policy(
                "end_let_in",
                "update",
                f"let_in_by_id = {ME} and not as_resident and parent_of_id is null and until is not null and {NOT_OVER}",
                f"let_in_by_id = {ME} and not as_resident and {OVER}",
                says="Whoever let somebody in until a day may stop it sooner, as when they are back themselves.",
            ),
            for_office("post", "reminders", command="select", says="Letters go to members of circles."),
            SEEN,
            ALONG_CIRCLE,
            Policy(
                "link_see",
                "select",
                "circle_id = trust.invited_circle() and trust.is_for((select trust.reach()), person_id)",
                to=OFFICE,
                says="Whoever opens an invitation hears whether they read there already.",
            ),
            Policy(
                "link_join",
                "insert",
                check="(select trust.reach()) is not null and not as_resident and trust.joins(circle_id, person_id, let_in_by_id, hat_id, sees_from, until)",
                to=OFFICE,
                says="A yes to an open invitation makes a member, just as the invitation says and no further.",
            ),
        ),
    ),
    Guard(
        "trust_opening",
        grants=("select", "insert"),
        offices=("select", "delete"),
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
            for_rights(
                "membership_id in (select id from public.trust_membership)",
                says="That the past was opened to somebody goes with their reading.",
            ),
            SEEN,
            along("membership_id", table="trust_membership", says="That the past was opened goes with the reading."),
        ),
    ),
    Guard(
        "trust_noted",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy("see_member", "select", f"circle_id = {READ_CIRCLES}", says="A circle sees whom it knows."),
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE})",
                says="No circle knows somebody who is forgotten.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"circle_id = {MY_CIRCLES} and {I_KNOW}",
                says="A member tells the circle of somebody they know themselves.",
            ),
            SEEN,
            ALONG_CIRCLE,
            along("person_id", table="people_person", says="That a circle knew somebody goes with them."),
        ),
    ),
    Guard(
        "trust_acquaintance",
        grants=("select", "insert", "delete"),
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or who_id = {ERASED_PEOPLE})",
                says="Nobody knows of somebody who is forgotten.",
            ),
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
            SEEN,
            along("person_id", table="people_person", says="What is said of somebody goes with them."),
            along("who_id", table="people_person", says="Whom somebody knew goes with them."),
        ),
    ),
]
