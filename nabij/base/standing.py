"""Standing questions: a query that is asked often is put into SQL once, and asked again with other values.

    ACCOUNT = Standing(lambda *, pk, day: with_two(day).filter(pk=pk), pk=int, day=date)
    ACCOUNT.first(pk=7, day=today)                     the account with its annotations, or None
    THEIRS = Standing(lambda *, circles: Membership.objects.filter(circle__id__any_of=circles), circles=list[UUID])
    THEIRS.rows(circles=[one, other])                  the rows, as the query itself gives them

Django writes its SQL anew each time it is asked; for a query with a few `Exists`, or that brings rows of other tables
along, that takes longer than the answer.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connections, models
from django.db.models.sql.compiler import SQLCompiler

Row = Any  # A row of the model with the annotations that `make` put on it, or what its `values_list` asks for.
# Values that stand for one that is said later. Two of each kind, so that what differs between them is a place for one.
MARKS: dict[Any, Callable[[int], Any]] = {
    int: lambda n: -1_000_000 - n,
    str: lambda n: f"\ue000{n}",
    date: lambda n: date.min + timedelta(days=n),
    datetime: lambda n: datetime(2, 1, 1, tzinfo=UTC) + timedelta(days=n),
    UUID: lambda n: UUID(int=n + 1),
    list[UUID]: lambda n: [UUID(int=n + 1)],
    list[str]: lambda n: [f"\ue000{n}"],
}


@dataclass(frozen=True)
class Written:
    """A question as it was written: its QuerySet, what made its SQL, that SQL, and which parameter is said by which
    name."""

    asked: models.QuerySet[Any]
    compiler: SQLCompiler
    sql: str
    params: tuple[Any, ...]
    places: dict[int, str]

    def with_values(self, said: dict[str, Any]) -> models.QuerySet[Any]:
        """The QuerySet with its SQL already written. Whatever is added to it would be ignored: it is for reading."""
        filled = tuple(said[self.places[n]] if n in self.places else one for n, one in enumerate(self.params))
        compiler = copy.copy(self.compiler)
        compiler.connection = connections[self.asked.db]  # Of this thread; it was written in another.
        compiler.as_sql = lambda *_args, **_more: (self.sql, filled)  # type: ignore[method-assign]
        rows = self.asked.all()
        rows.query.get_compiler = lambda *_args, **_more: compiler  # type: ignore[method-assign]
        return rows


class Standing:
    """A question that stands; `make` gives its QuerySet for values by name, of the kinds that are said here.

    What it reads besides, such as a day, a language or a setting, is as it was when it was first asked: it is said, or
    asked of the database (`Now`). Errors: ValueError when that differs from one moment to the next.
    """

    def __init__(self, make: Callable[..., models.QuerySet[Any]], **kinds: Any) -> None:
        self.make, self.kinds = make, kinds

    def rows(self, **said: Any) -> list[Row]:
        if said.keys() != self.kinds.keys():
            raise TypeError(f"this question is asked with {', '.join(self.kinds)}")
        return list(self.written.with_values(said))

    def first(self, **said: Any) -> Row | None:
        return next(iter(self.rows(**said)), None)

    def one(self, **said: Any) -> Row:
        """The same; DoesNotExist when there is none."""
        found = self.first(**said)
        if found is None:
            raise self.written.asked.model.DoesNotExist
        return found

    @cached_property
    def written(self) -> Written:
        asked, other = (self.make(**self._marks(turn)) for turn in (0, 1))
        compiler = asked.query.get_compiler(asked.db)
        sql, params = compiler.as_sql()
        again, others = other.query.get_compiler(other.db).as_sql()
        names = {repr(mark): name for name, mark in self._marks(0).items()}
        places = {n: names.get(repr(one), "") for n, one in enumerate(params) if one != others[n]}
        if sql != again or set(places.values()) != set(self.kinds):
            raise ValueError("a standing question changes with what is said, and with nothing else")
        return Written(asked, compiler, sql, tuple(params), places)

    def _marks(self, turn: int) -> dict[str, Any]:
        return {name: MARKS[kind](2 * number + turn) for number, (name, kind) in enumerate(self.kinds.items())}
