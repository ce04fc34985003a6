"""What somebody offers in a neighbourhood, when they rest, that it ended, and that they were asked."""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from nabij.base.finders import Known
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.weeks import of_a_week
from nabij.people.models import Group, Neighbourhood, Person
from nabij.stories.searching import for_memory

LONGEST = 200
MOST_ROOM = 99
MOST_KINDS = 8
BY_ITSELF = ["id", "person", "group", "room", "kinds", "week", "since", "until"]
SEEN_HELPING = "helpt in de buurt"  # The hat of who offers, where they wear none that the neighbourhood sees.


class MineToMind(Known):
    """The offers I wrote down for others, who said yes and have no login; of whom I stand in for too."""

    function = "trust.offers_i_mind"


class OfferQuerySet(models.QuerySet["Offer"]):
    def standing(self) -> Self:
        """Not ended; those that rest or are past their last day too."""
        return self.filter(ending__isnull=True)

    def looked_after_by(self, person: Person) -> Self:
        """One's own, and of who has no login what one wrote down for them."""
        return self.filter(Q(person=person) | Q(id__any_of=MineToMind()))

    def open_on(self, day: date) -> Self:
        """What one may ask for on a day: begun, not over, not ended and not resting."""
        newest = OfferPause.objects.filter(offer=OuterRef("offer")).order_by("-at", "-id")
        resting = OfferPause.objects.filter(
            Q(until__isnull=True) | Q(until__gt=day), offer=OuterRef("pk"), id=newest.values("id")[:1]
        )
        return self.standing().filter(Q(until__isnull=True) | Q(until__gte=day), ~Exists(resting), since__lte=day)


class Offer(Noun):
    """What somebody offers, in one sentence, with when and how often ("aanbod")."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id neighbourhood group since until at",
        personal="person line kinds week room in_memory",
        since="until",
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offers")
    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")  # Whose board.
    # An initiative's or organisation's, by somebody who wears its hat.
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="offers")
    line = models.CharField(max_length=LONGEST)
    kinds = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # Keys of kinds of help.
    week = ArrayField(models.CharField(max_length=16), default=list, blank=True)  # Empty: in consultation.
    room = models.PositiveSmallIntegerField(null=True, blank=True)  # How many in a month; none: no bound.
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # The last day, if it has one.
    at = models.DateTimeField()
    in_memory = for_memory("line", returned=False)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(line=""), name="offer_says_something"),
            models.CheckConstraint(condition=Q(room__isnull=True) | Q(room__range=(1, MOST_ROOM)), name="offer_room"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="offer_ends_after"),
            models.CheckConstraint(condition=of_a_week("week"), name="offer_in_a_week"),
            models.CheckConstraint(condition=Q(kinds__len__lte=MOST_KINDS), name="offer_of_few_kinds"),
        ]
        indexes = [
            models.Index(fields=["neighbourhood", "-at"]),
            # What the finder weighs of an offer by itself: a whole board is read without its sentences.
            models.Index(fields=["neighbourhood"], include=BY_ITSELF, name="offer_on_board"),
            GinIndex(fields=["kinds"], name="offer_kinds"),
            GinIndex(fields=["in_memory"], name="offer_in_memory"),
        ]

    def __str__(self) -> str:
        return self.line


class OfferPause(Noun):
    """That an offer rests for a while, or no longer ("pauze"); the newest of an offer counts."""

    privacy = Privacy(keep=Keep.YEAR, plain="id at", personal="offer until")

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="pauses")
    until = models.DateField(null=True, blank=True)  # The day it is offered again; none: until that is said.
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["offer", "-at"])]


class OfferEnding(Noun):
    """That somebody offers it no longer ("aanbod voorbij")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id at", personal="offer by")

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="ending")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class OfferAsked(Noun):
    """That somebody was asked for what they offer ("gevraagd"); by whom, they and the asker know."""

    privacy = Privacy(keep=Keep.YEAR, plain="id at", personal="offer by", since="at")

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="asked")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["offer", "-at"])]


def pause_of(offer: Offer, *, on: date) -> OfferPause | None:
    """The pause an offer is in on a day."""
    newest = offer.pauses.order_by("-at", "-id").first()
    return newest if newest and (newest.until is None or newest.until > on) else None


def as_it_stands(**wanted: Any) -> OfferQuerySet:
    """Offers with whom and what they are of, in one question."""
    return Offer.objects.filter(**wanted).select_related("person__neighbourhood", "neighbourhood", "group")
