"""Standing questions: a query that every page asks is put into SQL once, and asked again with other values.

    ACCOUNT = Standing(lambda *, pk, day: with_two(day).filter(pk=pk), pk=int, day=date)
    ACCOUNT.first(pk=7, day=today)                     the account with its annotations, or None

Django writes its SQL anew each time it is asked; for a query with a few `Exists` that takes longer than the answer.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models

Row = Any  # A row of the model, with the annotations that `make` put on it.
# Values that stand for one that is said later. Two of each kind, so that what differs between them is a place for one.
MARKS: dict[type, Callable[[int], Any]] = {
    int: lambda n: -1_000_000 - n,
    date: lambda n: date.min + timedelta(days=n),
    UUID: lambda n: UUID(int=n + 1),
}


class Standing:
    """A question after one row; `make` gives its QuerySet for values by name, of the kinds that are said here.

    What it reads besides, such as a day, a language or a setting, is as it was when it was first asked: it is said, or
    asked of the database (`Now`). Errors: ValueError when that differs from one moment to the next, and when rows of
    other tables are to come along.
    """

    def __init__(self, make: Callable[..., models.QuerySet[Any]], **kinds: type) -> None:
        self.make, self.kinds = make, kinds

    def first(self, **said: Any) -> Row | None:
        if said.keys() != self.kinds.keys():
            raise TypeError(f"this question is asked with {', '.join(self.kinds)}")
        model, sql, params, places = self.written
        filled = [said[places[number]] if number in places else one for number, one in enumerate(params)]
        return next(iter(model._default_manager.raw(sql, filled)), None)

    def one(self, **said: Any) -> Row:
        """The same; DoesNotExist when there is none."""
        found = self.first(**said)
        if found is None:
            raise self.written[0].DoesNotExist
        return found

    @cached_property
    def written(self) -> tuple[Any, str, tuple[Any, ...], dict[int, str]]:
        """The model, the SQL, its parameters, and by the number of a parameter the name of what is said there."""
        first, second = (self._with(self._marks(turn)) for turn in (0, 1))
        names = {repr(mark): name for name, mark in self._marks(0).items()}
        places = {n: names.get(repr(one), "") for n, one in enumerate(first[2]) if one != second[2][n]}
        along = self.make(**self._marks(0)).query.select_related
        if along or first[1] != second[1] or set(places.values()) != set(self.kinds):
            raise ValueError("a standing question changes with what is said, and with nothing else")
        return *first, places

    def _marks(self, turn: int) -> dict[str, Any]:
        return {name: MARKS[kind](2 * number + turn) for number, (name, kind) in enumerate(self.kinds.items())}

    def _with(self, said: dict[str, Any]) -> tuple[Any, str, tuple[Any, ...]]:
        asked = self.make(**said)
        sql, params = asked.query.sql_with_params()
        return asked.model, sql, tuple(params)
