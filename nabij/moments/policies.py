"""Who sees what happened: the circle it was written to, and its author for ever."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_HATS
from nabij.trust.policies.terms import SEEN, along, goes

SEE = Policy(
    "see_member", "select", f"circle_id = {MY_CIRCLES}", says="What is written to a circle is read by its members."
)
OF_MOMENT = "moment_id in (select id from public.moments_moment)"
OWN_MOMENT = f"exists (select 1 from public.moments_moment m where m.id = moment_id and m.author_id = {ME})"

QUIET = "any((select trust.quiet_circles())::uuid[])"
FORGETTABLE = "any((select trust.forgettable_people())::uuid[])"
FORGOTTEN = "Who is only known as somebody is forgotten six months after the last moment they were in."

GUARDS = [
    Guard(
        "moments_moment",
        grants=(
            "select",
            "insert (id, circle_id, author_id, hat_id, told_by_id, happened_at, noted_at, kind, line, findable, themes, purpose_id, place_id)",
        ),
        offices=(
            "select (id, circle_id, author_id, hat_id, told_by_id, happened_at, noted_at, purpose_id, place_id)",
            "delete",
        ),
        policies=(
            SEE,
            Policy(
                "see_left",
                "select",
                "id = any((select trust.my_left_moments())::uuid[])",
                says="You keep seeing what you wrote in a circle you left.",
            ),
            Policy(
                "add_member",
                "insert",
                check=f"author_id = {ME} and circle_id = {MY_CIRCLES} and (hat_id is null or hat_id = {MY_HATS})"
                " and trust.may_share(circle_id, purpose_id)",
                says="You write in your own name and hat, to a circle you are in, for a purpose that allows who reads.",
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
        offices=("select (id, moment_id, person_id, hat_id)", "delete"),
        policies=(
            Policy("see_moment", "select", OF_MOMENT, says="Whoever sees a moment sees who was there."),
            Policy("add_author", "insert", check=OWN_MOMENT, says="The author says who was there."),
            SEEN,
            along("moment_id", table="moments_moment", says="Who was there goes with the moment."),
            goes("when_forgotten", rule=f"person_id = {FORGETTABLE}", says=FORGOTTEN),
        ),
    ),
    Guard(
        "moments_followup",
        grants=("select", "insert"),
        offices=("select (id, moment_id, circle_id, person_id, day, noted_at)", "delete"),
        policies=(
            SEE,
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you wanted to come back to."),
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
        offices=("select (id, follow_up_id, by_id, at)", "delete"),
        policies=(
            Policy(
                "see_follow_up",
                "select",
                "follow_up_id in (select id from public.moments_followup)",
                says="Whoever sees a come-back sees that it was done.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and follow_up_id in (select id from public.moments_followup)",
                says="You say that you came back to it.",
            ),
            SEEN,
            along("follow_up_id", table="moments_followup", says="That it was done goes with it."),
        ),
    ),
    Guard(
        "moments_tie",
        grants=("select", "insert", "update (until)"),
        offices=("select (id, circle_id, owner_id, other_id, group_id, told_by_id, noted_at)", "delete"),
        policies=(
            SEE,
            Policy(
                "add_member",
                "insert",
                check=f"circle_id = {MY_CIRCLES} and trust.may_write(circle_id)",
                says="A circle draws the network together.",
            ),
            Policy("end_member", "update", f"circle_id = {MY_CIRCLES}", says="A circle says when a tie is over."),
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
        "moments_saying",
        grants=("select", "insert", "update (until)"),
        offices=("select (id, circle_id, about_id, owner_id, said_by_id, noted_by_id, at)", "delete"),
        policies=(
            SEE,
            Policy(
                "add_member",
                "insert",
                check=f"noted_by_id = {ME} and circle_id = {MY_CIRCLES} and trust.may_write(circle_id)",
                says="What somebody said is noted by whoever heard it.",
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
]
