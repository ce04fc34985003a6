"""Who sees what is said of a note: what was put beside it, and an objection that its circle is shown.

Both are as visible as the note itself, never more; so their rules stand here, where notes are known.
"""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.erasing import (
    CIRCLES_TO_MASK,
    ERASED_CIRCLES,
    ERASED_PEOPLE,
    ERASED_THINGS,
    for_masking,
    for_rights,
)
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_FELLOWS
from nabij.trust.policies.terms import SEEN, along

# Asked of the note by its key: its own rules answer, those of time and of limits as well.
OF_NOTE = "exists (select 1 from public.moments_moment m where m.id = about_id{})"
SAME_CIRCLE = " and m.circle_id = trust_correction.circle_id"
SINCE_I_READ = "at >= trust.my_beginning(shown_in)"

BESIDE = [
    Guard(
        "trust_correction",
        grants=("select", "insert"),
        offices=("select", "update (words)", "delete"),
        policies=(
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}"),
            SEEN,
            along("circle_id", table="trust_circle", says="What was said of a note goes with the circle."),
            Policy("see_note", "select", OF_NOTE.format(""), says="Who reads a note reads what was put beside it."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you put beside a note."),
            Policy(
                "add_own",
                "insert",
                check=f"noted_by_id = {ME} and circle_id = {MY_CIRCLES} and person_id = {MY_FELLOWS}"
                f" and {OF_NOTE.format(SAME_CIRCLE)}",
                says="You put your words beside a note you read without asking anybody,"
                " or note them for somebody of the circle.",
            ),
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE} or about_id = {ERASED_THINGS})",
                says="What stood beside an erased note goes with it.",
            ),
        ),
    ),
    Guard(
        "trust_objection",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEEN,
            along("request_id", table="trust_request", says="It goes with the request it is about."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you object to."),
            Policy(
                "see_circle",
                "select",
                f"shown_in = {MY_CIRCLES} and {SINCE_I_READ}"
                f" and (about_kind <> 'moments.moment' or {OF_NOTE.format('')})",
                says="A circle sees an objection that is shown to it: who reads from then on, and reads the note.",
            ),
            Policy(
                "see_answerer",
                "select",
                f"request_id in (select id from public.trust_request where answerer_id = {ME} or noted_by_id = {ME})",
                says="Whoever answers or noted it sees an objection.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"request_id in (select r.id from public.trust_request r where r.noted_by_id = {ME}"
                " and r.person_id = trust_objection.person_id and r.kind = 'object')"
                f" and (shown_in is null or shown_in = {MY_CIRCLES})",
                says="An objection belongs to a request, and is shown to a circle of yours or to none.",
            ),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="The objections of somebody who is forgotten go."),
        ),
    ),
]
