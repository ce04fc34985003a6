"""What is said against a reason of a short list: that it is not so, or not any more."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.asks import Ask
from nabij.bridge.offers import Offer
from nabij.people.models import Person

RATHER_NOT = "rather_not"  # Not a reason, but the whole of it: that stays with whoever said so.


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    def for_list(self, ask: UUID) -> Self:
        """What counts for the short list of one ask: what was said of it, and what holds for every ask."""
        return self.filter(Q(ask_id=ask) | Q(ask__isnull=True))


class Contradiction(Noun):
    """That a reason why somebody fits is not so ("klopt niet"), by whom; for one ask, or for all."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id ask ground at", personal="offer by", sensitive="reason words", since="at"
    )

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="contradictions")
    # None: for every ask; that is for whoever offers it and for who coordinates there.
    ask = models.ForeignKey(Ask, null=True, blank=True, on_delete=models.CASCADE, related_name="contradictions")
    ground = models.CharField(max_length=500)  # Which reason: "tongue:tr", "time:sat-morning+sat-afternoon".
    reason = models.CharField(max_length=300, blank=True)  # The sentence as it stood.
    words = models.CharField(max_length=200, blank=True)  # What is so instead.
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(ground=""), name="contradiction_of_a_reason"),
            models.CheckConstraint(
                condition=Q(ask__isnull=False) | ~Q(ground=RATHER_NOT), name="rather_not_is_for_one_ask"
            ),
            models.UniqueConstraint(
                fields=["offer", "ask", "ground", "by"], nulls_distinct=False, name="contradicted_once"
            ),
        ]
        indexes = [models.Index(fields=["offer", "ask"])]

    def __str__(self) -> str:
        return self.words or self.reason
