"""Counting who helps: on one day, everybody and everything that helps, from one's own circle or from work."""

from typing import Self

from django.db import models
from django.db.models import Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle


class ScanQuerySet(models.QuerySet["Scan"]):
    def newest_first(self) -> Self:
        """With who counted, and what helps, in the order it was told."""
        return self.select_related("by").prefetch_related("resources").order_by("-day", "-at", "-id")


class Scan(Noun):
    """Who and what helps around a story, as counted on one day in one circle ("tellen wie helpt")."""

    privacy = Privacy(keep=Keep.STORY, plain="id story circle day at", personal="by", since="at")

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="scans")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScanQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["circle", "-day"]), models.Index(fields=["story", "-day"])]

    @property
    def informal(self) -> list["Resource"]:
        return [one for one in self.resources.all() if not one.formal]

    @property
    def formal(self) -> list["Resource"]:
        return [one for one in self.resources.all() if one.formal]


class Resource(Noun):
    """Somebody or something that helps, as told in a count ("wie of wat helpt")."""

    privacy = Privacy(keep=Keep.STORY, plain="id scan formal", sensitive="what")

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="resources")
    what = models.CharField(max_length=120)
    formal = models.BooleanField()  # Whether it comes from work, and not from people around.

    class Meta:
        ordering = ["id"]  # Keys grow with time: the order in which it was told.
        constraints = [
            models.UniqueConstraint(fields=["scan", "what"], name="resource_once_in_a_scan"),
            models.CheckConstraint(condition=~Q(what=""), name="resource_says_what"),
        ]
