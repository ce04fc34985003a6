"""A worry about somebody, shared with one professional who must answer: no accusation, no form, no score."""

from datetime import date
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Person


class ConcernQuerySet(models.QuerySet["Concern"]):
    def open(self) -> Self:
        """Shared, and not answered to the end yet."""
        return self.exclude(answers__kind=ConcernAnswer.Kind.ANSWERED)

    def for_me(self, person: UUID) -> Self:
        """Those this person wrote or must answer, the oldest first."""
        return self.filter(Q(by_id=person) | Q(to_id=person)).prefetch_related("answers").order_by("at", "id")


class Concern(Noun):
    """A worry somebody shares with one professional ("gedeelde zorg"); only those two read it."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id story answer_by cannot_wait at",
        personal="by by_name to to_name hat",
        sensitive="about words",
        since="answer_by",
    )

    story = models.ForeignKey("stories.Story", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    about = models.CharField(max_length=120, blank=True)
    words = models.TextField(max_length=2000)
    cannot_wait = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to_name = models.CharField(max_length=120)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answer_by = models.DateField()
    at = models.DateTimeField()

    objects = ConcernQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="concern_says_something"),
            models.CheckConstraint(condition=~Q(by=models.F("to")), name="concern_goes_to_another"),
        ]
        indexes = [models.Index(fields=["to", "at"]), models.Index(fields=["by", "at"])]

    @property
    def newest(self) -> "ConcernAnswer | None":
        return max(self.answers.all(), key=lambda one: (one.at, one.id), default=None)

    @property
    def state(self) -> str:
        """asked, taken_up or answered."""
        return self.newest.kind if self.newest else "asked"

    @property
    def hears_by(self) -> date:
        """The day by which whoever shared it hears something."""
        return (self.newest and self.newest.day) or self.answer_by


class ConcernAnswer(Noun):
    """What the professional answers ("antwoord op een zorg"): taken up and until when, or what was done."""

    privacy = Privacy(keep=Keep.YEAR, plain="id concern kind day at", personal="by", sensitive="words")

    class Kind(models.TextChoices):
        TAKEN_UP = "taken_up", _("ik ga ermee aan de slag")
        ANSWERED = "answered", _("dit is mijn antwoord")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=1000)
    day = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="answer_to_a_concern_says_something"),
            models.CheckConstraint(condition=~Q(kind="taken_up") | Q(day__isnull=False), name="taken_up_until_a_day"),
        ]
