"""Who sees what happened: the circle it was written to, and its author for ever."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.moments.besiderules import BESIDE
from nabij.moments.timerules import TIME
from nabij.trust.policies.erasing import (
    CIRCLES_TO_MASK,
    ERASED,
    ERASED_PEOPLE,
    NOT_LIMITED,
    for_masking,
    for_rights,
)
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_FELLOWS, MY_HATS, for_office, see_written
from nabij.trust.policies.terms import SEEN, along, goes

SAYS = "What is written to a circle is read by its members."
WITH_ITS_YES = (
    "(shown_from_id is null and trust.past_a_parent(circle_id, told_by_id, author_id) is not true"
    " or trust.told_this(shown_from_id, coalesce(told_by_id, author_id)))"
)
# The only rule that takes away: a note that is limited, for all but its author, its resident and whoever answers.
HIDE_LIMITED = Policy(
    "hide_limited",
    "select",
    f"id {NOT_LIMITED}",
    restrictive=True,
    says="A limited note is shown to its author, to whom it is about and to whoever answers, and to nobody else.",
)
OF_MOMENT = "moment_id in (select id from public.moments_moment)"
OWN_MOMENT = "trust.wrote(moment_id)"
IN_ITS_CIRCLE = "exists (select 1 from public.moments_moment m where m.id = moment_id and m.circle_id = moments_attachment.circle_id)"
OF_TIE = "tie_id in (select id from public.moments_tie)"
# What is said of a tie stands in the tie's own circle; whose word it is was heard in a circle of mine.
ON_THE_MAP = (
    f"by_id = {ME} and circle_id = {MY_CIRCLES} and trust.may_write(circle_id)"
    f" and (told_by_id = {ME} or told_by_id = {MY_FELLOWS})"
    " and trust.past_a_parent(circle_id, told_by_id, by_id) is not true"
    " and exists (select 1 from public.moments_tie t where t.id = tie_id and t.circle_id = {table}.circle_id)"
)

QUIET = "any((select trust.quiet_circles())::uuid[])"
FORGETTABLE = "any((select trust.forgettable_people())::uuid[])"
FORGOTTEN = "Who is only known as somebody is forgotten six months after the last moment they were in."

GUARDS = [
    Guard(
        "moments_moment",
        grants=(
            "select",
            "insert (id, circle_id, author_id, hat_id, told_by_id, shown_from_id, happened_at, noted_at, kind, line, findable, themes, purpose_id, place_id)",
        ),
        # No words: what an office must take a name out of, it reads through trust.texts_to_mask.
        offices=(
            "select (id, circle_id, author_id, hat_id, told_by_id, shown_from_id, happened_at, noted_at, kind, purpose_id, place_id)",
            "update (line, findable, shown_from_id)",
            "delete",
        ),
        policies=(
            *see_written(at="noted_at", says=SAYS),
            HIDE_LIMITED,
            for_rights(ERASED, says="A note goes when its erasing was granted."),
            Policy(
                "office_rights_mask",
                "update",
                "(select trust.office()) = 'rights' and id = any((select trust.moments_to_mask())::uuid[])",
                to=OFFICE,
                says="In other people's stories only the name of somebody who is forgotten goes.",
            ),
            Policy(
                "office_rights_unlink",
                "update",
                "(select trust.office()) = 'rights' and id = any((select trust.moments_to_unlink())::uuid[])",
                "(select trust.office()) = 'rights' and shown_from_id is null",
                to=OFFICE,
                says="What was shown from a note that is erased no longer points at it.",
            ),
            Policy(
                "office_rights_see",
                "select",
                "(select trust.office()) = 'rights' and (id = any((select trust.moments_to_mask())::uuid[])"
                " or id = any((select trust.moments_to_unlink())::uuid[]))",
                to=OFFICE,
                says="To change a note it is found; its words are not read.",
            ),
            Policy(
                "see_left",
                "select",
                "id = any((select trust.my_left_moments())::uuid[])",
                says="You keep seeing what you wrote in a circle you left.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"(author_id = {ME} or trust.opened_line(circle_id, author_id, line)) and trust.i_am_in(circle_id) and (hat_id is null or hat_id = {MY_HATS}"
                f" or author_id <> {ME} and trust.wears(author_id, hat_id))"
                f" and trust.may_share(circle_id, purpose_id) and {WITH_ITS_YES}",
                says="You write in your own name and hat, to a circle you are in, for a purpose that allows who reads;"
                " what was sealed and is opened comes word for word in the name of who wrote it;"
                " what a child told, its parents read after its yes.",
            ),
            SEEN,
            goes(
                "when_quiet",
                rule=f"circle_id = {QUIET} and trust.over(circle_id, purpose_id, noted_at)",
                says="What happened goes when its purpose says so, counted from the last moment in its circle.",
            ),
            goes(
                "after_writing",
                rule="purpose_id = any((select trust.written_purposes())::text[])"
                " and trust.over(circle_id, purpose_id, noted_at)",
                says="What happened goes when its purpose says so, counted from its writing.",
            ),
        ),
    ),
    Guard(
        "moments_presence",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            for_rights(f"({OF_MOMENT} or person_id = {ERASED_PEOPLE})", says="Who was there goes with the note."),
            Policy("see_moment", "select", OF_MOMENT, says="Whoever sees a moment sees who was there."),
            Policy("add_author", "insert", check=OWN_MOMENT, says="The author says who was there."),
            SEEN,
            along("moment_id", table="moments_moment", says="Who was there goes with the moment."),
            goes("when_forgotten", rule=f"person_id = {FORGETTABLE}", says=FORGOTTEN),
        ),
    ),
    Guard(
        "moments_attachment",
        grants=("select", "insert"),
        offices=("select (id, moment_id, circle_id, by_id)", "update (alt)", "delete"),
        policies=(
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}"),
            for_rights(OF_MOMENT, says="A picture or paper goes with the note."),
            Policy("see_moment", "select", OF_MOMENT, says="Whoever sees a moment sees what hangs on it."),
            Policy(
                "add_author",
                "insert",
                check=f"by_id = {ME} and {OWN_MOMENT} and trust.i_am_in(circle_id) and {IN_ITS_CIRCLE}",
                says="You hang a picture or paper on what you wrote yourself, while you read there.",
            ),
            SEEN,
            along("moment_id", table="moments_moment", says="A picture or paper goes with the moment."),
        ),
    ),
    Guard(
        "moments_followup",
        grants=("select", "insert"),
        offices=("select", "update (action)", "delete"),
        policies=(
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}"),
            *see_written(at="noted_at", says=SAYS),
            Policy(
                "hide_limited",
                "select",
                f"moment_id {NOT_LIMITED}",
                restrictive=True,
                says="What follows from a limited note is limited with it.",
            ),
            for_rights(f"({OF_MOMENT} or person_id = {ERASED_PEOPLE})", says="What follows from a note goes with it."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you wanted to come back to."),
            for_office("reminders", command="select", says="On its day a letter says that there is something."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and circle_id = {MY_CIRCLES}",
                says="You say what you come back to.",
            ),
            SEEN,
            goes(
                "with_its_moment",
                rule="noted_at < statement_timestamp() - (select trust.shortest_term()) and trust.follow_up_over(id)",
                says="What somebody came back to goes when its moment does, and not before its day.",
            ),
        ),
    ),
    Guard(
        "moments_cameback",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            for_rights(
                "follow_up_id in (select id from public.moments_followup)", says="What followed goes with the note."
            ),
            Policy(
                "see_follow_up",
                "select",
                "follow_up_id in (select id from public.moments_followup)",
                says="Whoever sees a come-back sees that it was done.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and follow_up_id in"
                f" (select id from public.moments_followup where circle_id = {MY_CIRCLES} or person_id = {ME})",
                says="You say that you came back to it.",
            ),
            for_office("reminders", command="select", says="No letter comes of what was done."),
            SEEN,
            along("follow_up_id", table="moments_followup", says="That it was done goes with it."),
        ),
    ),
    Guard(
        "moments_tie",
        grants=("select", "insert"),
        offices=(
            "select (id, circle_id, owner_id, other_id, group_id, place_id, told_by_id, noted_by_id, noted_at)",
            "update (called, name, gives, takes)",
            "delete",
        ),
        policies=(
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}"),
            *see_written(at="noted_at", says=SAYS),
            for_rights(
                f"({ERASED} or owner_id = {ERASED_PEOPLE} or other_id = {ERASED_PEOPLE})",
                says="The network of somebody who is forgotten goes, and their place in others' networks.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"(noted_by_id is null or noted_by_id = {ME}) and circle_id = {MY_CIRCLES}"
                f" and trust.may_write(circle_id) and trust.past_a_parent(circle_id, told_by_id, {ME}) is not true",
                says="A circle draws the network together, each in their own name; not past a child to its parents.",
            ),
            SEEN,
            goes(
                "when_quiet",
                rule=f"circle_id = {QUIET} and trust.circle_over(circle_id, noted_at)",
                says="A network goes when the purpose of its circle says so.",
            ),
            goes(
                "when_forgotten",
                rule=f"other_id = {FORGETTABLE}",
                says=FORGOTTEN,
            ),
        ),
    ),
    Guard(
        "moments_placing",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            *see_written(at="at", says=SAYS),
            for_rights(OF_TIE, says="Where somebody stood goes with the tie."),
            Policy(
                "add_member",
                "insert",
                check=ON_THE_MAP.format(table="moments_placing"),
                says="A circle moves who stands in its own network, each in their own name, by a word heard in a circle.",
            ),
            SEEN,
            along("tie_id", table="moments_tie", says="Where somebody stood goes with the tie."),
        ),
    ),
    Guard(
        "moments_tieend",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            *see_written(at="at", says=SAYS),
            for_rights(OF_TIE, says="That a tie was over goes with the tie."),
            Policy(
                "add_member",
                "insert",
                check=ON_THE_MAP.format(table="moments_tieend"),
                says="A circle says when a tie of its own network is over, each in their own name.",
            ),
            SEEN,
            along("tie_id", table="moments_tie", says="That a tie was over goes with the tie."),
        ),
    ),
    Guard(
        "moments_saying",
        grants=("select", "insert", "update (until)"),
        offices=(
            "select (id, circle_id, about_id, owner_id, said_by_id, noted_by_id, at)",
            "update (words)",
            "delete",
        ),
        policies=(
            *for_masking(f"circle_id = {CIRCLES_TO_MASK}"),
            *see_written(at="at", says=SAYS),
            for_rights(
                f"({ERASED} or about_id = {ERASED_PEOPLE} or owner_id = {ERASED_PEOPLE} or said_by_id = {ERASED_PEOPLE})",
                says="What was said by or of somebody who is forgotten goes.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"noted_by_id = {ME} and circle_id = {MY_CIRCLES} and trust.may_write(circle_id)"
                " and trust.past_a_parent(circle_id, said_by_id, noted_by_id) is not true",
                says="What somebody said is noted by whoever heard it; not past a child to its parents.",
            ),
            Policy(
                "end_said",
                "update",
                f"said_by_id = {ME} or noted_by_id = {ME}",
                says="Whoever said or noted it takes it back.",
            ),
            SEEN,
            goes(
                "when_quiet",
                rule=f"circle_id = {QUIET} and trust.circle_over(circle_id, at)",
                says="What was said goes when the purpose of its circle says so.",
            ),
            goes("when_forgotten", rule=f"about_id = {FORGETTABLE}", says=FORGOTTEN),
        ),
    ),
    *BESIDE,
    TIME,
]
