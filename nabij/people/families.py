"""Where age and parenthood decide who reads: the day somebody was born, and whose child somebody is."""

from django.db import models
from django.db.models import F, Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy

FROM_THEN_ON_TELLS = 12  # What a child writes from this age on is read by a parent only after the child's yes.
FROM_THEN_ON_DECIDES = 16  # From this age on they decide themselves who reads.


class Birth(Noun):
    """The day on which a child was born ("geboortedag"); noted of nobody of whom it decides nothing."""

    privacy = Privacy(keep=Keep.PERSON, plain="id at", personal="person day noted_by")

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="birth")
    day = models.DateField()
    noted_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()


class Parent(Noun):
    """Who is a child's parent or guardian ("ouder"), as noted by whom, and until when."""

    privacy = Privacy(keep=Keep.PERSON, plain="id at until", personal="child parent noted_by")

    child = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="parents")
    parent = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="children")
    noted_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "parent"], condition=Q(until__isnull=True), name="parent_once"),
            models.CheckConstraint(condition=~Q(child=F("parent")), name="nobody_is_their_own_parent"),
        ]
