"""How sure many listings are at once, each by the one rule (`sureness`)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from nabij.directory.models import Confirmation, Service
from nabij.directory.reading import SHOWN
from nabij.directory.sureness import Sureness, Word, sureness, word_of
from nabij.directory.twins import Twin


def shown() -> QuerySet[Service]:
    """Every listing on show, doubles once."""
    return Service.objects.filter(status__in=SHOWN).exclude(pk__in=Twin.objects.standing().values("double"))


def sure_of_all(*, at: datetime) -> dict[UUID, Sureness]:
    """Every listing on show, doubles once: two questions to the database, whatever their number."""
    said: dict[UUID, list[Word]] = defaultdict(list)
    for row in Confirmation.objects.values("service_id", "found", "said_by", "by_id", "at"):
        said[row["service_id"]].append(word_of({**row}))
    days: Iterable[tuple[UUID, object]] = shown().values_list("pk", "assured_date")
    today = timezone.localdate(at)
    return {key: sureness(said[key], assured=assured, today=today) for key, assured in days}  # type: ignore[arg-type]
