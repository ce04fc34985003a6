"""Who sees that two are the same, and who says so: whoever reads and writes in both; it opens nothing to anybody."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES
from nabij.trust.policies.terms import BEWAREN, SEEN, along

MY_MERGE = "merge_id in (select id from public.trust_merge)"


def along_whom(column: str) -> Policy:
    """As `along`, of a person whom a row need not name."""
    gone = f"{column} is not null and not exists (select 1 from public.people_person p where p.id = {column})"
    says = "That two are the same goes with either of them."
    return Policy(f"along_{column}", "delete", f"{BEWAREN} and {gone}", to=OFFICE, says=says)


MERGING = [
    Guard(
        "trust_merge",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy(
                "see_own",
                "select",
                f"person_id = {ME} or double_id = {ME}",
                says="You see that you and somebody who was noted are the same, who said so and why.",
            ),
            Policy(
                "see_both",
                "select",
                f"circle_id = {MY_CIRCLES} and double_circle_id = {MY_CIRCLES}",
                says="Whoever is in both circles sees it; nobody learns by it of a person or a story elsewhere.",
            ),
            Policy(
                "add_both",
                "insert",
                check=f"by_id = {ME} and circle_id = {MY_CIRCLES} and double_circle_id = {MY_CIRCLES}"
                " and trust.may_write(circle_id) and trust.may_write(double_circle_id)"
                " and trust.may_merge(person_id, circle_id, double_id, double_circle_id)",
                says="Whoever writes in both says so, in their own name; never of two people who both have a log-in.",
            ),
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or double_id = {ERASED_PEOPLE}"
                f" or circle_id = {ERASED_CIRCLES} or double_circle_id = {ERASED_CIRCLES})",
                says="That two were the same goes with whoever is forgotten.",
            ),
            SEEN,
            along("circle_id", table="trust_circle", says="That two are the same goes with either circle."),
            along("double_circle_id", table="trust_circle", says="That two are the same goes with either circle."),
            along_whom("person_id"),
            along_whom("double_id"),
        ),
    ),
    Guard(
        "trust_mergeend",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy(
                "see_merge", "select", MY_MERGE, says="Whoever sees that two were one sees that they are two again."
            ),
            Policy(
                "add_seen",
                "insert",
                check=f"by_id = {ME} and {MY_MERGE}",
                says="Whoever sees it takes it apart again, the person themselves too.",
            ),
            for_rights(MY_MERGE, says="That it ended goes with it."),
            SEEN,
            along("merge_id", table="trust_merge", says="That it ended goes with it."),
        ),
    ),
]
