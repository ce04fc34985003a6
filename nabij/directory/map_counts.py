"""How true the map is, counted at night and kept: over many listings counting takes seconds, and who looks waits."""

from datetime import datetime
from typing import Any

from django.db import models, transaction

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


class MapCount(Noun):
    """How true the map was when that was last counted ("stand van de kaart"); one row, made anew each night."""

    privacy = Privacy(Keep.FOREVER, plain="id said at")

    # {"whole": counts, "areas": [[name, counts]], "subjects": [[name, counts]]}, counts by the kinds of `how_true`.
    said: Any = models.JSONField()
    at = models.DateTimeField()


def kept_count() -> MapCount | None:
    return MapCount.objects.order_by("-at", "-id").first()


@transaction.atomic
def keep_count(*, said: dict[str, Any], at: datetime) -> MapCount:
    """Takes the place of what was counted before; acts as the office beheer."""
    MapCount.objects.all().delete()
    return MapCount.objects.create(said=said, at=at)
