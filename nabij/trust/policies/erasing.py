"""What rules about limiting and erasing are made of; the tables of every room use them."""

from nabij.base.guard import OFFICE, Policy

ERASED_PEOPLE = "any((select trust.erased_people())::uuid[])"
ERASED_CIRCLES = "any((select trust.erased_circles())::uuid[])"
ERASED_THINGS = "any((select trust.erased_things())::uuid[])"
# What stands in a circle that goes as a whole, or was itself asked to be erased by somebody of that circle.
ERASED = f"(circle_id = {ERASED_CIRCLES} or (id = {ERASED_THINGS} and circle_id = any((select trust.erasers_circles())::uuid[])))"
NOT_LIMITED = "all((select trust.limited_things())::uuid[])"


def for_rights(rule: str, *, says: str) -> Policy:
    """What the office that erases may reach: nothing without a granted request."""
    whole = f"(select trust.office()) = 'rights' and {rule}"
    return Policy("office_rights", "all", whole, whole, to=OFFICE, says=says)
