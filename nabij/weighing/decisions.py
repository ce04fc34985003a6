"""What was decided and why, who thought otherwise, what came of it, and how two go on working together after it."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Person
from nabij.stories.searching import for_memory
from nabij.weighing.dilemmas import Dilemma, Option

A_MONTH = timedelta(days=30)  # After it those between whom it stood are asked how working together goes.


class Decision(Noun):
    """What was decided about a dilemma, why, and who thought otherwise ("besluit"); once, by who carries it."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id dilemma option formal at",
        personal="carried_by by_name role hat",
        sensitive="words reasons minority in_memory",
        since="at",
    )

    dilemma = models.OneToOneField(Dilemma, on_delete=models.CASCADE, related_name="decision")
    option = models.ForeignKey(Option, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=500)
    reasons = models.TextField(max_length=2000)
    minority = models.TextField(max_length=2000, blank=True)  # Who thinks otherwise, kept with it.
    carried_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    formal = models.BooleanField(null=True)
    at = models.DateTimeField()
    in_memory = for_memory("words", "reasons", "minority", returned=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words="") & ~Q(reasons=""), name="decision_says_what_and_why")
        ]
        indexes = [models.Index(fields=["carried_by", "-at"])]

    def __str__(self) -> str:
        return self.words


class Came(Noun):
    """What came of a decision ("wat ervan kwam"), by who carries it or thought along."""

    privacy = Privacy(keep=Keep.YEAR, plain="id decision at", personal="by by_name", sensitive="words")

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="came")
    words = models.CharField(max_length=1000)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=160)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="what_came_says_something")]
        indexes = [models.Index(fields=["decision", "at"])]


class WorkingTogether(Noun):
    """How working together goes, a month after a decision against one of two ("hoe samenwerken gaat"); one's own."""

    privacy = Privacy(keep=Keep.YEAR, plain="id decision shared at", personal="person other", sensitive="how words")

    class How(models.TextChoices):
        GOOD = "good", _("goed")
        SO_SO = "so_so", _("wisselend")
        HARD = "hard", _("moeilijk")

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="working_together")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=5, choices=How)
    words = models.CharField(max_length=1000, blank=True)
    shared = models.BooleanField(default=False)  # Whether the other may read it.
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "person", "other"], name="how_working_together_goes_once"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="works_with_another"),
            models.CheckConstraint(condition=Q(how__in=["good", "so_so", "hard"]), name="working_goes_one_of_three"),
        ]
