"""Who sees a sealed note (its keepers, and nobody else) and a shared concern (the two it is between)."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_OWN_CIRCLES, MY_PEOPLE, for_office
from nabij.trust.policies.terms import SEEN, after, along, goes

KEPT = "any((select trust.my_kept_seals())::uuid[])"
ASKED = "any((select trust.my_asked_seals())::uuid[])"
ENDED = "any((select trust.my_ended_seals())::uuid[])"
IN_MY_NAME = f"by_id = {ME} and by_name = (select trust.my_name())"
NOT_MINE = "circle_id <> all((select trust.my_own_circles())::uuid[])"
OF_STORY = "story_id in (select s.id from public.stories_story s where s.circle_id = stories_sealednote.circle_id)"
MAY_KEEP = f"person_id = {MY_PEOPLE} and person_id = any(trust.may_keep(note_id, person_id))"
MY_SEAT = f"select id from public.stories_sealkeeper where person_id = {ME} and until is null"
SAME_CIRCLE = "note_id in (select n.id from public.stories_sealednote n where n.circle_id = stories_sealtold.circle_id)"
SEES = Policy("see_keeper", "select", f"note_id = {KEPT}", says="Who keeps a sealed note sees all of it.")
REMINDS = for_office("reminders", command="select", says="The keepers are asked to look again; nobody reads the words.")

# What both keepers opened or deleted, or at what nobody looked for five years after the day they would.
DECIDED = (
    f"(trust.seal_ended(id) or review_on < statement_timestamp() - interval '{Keep.LOG.term}')"
    " and circle_id = any((select trust.quiet_circles())::uuid[]) and trust.circle_over(circle_id, at)"
)
ANSWERED_LATELY = f"trust.answered_since(id, statement_timestamp() - interval '{Keep.YEAR.term}')"


def with_note(column: str = "note_id", *, table: str = "stories_sealednote") -> tuple[Policy, Policy, Policy]:
    """What hangs on a sealed note goes with it: in its time, and when the story of somebody who is forgotten goes."""
    gone = f"{column} in (select id from public.{table})"
    return (
        SEEN,
        along(column, table=table, says="What hangs on a sealed note goes with it."),
        for_rights(gone, says="What hangs on a sealed note that no longer stands goes with it."),
    )


SEALED = [
    Guard(
        "stories_sealednote",
        grants=("select", "insert", "update (reason, why_untold)"),
        offices=("select (id, story_id, circle_id, by_id, review_on, at)", "delete"),
        policies=(
            SEEN,
            goes(
                "when_decided",
                rule=DECIDED,
                says="A sealed note goes with its story, but never before both keepers decided about it.",
            ),
            for_rights(
                f"circle_id = {ERASED_CIRCLES} and not trust.seal_stands(id)",
                says="What was sealed about somebody who is forgotten goes with their story, unless it still stands.",
            ),
            Policy("see_keeper", "select", f"id = {KEPT}", says="Who keeps a sealed note sees it."),
            Policy("see_asked", "select", f"id = {ASKED}", says="Who is asked to keep it sees why it is sealed."),
            Policy(
                "add_member",
                "insert",
                check=f"{IN_MY_NAME} and circle_id = {MY_CIRCLES} and {NOT_MINE}"
                " and reason <> '' and review_on > at::date and review_on < at::date + 190"
                f" and {OF_STORY} and trust.wears_formal({ME})",
                says="A professional seals what they write about a story they read, with a reason and a day.",
            ),
            Policy(
                "empty_keeper",
                "update",
                f"id = {ENDED}",
                f"id = {ENDED} and reason = '' and why_untold = ''",
                says="What was deleted leaves no words.",
            ),
            REMINDS,
        ),
    ),
    Guard(
        "stories_sealkeeper",
        grants=("select", "insert", "update (until)"),
        offices=("select", "delete"),
        policies=(
            *with_note(),
            SEES,
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you were asked to keep."),
            Policy(
                "add_first",
                "insert",
                check=f"put_by_id = {ME} and note_id = any((select trust.my_new_seals())::uuid[])"
                f" and (person_id = {ME} or {MAY_KEEP})",
                says="Who seals a note keeps it with a professional who is not whom it is about.",
            ),
            Policy(
                "add_keeper",
                "insert",
                check=f"put_by_id = {ME} and note_id = {KEPT} and {MAY_KEEP} and trust.keepers_of(note_id) < 2",
                says="Who is left asks another to keep it with them.",
            ),
            Policy(
                "end_own",
                "update",
                f"person_id = {ME} and until is null and (trust.keepers_of(note_id) > 1 or note_id = {ASKED})",
                f"person_id = {ME} and until is not null",
                says="You stop keeping a note, unless you are the last.",
            ),
            Policy(
                "end_left",
                "update",
                f"note_id = {KEPT} and until is null and trust.has_left_seal(id)",
                f"note_id = {KEPT} and until is not null",
                says="Who said no, never answered or is gone gives up their place.",
            ),
            REMINDS,
        ),
    ),
    Guard(
        "stories_keeperanswer",
        grants=("select", "insert"),
        offices=("select (id, keeper_id, yes)", "delete"),
        policies=(
            *with_note("keeper_id", table="stories_sealkeeper"),
            Policy(
                "see_keeper",
                "select",
                "keeper_id in (select id from public.stories_sealkeeper)",
                says="Who keeps a note sees who said yes.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"keeper_id in ({MY_SEAT})",
                says="You say yourself whether you keep it.",
            ),
            REMINDS,
        ),
    ),
    Guard(
        "stories_sealedline",
        grants=("select", "insert", "delete"),
        offices=("select (id, note_id, by_id)", "delete"),
        policies=(
            SEEN,
            along("note_id", table="stories_sealednote", says="What hangs on a sealed note goes with it."),
            for_rights(
                "note_id = any((select trust.erasable_seals())::uuid[])",
                says="The words about somebody who is forgotten go, once both keepers decided.",
            ),
            SEES,
            Policy(
                "add_keeper",
                "insert",
                check=f"{IN_MY_NAME} and note_id = {KEPT} and note_id <> all((select trust.my_ended_seals())::uuid[])",
                says="Who keeps a note writes in it until it is opened or deleted.",
            ),
            Policy(
                "drop_ended",
                "delete",
                f"note_id = {ENDED}",
                says="When both keepers agree, what was sealed moves to the story or is gone.",
            ),
        ),
    ),
    Guard(
        "stories_sealreview",
        grants=("select", "insert", "update (why)"),
        offices=("select (id, note_id, kind, until, by_id)", "delete"),
        policies=(
            *with_note(),
            SEES,
            Policy(
                "add_keeper",
                "insert",
                check=f"{IN_MY_NAME} and note_id = {KEPT} and note_id <> all((select trust.my_ended_seals())::uuid[])"
                " and (until is null or until > at::date and until < at::date + 190)",
                says="Who keeps a note proposes to open, renew or delete it.",
            ),
            Policy(
                "empty_keeper",
                "update",
                f"note_id = {ENDED}",
                f"note_id = {ENDED} and why = ''",
                says="What was deleted leaves no words.",
            ),
            REMINDS,
        ),
    ),
    Guard(
        "stories_sealagreement",
        grants=("select", "insert", "update (words)"),
        offices=("select (id, review_id, yes, by_id)", "delete"),
        policies=(
            *with_note("review_id", table="stories_sealreview"),
            Policy(
                "see_keeper",
                "select",
                "review_id in (select id from public.stories_sealreview)",
                says="Who keeps a note sees what the other said.",
            ),
            Policy(
                "add_other",
                "insert",
                check=f"{IN_MY_NAME} and review_id in (select id from public.stories_sealreview where by_id <> {ME})",
                says="The other keeper agrees, or not; never whoever proposed it.",
            ),
            Policy(
                "empty_keeper",
                "update",
                f"review_id in (select id from public.stories_sealreview where note_id = {ENDED})",
                "words = ''",
                says="What was deleted leaves no words.",
            ),
            REMINDS,
        ),
    ),
    Guard(
        "stories_sealopening",
        grants=("select", "insert"),
        offices=("select (id, note_id, by_id)", "delete"),
        policies=(
            *with_note(),
            SEES,
            Policy(
                "add_keeper",
                "insert",
                check=f"by_id = {ME} and note_id = any((select trust.my_opened_seals())::uuid[])",
                says="A keeper puts in the story what both agreed to open.",
            ),
        ),
    ),
    Guard(
        "stories_sealtold",
        grants=("select", "insert", "update (looks_again, until)"),
        offices=("select (id, note_id, circle_id)", "delete"),
        policies=(
            *with_note(),
            SEES,
            Policy(
                "see_resident",
                "select",
                f"circle_id = {MY_OWN_CIRCLES}",
                says="The resident sees that there is one, since when, and when it is looked at again.",
            ),
            Policy(
                "add_keeper",
                "insert",
                check=f"note_id = {KEPT} and {SAME_CIRCLE}",
                says="Who seals a note tells the resident that it is there.",
            ),
            Policy("keep_day", "update", f"note_id = {KEPT}", says="The resident hears when it is looked at next."),
        ),
    ),
    Guard(
        "stories_concern",
        grants=("select", "insert"),
        offices=("select (id, story_id, by_id, to_id, hat_id, answer_by, at)", "update (story_id)", "delete"),
        policies=(
            *after(
                Keep.YEAR,
                column="answer_by",
                and_if=f"not {ANSWERED_LATELY}",
                says="A concern goes a year after its answer, or after the day on which there should have been one.",
            ),
            for_rights(
                f"(story_id in (select id from public.stories_story) or by_id = {ERASED_PEOPLE})"
                " and trust.concern_ended(id)",
                says="A concern about or of somebody who is forgotten goes with them, once it was answered.",
            ),
            Policy("see_writer", "select", f"by_id = {ME}", says="You see the concern you shared."),
            Policy("see_asked", "select", f"to_id = {ME}", says="Whom it was shared with sees it, and nobody else."),
            Policy(
                "add_writer",
                "insert",
                check=f"{IN_MY_NAME} and to_id = {MY_PEOPLE} and trust.wears_formal(to_id)"
                " and (story_id is null or story_id in (select id from public.stories_story))",
                says="Anybody shares a concern with a professional they know.",
            ),
            REMINDS,
        ),
    ),
    Guard(
        "stories_concernanswer",
        grants=("select", "insert"),
        offices=("select (id, concern_id, kind, day, by_id, at)", "delete"),
        policies=(
            SEEN,
            along("concern_id", table="stories_concern", says="An answer goes with the concern."),
            for_rights("not trust.concern_there(concern_id)", says="An answer goes when its concern is gone."),
            Policy(
                "see_concern",
                "select",
                "concern_id in (select id from public.stories_concern)",
                says="Who shared it reads the answer.",
            ),
            Policy(
                "add_asked",
                "insert",
                check=f"by_id = {ME} and concern_id in (select id from public.stories_concern where to_id = {ME})",
                says="Whom it was shared with answers.",
            ),
            REMINDS,
        ),
    ),
]
