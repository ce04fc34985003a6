"""Who sees what somebody answered to a silence: nobody but they."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES
from nabij.trust.policies.terms import after, along

SILENCES = (
    Guard(
        "stories_silenceanswer",
        grants=("select", "insert"),
        offices=("select (id, person_id, circle_id, at)", "delete"),
        policies=(
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE})",
                says="What was answered to a silence goes with the story, and with who is forgotten.",
            ),
            Policy("see_own", "select", f"person_id = {ME}", says="Only you see what you answered to a silence."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and circle_id = {MY_CIRCLES}",
                says="You answer to a silence in a story that you read.",
            ),
            *after(Keep.YEAR, column="at", says="What was answered to a silence goes after a year."),
            along("circle_id", table="trust_circle", says="What was answered to a silence goes with its circle."),
        ),
    ),
)
