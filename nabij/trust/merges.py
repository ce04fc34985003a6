"""That two people who were noted, or two stories, are the same: rows, which move nothing that was written."""

from typing import Self

from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person


class LogsIn(Func):
    """Whether somebody has a log-in."""

    function = "trust.has_account"
    output_field = models.BooleanField()


class MergeQuerySet(models.QuerySet["Merge"]):
    def standing(self) -> Self:
        """Not ended, and not of two who both log in by now: each speaks for themselves."""
        theirs = self.filter(end__isnull=True).alias(one=LogsIn("person_id"), other=LogsIn("double_id"))
        return theirs.exclude(one=True, other=True)

    def of_people(self) -> Self:
        return self.filter(person__isnull=False)


class Merge(Noun):
    """That somebody, or a story, stands here twice ("samenvoeging"): which one remains, by whom, when and why."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id circle double_circle why at",
        personal="person double by",
        since="at",
    )

    class Why(models.TextChoices):
        TOLD = "told", _("het is mij verteld door wie het is")
        KNOWN = "known", _("ik ken deze persoon")
        DETAILS = "details", _("naam en adres of nummer zijn hetzelfde")
        TWICE = "twice", _("het is twee keer opgeschreven")

    # Where whoever says this knows the one who remains, and the double; who is in both sees it.
    circle = models.ForeignKey("trust.Circle", on_delete=models.CASCADE, related_name="merges")
    double_circle = models.ForeignKey("trust.Circle", on_delete=models.CASCADE, related_name="merged_into")
    # Both empty when it is one story twice, about the same people.
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="merges")
    double = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="merged_into")
    # One of a few: a word of one's own could hold what not both circles may read.
    why = models.CharField(max_length=10, choices=Why)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = MergeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, double__isnull=True) & ~Q(circle=F("double_circle"))
                | Q(person__isnull=False, double__isnull=False) & ~Q(person=F("double")),
                name="two_are_merged",
            ),
        ]


class MergeEnd(Noun):
    """That it was a mistake, and two are two again ("uit elkaar gehaald"): by whom and when."""

    privacy = Privacy(keep=Keep.STORY, plain="id merge at", personal="by", since="at")

    merge = models.OneToOneField(Merge, on_delete=models.CASCADE, related_name="end")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
