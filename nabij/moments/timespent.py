"""How long something took, for who wants to note that: theirs alone, and part of no moment that others read."""

import re
from datetime import datetime

from django.db import models, transaction
from django.utils.translation import gettext as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person

LONGEST = 24 * 60
_TIME = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*(?:[:.](?=\d\d$)|uur|u|h)\s*(?:en\s+)?)?(?:(?P<minutes>\d{1,4})\s*(?:minuten|minuut|min|m)?)?",
    re.IGNORECASE,
)
_PARTS_OF_HOURS = re.compile(r"(?P<hours>\d{1,2})[.,](?P<part>25|5|75)\s*(?:uur|u|h)", re.IGNORECASE)


class TimeSpent(Noun):
    """How long a moment took, by the word of who wrote it ("tijd"); only they see it."""

    privacy = Privacy(keep=Keep.STORY, plain="id moment minutes at", personal="person", since="at")

    moment = models.OneToOneField("moments.Moment", on_delete=models.CASCADE, related_name="time_spent")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(minutes__range=(1, LONGEST)), name="time_within_a_day")
        ]


class NoSuchTime(ValueError):
    """A time is some minutes or hours of one day."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf hoe lang het duurde, zoals 20 minuten, 1 uur 30 of 1,5 uur. Hooguit een dag."))


def minutes_of(said: str) -> int:
    """20, 20 min, 2 uur, 1 uur 30, 1,5 uur, 1:30 and 1.30 as minutes; nothing said is none."""
    if parts := _PARTS_OF_HOURS.fullmatch(said.strip()):
        minutes = 60 * int(parts["hours"]) + {"25": 15, "5": 30, "75": 45}[parts["part"]]
    elif found := _TIME.fullmatch(said.strip()):
        minutes = 60 * int(found["hours"] or 0) + int(found["minutes"] or 0)
    else:
        raise NoSuchTime
    if minutes > LONGEST:
        raise NoSuchTime
    return minutes


@transaction.atomic
def note_time(*, moment: "models.Model", minutes: int, by: Person, at: datetime) -> TimeSpent | None:
    """Notes how long what one wrote took, instead of what one said of it before; no minutes take that away."""
    if not 0 <= minutes <= LONGEST:
        raise NoSuchTime
    TimeSpent.objects.filter(moment=moment.pk, person=by).delete()
    return TimeSpent.objects.create(moment_id=moment.pk, person=by, minutes=minutes, at=at) if minutes else None
