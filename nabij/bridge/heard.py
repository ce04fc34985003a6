"""What somebody heard that another gladly does, and what that other says to it: before their yes it is no offer."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.offers import LONGEST, MOST_KINDS, MOST_ROOM
from nabij.bridge.weeks import of_a_week
from nabij.people.models import Neighbourhood, Person


class HeardOffer(Noun):
    """What somebody writes down that another gladly does, until that other said yes ("aanbod voor een ander")."""

    # The offer that comes of a yes has the same key: one letter leads to both, and no row points from one to the other.
    privacy = Privacy(
        keep=Keep.YEAR, plain="id neighbourhood until at", personal="person noted_by line kinds week room", since="at"
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="heard_offers")
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    line = models.CharField(max_length=LONGEST)
    kinds = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    week = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    room = models.PositiveSmallIntegerField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(line=""), name="heard_something"),
            models.CheckConstraint(condition=~Q(person=F("noted_by")), name="heard_of_another"),
            models.CheckConstraint(condition=Q(room__isnull=True) | Q(room__range=(1, MOST_ROOM)), name="heard_room"),
            models.CheckConstraint(condition=of_a_week("week"), name="heard_in_a_week"),
            models.CheckConstraint(condition=Q(kinds__len__lte=MOST_KINDS), name="heard_of_few_kinds"),
        ]

    def __str__(self) -> str:
        return self.line


class OfferYes(Noun):
    """What somebody says to an offer that another wrote down for them ("ja op een aanbod")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id heard yes at", personal="by noted_by", since="at")

    heard = models.OneToOneField(HeardOffer, on_delete=models.CASCADE, related_name="answer")
    yes = models.BooleanField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
