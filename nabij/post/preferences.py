"""How somebody wants letters: one by one, gathered, or not by mail; when they are asleep; from whom no more.

Every choice is a row of its own, and the newest counts. What is said here about the hour is said in local time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person

MORNING = time(8)  # When gathered letters go, of a week on its Monday.


class PreferenceQuerySet(models.QuerySet["Preference"]):
    def of(self, person: UUID) -> Self:
        """What this person chose for all letters, the newest first."""
        return self.filter(person_id=person, writer__isnull=True).order_by("-at", "-id")


class Preference(Noun):
    """How somebody wants letters, of everybody or of one writer alone ("postkeuze"); the newest counts."""

    privacy = Privacy(
        keep=Keep.PERSON, plain="id pace quiet_from quiet_until by_link at", personal="person writer", since="at"
    )

    class Pace(models.TextChoices):
        AT_ONCE = "at_once", _("Meteen")
        DAILY = "daily", _("Eén keer per dag, alles bij elkaar")
        WEEKLY = "weekly", _("Eén keer per week, alles bij elkaar")
        NONE = "none", _("Geen mail. Ik kijk zelf bij Vandaag")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    writer = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    pace = models.CharField(max_length=10, choices=Pace)
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)
    by_link = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects = PreferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from__isnull=True, quiet_until__isnull=True)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False) & ~Q(quiet_from=F("quiet_until")),
                name="quiet_hours_begin_and_end",
            ),
            models.CheckConstraint(
                condition=Q(writer__isnull=True) | Q(pace__in=["at_once", "none"]), name="one_writer_writes_or_not"
            ),
        ]
        indexes = [models.Index(fields=["person", "writer", "-at"])]


@dataclass(frozen=True)
class Wish:
    """What somebody chose, or what holds while they chose nothing."""

    pace: str = Preference.Pace.AT_ONCE
    quiet: tuple[time, time] | None = None
    since: datetime | None = None
    by_link: bool = False


def wish_of(person: UUID) -> Wish:
    """What counts now for all letters to this person."""
    newest = Preference.objects.of(person).first()
    if newest is None:
        return Wish(quiet=settings.QUIET_HOURS)
    quiet = (newest.quiet_from, newest.quiet_until) if newest.quiet_from and newest.quiet_until else None
    return Wish(newest.pace, quiet, newest.at, newest.by_link)


def wants_none_of(*, writer: UUID, person: UUID) -> bool:
    """Whether somebody asked for no more letters of this one writer."""
    newest = Preference.objects.filter(person_id=person, writer_id=writer).order_by("-at", "-id").first()
    return newest is not None and newest.pace == Preference.Pace.NONE


def newest(column: str, *, person: str) -> Subquery:
    """For queries of letters: one column of what their reader chose last; nothing when they chose nothing."""
    theirs = Preference.objects.filter(person=OuterRef(person), writer__isnull=True).order_by("-at", "-id")
    return Subquery(theirs.values(column)[:1])


def awake(*, at: datetime) -> Case:
    """For such a query, which knows `pace`, `quiet_from` and `quiet_until`: whether its reader may be mailed now."""
    clock = timezone.localtime(at).time()
    through_midnight = Q(quiet_from__gt=F("quiet_until")) & (Q(quiet_from__lte=clock) | Q(quiet_until__gt=clock))
    by_day = Q(quiet_from__lt=F("quiet_until"), quiet_from__lte=clock, quiet_until__gt=clock)
    return Case(
        When(pace__isnull=True, then=Value(not is_quiet(settings.QUIET_HOURS, clock=clock))),
        When(by_day | through_midnight, then=Value(value=False)),
        default=Value(value=True),
        output_field=models.BooleanField(),
    )


def is_quiet(quiet: tuple[time, time] | None, *, clock: time) -> bool:
    if quiet is None:
        return False
    begin, end = quiet
    return begin <= clock < end if begin < end else clock >= begin or clock < end


def day_began(at: datetime) -> datetime:
    """The last morning at which a day's letters went, or should have."""
    here = timezone.localtime(at)
    day = here.date() if here.time() >= MORNING else here.date() - timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, MORNING))


def week_began(at: datetime) -> datetime:
    """The last Monday morning."""
    day = timezone.localdate(day_began(at))
    return timezone.make_aware(datetime.combine(day - timedelta(days=day.weekday()), MORNING))


def without_mail(people: Iterable[UUID], *, asker: UUID) -> set[UUID]:
    """Who of these cannot log in and wants no letters, of this asker or at all, as the asker may see."""
    said = Preference.objects.filter(Q(writer__isnull=True) | Q(writer=asker), person__in=people)
    last = said.exclude(person=asker).order_by("person", "writer", "-at", "-id").distinct("person", "writer")
    return {person for person, pace in last.values_list("person_id", "pace") if pace == Preference.Pace.NONE}
