"""Finders: SQL functions that return the ids of what one may see, asked through the ORM.

Moment.objects.filter(id__any_of=Stream(at, 30))     becomes  id = any(array(select trust.stream(..)))
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Func, Lookup, UUIDField, Value


@CharField.register_lookup
@UUIDField.register_lookup
class AnyOf(Lookup):
    """`column = any(array)`: an index condition, which `in (select ..)` is not for the planner."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} = any({right})", (*left_params, *right_params)


class Finder(Func):
    """Base of a room's finders: set `function` to the SQL function that returns `setof uuid`."""

    template = "array(select %(function)s(%(expressions)s))"
    output_field = ArrayField(UUIDField())

    def __init__(self, *args: Any) -> None:
        # A bare string would be taken for a column.
        super().__init__(*(a if hasattr(a, "resolve_expression") else Value(a) for a in args))


class Known(Finder):
    """Base of the finders whose function returns `uuid[]`, worked out once for a whole question."""

    template = "(select %(function)s(%(expressions)s))::uuid[]"
