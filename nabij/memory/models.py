"""What stays when people are not there: who stands in for whom, from when until when."""

from datetime import date
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Func, Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.memory.handovers import Handover
from nabij.people.models import Person

__all__ = ["Absence", "Handover", "IsAway"]


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def to_come(self, on: date) -> Self:
        """Not over yet, begun or not."""
        return self.filter(ends__gte=on, ended_at__isnull=True)

    def running(self, on: date) -> Self:
        return self.to_come(on).filter(starts__lte=on)

    def with_people(self) -> Self:
        return self.select_related("person", "stand_in")


class Absence(Noun):
    """That somebody is away from one day to another, and who stands in ("wie is er als ik er niet ben")."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id starts ends at ended_at", personal="person stand_in ended_by", since="ends"
    )

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    stand_in = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    starts = models.DateField()
    ends = models.DateField()
    at = models.DateTimeField()
    # Back sooner, or a stand-in who cannot after all: when, and by whom.
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(starts__lte=F("ends")), name="absence_begins_before_it_ends"),
            models.CheckConstraint(condition=~Q(person=F("stand_in")), name="somebody_else_stands_in"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="absence_ended_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["person", "ends"]), models.Index(fields=["stand_in", "ends"])]


class IsAway(Func):
    """Whether somebody one knows is away on one of these days, also where one does not see who stands in."""

    function = "trust.is_away"
    output_field = models.BooleanField()

    def __init__(self, person: UUID | str, starts: date, ends: date) -> None:
        super().__init__(person, models.Value(starts), models.Value(ends))
