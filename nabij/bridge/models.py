"""Kinds of help, as a neighbourhood has them: only what differs from the usual ones in `kinds.py` is a row."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Neighbourhood


class KindOfHelp(Noun):
    """On which rung a kind of question starts in one neighbourhood ("soort hulp")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id neighbourhood key name starts_on words why")

    class Rung(models.TextChoices):
        OWN = "own", "eigen mensen"
        NEIGHBOURS = "neighbours", "buren"
        INITIATIVES = "initiatives", "initiatieven"
        VOLUNTEERS = "volunteers", "vrijwilligers"
        PROFESSIONALS = "professionals", "beroepskrachten"
        SPECIALISTS = "specialists", "specialisten"

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.CASCADE, related_name="kinds_of_help")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=80, blank=True)
    starts_on = models.CharField(max_length=14, choices=Rung)
    # Words of this neighbourhood by which a question is recognised, beside the usual ones.
    words = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "key"], name="kind_once_in_a_neighbourhood"),
        ]

    def __str__(self) -> str:
        return self.name or self.key
