"""The calendar feed: an address with a secret, from which one's own calendar reads when one promised something."""

from typing import Self

from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.post.models import hash_of


class FeedQuerySet(models.QuerySet["Feed"]):
    def of_token(self, token: str) -> Self:
        return self.filter(token_hash=hash_of(token))


class Feed(Noun):
    """That somebody's calendar may read when they promised something ("agendalink"); one for each person."""

    privacy = Privacy(keep=Keep.PERSON, plain="id made_at", personal="person", sensitive="token_hash")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    token_hash = models.BinaryField(unique=True)
    made_at = models.DateTimeField()

    objects = FeedQuerySet.as_manager()
