"""What rules are made of: the words of schema trust as they stand in a policy, and rules that return."""

from nabij.base.guard import OFFICE, Policy

ME = "(select trust.me())"
MY_CIRCLES = "any((select trust.my_circles())::uuid[])"
# Where one reads what does not say when it was written: who is in the circle. Also what one opened in danger.
READ_CIRCLES = "any((select trust.my_readable_circles())::uuid[])"
MY_OWN_CIRCLES = "any((select trust.my_own_circles())::uuid[])"
# Whoever one sees already, or noted oneself: knowing a key is not knowing somebody.
I_KNOW = "(person_id in (select unnest((select trust.my_people()))) or trust.i_noted(person_id))"
SAID_OF_ONESELF = (
    "name, known_as, languages, community, go_between_id, stand_in_id, neighbourhood_id, street, latitude, longitude"
)
MY_HATS = "any((select trust.my_hats())::uuid[])"
MY_COMPANY = "any((select trust.my_company())::uuid[])"
ADMINISTERS = "(select trust.administrator()) is not null"
THE_ADMINISTRATOR = "(select trust.administrator())"
MY_PEOPLE = "any((select trust.my_people())::uuid[])"
MY_NEIGHBOURHOODS = "any((select trust.my_neighbourhoods())::text[])"


def for_office(*names: str, command: str = "all", says: str) -> Policy:
    """A policy for offices of the system, on the role of their own."""
    one_of = ", ".join(f"'{name}'" for name in names)
    rule = f"(select trust.office()) in ({one_of})"
    using = "" if command == "insert" else rule
    check = "" if command in ("select", "delete") else rule
    return Policy("office_" + "_".join(names), command, using, check, to=OFFICE, says=says)


def for_administrators(command: str, rule: str = "", *, says: str) -> Policy:
    """A policy for whoever is at the pages of administration, on the offices' role: no read of a person pays for it."""
    holds = f"{ADMINISTERS} and {rule}" if rule else ADMINISTERS
    using = "" if command == "insert" else holds
    check = "" if command in ("select", "delete") else holds
    return Policy(f"administrators_{command}", command, using, check, to=OFFICE, says=says)


def everybody(*, says: str) -> tuple[Policy, Policy]:
    """A public table: everybody reads it, visitors and offices too."""
    return (
        Policy("see_public", "select", "true", says=says),
        Policy("office_see_public", "select", "true", to=OFFICE, says=says),
    )


def see_written(*, at: str, says: str, circle: str = "circle_id") -> tuple[Policy, Policy]:
    """What was written to a circle: whole circles by their key alone, others from when somebody may read on.

    `at`: the column that says when it was written. Two rules, so that the first stays an index condition.
    """
    since = f"((select trust.my_beginnings()) ->> {circle}::text)::timestamptz"
    later = f"{circle} = any((select trust.my_later_circles())::uuid[]) and {at} >= {since}"
    return (
        Policy("see_member", "select", f"{circle} = any((select trust.my_whole_circles())::uuid[])", says=says),
        Policy("see_later", "select", later, says="Who came later reads what was written since, or what was opened."),
    )


MY_FELLOWS = "any((select trust.my_fellows())::uuid[])"
MY_GLASS_PEOPLE = "select unnest((select trust.my_glass_people()))"
NOT_OVER = "(until is null or until > statement_timestamp())"
# A parent's seat is for their own child, and ends on the day the child decides itself.
AS_PARENT = (
    "(parent_of_id is null or trust.is_parent(person_id, parent_of_id) and until <= trust.sixteenth(parent_of_id))"
)
# A child knows its own parents, whether or not it saw them here before.
I_KNOW_OR_PARENT = f"({I_KNOW} or trust.is_parent(person_id, {ME}))"
MINE_TO_END = f"(parent_of_id is null or parent_of_id = {ME} and let_in_by_id = {ME})"
AS_FAR_AS_I = "coalesce(sees_from, '-infinity') >= trust.my_beginning(circle_id)"
OVER = "until <= statement_timestamp() + interval '1 minute'"
MY_WORD = (
    f"employer = '' and (granted_by_id is null or granted_by_id = {ME})"
    " and (group_id is null or group_id in (select id from public.people_group where not formal))"
)
NEW_HOME = "(household_id = any((select trust.my_households())::uuid[]) or not trust.lived_in(household_id))"
FULL = ("select", "insert", "update", "delete")
