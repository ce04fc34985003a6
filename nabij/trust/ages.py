"""What age decides: how old a child is, from when it decides itself, and who decides until then."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection


def years_of(person: UUID) -> int | None:
    """How old somebody is whose day of birth is noted; also of whom one does not see yet."""
    years: int | None = _told("select trust.years_of(%s)", person)
    return years


def is_grown(person: UUID) -> bool:
    """Whether somebody is sixteen, or nobody noted how old they are."""
    years = years_of(person)
    return years is None or years >= 16


def sixteenth(child: UUID) -> datetime | None:
    """From when a child decides itself who reads."""
    day: datetime | None = _told("select trust.sixteenth(%s)", child)
    return day


def parents_of(child: UUID) -> list[UUID]:
    """Who reads and decides for a child; also whom one does not see yet."""
    parents: list[UUID] = _told("select trust.parents_of(%s)", child)
    return parents


def past_a_parent(*, circle: UUID, teller: UUID, writer: UUID) -> bool:
    """Whether this would lay a child's words before its parents without the child itself."""
    return bool(_told("select trust.past_a_parent(%s, %s, %s)", circle, teller, writer))


def _told(question: str, *keys: UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, keys)
        return cursor.fetchone()[0]
