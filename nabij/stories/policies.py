"""Who sees a story: its circles. Who sees a promise: the circle, whoever was asked, and the link in the letter."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.moments.policies import OF_MOMENT
from nabij.stories.closedrules import CLOSED
from nabij.stories.handholdrules import HANDHOLDS
from nabij.stories.sealrules import SEALED
from nabij.stories.silencerules import SILENCES
from nabij.trust.policies.erasing import (
    CIRCLES_TO_MASK,
    ERASED,
    ERASED_CIRCLES,
    ERASED_PEOPLE,
    for_masking,
    for_rights,
)
from nabij.trust.policies.parts import ME, MY_CIRCLES, for_office, see_written
from nabij.trust.policies.terms import ALONG_PERSON, SEEN, after, along, goes

# Not what one opened in danger: that is read on a page of its own, where each read is logged as such.
SEE = Policy("see_member", "select", f"circle_id = {MY_CIRCLES}", says="A circle sees its story.")
SAYS = "What is written to a circle is read by its members."
OF_PROMISE = "promise_id in (select id from public.stories_promise)"
# Not one that is only read behind broken glass: nothing is written there.
OF_MY_PROMISE = f"promise_id in (select id from public.stories_promise where circle_id = {MY_CIRCLES} or who_id = {ME})"
# The answer of whoever was asked, on a promise one sees.
ITS_OWN = "promise_id in (select id from public.stories_promise where who_id = by_id)"
OF_STORY = "story_id in (select id from public.stories_story)"
OF_THIS_STORY = (
    "(circle_id in (select s.circle_id from public.stories_story s where s.id = story_id)"
    " or circle_id in (select c.circle_id from public.stories_storycircle c where c.story_id = stories_scan.story_id))"
)
OF_SCAN = "scan_id in (select id from public.stories_scan)"
WHOLE = f"(story_id is null or {OF_STORY}) and (hat_id is null or trust.wears(who_id, hat_id))"
READ_BY_RESIDENT = (
    "person_id in (select m.person_id from public.trust_membership m"
    " where m.circle_id = stories_story.circle_id and m.as_resident)"
)

NO_PARENT_SEATED = "trust.seats_a_parent(circle_id, (select s.person_id from public.stories_story s where s.id = story_id)) is not true"

OF_PROMISE_TO_MASK = f"promise_id in (select id from public.stories_promise where circle_id = {CIRCLES_TO_MASK})"
QUIET = "any((select trust.quiet_circles())::uuid[])"


def with_circle(column: str, *, says: str) -> tuple[Policy, Policy]:
    """A row goes when the purpose of its circle says so."""
    return SEEN, goes("when_quiet", rule=f"circle_id = {QUIET} and trust.circle_over(circle_id, {column})", says=says)


def by_link(*, what: str) -> tuple[Policy, ...]:
    """What the link in a letter may say of the one promise it is about, and see of what was said; as its reader."""
    reached = "promise_id = (select trust.reach())"
    return (
        Policy("link_see", "select", reached, to=OFFICE, says=f"A link shows {what}."),
        Policy(
            "link_add",
            "insert",
            check=f"{reached} and by_id = (select trust.reader()) and {ITS_OWN}",
            to=OFFICE,
            says=f"A link says {what}, of what its reader promised.",
        ),
        for_office("post", "reminders", command="select", says="No letter asks about what is over."),
    )


def became_of_promise(table: str, *, link: str, rights: str, see: str, add: str, goes: str) -> Guard:
    """Who sees what became of a promise, once or each time, and who says so: one rule, for whoever sees the promise."""
    return Guard(
        table,
        grants=("select", "insert"),
        offices=("select", "insert", "update (why)", "delete"),
        policies=(
            *for_masking(OF_PROMISE_TO_MASK),
            *by_link(what=link),
            for_rights(OF_PROMISE, says=rights),
            Policy("see_promise", "select", OF_PROMISE, says=see),
            Policy("add_seen", "insert", check=f"by_id = {ME} and {OF_MY_PROMISE}", says=add),
            SEEN,
            along("promise_id", table="stories_promise", says=goes),
        ),
    )


GUARDS = [
    Guard(
        "stories_story",
        grants=("select", "insert", "update (reference)"),
        offices=("select", "update (called)", "delete"),
        policies=(
            SEE,
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}", says="A story of two is not called after who is forgotten."),
            for_rights(f"circle_id = {ERASED_CIRCLES}", says="A story about somebody who is forgotten goes."),
            Policy(
                "see_smaller",
                "select",
                "id = any((select trust.my_smaller_stories())::uuid[])",
                says="Whoever is in a smaller circle knows whose story it is.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"opened_by_id = {ME} and circle_id = {MY_CIRCLES} and (person_id is null or {READ_BY_RESIDENT} and not trust.seats_a_parent(circle_id, person_id))",
                says="You open a story in a circle you are in; of a child from 12 no parent reads it before the child says so.",
            ),
            Policy(
                "refer_member",
                "update",
                f"circle_id = {MY_CIRCLES}",
                says="A circle notes where the official case stands.",
            ),
            *with_circle("opened_at", says="A story goes when the purpose of its circle says so."),
        ),
    ),
    Guard(
        "stories_storycircle",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEE,
            for_rights(f"circle_id = {ERASED_CIRCLES}", says="A smaller circle of a story that goes, goes too."),
            Policy(
                "add_member",
                "insert",
                check=f"circle_id = {MY_CIRCLES} and {OF_STORY} and trust.keeps_residents(story_id, circle_id) and {NO_PARENT_SEATED}",
                says="You make a smaller circle in a story of yours; whom it is about is always in it, and a parent of a child from 12 only by the child.",
            ),
            SEEN,
            along("circle_id", table="trust_circle", says="That it was part of a story goes with the circle."),
        ),
    ),
    Guard(
        "stories_party",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            for_rights(
                "story_id in (select id from public.stories_story)",
                says="Between whom a story was goes with the story.",
            ),
            Policy("see_story", "select", OF_STORY, says="Whoever sees a story sees between whom it is."),
            Policy(
                "add_opener",
                "insert",
                check=f"story_id in (select s.id from public.stories_story s where s.opened_by_id = {ME} and s.person_id is null and s.household_id is null) and trust.is_resident(trust.circle_of_story(story_id), person_id)",
                says="Who opens a story between two people says who they are; both read it.",
            ),
            SEEN,
            along("story_id", table="stories_story", says="Between whom a story was goes with the story."),
        ),
    ),
    Guard(
        "stories_ownwords",
        grants=("select", "insert"),
        offices=(
            "select (id, story_id, circle_id, person_id, noted_by_id, at)",
            "update (words, matters)",
            "delete",
        ),
        policies=(
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}"),
            *see_written(at="at", says=SAYS),
            for_rights(f"({ERASED} or person_id = {ERASED_PEOPLE})", says="The words of somebody who is forgotten go."),
            Policy(
                "add_member",
                "insert",
                check=f"noted_by_id = {ME} and circle_id = {MY_CIRCLES} and {OF_STORY} and trust.may_write(circle_id)"
                " and trust.past_a_parent(circle_id, person_id, noted_by_id) is not true",
                says="The resident's words are written by them, or noted by a member; not past a child to its parents.",
            ),
            *with_circle("at", says="Own words go when the purpose of their circle says so."),
        ),
    ),
    Guard(
        "stories_promise",
        grants=("select", "insert"),
        offices=("select", "update (what, bounds)", "delete"),
        policies=(
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}"),
            *see_written(at="asked_at", says=SAYS),
            for_rights(ERASED, says="A promise goes with the story."),
            Policy(
                "see_asked", "select", f"who_id = {ME}", says="You see what you were asked, also outside the circle."
            ),
            Policy(
                "add_member",
                "insert",
                check=f"asked_by_id = {ME} and circle_id = {MY_CIRCLES} and {WHOLE} and trust.may_write(circle_id)",
                says="You ask in your own name, in a circle you are in.",
            ),
            Policy(
                "link_see",
                "select",
                "id = (select trust.reach()) and who_id = (select trust.reader())",
                to=OFFICE,
                says="A link shows the one thing that is asked.",
            ),
            for_office(
                "post", "reminders", command="select", says="A letter says what is asked, or that a day has come."
            ),
            *with_circle("trust.promise_last(id)", says="A promise goes when the purpose of its circle says so."),
            goes(
                "when_forgotten",
                rule="who_id = any((select trust.forgettable_people())::uuid[]) and trust.promise_last(id)"
                f" < statement_timestamp() - interval '{Keep.MONTHS.term}'"
                " and circle_id <> all((select trust.held_circles())::uuid[])",
                says="What somebody promised who is only known as somebody is forgotten with them.",
            ),
        ),
    ),
    Guard(
        "stories_answer",
        grants=("select", "insert", "delete"),
        offices=("select", "insert", "update (words)", "delete"),
        policies=(
            *for_masking(OF_PROMISE_TO_MASK),
            for_rights(OF_PROMISE, says="An answer goes with the promise."),
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
            for_office(
                "post", "reminders", command="select", says="A letter says what was answered, and whose day it is."
            ),
            SEEN,
            along("promise_id", table="stories_promise", says="An answer goes with what was asked."),
            Policy(
                "link_add",
                "insert",
                check="promise_id = (select trust.reach()) and by_id = (select trust.reader()) and " + ITS_OWN,
                to=OFFICE,
                says="A link answers the one thing, once.",
            ),
        ),
    ),
    became_of_promise(
        "stories_keeping",
        link="whether a promise was kept",
        rights="What became of a promise goes with it.",
        see="Whoever sees a promise sees whether it was kept.",
        add="You say whether a promise was kept that stands in a circle of yours or was asked of you.",
        goes="That it was kept goes with the promise.",
    ),
    became_of_promise(
        "stories_turn",
        link="how one time went",
        rights="How each time went goes with the promise.",
        see="Whoever sees a promise sees how each time went.",
        add="You say how one time went of a promise in a circle of yours, or that was asked of you.",
        goes="How each time went goes with the promise.",
    ),
    Guard(
        "stories_feed",
        grants=("select", "insert", "delete"),
        offices=("select", "delete"),
        policies=(
            for_rights(f"person_id = {ERASED_PEOPLE}", says="The feed of somebody who is forgotten goes."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see that you have a calendar feed."),
            Policy("add_own", "insert", check=f"person_id = {ME}", says="You make a calendar feed for yourself."),
            Policy("end_own", "delete", f"person_id = {ME}", says="You stop your own feed."),
            for_office("door", command="select", says="A feed is found by the hash of its address."),
            SEEN,
            ALONG_PERSON,
        ),
    ),
    Guard(
        "stories_draft",
        grants=("select", "insert", "update (typed, at)", "delete"),
        offices=("select (id, person_id, at)", "delete"),
        policies=(
            for_rights(f"person_id = {ERASED_PEOPLE}", says="What somebody was writing who is forgotten goes."),
            Policy("see_own", "select", f"person_id = {ME}", says="Only you read what you are still writing."),
            Policy("add_own", "insert", check=f"person_id = {ME}", says="You begin to write."),
            Policy("go_on_own", "update", f"person_id = {ME}", f"person_id = {ME}", says="You write on."),
            Policy("end_own", "delete", f"person_id = {ME}", says="You throw away what you were writing."),
            *after(
                Keep.SHORT,
                column="at",
                says="What somebody was writing goes thirty days after the last letter; later while that is held.",
                and_if="person_id <> all((select trust.held_people())::uuid[])",
            ),
        ),
    ),
    Guard(
        "stories_scan",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy(
                "office_rights_find",
                "select",
                f"(select trust.office()) = 'rights' and circle_id = {CIRCLES_TO_MASK}",
                to=OFFICE,
                says="What a name is taken out of is found for it.",
            ),
            *see_written(at="at", says=SAYS),
            for_rights(ERASED, says="A count of who helps goes with the story."),
            Policy(
                "add_member",
                "insert",
                check=f"by_id = {ME} and circle_id = {MY_CIRCLES} and {OF_THIS_STORY} and trust.may_write(circle_id)",
                says="A member counts who helps in a circle of that story, in their own name.",
            ),
            *with_circle("at", says="A count of who helps goes when the purpose of its circle says so."),
        ),
    ),
    Guard(
        "stories_resource",
        grants=("select", "insert"),
        offices=("select (id, scan_id)", "update (what)", "delete"),
        policies=(
            *for_masking(f"scan_id in (select id from public.stories_scan where circle_id = {CIRCLES_TO_MASK})"),
            for_rights(OF_SCAN, says="Who or what helps goes with the count."),
            Policy("see_scan", "select", OF_SCAN, says="Whoever sees a count sees who and what was counted."),
            Policy(
                "add_counter",
                "insert",
                check=f"scan_id in (select id from public.stories_scan where by_id = {ME})",
                says="Who counts says who and what helps.",
            ),
            SEEN,
            along("scan_id", table="stories_scan", says="Who or what helps goes with the count."),
        ),
    ),
    Guard(
        "stories_lesson",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            for_rights(OF_MOMENT, says="What was learned goes with the note."),
            Policy("see_moment", "select", OF_MOMENT, says="Whoever sees a moment sees whether it helped."),
            Policy("add_author", "insert", check="trust.wrote(moment_id)", says="The author says whether it helped."),
            SEEN,
            along("moment_id", table="moments_moment", says="Whether it helped goes with the moment."),
        ),
    ),
    *CLOSED,
    *HANDHOLDS,
    *SEALED,
    *SILENCES,
]
