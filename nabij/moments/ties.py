"""What becomes of a tie: where it stands from a day on, and that it is over. Nothing of it is overwritten."""

from django.db import models
from django.db.models import Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle


class Placing(Noun):
    """From when somebody stands where in a network ("waar iemand staat"): which ring, and where on it."""

    privacy = Privacy(keep=Keep.STORY, plain="id circle tie ring turn at", personal="by told_by")

    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    tie = models.ForeignKey("moments.Tie", on_delete=models.CASCADE, related_name="placings", db_index=False)
    ring = models.PositiveSmallIntegerField()
    turn = models.PositiveSmallIntegerField()  # Degrees from the top, with the clock.
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # By whose word: of the one it is about, or of whoever moved it.
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ring__gte=1, ring__lte=3), name="placed_in_a_ring_of_three"),
            models.CheckConstraint(condition=Q(turn__lt=360), name="placed_within_a_turn"),
        ]
        indexes = [models.Index(fields=["tie", "-at", "-id"])]


class TieEnd(Noun):
    """That somebody no longer stands in a network ("band voorbij"): since when, by whose word, noted by whom."""

    privacy = Privacy(keep=Keep.STORY, plain="id circle tie at", personal="by told_by")

    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    tie = models.OneToOneField("moments.Tie", on_delete=models.CASCADE, related_name="ended")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
