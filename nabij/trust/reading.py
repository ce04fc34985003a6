"""Reading the log of looks: who read what is about somebody; and what age decides."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from nabij.people.models import Person
from nabij.trust.models import Look


def looks_at(person: Person, *, most: int) -> list[Look]:
    """The newest looks at what is about this person."""
    return list(Look.objects.filter(about=person.id).order_by("-at", "-id")[:most])


def years_of(person: UUID) -> int | None:
    """How old somebody is whose day of birth is noted; also of whom one does not see yet."""
    years: int | None = _told("select trust.years_of(%s)", person)
    return years


def sixteenth(child: UUID) -> datetime | None:
    """From when a child decides itself who reads."""
    day: datetime | None = _told("select trust.sixteenth(%s)", child)
    return day


def parents_of(child: UUID) -> list[UUID]:
    """Who reads and decides for a child; also whom one does not see yet."""
    parents: list[UUID] = _told("select trust.parents_of(%s)", child)
    return parents


def _told(question: str, key: UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, [key])
        return cursor.fetchone()[0]
