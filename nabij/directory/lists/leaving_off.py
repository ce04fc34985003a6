"""What is left to do of a list is kept, so that whoever brought it in finds it again, and goes when nothing is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from nabij.directory.models import Service, UnfinishedList
from nabij.directory.origins import origin_of
from nabij.directory.reading import SHOWN


@transaction.atomic
def leave_off(*, source: str, said: dict[str, Any], to_mend: int, gone: Iterable[UUID], at: datetime) -> None:
    """Keeps the list as it was just brought in while something of it is left; what was kept of it before goes.

    said: the list as a page carries it. to_mend: how many rows have a problem. gone: what it names no more.
    """
    left, origin = list(gone), origin_of(source)
    here = {"neighbourhood_id": origin.place, "name": origin.name}
    with connection.cursor() as cursor:  # Whoever brings in the same list at this moment waits.
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s))", [source])
    UnfinishedList.objects.filter(**here).delete()
    if to_mend or left:
        UnfinishedList.objects.create(said=said, to_mend=to_mend, gone=left, at=at, **here)


@dataclass(frozen=True)
class Left:
    """What is left to do of one list: rows to mend, and listings that it names no more and that are still on show."""

    key: UUID
    to_mend: int
    gone: int


def left_of_lists() -> dict[tuple[str, str], Left]:
    """By name and neighbourhood of each list that whoever acts keeps; two questions to the database."""
    rows = list(UnfinishedList.objects.defer("said").order_by("name", "neighbourhood"))
    named = {key for row in rows for key in row.gone}
    shown = set(Service.objects.filter(pk__in=named, status__in=SHOWN).values_list("pk", flat=True))
    left = {(row.name, row.neighbourhood_id): Left(row.pk, row.to_mend, len(shown & set(row.gone))) for row in rows}
    return {list_: one for list_, one in left.items() if one.to_mend or one.gone}
