"""What a list does not name any more: it stays on the map until somebody lets go of it, and that can be undone."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from nabij.directory.let_go import LetGo
from nabij.directory.models import Service
from nabij.directory.reading import SHOWN


def gone_from(*, source: str, named: Iterable[str]) -> QuerySet[Service]:
    """What stands on the map by this list and is not among the keys that it names now; by name."""
    there = Service.objects.filter(came_from=source, status__in=SHOWN)
    return there.exclude(source_key__in=list(named)).order_by("name", "id")


@transaction.atomic
def let_go(services: Iterable[Service], *, at: datetime) -> list[LetGo]:
    """They stand as stopped: nobody finds them, and nothing of them is lost. What stopped already stays as it is."""
    going = [one for one in services if one.status in SHOWN]
    said = LetGo.objects.bulk_create(LetGo(service=one, goes=True, was=one.status, at=at) for one in going)
    _become(going, Service.Status.DEFUNCT, at=at)
    return said


@transaction.atomic
def put_back(said: Iterable[LetGo], *, at: datetime) -> list[LetGo]:
    """They stand on the map again as they stood there."""
    back = list(said)
    rows = LetGo.objects.bulk_create(
        LetGo(service=one.service, goes=False, was=one.service.status, at=at) for one in back
    )
    for status in {one.was for one in back}:
        _become([one.service for one in back if one.was == status], status, at=at)
    return rows


def _become(services: Iterable[Service], status: str, *, at: datetime) -> None:
    Service.objects.filter(pk__in=[one.pk for one in services]).update(status=status, changed_at=at)
