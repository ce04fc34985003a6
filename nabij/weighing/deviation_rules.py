"""Who sees a rule, who does otherwise than it says, and who backs that: those who are asked, by a log-in or a link."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_masking
from nabij.trust.policies.parts import ME, MY_NEIGHBOURHOODS
from nabij.trust.policies.terms import SEEN, along
from nabij.weighing.dilemma_rules import MY_WEIGHINGS, REACH, READER, for_letters, link_see

MY_KEPT = "any((select trust.my_kept_places())::text[])"
MY_BACKINGS = "any((select trust.my_backings())::uuid[])"
DEVIATED = "id in (select v.rule_id from public.weighing_deviation v)"
OF_RULE = "rule_id in (select id from public.weighing_rule)"
OF_DEVIATION = "deviation_id in (select id from public.weighing_deviation)"
WEIGHED_BY_ME = (
    "decision_id in (select b.id from public.weighing_decision b where b.dilemma_id"
    f" = {MY_WEIGHINGS} or b.dilemma_id in (select c.dilemma_id from public.weighing_dilemmacircle c))"
)
IN_MY_NAME = "by_name = (select trust.my_name())"
NOT_LATER = "at <= statement_timestamp() + interval '1 minute'"
BACKS_SO = (
    "name = trust.my_name_as_backer(deviation_id) and trust.may_back(deviation_id)"
    " and hat_id is not null and trust.speaks_so(hat_id, role, formal)"
    f" and mandate = trust.has_mandate(deviation_id, hat_id) and {NOT_LATER}"
)
WHO_IS_ASKED = "Who was asked for backing, and whether it stands, is read for a letter; never what was said."


def goes_along(says: str) -> tuple[Policy, Policy]:
    return SEEN, along("deviation_id", table="weighing_deviation", says=says)


REGISTER = [
    Guard(
        "weighing_rule",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            Policy(
                "see_place",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS}",
                says="Who lives or works somewhere reads the rules of there, and of what that lies in.",
            ),
            Policy(
                "see_deviated",
                "select",
                DEVIATED,
                says="Whoever reads a deviation reads the rule, also from elsewhere.",
            ),
            Policy(
                "add_kept",
                "insert",
                check=f"neighbourhood_id = {MY_KEPT} and trust.rule_follows(key, number, neighbourhood_id)",
                says="Who coordinates in a neighbourhood keeps its rules; a change is a new row.",
            ),
            link_see(f"{REACH} is not null and {DEVIATED}", says="A link shows the rule for which backing is asked."),
        ),
    ),
    Guard(
        "weighing_ruleending",
        grants=("select", "insert"),
        policies=(
            Policy("see_rule", "select", OF_RULE, says="Whoever reads a rule reads that it ended."),
            Policy(
                "add_kept",
                "insert",
                check="rule_id in (select r.id from public.weighing_rule r"
                f" where r.neighbourhood_id = {MY_KEPT}) and trust.rule_stands(rule_id)",
                says="Who coordinates in a neighbourhood ends a rule of it.",
            ),
        ),
    ),
]
DEVIATIONS = [
    Guard(
        "weighing_deviation",
        grants=("select", "insert"),
        offices=("select", "update (by_name, role)", "delete"),
        policies=(
            Policy(
                "see_weighing",
                "select",
                WEIGHED_BY_ME,
                says="Who thinks along, and the circle, read it.",
            ),
            Policy("see_asked", "select", f"id = {MY_BACKINGS}", says="Who is asked for backing reads for what."),
            Policy(
                "add_carrier",
                "insert",
                check=f"by_id = {ME} and {IN_MY_NAME} and trust.may_deviate(decision_id, rule_id)"
                f" and trust.speaks_so(hat_id, role, formal) and {NOT_LATER}",
                says="Who carries a decision does otherwise than a rule of there, in their own name.",
            ),
            link_see(f"id = {REACH} and id = {MY_BACKINGS}", says="A link shows for what backing is asked."),
            for_letters(WHO_IS_ASKED),
            *for_masking(f"by_id = {ERASED_PEOPLE}"),
            SEEN,
            along("decision_id", table="weighing_decision", says="Doing otherwise goes with the decision."),
        ),
    ),
    Guard(
        "weighing_backingasked",
        grants=("select", "insert"),
        offices=("select", "update (name)", "delete"),
        policies=(
            Policy("see_deviation", "select", OF_DEVIATION, says="Whoever reads a deviation reads who is asked."),
            Policy(
                "add_asker",
                "insert",
                check=f"asked_by_id = {ME} and trust.may_ask_backing(deviation_id, person_id)",
                says="Who does otherwise asks people they know for backing, as long as it waits.",
            ),
            link_see(f"deviation_id = {REACH} and person_id = {READER}", says="A link shows that its reader is asked."),
            for_letters(WHO_IS_ASKED),
            *for_masking(f"person_id = {ERASED_PEOPLE}"),
            *goes_along("Who was asked for backing goes with it."),
        ),
    ),
    Guard(
        "weighing_backing",
        grants=("select", "insert"),
        offices=("select", "insert", "update (name, role)", "delete"),
        policies=(
            Policy("see_deviation", "select", OF_DEVIATION, says="Whoever reads a deviation reads who backs it."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and {BACKS_SO}",
                says="Who is asked says yes or no once, in one hat they wear; the mandate is the rule's.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"person_id = {READER} and deviation_id = {REACH} and {BACKS_SO}",
                to=OFFICE,
                says="Who is asked by a link says yes or no by it, in a hat that is noted of them.",
            ),
            link_see(f"deviation_id = {REACH} and person_id = {READER}", says="A link shows what its reader said."),
            *for_masking(f"person_id = {ERASED_PEOPLE}"),
            *goes_along("Backing goes with what it backs."),
        ),
    ),
    Guard(
        "weighing_review",
        grants=("select", "insert"),
        offices=("select", "update (by_name)", "delete"),
        policies=(
            Policy("see_deviation", "select", OF_DEVIATION, says="Whoever reads a deviation reads what came of it."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and {IN_MY_NAME} and trust.may_review(deviation_id) and {NOT_LATER}",
                says="Who does otherwise, or stands behind it, looks back.",
            ),
            for_letters("Whether somebody looked back is read for a letter; never what was said."),
            *for_masking(f"by_id = {ERASED_PEOPLE}"),
            *goes_along("What came of it goes with it."),
        ),
    ),
]
