"""Who sees and changes kinds of help: everybody reads them, who works in a neighbourhood keeps its words; and all else."""

from nabij.base.guard import Guard, Policy
from nabij.bridge.agreement_rules import AGREEMENTS
from nabij.bridge.askrules import ASKS
from nabij.bridge.contradiction_rules import CONTRADICTIONS
from nabij.bridge.handing_rules import HANDINGS
from nabij.bridge.heard_rules import HEARD
from nabij.bridge.introduction_rules import INTRODUCTIONS
from nabij.bridge.look_rest_rules import LOOK_RESTS
from nabij.bridge.offerrules import OFFERS
from nabij.bridge.partner_rules import PARTNERS
from nabij.bridge.referral_rules import REFERRALS
from nabij.trust.policies.parts import FULL, ME, everybody, for_office

AT_WORK = f"{ME} is not null and neighbourhood_id = any((select trust.my_work_places())::text[])"
GUARDS = [
    Guard(
        "bridge_kindofhelp",
        grants=("select", "insert", "update (name, words, categories)"),
        offices=FULL,
        policies=(
            *everybody(says="Where a kind of question starts is public."),
            Policy(
                "add_work", "insert", check=AT_WORK, says="Whoever works in a neighbourhood keeps its kinds of help."
            ),
            Policy(
                "change_work",
                "update",
                AT_WORK,
                AT_WORK,
                says="Whoever works there changes its words; where a kind starts is agreed.",
            ),
            for_office("beheer", says="Administration notes what a neighbourhood agreed."),
        ),
    ),
    *AGREEMENTS,
    *OFFERS,
    *HEARD,
    *ASKS,
    *HANDINGS,
    *INTRODUCTIONS,
    *REFERRALS,
    *LOOK_RESTS,
    *PARTNERS,
    *CONTRADICTIONS,
]
