"""Who may see and do what with requests and limits, and what may be erased.

What is said of a note (objections, corrections) is seen as the note is: its rules stand in `moments`.
"""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, ERASED_THINGS, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_COMPANY, MY_OWN_CIRCLES, for_office
from nabij.trust.policies.terms import SEEN, TERM_ALONE, after, along

# Not asked of the table itself: an answer comes late sometimes, and counts from then.
ANSWERED_LATELY = (
    "exists (select 1 from public.trust_reply a where a.request_id = trust_request.id"
    f" and a.at >= statement_timestamp() - interval '{Keep.LOG.term}')"
)
ALONG_REQUEST = along("request_id", table="trust_request", says="It goes with the request it is about.")
ALONG_CIRCLE = along(
    "circle_id", table="trust_circle", says="What was said of a note in a circle goes with the circle."
)
MY_REQUEST = "request_id in (select id from public.trust_request)"

REQUESTS = [
    Guard(
        "trust_request",
        grants=("select", "insert"),
        offices=("select", "update (words, about_words, person_name)", "delete"),
        policies=(
            *after(
                Keep.LOG,
                column="answer_by",
                and_if=f"not {ANSWERED_LATELY} and person_id <> all((select trust.held_people())::uuid[])",
                says="A request goes five years after the day of its answer: so long it can be shown what was done.",
            ),
            TERM_ALONE,
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you asked."),
            Policy("see_answerer", "select", f"answerer_id = {ME}", says="Whoever must answer sees the request."),
            Policy("see_noted", "select", f"noted_by_id = {ME}", says="You see what you noted for somebody else."),
            Policy(
                "add_own",
                "insert",
                check=f"noted_by_id = {ME} and person_id = {MY_COMPANY} and (answerer_id = (select trust.privacy_contact()) or answerer_id = {MY_COMPANY})",
                says="You ask for yourself, or note what somebody of your circles asked; of somebody who can answer.",
            ),
            Policy(
                "add_double",
                "insert",
                check=f"noted_by_id = {ME} and kind = 'erase' and about_id is null"
                " and answerer_id = trust.answers_for_double(person_id)",
                says="You ask to be forgotten also under the name that somebody noted you by; of who answers for that.",
            ),
            for_office("post", command="select", says="A letter says that there is a request."),
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or about_id = {ERASED_THINGS})",
                says="What was erased is not kept in the request for it.",
            ),
        ),
    ),
    Guard(
        "trust_extension",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEEN,
            ALONG_REQUEST,
            Policy("see_request", "select", MY_REQUEST, says="Both sides see that it takes longer, and why."),
            Policy(
                "add_answerer",
                "insert",
                check=f"by_id = {ME} and request_id in (select id from public.trust_request where answerer_id = {ME})",
                says="Only whoever answers takes more time.",
            ),
            for_office("post", command="select", says="A letter says that it takes longer."),
        ),
    ),
    Guard(
        "trust_reply",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEEN,
            ALONG_REQUEST,
            Policy("see_request", "select", MY_REQUEST, says="Both sides see the answer."),
            Policy(
                "add_answerer",
                "insert",
                check=f"by_id = {ME} and request_id in (select id from public.trust_request where answerer_id = {ME})",
                says="Only whoever was asked answers.",
            ),
            for_office("post", command="select", says="A letter says that there is an answer."),
        ),
    ),
    Guard(
        "trust_erasure",
        grants=("select",),
        offices=("select", "insert", "delete"),
        policies=(
            SEEN,
            ALONG_REQUEST,
            TERM_ALONE,
            Policy("see_request", "select", MY_REQUEST, says="Both sides see what was erased and what had to stay."),
            for_rights("request_id in (select id from public.trust_request)", says="Whoever erases leaves a proof."),
        ),
    ),
    Guard(
        "trust_limit",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEEN,
            ALONG_CIRCLE,
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you limited."),
            Policy(
                "see_resident",
                "select",
                f"circle_id = {MY_OWN_CIRCLES}",
                says="Whom a circle is about sees what is limited in it.",
            ),
            Policy("see_answerer", "select", f"answerer_id = {ME}", says="Whoever answers sees what is limited."),
            Policy("see_author", "select", f"author_id = {ME}", says="An author sees that their note is limited."),
            Policy(
                "add_resident",
                "insert",
                check=f"person_id = {ME} and circle_id = {MY_OWN_CIRCLES} and request_id in (select r.id from public.trust_request r where r.person_id = {ME} and r.kind = 'limit')",
                says="Whom a circle is about limits what stands in it, at once.",
            ),
            Policy(
                "add_answerer",
                "insert",
                check=f"answerer_id = {ME} and circle_id = {MY_CIRCLES} and request_id in (select r.id from public.trust_request r where r.answerer_id = {ME} and r.kind = 'limit' and r.about_id = trust_limit.about_id and r.person_id = trust_limit.person_id)",
                says="Whoever answers limits a note when somebody asked for that.",
            ),
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE} or about_id = {ERASED_THINGS})",
                says="A limit on what is erased goes with it.",
            ),
        ),
    ),
    Guard(
        "trust_lifting",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEEN,
            along("limit_id", table="trust_limit", says="That a limit ended goes with it."),
            Policy(
                "see_limit",
                "select",
                "limit_id in (select id from public.trust_limit)",
                says="Who sees a limit sees that it ended.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and limit_id in (select id from public.trust_limit where person_id = {ME} or answerer_id = {ME})",
                says="Who asked for a limit ends it, or whoever answers.",
            ),
            for_rights(
                "limit_id in (select id from public.trust_limit)", says="A limit on what is erased goes with it."
            ),
        ),
    ),
]
