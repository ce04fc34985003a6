"""Where: neighbourhoods with their CBS codes and outlines, and places to meet."""

from typing import Self

from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


class Neighbourhood(models.Model):
    """A municipality, district or neighbourhood as the CBS knows it ("buurt")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="code name kind parent outline latitude longitude source")

    class Kind(models.TextChoices):
        GEMEENTE = "gemeente", "gemeente"
        WIJK = "wijk", "wijk"
        BUURT = "buurt", "buurt"

    code = models.CharField(primary_key=True, max_length=12)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    # GeoJSON coordinates of a MultiPolygon (longitude, latitude), WGS84.
    outline = models.JSONField(default=list)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^(GM\d{4}|WK\d{6}|BU\d{8})$"), name="cbs_code"),
        ]

    def __str__(self) -> str:
        return self.name


def upward(here: Neighbourhood | None) -> list[str]:
    """The codes of a neighbourhood, its district and its municipality."""
    return [here.code, *upward(here.parent)] if here else []


class PlaceQuerySet(models.QuerySet["Place"]):
    def standing(self) -> Self:
        """Where one can go; what was taken away stays only where it was named."""
        return self.filter(until__isnull=True)


class Place(Noun):
    """A place to meet ("plek")."""

    privacy = Privacy(
        keep=Keep.FOREVER, plain="id name what address neighbourhood latitude longitude hours step_free until"
    )

    name = models.CharField(max_length=120)
    what = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=200, blank=True)
    neighbourhood = models.ForeignKey(Neighbourhood, null=True, on_delete=models.PROTECT)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    hours = models.CharField(max_length=300, blank=True)
    step_free = models.BooleanField(null=True)
    until = models.DateField(null=True, blank=True)  # The first day on which it is no place to go to any more.

    objects = PlaceQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
