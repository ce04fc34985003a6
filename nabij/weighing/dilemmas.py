"""A dilemma: what is asked, what may be chosen, who thinks along, and how it looks from each side."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Neighbourhood, Person
from nabij.stories.searching import for_memory
from nabij.trust.models import Circle

FEWEST, MOST = 2, 6  # Options.
LONGEST_OPEN = timedelta(days=60)


class Dilemma(Noun):
    """A hard choice, told without names for whoever thinks along ("dilemma"); nothing in it leads to the story."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id neighbourhood formal at closes",
        personal="raised_by by_name role hat",
        sensitive="question facts unknown in_memory",
        since="closes",
    )

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=300)
    facts = models.TextField(max_length=2000, blank=True)
    unknown = models.TextField(max_length=1000, blank=True)  # What nobody knows yet.
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    formal = models.BooleanField(null=True)  # Nothing of it for whom it concerns.
    at = models.DateTimeField()
    closes = models.DateTimeField()
    in_memory = for_memory("question", "facts", "unknown", returned=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="dilemma_asks_something"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("at"), closes__lte=F("at") + LONGEST_OPEN),
                name="voices_close_within_sixty_days",
            ),
        ]
        indexes = [models.Index(fields=["raised_by", "-at"]), models.Index(fields=["closes"])]

    def __str__(self) -> str:
        return self.question


class DilemmaCircle(Noun):
    """In which circle a dilemma was raised ("waar het speelt"); read by that circle alone."""

    privacy = Privacy(keep=Keep.YEAR, plain="id dilemma circle at")

    dilemma = models.OneToOneField(Dilemma, on_delete=models.CASCADE, related_name="raised_in")
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="dilemmas")
    at = models.DateTimeField()


class Option(Noun):
    """One of the things that may be chosen ("keuze"); a dilemma has two to six."""

    privacy = Privacy(keep=Keep.YEAR, plain="id dilemma number", sensitive="words")

    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="options")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dilemma", "number"], name="one_option_of_a_number"),
            models.CheckConstraint(condition=Q(number__range=(1, MOST)), name="at_most_six_options"),
            models.CheckConstraint(condition=~Q(words=""), name="option_says_something"),
        ]

    def __str__(self) -> str:
        return self.words


class Participant(Noun):
    """Somebody who thinks along about a dilemma ("wie meedenkt"): who weighs, the facilitator, or whom it concerns."""

    privacy = Privacy(keep=Keep.YEAR, plain="id dilemma part at", personal="person name asked_by")

    class Part(models.TextChoices):
        WEIGHS = "weighs", _("weegt mee")
        FACILITATES = "facilitates", _("gespreksleider")
        RESIDENT = "resident", _("om wie het gaat")

    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=11, choices=Part, default=Part.WEIGHS)
    name = models.CharField(max_length=160)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dilemma", "person"], name="thinks_along_once")]
        indexes = [models.Index(fields=["person", "-at"])]

    def __str__(self) -> str:
        return self.name


class ParticipantEnd(Noun):
    """That somebody does not think along any more ("doet niet meer mee"), by their own word or the raiser's."""

    privacy = Privacy(keep=Keep.YEAR, plain="id participant at", personal="by")

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="ended")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Perspective(Noun):
    """How a dilemma looks from one side ("manier van kijken"): whom it concerns, the trade, who manages, or policy."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id dilemma logic formal at", personal="by by_name role hat", sensitive="words"
    )

    class Logic(models.TextChoices):  # In this order on every screen.
        CLIENT = "client", _("om wie het gaat")
        PROFESSIONAL = "professional", _("het vak")
        MANAGEMENT = "management", _("de organisatie")
        POLITICAL = "political", _("de politiek")

    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="perspectives")
    logic = models.CharField(max_length=12, choices=Logic)
    words = models.CharField(max_length=1000)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    formal = models.BooleanField(null=True)  # Nothing of it for whom it concerns.
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="perspective_says_something"),
            models.CheckConstraint(
                condition=Q(logic__in=["client", "professional", "management", "political"]), name="one_of_four_logics"
            ),
        ]
        indexes = [models.Index(fields=["dilemma", "-at"])]
