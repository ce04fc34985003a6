"""Whom it is about, of what somebody looks after for another: by name, also whom they may not know."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from nabij.bridge.asks import Ask
from nabij.people.models import Person


def is_charged(ask: Ask) -> bool:
    """Whether whoever acts looks after an ask that another made for somebody."""
    with connection.cursor() as cursor:
        cursor.execute("select %s = any(trust.charged_asks())", [ask.id])
        return bool(cursor.fetchone()[0])


def people_of(keys: Iterable[UUID]) -> dict[UUID, Person]:
    """These people as far as one knows them, or by their name alone; two questions at most."""
    wanted = set(keys)
    found = {one.id: one for one in Person.objects.filter(id__in=wanted)}
    if wanted - set(found):
        with connection.cursor() as cursor:
            cursor.execute("select person, name from trust.charged_names() where person = any(%s)", [list(wanted)])
            found = {key: Person(id=key, name=name) for key, name in cursor.fetchall()} | found
    return found
