"""What rules about limiting and erasing are made of; the tables of every room use them."""

from nabij.base.guard import OFFICE, Policy

ERASED_PEOPLE = "any((select trust.erased_people())::uuid[])"
ERASED_CIRCLES = "any((select trust.erased_circles())::uuid[])"
ERASED_THINGS = "any((select trust.erased_things())::uuid[])"
# What stands in a circle that goes as a whole, or was itself asked to be erased by somebody of that circle.
ERASED = f"(circle_id = {ERASED_CIRCLES} or (id = {ERASED_THINGS} and circle_id = any((select trust.erasers_circles())::uuid[])))"
# A hashed list and no `<> all(array)`, which walks the array for each row.
NOT_LIMITED = "not in (select unnest((select trust.limited_things())))"


def for_rights(rule: str, *, says: str) -> Policy:
    """What the office that erases may reach: nothing without a granted request."""
    whole = f"(select trust.office()) = 'rights' and {rule}"
    return Policy("office_rights", "all", whole, whole, to=OFFICE, says=says)
