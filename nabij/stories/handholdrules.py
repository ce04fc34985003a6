"""Who sees and keeps the short lists of a neighbourhood, and those that stand ready in a story."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.erasing import ERASED, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_HATS, MY_NEIGHBOURHOODS, see_written
from nabij.trust.policies.terms import SEEN, goes

QUIET = "any((select trust.quiet_circles())::uuid[])"

HANDHOLDS = (
    Guard(
        "stories_handhold",
        grants=("select", "insert"),
        policies=(
            Policy(
                "see_neighbourhood",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS}",
                says="Whoever lives or works there sees the lists of a neighbourhood.",
            ),
            Policy(
                "add_hat",
                "insert",
                check=f"(select trust.me()) is not null and neighbourhood_id in"
                f" (select h.neighbourhood_id from public.people_hat h where h.person_id = {ME} and h.id = {MY_HATS})",
                says="Whoever wears a hat in a neighbourhood writes its lists.",
            ),
        ),
    ),
    Guard(
        "stories_readyline",
        grants=("select", "insert", "delete"),
        offices=("select (id, story_id, circle_id, by_id, at)", "delete"),
        policies=(
            *see_written(at="at", says="What stands ready in a story is read by its circle."),
            for_rights(ERASED, says="What stands ready goes with the story."),
            Policy(
                "add_member",
                "insert",
                check=f"by_id = {ME} and circle_id = {MY_CIRCLES} and circle_id = trust.circle_of_story(story_id)"
                " and trust.may_write(circle_id)",
                says="Whoever reads a story as a whole puts a list ready in it.",
            ),
            Policy("drop_member", "delete", f"circle_id = {MY_CIRCLES}", says="Whoever reads a line may take it away."),
            SEEN,
            goes(
                "when_quiet",
                rule=f"circle_id = {QUIET} and trust.circle_over(circle_id, at)",
                says="What stands ready goes when the purpose of its circle says so.",
            ),
        ),
    ),
)
