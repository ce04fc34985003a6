"""Who sees that somebody let the invitation to look together rest: nobody but they."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES
from nabij.trust.policies.terms import after, along

LOOK_RESTS = (
    Guard(
        "bridge_lookrest",
        grants=("select", "insert"),
        offices=("select (id, person_id, circle_id, at)", "delete"),
        policies=(
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE})",
                says="That an invitation rested goes with the story, and with who is forgotten.",
            ),
            Policy("see_own", "select", f"person_id = {ME}", says="Only you see that you let an invitation rest."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and circle_id = {MY_CIRCLES}",
                says="You let an invitation rest about a story that you read.",
            ),
            *after(Keep.YEAR, column="at", says="That an invitation rested goes after a year."),
            along("circle_id", table="trust_circle", says="That an invitation rested goes with its circle."),
        ),
    ),
)
