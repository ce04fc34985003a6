"""What somebody answered to a silence: theirs alone, so that the list of who is longer silent learns when to rest."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle

YEAR = timedelta(days=365)


class SilenceAnswerQuerySet(models.QuerySet["SilenceAnswer"]):
    def lately(self, at: datetime) -> Self:
        """Of the last year; what is older waits for the job that deletes."""
        return self.filter(at__gt=at - YEAR)


class SilenceAnswer(Noun):
    """What somebody answered when a story was longer silent than usual ("antwoord op een stilte"); theirs alone."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id at", personal="person circle last", sensitive="kind until reason", since="at"
    )

    class Kind(models.TextChoices):
        RIGHT = "right", gettext_lazy("klopte")
        NOTHING = "nothing", gettext_lazy("er was niets")
        REST = "rest", gettext_lazy("rust")

    class Reason(models.TextChoices):
        AGREED = "agreed", gettext_lazy("zo afgesproken")
        AWAY = "away", gettext_lazy("even weg")
        OTHER = "other", gettext_lazy("een ander houdt contact")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")  # The widest one reads.
    last = models.DateField()  # The day of the last contact: which silence it was.
    kind = models.CharField(max_length=8, choices=Kind)
    until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=8, choices=Reason, blank=True)
    at = models.DateTimeField()

    objects = SilenceAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="rest", until__isnull=False)
                | (~models.Q(kind="rest") & models.Q(until__isnull=True, reason="")),
                name="a_rest_has_a_last_day",
            )
        ]
        indexes = [models.Index(fields=["person", "-at"])]
