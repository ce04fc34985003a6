"""That something of a list is left to do: rows to mend, or listings that it names no more and that still stand."""

from datetime import timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Neighbourhood

LEFT_FOR = timedelta(days=30)  # As Keep.SHORT says.


class UnfinishedList(Noun):
    """A list as it was last brought in, of which something is left to do ("lijst die nog niet klaar is")."""

    privacy = Privacy(Keep.SHORT, plain="id neighbourhood name to_mend gone at", personal="said", since="at")

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    # As a page carries it (nabij/web/lists/carried.py): its headings and all its rows, because the key of a row depends
    # on those before it.
    said: Any = models.JSONField()
    to_mend = models.PositiveIntegerField()
    gone = ArrayField(models.UUIDField())  # Listings that it named before and does not name now.
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["neighbourhood", "name"], name="one_unfinished_of_each_list")]
