"""Who sees a decision: whoever reads the dilemma. How working together goes one reads alone, until one shares it."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_masking, for_rights
from nabij.trust.policies.parts import ME
from nabij.trust.policies.terms import SEEN, along
from nabij.weighing.dilemma_rules import (
    MY_WEIGHINGS,
    OF_DILEMMA,
    REACH,
    READER,
    SPEAKS_SO,
    for_letters,
    goes_along,
    link_see,
    link_see_backing,
)

OF_DECISION = "decision_id in (select id from public.weighing_decision)"
REACHED = f"decision_id in (select b.id from public.weighing_decision b where b.dilemma_id = {REACH})"
SHARED = "id = any((select trust.shared_with_me())::uuid[])"
CLASHED = "(person_id, other_id) in (select c.person, c.other from trust.clashes(decision_id) c)"
OF_ITS_DILEMMA = (
    "(option_id is null or option_id in (select o.id from public.weighing_option o"
    " where o.dilemma_id = weighing_decision.dilemma_id))"
)
MINORITY_KEPT = "(minority <> '' or not trust.weighed_otherwise(dilemma_id, option_id))"


def with_decision(says: str) -> tuple[Policy, Policy]:
    return SEEN, along("decision_id", table="weighing_decision", says=says)


DECISIONS = [
    Guard(
        "weighing_decision",
        grants=("select", "insert"),
        offices=("select", "update (by_name, role)", "delete"),
        policies=(
            Policy("see_dilemma", "select", OF_DILEMMA, says="Whoever reads a dilemma reads what was decided."),
            Policy(
                "add_own",
                "insert",
                check=f"carried_by_id = {ME} and by_name = trust.my_name_in(dilemma_id)"
                f" and trust.may_decide(dilemma_id) and {OF_ITS_DILEMMA} and {MINORITY_KEPT} and {SPEAKS_SO}",
                says="Who weighed decides once the voices are open, and keeps who thinks otherwise with it.",
            ),
            link_see(f"dilemma_id = {REACH} and dilemma_id = {MY_WEIGHINGS}", says="A link shows what was decided."),
            link_see_backing(
                "id = any((select trust.my_backed_decisions())::uuid[])",
                says="A link shows the decision for which backing is asked.",
            ),
            for_letters("Who carries a decision, and who asked to be told, is read for a letter."),
            *for_masking(f"carried_by_id = {ERASED_PEOPLE}"),
            *goes_along("A decision goes with the dilemma; what it teaches is told without names elsewhere."),
        ),
    ),
    Guard(
        "weighing_came",
        grants=("select", "insert"),
        offices=("select", "update (by_name)", "delete"),
        policies=(
            Policy("see_decision", "select", OF_DECISION, says="Whoever reads a decision reads what came of it."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and decision_id in (select b.id from public.weighing_decision b"
                f" where b.dilemma_id = {MY_WEIGHINGS} and weighing_came.by_name = trust.my_name_in(b.dilemma_id))",
                says="Who carries a decision or thought along says what came of it.",
            ),
            link_see(REACHED, says="A link shows what came of it."),
            *for_masking(f"by_id = {ERASED_PEOPLE}"),
            *with_decision("What came of it goes with the decision."),
        ),
    ),
    Guard(
        "weighing_workingtogether",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you said of working together."),
            Policy("see_shared", "select", SHARED, says="The other reads it when you share it."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and {CLASHED}",
                says="Each of two of whom a decision went against one says how working together goes.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"person_id = {READER} and {REACHED} and {CLASHED}",
                to=OFFICE,
                says="Who thought along by a link says it by a link.",
            ),
            link_see(
                f"{REACHED} and (person_id = {READER} or {SHARED})",
                says="A link shows its reader what they said, and what the other shared.",
            ),
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or other_id = {ERASED_PEOPLE})",
                says="How working with somebody who is forgotten went, goes.",
            ),
            *with_decision("How working together went goes with the decision."),
        ),
    ),
]
