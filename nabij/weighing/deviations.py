"""Doing otherwise than a rule says: what instead and until when, who backs it, and what came of it."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Person
from nabij.weighing.decisions import Decision
from nabij.weighing.register import Rule

LONGEST = timedelta(days=366)
WAITS = timedelta(days=7)  # For backing; after that it lapses. The word `trust.deviation_state` says the same.


class Deviation(Noun):
    """Doing otherwise than a rule says, in somebody's interest and until a day ("afwijking")."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id decision rule formal valid_until review_on at",
        personal="by by_name role hat",
        sensitive="instead why interest",
    )

    class State(models.TextChoices):  # As the word `trust.deviation_state` says it; kept in no row.
        WAITS = "waits", _("wacht op rugdekking")
        STANDS = "stands", _("geldt")
        LAPSED = "lapsed", _("vervallen")
        OVER = "over", _("voorbij")
        REVIEWED = "reviewed", _("teruggekeken")

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="deviations")
    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="+")
    instead = models.CharField(max_length=500)
    why = models.CharField(max_length=1000)
    interest = models.CharField(max_length=300)
    valid_until = models.DateField()
    review_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    formal = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "rule"], name="one_deviation_of_a_rule"),
            models.CheckConstraint(
                condition=~Q(instead="") & ~Q(why="") & ~Q(interest=""), name="deviation_says_what_why_and_for_whom"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("at"), valid_until__lte=F("at") + LONGEST),
                name="deviation_until_a_day_within_a_year",
            ),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("at"), review_on__lte=F("valid_until")), name="looked_at_before_it_ends"
            ),
        ]
        indexes = [models.Index(fields=["by", "-at"]), models.Index(fields=["valid_until"])]

    def __str__(self) -> str:
        return self.instead


class BackingAsked(Noun):
    """Somebody who is asked to back a deviation ("om rugdekking gevraagd")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id deviation at", personal="person name asked_by")

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="asked")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deviation", "person"], name="backing_asked_once"),
            models.CheckConstraint(condition=~Q(person=F("asked_by")), name="backing_asked_of_another"),
        ]


class Backing(Noun):
    """What somebody says to a deviation, in a hat they wear: yes, or no and why ("rugdekking")."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id deviation formal mandate at", personal="person name role hat", sensitive="kind words"
    )

    class Kind(models.TextChoices):
        YES = "yes", _("ik sta hierachter")
        NO = "no", _("hier sta ik niet achter")

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="backings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=160)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    formal = models.BooleanField()
    mandate = models.BooleanField(default=False)  # Whether their hat is the one the rule asks for.
    kind = models.CharField(max_length=3, choices=Kind)
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deviation", "person"], name="backed_once_in_one_hat"),
            models.CheckConstraint(condition=Q(kind__in=["yes", "no"]), name="backing_is_yes_or_no"),
            models.CheckConstraint(condition=Q(kind="yes") | ~Q(words=""), name="no_says_why"),
        ]


class Review(Noun):
    """What came of doing otherwise, and whether it goes on until its day ("teruggekeken")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id deviation goes_on at", personal="by by_name", sensitive="words")

    deviation = models.ForeignKey(Deviation, on_delete=models.CASCADE, related_name="reviews")
    words = models.CharField(max_length=1000)
    goes_on = models.BooleanField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=160)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="review_says_something")]
        indexes = [models.Index(fields=["deviation", "at"])]
