"""Who may ask somebody to read along, who may say yes to that, and who sees it."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.parts import AS_FAR_AS_I, I_KNOW, ME, MY_CIRCLES, MY_OWN_CIRCLES, READ_CIRCLES, for_office

REACH = "(select trust.reach())"
OF_MINE = f"invitation_id in (select id from public.trust_invitation where by_id = {ME} and code_hash is not null)"

INVITATIONS = [
    Guard(
        "trust_invitation",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            Policy("see_member", "select", f"circle_id = {READ_CIRCLES}", says="A circle sees whom it asked in."),
            Policy("see_own", "select", f"by_id = {ME}", says="You see whom you asked."),
            Policy(
                "add_member",
                "insert",
                check=f"by_id = {ME} and circle_id = {MY_CIRCLES} and not trust.is_of_one(circle_id) and {AS_FAR_AS_I}"
                f" and (person_id is null and way_id is null or trust.may_invite(person_id, way_id) and {I_KNOW})"
                " and (person_id is null or trust.may_join(circle_id, person_id, hat_id))"
                f" and (person_id is null or circle_id = {MY_OWN_CIRCLES} or not trust.only_the_child(circle_id, person_id))",
                says="A member asks somebody they know, who will read no further back than they do; a log-in is given only to whom they noted themselves, and a child from 12 asks a parent in itself.",
            ),
            Policy("link_see", "select", f"id = {REACH}", to=OFFICE, says="A link shows the invitation it came in."),
            for_office("post", "door", command="select", says="Invitations are sent, and found by their code."),
        ),
    ),
    Guard(
        "trust_knock",
        grants=("select",),
        offices=("select", "insert"),
        policies=(
            Policy("see_inviter", "select", OF_MINE, says="Whoever invites sees who knocks."),
            for_office("door", says="The door writes down who knocks."),
        ),
    ),
    Guard(
        "trust_invitationend",
        grants=("select", "insert"),
        offices=("select", "insert"),
        policies=(
            Policy(
                "see_invitation",
                "select",
                "invitation_id in (select id from public.trust_invitation)",
                says="Whoever sees an invitation sees what became of it.",
            ),
            Policy(
                "add_withdrawn",
                "insert",
                check=f"by_id = {ME} and kind = 'withdrawn' and trust.may_withdraw(invitation_id)",
                says="Whoever invited takes it back; so does whom the circle is about.",
            ),
            Policy(
                "add_confirmed",
                "insert",
                check=f"by_id = {ME} and kind <> 'withdrawn' and {OF_MINE}"
                " and invitation_id in (select k.invitation_id from public.trust_knock k)",
                says="Whoever invited on the spot says whether it is who knocks.",
            ),
            Policy(
                "link_see",
                "select",
                f"invitation_id = {REACH}",
                to=OFFICE,
                says="A link knows whether it was answered.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"invitation_id = {REACH} and kind <> 'withdrawn' and trust.is_for(invitation_id, by_id)",
                to=OFFICE,
                says="A link says yes or no to its own invitation.",
            ),
            for_office("post", "door", command="select", says="What is over is not sent, and its code opens nothing."),
        ),
    ),
]
