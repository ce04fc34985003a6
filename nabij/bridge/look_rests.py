"""That somebody lets the invitation to look together rest; theirs alone."""

from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle


class LookRest(Noun):
    """That somebody said "not now" to looking together at a story ("niet nu"), and until when; theirs alone."""

    privacy = Privacy(keep=Keep.YEAR, plain="id at", personal="person circle", sensitive="until", since="at")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")  # Of the story.
    until = models.DateField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-until"])]
