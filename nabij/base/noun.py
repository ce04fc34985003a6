"""What every table of ours begins with."""

from django.db import models

from nabij.base.keys import uuid7


class Noun(models.Model):
    """A table whose rows have a key that nobody can guess."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True
