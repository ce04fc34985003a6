"""Why somebody may see something: each rule of its table, tried on that one row as that one person.

No rule is written here again. The expression of the declared policy is asked, by the database, of a row of the same
values; what it asks of other tables runs as that person, behind their rules.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from nabij.base.guard import APP, Guard, Policy
from nabij.trust.acting import acting_as, person


@dataclass(frozen=True)
class Reason:
    """One rule, and whether it lets this person see this thing; a restrictive one lets what it does not take away."""

    name: str
    says: str
    lets: bool
    restrictive: bool = False


@dataclass(frozen=True)
class Why:
    """All rules of a table tried on one row, and whether the row is really seen."""

    reasons: tuple[Reason, ...]
    seen: bool


def is_there(*, table: str, key: str) -> bool:
    """Whether there is such a row at all, past every rule."""
    return row_of(table=table, key=key) is not None


def row_of(*, table: str, key: str) -> str | None:
    """The row as JSON, past every rule: only the owner gets one."""
    sql = f"select to_jsonb(t)::text from {quoted(table)} t where t.{primary(table)}::text = %s"  # nosec B608: declared
    with connection.cursor() as cursor:
        cursor.execute(sql, [key])
        found = cursor.fetchone()
    return str(found[0]) if found else None


def quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def primary(table: str) -> str:
    with connection.cursor() as cursor:
        return quoted(connection.introspection.get_primary_key_column(cursor, table) or "id")


def why(*, guard: Guard, key: str, who: UUID) -> Why | None:
    """None when there is no such row at all."""
    row = row_of(table=guard.table, key=key)
    if row is None:
        return None
    rules = [one for one in guard.policies if one.command in ("select", "all") and one.to == APP]
    column = primary(guard.table)
    with acting_as(person(who), purpose="why"):
        reasons = tuple(
            Reason(one.name, one.says, lets(one, table=guard.table, row=row), one.restrictive) for one in rules
        )
        seen = any("select" in grant for grant in guard.grants) and is_seen(guard.table, column=column, key=key)
    return Why(reasons, seen)


def lets(policy: Policy, *, table: str, row: str) -> bool:
    """The rule's own expression, asked of the row's values under the name of its table."""
    using, name = policy.using.replace("%", "%%"), quoted(table)
    sql = f"select ({using}) from jsonb_populate_record(null::{name}, %s::jsonb) as {name}"  # nosec B608: declared
    with connection.cursor() as cursor:
        cursor.execute(sql, [row])
        return bool(cursor.fetchone()[0])


def is_seen(table: str, *, column: str, key: str) -> bool:
    sql = f"select exists (select {column} from {quoted(table)} where {column}::text = %s)"  # nosec B608: declared
    with connection.cursor() as cursor:
        cursor.execute(sql, [key])
        return bool(cursor.fetchone()[0])
