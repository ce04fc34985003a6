"""Who may see and say how old a child is and whose child it is."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_COMPANY, for_office
from nabij.trust.policies.terms import ALONG_PERSON, SEEN, TERM_OR_REQUEST, along

MY_CHILDREN = "any((select trust.my_children())::uuid[])"
# Whom one noted oneself and who has no login yet: a child with a login is nobody's to say.
NOTED_CHILD = "trust.i_noted({child}) and not trust.has_account({child})"

FAMILIES = [
    Guard(
        "people_birth",
        grants=("select", "insert"),
        offices=("select", "insert", "update (day)", "delete"),
        policies=(
            SEEN,
            ALONG_PERSON,
            TERM_OR_REQUEST,
            for_rights(f"person_id = {ERASED_PEOPLE}", says="The day of birth of somebody who is forgotten goes."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see your own day of birth."),
            Policy("see_noted", "select", f"noted_by_id = {ME}", says="You see a day of birth that you noted."),
            Policy("see_parent", "select", f"person_id = {MY_CHILDREN}", says="A parent sees when a child was born."),
            Policy(
                "add_noted",
                "insert",
                check=f"noted_by_id = {ME} and (person_id = {ME} or {NOTED_CHILD.format(child='person_id')})",
                says="Who notes a child notes how old it is; it decides who reads.",
            ),
            for_office("beheer", says="Administration mends a day that was wrong."),
        ),
    ),
    Guard(
        "people_parent",
        grants=("select", "insert"),
        offices=("select", "insert", "update (until)", "delete"),
        policies=(
            SEEN,
            along("child_id", table="people_person", says="Whose child somebody is goes with them."),
            along("parent_id", table="people_person", says="Whose parent somebody is goes with them."),
            TERM_OR_REQUEST,
            for_rights(
                f"(child_id = {ERASED_PEOPLE} or parent_id = {ERASED_PEOPLE})",
                says="Whose child or parent somebody was who is forgotten goes.",
            ),
            Policy("see_child", "select", f"child_id = {ME}", says="You see who stands here as your parent."),
            Policy("see_parent", "select", f"parent_id = {ME}", says="You see of whom you stand here as a parent."),
            Policy("see_noted", "select", f"noted_by_id = {ME}", says="You see whom you noted as a parent."),
            Policy(
                "see_company",
                "select",
                f"child_id = {MY_COMPANY}",
                says="A circle knows who the parents of a child are.",
            ),
            Policy(
                "add_noted",
                "insert",
                check=f"noted_by_id = {ME} and ({NOTED_CHILD.format(child='child_id')} or child_id = {MY_CHILDREN})",
                says="Who notes a child says who its parents are; a parent adds the other.",
            ),
            for_office("beheer", says="Administration mends what was wrong, and ends what a judge ended."),
        ),
    ),
]
