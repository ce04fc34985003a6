"""What rules about limiting and erasing are made of; the tables of every room use them."""

from nabij.base.guard import OFFICE, Policy

ERASED_PEOPLE = "any((select trust.erased_people())::uuid[])"
ERASED_CIRCLES = "any((select trust.erased_circles())::uuid[])"
ERASED_THINGS = "any((select trust.erased_things())::uuid[])"
# What stands in a circle that goes as a whole, or was itself asked to be erased by somebody of that circle.
ERASED = f"(circle_id = {ERASED_CIRCLES} or (id = {ERASED_THINGS} and circle_id = any((select trust.erasers_circles())::uuid[])))"
# A hashed list and no `<> all(array)`, which walks the array for each row.
NOT_LIMITED = "not in (select unnest((select trust.limited_things())))"


CIRCLES_TO_MASK = "any((select trust.circles_to_mask())::uuid[])"
NAME_GOES = "In other people's stories only the name of somebody who is forgotten goes."


def for_masking(rule: str, *, says: str = NAME_GOES) -> tuple[Policy, Policy]:
    """What the office that erases takes a name out of, while that is granted and not done: it finds and changes it."""
    whole = f"(select trust.office()) = 'rights' and {rule}"
    return (
        Policy("office_rights_mask", "update", whole, whole, to=OFFICE, says=says),
        Policy("office_rights_find", "select", whole, to=OFFICE, says="What a name is taken out of is found for it."),
    )


def for_rights(rule: str, *, says: str) -> Policy:
    """What the office that erases may reach: nothing without a granted request."""
    whole = f"(select trust.office()) = 'rights' and {rule}"
    return Policy("office_rights", "all", whole, whole, to=OFFICE, says=says)
