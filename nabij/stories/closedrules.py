"""Who sees that a story is closed, and who closes it and opens it again: whoever reads it as a whole."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.erasing import ERASED, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES
from nabij.trust.policies.terms import SEEN, along, goes

QUIET = "any((select trust.quiet_circles())::uuid[])"

CLOSED = (
    Guard(
        "stories_closing",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            # What holds now is seen whole, by who came later too; the words of it stand among the own words.
            Policy("see_member", "select", f"circle_id = {MY_CIRCLES}", says="A circle sees that its story is closed."),
            Policy(
                "see_smaller",
                "select",
                "story_id = any((select trust.my_smaller_stories())::uuid[])",
                says="Whoever is in a smaller circle knows that the story is closed.",
            ),
            for_rights(ERASED, says="That a story was closed goes with the story."),
            Policy(
                "add_member",
                "insert",
                check=f"by_id = {ME} and circle_id = {MY_CIRCLES} and circle_id = trust.circle_of_story(story_id)"
                " and not trust.is_closed(circle_id)",
                says="Whoever reads a story as a whole closes it, in their own name, once until it is opened again.",
            ),
            SEEN,
            goes(
                "when_quiet",
                rule=f"circle_id = {QUIET} and trust.circle_over(circle_id, at)",
                says="That a story was closed goes when the purpose of its circle says so.",
            ),
        ),
    ),
    Guard(
        "stories_reopening",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy(
                "see_closing",
                "select",
                "closing_id in (select id from public.stories_closing)",
                says="Whoever sees that a story was closed sees that it was opened again.",
            ),
            for_rights(
                "closing_id in (select id from public.stories_closing)",
                says="That a story was opened again goes with the story.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"by_id = {ME} and closing_id in"
                f" (select id from public.stories_closing where circle_id = {MY_CIRCLES})",
                says="Whoever reads a story as a whole opens it again, in their own name.",
            ),
            SEEN,
            along("closing_id", table="stories_closing", says="It goes with the closing it ended."),
        ),
    ),
)
