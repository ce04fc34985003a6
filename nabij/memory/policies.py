"""Who sees that somebody is away, and who says so."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_COMPANY, MY_PEOPLE
from nabij.trust.policies.terms import after

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
]
