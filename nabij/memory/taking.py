"""Taking a copy of one's own data along: once at a time, and not again within a few minutes."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.translation import gettext as _

from nabij.memory.own_data import OwnData, gather, note_taken
from nabij.people.models import Person
from nabij.trust.models import Trace

AGAIN_AFTER = timedelta(minutes=3)


class BeingMade(ValueError):
    """Twice at the same time is one time."""

    def __init__(self) -> None:
        super().__init__(_("Je kopie wordt op dit moment al gemaakt. Wacht even, dan staat hij bij je downloads."))


class TakenJustNow(ValueError):
    """Twice in a few minutes is one time."""

    def __init__(self) -> None:
        super().__init__(
            _("Je hebt je kopie net opgehaald. Kijk bij je downloads. Over een paar minuten kan het opnieuw.")
        )


@transaction.atomic
def take_along(*, by: Person, at: datetime) -> OwnData:
    """Everything about `by`, to take along, and the trace that they took it."""
    if not alone(by):
        raise BeingMade
    if Trace.objects.filter(who=by.id, what="export", at__gt=at - AGAIN_AFTER).exists():
        raise TakenJustNow
    data = gather(person=by, at=at)
    note_taken(person=by, by=by, at=at, what="export")
    return data


def alone(person: Person) -> bool:
    """Whether nobody else takes this person's copy now; until the end of the transaction nobody else will."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(hashtext('own copy'), hashtext(%s))", [str(person.id)])
        return bool(cursor.fetchone()[0])
