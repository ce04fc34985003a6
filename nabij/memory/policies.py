"""Who sees that somebody is away or leaves, and who says so."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_COMPANY, MY_OWN_CIRCLES, MY_PEOPLE
from nabij.trust.policies.terms import SEEN, after, along

MINE_TO_END_IT = f"(person_id = {ME} or stand_in_id = {ME})"

GUARDS = [
    Guard(
        "memory_absence",
        grants=("select", "insert", "update (ended_at, ended_by_id)"),
        offices=("select", "delete"),
        policies=(
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or stand_in_id = {ERASED_PEOPLE})",
                says="When somebody who is forgotten was away goes with them.",
            ),
            Policy(
                "see_company",
                "select",
                f"person_id = {MY_COMPANY}",
                says="Who shares a circle with you sees when you are away and who stands in.",
            ),
            Policy("see_stand_in", "select", f"stand_in_id = {ME}", says="You see for whom you stand in."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and ended_at is null and stand_in_id = {MY_PEOPLE}",
                says="You say yourself when you are away, and ask somebody you know to stand in.",
            ),
            Policy(
                "end_own",
                "update",
                f"{MINE_TO_END_IT} and ended_at is null",
                f"{MINE_TO_END_IT} and ended_by_id = {ME}",
                says="You say that you are back, or that you cannot stand in after all.",
            ),
            *after(Keep.YEAR, column="ends", says="When somebody was away goes a year after it."),
        ),
    ),
    Guard(
        "memory_handover",
        grants=("select", "insert", "update (past, answered_at, answered_by_id, noted_by_id)"),
        offices=("select", "delete"),
        policies=(
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE} or to_id = {ERASED_PEOPLE})",
                says="Who was to take a story over goes with it, and with who is forgotten.",
            ),
            Policy(
                "see_resident",
                "select",
                f"circle_id = {MY_OWN_CIRCLES}",
                says="Whom a story is about reads who is to take it over, before anybody else does.",
            ),
            Policy("see_own", "select", f"person_id = {ME}", says="You see whom you proposed."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and circle_id = {MY_CIRCLES} and past = ''"
                f" and (to_id = {MY_PEOPLE} or trust.reads_from(to_id, circle_id) is not null)",
                says="Who leaves a story proposes somebody they know, and answers for nobody.",
            ),
            Policy(
                "answer_resident",
                "update",
                f"circle_id = {MY_OWN_CIRCLES} and past = ''",
                f"circle_id = {MY_OWN_CIRCLES} and answered_by_id = {ME} and noted_by_id is null",
                says="Whom it is about says what the other may read, once.",
            ),
            Policy(
                "answer_noted",
                "update",
                f"person_id = {ME} and past = ''",
                f"person_id = {ME} and noted_by_id = {ME} and trust.is_resident(circle_id, answered_by_id)"
                " and not trust.has_account(answered_by_id)",
                says="Who leaves notes what somebody said who cannot log in.",
            ),
            SEEN,
            along("circle_id", table="trust_circle", says="Who was to take a story over goes with its circle."),
        ),
    ),
]
