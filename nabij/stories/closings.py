"""That a story is closed, and that it is open again: rows, of which the last says how it stands."""

from typing import Self

from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle


class ClosingQuerySet(models.QuerySet["Closing"]):
    def standing(self) -> Self:
        """Those after which the story was not opened again."""
        return self.filter(reopening__isnull=True)


class Closing(Noun):
    """That a story is closed, by whom and when ("afsluiting"); what it brought stands in the resident's own words."""

    privacy = Privacy(keep=Keep.STORY, plain="id story circle words at", personal="by", since="at")

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="closings")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")  # The widest of the story.
    # The key of the own words with the outcome, when there are any; those may have been erased.
    words = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ClosingQuerySet.as_manager()


class Reopening(Noun):
    """That a closed story is open again, by whom and when ("heropening")."""

    privacy = Privacy(keep=Keep.STORY, plain="id closing at", personal="by", since="at")

    closing = models.OneToOneField(Closing, on_delete=models.CASCADE, related_name="reopening")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
