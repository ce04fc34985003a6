"""Who sees and changes kinds of help: everybody reads them, administration keeps them."""

from nabij.base.guard import Guard
from nabij.trust.policies.parts import FULL, everybody, for_office

GUARDS = [
    Guard(
        "bridge_kindofhelp",
        grants=("select",),
        offices=FULL,
        policies=(
            *everybody(says="Where a kind of question starts is public."),
            for_office("beheer", says="Administration notes what a neighbourhood agreed."),
        ),
    ),
]
