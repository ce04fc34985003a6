"""Short lists that a neighbourhood writes for itself, and the lines of one that stand ready in a story."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Neighbourhood, Person
from nabij.trust.models import Circle

MOST_LINES, LONGEST = 12, 120


class HandholdQuerySet(models.QuerySet["Handhold"]):
    def standing(self) -> Self:
        """The newest of each name, unless that says it was taken away."""
        newest = self.order_by("neighbourhood_id", "name", "-at", "-id").distinct("neighbourhood_id", "name")
        return self.filter(id__in=newest.values("id")).exclude(lines=[]).order_by("name", "id")


class Handhold(Noun):
    """A short list of a neighbourhood, such as for a first visit ("houvast"); a newer of that name takes its place."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id neighbourhood name lines at")

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    lines = ArrayField(models.CharField(max_length=LONGEST), default=list, blank=True)
    at = models.DateTimeField()

    objects = HandholdQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="handhold_has_a_name"),
            models.CheckConstraint(condition=models.Q(lines__len__lte=MOST_LINES), name="handhold_is_short"),
        ]
        indexes = [models.Index(fields=["neighbourhood", "name", "-at"])]

    def __str__(self) -> str:
        return self.name


class ReadyLine(Noun):
    """A line of a list that stands ready in a story, until it is taken up or dropped ("regel van een houvast")."""

    privacy = Privacy(keep=Keep.STORY, plain="id story circle position at", personal="by", sensitive="what", since="at")

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="ready_lines")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")  # The widest of the story.
    what = models.CharField(max_length=LONGEST)
    position = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
