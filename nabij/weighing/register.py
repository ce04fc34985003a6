"""The rules a neighbourhood wrote down: what each says, who made it, where it stands, and whose backing it asks."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.keys import uuid7
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Neighbourhood


class RuleQuerySet(models.QuerySet["Rule"]):
    def standing(self) -> Self:
        """Of each rule how it is now; none of what ended."""
        later = Rule.objects.filter(key=models.OuterRef("key"), number__gt=models.OuterRef("number"))
        return self.filter(~models.Exists(later), ended__isnull=True).order_by("name", "id")

    def through_time(self, key: UUID) -> Self:
        """One rule as it was, the newest first."""
        return self.filter(key=key).order_by("-number")


class Rule(Noun):
    """A rule people here run into, in plain words ("regel"); a change is a row of its own."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id key number neighbourhood name words made_by source mandate at")

    class Maker(models.TextChoices):
        LAW = "law", _("de wet")
        MUNICIPALITY = "municipality", _("de gemeente")
        ORGANISATION = "organisation", _("een organisatie")
        HOUSE = "house", _("huisregel")

    key = models.UUIDField(default=uuid7, editable=False)  # The same through every change.
    number = models.PositiveSmallIntegerField(default=1)
    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    words = models.CharField(max_length=1000)
    made_by = models.CharField(max_length=12, choices=Maker)
    source = models.CharField(max_length=300, blank=True)
    mandate = models.CharField(max_length=80)  # The role of who may back doing otherwise.
    at = models.DateTimeField()

    objects = RuleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="one_rule_of_a_number"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(words="") & ~Q(mandate=""), name="rule_says_what_and_whose_mandate"
            ),
            models.CheckConstraint(
                condition=Q(made_by__in=["law", "municipality", "organisation", "house"]), name="made_by_one_of_four"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="rules_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return self.name


class RuleEnding(Noun):
    """That a rule stands no longer ("vervallen regel")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id rule at")

    rule = models.OneToOneField(Rule, on_delete=models.CASCADE, related_name="ended")
    at = models.DateTimeField()
