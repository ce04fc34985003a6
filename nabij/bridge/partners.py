"""What somebody answered when they and one they work with had not spoken for longer than usual; theirs alone."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person

YEAR = timedelta(days=365)


class PartnerAnswerQuerySet(models.QuerySet["PartnerAnswer"]):
    def lately(self, at: datetime) -> Self:
        """Of the last year; what is older waits for the job that deletes."""
        return self.filter(at__gt=at - YEAR)


class PartnerAnswer(Noun):
    """What somebody did with the invitation to talk again ("antwoord op de uitnodiging om weer te praten")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id at", personal="person other last", sensitive="kind until", since="at")

    class Kind(models.TextChoices):
        REACH = "reach", "ik neem contact op"
        REST = "rest", "niet nu"
        WRONG = "wrong", "dit klopt niet"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    last = models.DateField()  # The day of the last contact: which silence it was.
    kind = models.CharField(max_length=8, choices=Kind)
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()

    objects = PartnerAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("other")), name="a_partner_is_another"),
            models.CheckConstraint(
                condition=Q(kind="rest", until__isnull=False) | (~Q(kind="rest") & Q(until__isnull=True)),
                name="not_now_has_a_last_day",
            ),
        ]
        indexes = [models.Index(fields=["person", "-at"])]


class HasPartners(models.Func):
    """Whether there is anybody one works with between whom and oneself a referral was refused in the last year."""

    template = "(trust.my_partners() <> '{}')"
    output_field = models.BooleanField()
