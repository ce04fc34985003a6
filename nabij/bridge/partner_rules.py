"""Who sees what somebody answered to the invitation to talk again: nobody but they, the other of the two neither."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME
from nabij.trust.policies.terms import after

PARTNERS = (
    Guard(
        "bridge_partneranswer",
        grants=("select", "insert"),
        offices=("select (id, person_id, other_id, at)", "delete"),
        policies=(
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or other_id = {ERASED_PEOPLE})",
                says="What was answered to the invitation to talk again goes with either of the two.",
            ),
            Policy("see_own", "select", f"person_id = {ME}", says="Only you see what you answered to the invitation."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and other_id = any((select trust.my_partners())::uuid[])",
                says="You answer to the invitation to talk again with somebody you work with.",
            ),
            *after(Keep.YEAR, column="at", says="What was answered to that invitation goes after a year."),
        ),
    ),
)
