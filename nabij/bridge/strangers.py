"""Whom one does not know yet and works around the same street or theme: who of the other world is named first.

Stories do not leak: what two share is a street or a theme of at least five households, counted from the records of
ninety days. Nothing is kept about anybody, and nobody is ranked: other world first, then by name.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Person

RECORDS = timedelta(days=90)
MOST = 12


@dataclass(frozen=True)
class Stranger:
    """Somebody in their hat, and why one should meet them, in sentences."""

    person: Person
    hat: Hat
    reasons: list[str]


def strangers(*, formal: bool, at: datetime) -> list[Stranger]:
    """A short list for whoever acts; formal: whether they wear a hat of work, so that the others come first."""
    with connection.cursor() as cursor:
        cursor.execute("select person, kind, what from trust.not_met(%s) order by kind, what", [at - RECORDS])
        shared = cursor.fetchall()
    why: dict[UUID, list[str]] = {}
    for person, kind, what in shared:
        why.setdefault(person, []).append(reason(kind, what))
    hats = Hat.objects.worn_on(localdate(at)).filter(person__in=why, open=True).select_related("person", "group")
    first: dict[UUID, Hat] = {}
    for hat in hats.order_by("formal" if formal else "-formal", "id"):
        first.setdefault(hat.person_id, hat)
    found = sorted(first.values(), key=lambda hat: (hat.formal is formal, hat.person.called))
    return [Stranger(hat.person, hat, why[hat.person_id][:3]) for hat in found[:MOST]]


def reason(kind: str, what: str) -> str:
    if kind == "street":
        return _("Jullie komen allebei in de buurt van de %(street)s.") % {"street": what}
    return _("Jullie hebben allebei te maken met %(theme)s.") % {"theme": what}
