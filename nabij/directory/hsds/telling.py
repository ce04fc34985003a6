"""One of our rows as HSDS 3 tells it: the way back of `values`, by the same list of tables and columns."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from nabij.directory.hsds import cells
from nabij.directory.hsds.tables import EXTRA, RENAMED, TABLES, Table


class Told(NamedTuple):
    """An object of HSDS 3 without what hangs on it, and what HSDS has no place for."""

    row: dict[str, Any]
    beside: dict[str, Any]


def told(table: str, row: Mapping[str, Any]) -> Told:
    """A row by the columns of ours. What is empty is left out, unless HSDS cannot do without it: then it is empty."""
    known, one = TABLES[table], Told({}, dict(row.get(EXTRA) or {}))
    for name in known.columns:
        value = row.get(ours(table, name))
        if value in (None, ""):
            if name in known.must.split():
                one.row[name] = ""
        elif name in known.beyond.split() or (fit := _fitting(known, name, value)) is None:
            one.beside[name] = str(value)
        else:
            one.row[name] = fit
    return one


def ours(table: str, name: str) -> str:
    """What a column of HSDS is called with us."""
    return RENAMED.get((table, name), name)


def _fitting(table: Table, name: str, value: Any) -> Any:
    """The value in the form that HSDS asks for; None when it has no such form."""
    if name in table.choices:
        return value if value in table.choices[name] else None
    for kind, form in FORMS:
        if name in getattr(table, kind).split():
            return form(value)
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return str(value) if isinstance(value, UUID) else value


def _url(value: str) -> str | None:
    return cells.as_uri(value) if re.match(r"https?://\S", value, re.IGNORECASE) else None


def _email(value: str) -> str | None:
    return value if cells.is_email(value) else None


def _figure(value: str) -> int | None:
    """A text that says no more than a number; 012 says more, and so does "ask for Jan"."""
    return int(value) if re.fullmatch(r"0|-?[1-9]\d{0,14}", value, re.ASCII) else None


FORMS: tuple[tuple[str, Callable[[Any], Any]], ...] = (("urls", _url), ("emails", _email), ("figures", _figure))
