"""What the screens themselves keep: how often somebody knocks, for minutes."""

from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


class Tally(Noun):
    """How often somebody asked for one kind of thing within some minutes, under a key that names nobody ("telling")."""

    privacy = Privacy(keep=Keep.SHORT, plain="id until count", personal="key", since="until")

    key = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField(db_index=True)
    count = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(count__gt=0), name="tally_counts_up")]
