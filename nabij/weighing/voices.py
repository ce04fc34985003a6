"""What each says of every option: read by nobody else until all have spoken or the voices close."""

from django.db import models
from django.db.models import Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Person
from nabij.weighing.dilemmas import Dilemma, Option

LOWEST, HIGHEST = 1, 5


class Voice(Noun):
    """What somebody thinks of a dilemma, in the hat they choose ("stem"); a changed mind leaves nothing behind."""

    privacy = Privacy(keep=Keep.YEAR, plain="id dilemma formal at", personal="person name role hat")

    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    formal = models.BooleanField(null=True)  # Nothing of it for whom it concerns.
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dilemma", "person"], name="one_voice_each")]


class Choice(Noun):
    """How much one voice is for one option, from 1 (rather not) to 5 (gladly), and why ("waardering")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id voice option", sensitive="value why")

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="choices")
    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="choices")
    value = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voice", "option"], name="an_option_valued_once"),
            models.CheckConstraint(condition=Q(value__range=(LOWEST, HIGHEST)), name="valued_one_to_five"),
        ]
