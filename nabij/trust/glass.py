"""Breaking the glass in danger: who tried, what was opened until when, who watches over it, and how it is judged."""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from nabij.base.finders import Known
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Neighbourhood, Person


class TrustedThird(Noun):
    """Who watches over breaking the glass in a neighbourhood ("vertrouwenspersoon"), kept by administration."""

    privacy = Privacy(keep=Keep.LOG, plain="id neighbourhood since until", personal="person", since="until")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "neighbourhood"], condition=Q(until__isnull=True), name="trusted_once"
            )
        ]


class GlassAttemptQuerySet(models.QuerySet["GlassAttempt"]):
    def of_a_day(self, person: UUID) -> Self:
        """How often somebody tried in the last 24 hours goes by the clock of the rules as well."""
        return self.filter(by_id=person, logged_at__gte=Now() - timedelta(days=1))


class GlassAttempt(Noun):
    """That somebody sought a story to open in danger ("poging"): the words typed, and why; found or not."""

    privacy = Privacy(
        keep=Keep.LOG,
        plain="id at logged_at",
        personal="by by_name hat third",
        sensitive="name place reason",
        since="logged_at",
    )

    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    by_name = models.CharField(max_length=120)
    hat = models.ForeignKey(Hat, null=True, on_delete=models.SET_NULL, related_name="+")
    third = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=120)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    # By the clock of the database, which no one who tries can set: how often somebody may try goes by it.
    logged_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = GlassAttemptQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="attempt_says_why")]
        indexes = [models.Index(fields=["by", "logged_at"]), models.Index(fields=["third", "-at"])]


class BreakGlassQuerySet(models.QuerySet["BreakGlass"]):
    def open_for(self, person: UUID) -> Self:
        """What this person may read behind the glass now, by the clock that the rules go by."""
        return self.filter(by_id=person, until__gt=Now())

    def watched_by(self, person: UUID) -> Self:
        """All this person is the trusted third of, the newest first."""
        return self.filter(third_id=person).order_by("-at", "-id")


class BreakGlass(Noun):
    """That in danger somebody outside the circle reads what is written around a person ("noodopening"): 24 hours."""

    privacy = Privacy(
        keep=Keep.LOG,
        plain="id attempt at until",
        personal="person about_name by by_name hat_name third",
        since="until",
    )

    class Verdict(models.TextChoices):
        NEEDED = "needed", _("nodig")
        NOT_NEEDED = "not_needed", _("niet nodig")
        TO_TALK = "to_talk", _("eerst samen bespreken")

    attempt = models.OneToOneField(GlassAttempt, on_delete=models.PROTECT, related_name="glass")
    # Names are kept beside the keys: the third knows neither whom it is about nor, perhaps, who opened.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    about_name = models.CharField(max_length=120)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    hat_name = models.CharField(max_length=80)
    third = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField()

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(third=models.F("by")), name="nobody_watches_themselves"),
            models.CheckConstraint(condition=~Q(third=models.F("person")), name="nobody_watches_their_own_story"),
        ]
        indexes = [models.Index(fields=["by", "-until"]), models.Index(fields=["person"])]

    def is_open(self, *, at: datetime) -> bool:
        return self.at <= at < self.until


class GlassTelling(Noun):
    """Whether the circle hears of it ("de kring inlichten"): now, or not yet, why, and when that is asked again."""

    privacy = Privacy(keep=Keep.LOG, plain="id glass told again at", personal="by", sensitive="why")

    glass = models.ForeignKey(BreakGlass, on_delete=models.CASCADE, related_name="tellings")
    told = models.BooleanField()
    why = models.CharField(max_length=500, blank=True)
    again = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(told=True) | (Q(again__isnull=False) & ~Q(why="")), name="not_yet_says_why_and_when"
            )
        ]


class GlassReview(Noun):
    """What the trusted third thinks of it afterwards ("oordeel"), in words."""

    privacy = Privacy(keep=Keep.LOG, plain="id glass verdict at", personal="by", sensitive="words")

    glass = models.OneToOneField(BreakGlass, on_delete=models.CASCADE, related_name="review")
    verdict = models.CharField(max_length=10, choices=BreakGlass.Verdict)
    words = models.CharField(max_length=1000)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="verdict_says_why")]


class ThirdsHere(Known):
    """Who watches over the neighbourhood of the hat of work that whoever acts wears now; nobody without one."""

    function = "trust.thirds_here"
