"""What somebody asks of a neighbourhood. The line is read there; who asks stands in a table of its own, and is not."""

from datetime import date, datetime, timedelta
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from nabij.base.finders import Known
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.offers import LONGEST, MOST_KINDS
from nabij.bridge.weeks import of_a_week
from nabij.people.models import Neighbourhood, Person
from nabij.stories.searching import for_memory

ITS_TIME = timedelta(days=14)  # After it an ask is seen as one that nobody met yet.


class Unmet(Known):
    """The asks of my neighbourhoods of which was said that nobody was found."""

    function = "trust.unmet_asks"


class AskQuerySet(models.QuerySet["Ask"]):
    def open_on(self, day: date) -> Self:
        """What one may still answer: not ended as far as one sees, and its day is not past."""
        ended = AskEnding.objects.filter(ask=OuterRef("pk"))
        return self.filter(~Exists(ended), Q(by_day__isnull=True) | Q(by_day__gte=day)).exclude(id__any_of=Unmet())

    def agreed_or_unknown(self) -> Self:
        """Not what waits for a yes: what one may not know by whom it is, stands there only after it."""
        agreed = Q(asker__about=F("asker__asked_by")) | Q(yes__yes=True)
        return self.filter(Q(asker__isnull=True) | agreed)


class Ask(Noun):
    """What somebody asks of their neighbourhood, in one sentence without names ("vraag")."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id neighbourhood at",
        personal="kinds week by_day",
        sensitive="line in_memory",
        since="at",
    )

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")  # Whose board.
    line = models.CharField(max_length=LONGEST)
    kinds = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # Keys of kinds of help.
    week = ArrayField(models.CharField(max_length=16), default=list, blank=True)  # Empty: in consultation.
    by_day = models.DateField(null=True, blank=True)  # The last day on which it is of use.
    at = models.DateTimeField()
    in_memory = for_memory("line", returned=False)

    objects = AskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(line=""), name="ask_says_something"),
            models.CheckConstraint(condition=of_a_week("week"), name="ask_in_a_week"),
            models.CheckConstraint(condition=Q(kinds__len__lte=MOST_KINDS), name="ask_of_few_kinds"),
        ]
        indexes = [models.Index(fields=["neighbourhood", "-at"]), GinIndex(fields=["in_memory"], name="ask_in_memory")]

    def __str__(self) -> str:
        return self.line

    @property
    def about(self) -> Person:
        """For whom it is; Asker.DoesNotExist for whoever may not know."""
        return self.asker.about

    @property
    def asked_by(self) -> Person:
        return self.asker.asked_by

    def is_past_its_time(self, at: datetime) -> bool:
        return self.at + ITS_TIME <= at


class Asker(Noun):
    """Who asks, and for whom ("wie vraagt"); the neighbourhood does not know it until both said yes."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id ask at", personal="about asked_by circle_key to_coordinator", since="at"
    )

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="asker")
    about = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asks")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    circle_key = models.UUIDField(null=True, blank=True, db_index=True)  # Of the story it came from.
    # Whether who coordinates in the neighbourhood may know it and look along, by the word of who asks.
    to_coordinator = models.BooleanField(default=False)
    at = models.DateTimeField()

    @property
    def for_another(self) -> bool:
        return self.about_id != self.asked_by_id


class AskYes(Noun):
    """What somebody says to an ask that another writes for them ("ja op een vraag"); before a yes nobody sees it."""

    privacy = Privacy(keep=Keep.YEAR, plain="id ask yes at", personal="by noted_by", since="at")

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="yes")
    yes = models.BooleanField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class AskEnding(Noun):
    """How an ask ended: met, withdrawn, or nobody was found ("vraag voorbij")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id ask at", personal="kind by", since="at")

    class Kind(models.TextChoices):
        MET = "met", _("Er is iemand gevonden")
        WITHDRAWN = "withdrawn", _("Het hoeft niet meer")
        NOBODY = "nobody", _("Er is niemand gevonden")

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="ending")
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
