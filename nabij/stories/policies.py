"""Who sees a story: its circles. Who sees a promise: the circle, whoever was asked, and the link in the letter."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.stories.sealrules import SEALED
from nabij.trust.policies.parts import ME, MY_CIRCLES, for_office, see_written

# Not what one opened in danger: that is read on a page of its own, where each read is logged as such.
SEE = Policy("see_member", "select", f"circle_id = {MY_CIRCLES}", says="A circle sees its story.")
SAYS = "What is written to a circle is read by its members."
OF_PROMISE = "promise_id in (select id from public.stories_promise)"
# The answer of whoever was asked, on a promise one sees.
ITS_OWN = "promise_id in (select id from public.stories_promise where who_id = by_id)"
OF_STORY = "story_id in (select id from public.stories_story)"
WHOLE = f"(story_id is null or {OF_STORY}) and (hat_id is null or trust.wears(who_id, hat_id))"
READ_BY_RESIDENT = (
    "person_id in (select m.person_id from public.trust_membership m"
    " where m.circle_id = stories_story.circle_id and m.as_resident)"
)

GUARDS = [
    Guard(
        "stories_story",
        grants=("select", "insert", "update (reference)"),
        policies=(
            SEE,
            Policy(
                "see_smaller",
                "select",
                "id = any((select trust.my_smaller_stories())::uuid[])",
                says="Whoever is in a smaller circle knows whose story it is.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"opened_by_id = {ME} and circle_id = {MY_CIRCLES} and (person_id is null or {READ_BY_RESIDENT})",
                says="You open a story in a circle you are in.",
            ),
            Policy(
                "refer_member",
                "update",
                f"circle_id = {MY_CIRCLES}",
                says="A circle notes where the official case stands.",
            ),
        ),
    ),
    Guard(
        "stories_storycircle",
        grants=("select", "insert"),
        policies=(
            SEE,
            Policy(
                "add_member",
                "insert",
                check=f"circle_id = {MY_CIRCLES} and story_id in (select id from public.stories_story)",
                says="You make a smaller circle in a story of yours.",
            ),
        ),
    ),
    Guard(
        "stories_ownwords",
        grants=("select", "insert"),
        policies=(
            *see_written(at="at", says=SAYS),
            Policy(
                "add_member",
                "insert",
                check=f"noted_by_id = {ME} and circle_id = {MY_CIRCLES} and {OF_STORY}",
                says="The resident's words are written by them, or noted by a member.",
            ),
        ),
    ),
    Guard(
        "stories_promise",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            *see_written(at="asked_at", says=SAYS),
            Policy(
                "see_asked", "select", f"who_id = {ME}", says="You see what you were asked, also outside the circle."
            ),
            Policy(
                "add_member",
                "insert",
                check=f"asked_by_id = {ME} and circle_id = {MY_CIRCLES} and {WHOLE}",
                says="You ask in your own name, in a circle you are in.",
            ),
            Policy(
                "link_see",
                "select",
                "id = (select trust.reach()) and who_id = (select trust.reader())",
                to=OFFICE,
                says="A link shows the one thing that is asked.",
            ),
            for_office("post", command="select", says="A letter says what is asked."),
        ),
    ),
    Guard(
        "stories_answer",
        grants=("select", "insert", "delete"),
        offices=("select", "insert"),
        policies=(
            Policy("see_promise", "select", OF_PROMISE, says="Whoever sees a promise sees the answer."),
            Policy("add_own", "insert", check=f"by_id = {ME} and {ITS_OWN}", says="You answer for yourself."),
            Policy(
                "add_noted",
                "insert",
                check=f"noted_by_id = {ME} and {ITS_OWN}",
                says="You note what somebody answered you.",
            ),
            Policy(
                "replace_own",
                "delete",
                f"by_id = {ME} or noted_by_id = {ME}"
                f" or promise_id in (select id from public.stories_promise where asked_by_id = {ME})",
                says="You change your mind; and whoever asked notes a new answer.",
            ),
            Policy(
                "link_see",
                "select",
                "promise_id = (select trust.reach())",
                to=OFFICE,
                says="A link shows what was answered.",
            ),
            for_office("post", command="select", says="A letter says what was answered."),
            Policy(
                "link_add",
                "insert",
                check="promise_id = (select trust.reach()) and by_id = (select trust.reader()) and " + ITS_OWN,
                to=OFFICE,
                says="A link answers the one thing, once.",
            ),
        ),
    ),
    Guard(
        "stories_keeping",
        grants=("select", "insert"),
        policies=(
            Policy("see_promise", "select", OF_PROMISE, says="Whoever sees a promise sees whether it was kept."),
            Policy(
                "add_seen",
                "insert",
                check=f"by_id = {ME} and {OF_PROMISE}",
                says="You say whether a promise you see was kept.",
            ),
        ),
    ),
    *SEALED,
]
