"""Two people and why they should meet: what is proposed to each, what each answers, and what came of it.

Who the two are stands in `Introduction`, which each of them reads only when both said yes; until then each reads a row
of their own, and no more than what the proposal says.
"""

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import BooleanField, F, Func, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Person, Place
from nabij.stories.searching import for_memory

LONGEST = 300
LATER = timedelta(days=28)  # Who said later is asked again then.


class Introduction(Noun):
    """Two people, and why they should meet ("kennismaking")."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id at",
        personal="one other ask offer proposed_by hat",
        sensitive="why in_memory",
        since="at",
    )

    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=LONGEST)
    # What `one` asks, and what `other` offers, when an ask met an offer.
    ask = models.ForeignKey("bridge.Ask", null=True, blank=True, on_delete=models.CASCADE, related_name="introductions")
    offer = models.ForeignKey("bridge.Offer", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    in_memory = for_memory("why", returned=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(one=F("other")), name="introduced_to_another"),
            models.CheckConstraint(condition=~Q(why=""), name="introduction_says_why"),
            models.CheckConstraint(
                condition=Q(offer__isnull=True) | Q(ask__isnull=False), name="an_offer_meets_an_ask"
            ),
        ]
        indexes = [models.Index(fields=["proposed_by", "-at"])]

    @property
    def by_a_third(self) -> bool:
        """Whether somebody else than the two proposes it, who reads both answers."""
        return self.proposed_by_id not in (self.one_id, self.other_id)


class IsMyHand(Func):
    """Whether an introduction began with one's own hand."""

    template = "(%(expressions)s = any((select trust.my_hands())::uuid[]))"
    output_field = BooleanField()


class AskedLine(Func):
    """What was asked, of an introduction of which one reads the side of who asks."""

    function = "trust.asked_line"
    output_field = TextField()


class SideQuerySet(models.QuerySet["Side"]):
    def of(self, person: UUID) -> Self:
        """What is proposed to somebody, the newest first, with its answers and how it stands.

        The introduction itself is joined nowhere: until both said yes it is not there for them.
        """
        outcome = IntroductionOutcome.objects.filter(introduction=OuterRef("introduction_id"))
        stands = Coalesce(Subquery(outcome.values("kind")), Value("asked"))
        return self.filter(person_id=person).annotate(stands=stands).prefetch_related("answers").order_by("-at", "-id")

    def of_introduction(self, introduction: UUID) -> Self:
        """The sides of one that whoever acts reads, with what was asked and whether it began with their own hand."""
        key = F("introduction_id")
        found = self.filter(introduction=introduction).annotate(asked=AskedLine(key), by_hand=IsMyHand(key))
        return found.prefetch_related("answers").order_by("id")


class Side(Noun):
    """What is proposed to one of two people: whom they would meet, and why ("voorstel om kennis te maken")."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id introduction second at", personal="person whom", sensitive="why in_memory"
    )

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="sides")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # As much as they read before both said yes: a name, or only "iemand uit je buurt".
    whom = models.CharField(max_length=160)
    why = models.CharField(max_length=LONGEST)
    second = models.BooleanField(default=False)  # Asked after the other said yes, and not before.
    at = models.DateTimeField()
    in_memory = for_memory("why", "whom", returned=False)

    objects = SideQuerySet.as_manager()
    stands: str  # As `of` reads it: asked, together or off.
    asked: str | None  # As `of_introduction` reads it, by who reads the side of who asks.
    by_hand: bool

    class Meta:
        constraints = [models.UniqueConstraint(fields=["introduction", "person"], name="one_side_of_an_introduction")]
        indexes = [models.Index(fields=["person", "-at"])]

    @property
    def newest(self) -> "IntroductionAnswer | None":
        return max(self.answers.all(), key=lambda one: (one.at, one.id), default=None)

    @property
    def said(self) -> str:
        """yes, no, later, or nothing yet."""
        return self.newest.kind if self.newest else ""


class IntroductionAnswer(Noun):
    """Yes, no or later to meeting somebody ("antwoord op een kennismaking"), and who noted it."""

    privacy = Privacy(keep=Keep.YEAR, plain="id side kind via at", personal="by")

    class Kind(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nee")
        LATER = "later", _("later")

    class Via(models.TextChoices):
        HERE = "here", _("hier")
        MAIL = "mail", _("met de mail")
        PHONE = "phone", _("aan de telefoon")

    side = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=5, choices=Kind)
    via = models.CharField(max_length=5, choices=Via)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["side"], condition=~Q(kind="later"), name="yes_or_no_once_to_meeting")
        ]


class IntroductionOutcome(Noun):
    """What came of an introduction: both said yes, or it does not go on ("uitkomst"); never whose no that was."""

    privacy = Privacy(keep=Keep.YEAR, plain="id introduction kind at")

    class Kind(models.TextChoices):
        TOGETHER = "together", _("jullie zeiden allebei ja")
        OFF = "off", _("het gaat niet door")

    introduction = models.OneToOneField(Introduction, on_delete=models.CASCADE, related_name="outcome")
    kind = models.CharField(max_length=8, choices=Kind)
    at = models.DateTimeField()


class NotAgain(Noun):
    """That two people are not introduced again, because one of them said no ("niet opnieuw"); read by nobody."""

    privacy = Privacy(keep=Keep.PERSON, plain="id at", personal="one other")

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="not_again_once")]


class Meeting(Noun):
    """When, where and how two people meet ("treffen"); the newest counts."""

    privacy = Privacy(keep=Keep.YEAR, plain="id introduction how place at", personal="spot meets_at by")

    class How(models.TextChoices):
        COFFEE = "coffee", _("bij de koffie")
        WALK = "walk", _("een wandeling")
        TABLE = "table", _("aan tafel")
        OTHER = "other", _("op een andere manier")

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="meetings")
    how = models.CharField(max_length=6, choices=How, default=How.COFFEE)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    spot = models.CharField(max_length=120, blank=True)
    meets_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["introduction", "-at"])]

    @property
    def where(self) -> str:
        return self.place.name if self.place else self.spot

    def is_over(self, at: datetime) -> bool:
        return self.meets_at is not None and self.meets_at <= at


class HowItWent(Noun):
    """How meeting went, as one of the two says it ("hoe het ging"): for them, and for who brought them together."""

    privacy = Privacy(
        keep=Keep.YEAR, plain="id introduction via at", personal="person met contact", sensitive="face line"
    )

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="went")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    met = models.BooleanField()
    contact = models.BooleanField(null=True)  # Whether they are in touch by themselves now; for the mirror.
    face = models.PositiveSmallIntegerField(null=True, blank=True)
    line = models.CharField(max_length=LONGEST, blank=True)
    via = models.CharField(max_length=5, choices=IntroductionAnswer.Via, default=IntroductionAnswer.Via.HERE)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["introduction", "person"], name="how_it_went_once"),
            models.CheckConstraint(condition=Q(face__isnull=True) | Q(face__range=(1, 5)), name="one_of_five_faces"),
        ]
