"""That two listings are one: a row, which moves nothing. Taken back it is one more row, and both stand as before."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


class TwinQuerySet(models.QuerySet["Twin"]):
    def last_said(self) -> Self:
        """Of each pair only what was said last."""
        later = Twin.objects.filter(kept=OuterRef("kept"), double=OuterRef("double"))
        later = later.filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id")))
        return self.exclude(Exists(later))

    def standing(self) -> Self:
        """The pairs that are one now."""
        return self.last_said().filter(found=Twin.Found.ONE)


class Twin(Noun):
    """Somebody says that two listings are one, are two, or takes that back ("dubbele vermelding")."""

    privacy = Privacy(Keep.LISTING, plain="id kept double found at", personal="by")

    class Found(models.TextChoices):
        ONE = "one", _("het is er een")
        TWO = "two", _("het zijn er twee")
        BACK = "back", _("teruggedraaid")

    # The listing that is shown, and the one that leads to it.
    kept = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="twins")
    double = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="twin_of")
    found = models.CharField(max_length=4, choices=Found)
    by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    objects = TwinQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(kept=F("double")), name="two_listings_are_twins")]
        indexes = [models.Index(fields=["kept", "double", "-at"])]
