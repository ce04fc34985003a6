"""Who sees a dilemma: who thinks along, and the circle it was raised in. A link shows the one that it came for."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_masking, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_NEIGHBOURHOODS, for_office, see_written
from nabij.trust.policies.terms import SEEN, after, along

READER, REACH = "(select trust.reader())", "(select trust.reach())"
MY_WEIGHINGS = "any((select trust.my_weighings())::uuid[])"
MY_STORY_PLACES = "any((select trust.my_story_places())::text[])"
MY_BACKED_DILEMMAS = "any((select trust.my_backed_dilemmas())::uuid[])"
MY_OPEN_WEIGHINGS = "any((select trust.my_open_weighings())::uuid[])"
RAISED_BY_ME = "dilemma_id = any((select trust.my_raised())::uuid[])"
OF_DILEMMA = "dilemma_id in (select id from public.weighing_dilemma)"
BLIND = "not trust.voices_open(dilemma_id)"
SPEAKS_SO = "trust.speaks_so(hat_id, role, formal) and (formal is not null or trust.concerns_me(dilemma_id))"
WEIGHED_LATELY = f"trust.weighed_since(id, statement_timestamp() - interval '{Keep.YEAR.term}')"
LETTERS = "Who thinks along and whether the voices are open is read for a letter; never a voice."


def for_letters(says: str = LETTERS) -> Policy:
    return for_office("reminders", command="select", says=says)


def goes_along(says: str) -> tuple[Policy, Policy]:
    return SEEN, along("dilemma_id", table="weighing_dilemma", says=says)


def link_see(rule: str, *, says: str) -> Policy:
    return Policy("link_see", "select", rule, to=OFFICE, says=says)


def link_see_backing(rule: str, *, says: str) -> Policy:
    return Policy("link_see_backing", "select", f"{REACH} is not null and {rule}", to=OFFICE, says=says)


DILEMMAS = [
    Guard(
        "weighing_dilemma",
        grants=("select", "insert"),
        offices=("select", "update (by_name, role)", "delete"),
        policies=(
            Policy(
                "see_weighing", "select", f"id = {MY_WEIGHINGS}", says="Who raised it or thinks along reads a dilemma."
            ),
            Policy(
                "see_circle",
                "select",
                "id in (select dilemma_id from public.weighing_dilemmacircle)",
                says="The circle in which it was raised reads a dilemma.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"raised_by_id = {ME} and by_name = (select trust.my_name())"
                f" and trust.speaks_so(hat_id, role, formal) and at <= statement_timestamp() + interval '1 minute'"
                f" and (neighbourhood_id = {MY_NEIGHBOURHOODS} or neighbourhood_id = {MY_STORY_PLACES})",
                says="Anybody raises a dilemma, in their own name, where they live or work or read a story.",
            ),
            Policy(
                "see_backing",
                "select",
                f"id = {MY_BACKED_DILEMMAS}",
                says="Who is asked to back doing otherwise reads the dilemma, and nothing of the circle.",
            ),
            link_see(f"id = {REACH} and id = {MY_WEIGHINGS}", says="A link shows the one dilemma it came for."),
            link_see_backing(f"id = {MY_BACKED_DILEMMAS}", says="A link shows the dilemma for which backing is asked."),
            for_letters(),
            *for_masking(f"raised_by_id = {ERASED_PEOPLE}"),
            *after(
                Keep.YEAR,
                column="closes",
                and_if=f"not {WEIGHED_LATELY}",
                says="A dilemma goes a year after its voices closed, or after what was said last of the decision.",
            ),
        ),
    ),
    Guard(
        "weighing_dilemmacircle",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            *see_written(at="at", says="In which circle a dilemma was raised that circle alone knows."),
            Policy(
                "add_raiser",
                "insert",
                check=f"circle_id = {MY_CIRCLES} and {RAISED_BY_ME}",
                says="Who raises a dilemma says in which circle of theirs.",
            ),
            for_rights(f"circle_id = {ERASED_CIRCLES}", says="That it was raised there goes with the circle."),
            SEEN,
            along("dilemma_id", table="weighing_dilemma", says="Where it was raised goes with the dilemma."),
            along("circle_id", table="trust_circle", says="Where it was raised goes with the circle."),
        ),
    ),
    Guard(
        "weighing_option",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy("see_dilemma", "select", OF_DILEMMA, says="Whoever reads a dilemma reads what may be chosen."),
            Policy(
                "add_raiser",
                "insert",
                check=f"{RAISED_BY_ME} and not trust.anybody_spoke(dilemma_id)",
                says="Who raises a dilemma says what may be chosen, before anybody has spoken.",
            ),
            link_see(f"dilemma_id = {REACH} and dilemma_id = {MY_WEIGHINGS}", says="A link shows what may be chosen."),
            link_see_backing(f"dilemma_id = {MY_BACKED_DILEMMAS}", says="A link shows what could have been chosen."),
            *goes_along("What may be chosen goes with the dilemma."),
        ),
    ),
    Guard(
        "weighing_participant",
        grants=("select", "insert"),
        offices=("select", "update (name)", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see where you were asked along."),
            Policy(
                "see_weighing",
                "select",
                f"dilemma_id = {MY_WEIGHINGS}",
                says="Who thinks along sees who else does; nobody sees who has spoken.",
            ),
            Policy(
                "add_raiser",
                "insert",
                check=f"asked_by_id = {ME} and {RAISED_BY_ME} and {BLIND}"
                " and trust.may_ask_along(dilemma_id, person_id, part)",
                says="Who raised it asks people they know, while the voices are blind; a facilitator is no party.",
            ),
            link_see(
                f"dilemma_id = {REACH} and (person_id = {READER} or dilemma_id = {MY_OPEN_WEIGHINGS})",
                says="A link shows its reader that they were asked; who else, when the voices are open.",
            ),
            for_letters(),
            *for_masking(f"person_id = {ERASED_PEOPLE}"),
            *goes_along("Who thought along goes with the dilemma."),
        ),
    ),
    Guard(
        "weighing_participantend",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            Policy(
                "see_participant",
                "select",
                "participant_id in (select id from public.weighing_participant)",
                says="Whoever sees who thinks along sees who does not any more.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and trust.may_stop(participant_id)",
                says="You stop thinking along, or who asked you takes it back, until the voices are open.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"by_id = {READER} and trust.may_stop(participant_id)",
                to=OFFICE,
                says="Who was asked by a link stops by that link, until the voices are open.",
            ),
            link_see(
                f"participant_id in (select p.id from public.weighing_participant p where p.dilemma_id = {REACH})",
                says="A link shows its reader that they do not think along any more.",
            ),
            for_letters(),
            SEEN,
            along("participant_id", table="weighing_participant", says="That somebody stopped goes with it."),
        ),
    ),
    Guard(
        "weighing_perspective",
        grants=("select", "insert"),
        offices=("select", "insert", "update (by_name, role)", "delete"),
        policies=(
            Policy("see_weighing", "select", f"dilemma_id = {MY_WEIGHINGS}", says="Who thinks along reads every side."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and by_name = trust.my_name_in(dilemma_id)"
                f" and trust.may_tell(dilemma_id) and {SPEAKS_SO}",
                says="Who thinks along says how it looks from one side, until it is decided.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"by_id = {READER} and dilemma_id = {REACH} and by_name = trust.my_name_in(dilemma_id)"
                f" and trust.may_tell(dilemma_id) and {SPEAKS_SO}",
                to=OFFICE,
                says="Who was asked by a link says by it how it looks from one side.",
            ),
            link_see(f"dilemma_id = {REACH} and dilemma_id = {MY_WEIGHINGS}", says="A link shows every side."),
            *for_masking(f"by_id = {ERASED_PEOPLE}"),
            *goes_along("How it looked goes with the dilemma."),
        ),
    ),
]
