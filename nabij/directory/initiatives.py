"""What neighbours do themselves and put on the map, and the answer of the neighbourhood; from a yes on they keep it."""

import hashlib
from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Length, Trim
from django.db.models.lookups import GreaterThan

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Neighbourhood, Person

LONGEST_WHY = 300
# As many of one neighbourhood wait for a yes at most: who sends very much keeps nobody with an account out.
MOST_WAIT, MOST_OF_VISITORS = 60, 40
OWN = "eigen:"  # How the source of rows begins that neighbours keep themselves; the rules of the database say it too.


def hash_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def waiting(self) -> Self:
        """Nobody answered yet, and whoever sent it did not take it back."""
        return self.filter(answers__isnull=True).exclude(said__has_key="stopped")

    def on_the_map(self) -> Self:
        """The last answer was yes, and whoever keeps it did not stop."""
        last = InitiativeAnswer.objects.filter(initiative=OuterRef("pk")).order_by("-at", "-id")
        return self.exclude(said__has_key="stopped").alias(yes=Subquery(last.values("yes")[:1])).filter(yes=True)

    def left(self) -> Self:
        """What stands on the map and nobody keeps: whoever did is forgotten."""
        return self.on_the_map().filter(by__isnull=True, token_hash__isnull=True)

    def of_token(self, token: str) -> Self:
        """The one that this link opens."""
        return self.filter(token_hash=hash_of(token))


class Initiative(Noun):
    """What neighbours do and put on the map themselves ("eigen initiatief")."""

    # said: what they wrote, by the columns of a list (nabij/directory/lists/headings.py) and a few of its own.
    # was: of what changed since who coordinates last looked, what stood there then; null where that is not kept.
    # token_hash: who has no account keeps it by a link, of which only the hash is here.

    privacy = Privacy(
        Keep.MONTHS,
        plain="id neighbourhood at changed_at",
        personal="by said was",
        sensitive="token_hash",
        since="changed_at",
    )

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    token_hash = models.BinaryField(null=True, blank=True, unique=True)
    said: Any = models.JSONField()
    was: Any = models.JSONField(default=dict)
    at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=True) | Q(token_hash__isnull=True), name="initiative_kept_in_one_way"
            ),
            models.CheckConstraint(
                condition=GreaterThan(Length(Trim(Coalesce(KeyTextTransform("name", "said"), Value("")))), 0),
                name="initiative_has_a_name",
            ),
        ]

    def __str__(self) -> str:
        return str(self.said["name"])

    @property
    def source(self) -> str:
        """Where its rows on the map come from; the rules know whose they are by this name alone."""
        return f"{OWN}{self.neighbourhood_id}:{self.pk}"

    @property
    def is_left(self) -> bool:
        """Nobody keeps it: whoever did is forgotten."""
        return self.by_id is None and self.token_hash is None

    @property
    def is_stopped(self) -> bool:
        """Whoever keeps it stopped: only its name is left."""
        return bool(self.said.get("stopped"))

    def answer(self) -> "InitiativeAnswer | None":
        """What was answered last; that holds."""
        return self.answers.order_by("-at", "-id").first()


class InitiativeAnswer(Noun):
    """That an initiative may stand on the map, or why not ("antwoord op eigen initiatief"); the last one holds."""

    privacy = Privacy(Keep.MONTHS, plain="id initiative yes at", personal="by why")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="answers")
    yes = models.BooleanField()
    why = models.CharField(max_length=LONGEST_WHY, blank=True, default="")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(yes=True) | ~Q(why=""), name="initiative_no_says_why")]
