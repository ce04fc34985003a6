"""How something was weighed before, told without names for a whole neighbourhood; and, apart from it, who told it."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Neighbourhood, Person
from nabij.stories.searching import for_memory


class PrecedentQuerySet(models.QuerySet["Precedent"]):
    def standing(self) -> "PrecedentQuerySet":
        """What was not taken back, with who told it; the newest first."""
        return self.filter(ended__isnull=True).select_related("teller").order_by("-at", "-id")


class Precedent(Noun):
    """What was weighed before and how, without names: a dilemma or an ordinary case ("zo kozen we eerder")."""

    privacy = Privacy(
        keep=Keep.FOREVER,
        plain="id neighbourhood kind question decided why minority outcome decision_key at in_memory",
    )

    class Kind(models.TextChoices):
        DILEMMA = "dilemma", _("een dilemma")
        ORDINARY = "ordinary", _("zo doen wij het gewoon")

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    question = models.CharField(max_length=300)
    decided = models.CharField(max_length=500)
    why = models.CharField(max_length=2000)
    minority = models.CharField(max_length=2000, blank=True)  # Who thought otherwise.
    outcome = models.CharField(max_length=1000, blank=True)
    # The decision it tells of. No foreign key: that goes in its time, and this stays.
    decision_key = models.UUIDField(null=True, blank=True, unique=True)
    at = models.DateTimeField()
    in_memory = for_memory("question", "decided", "why", "minority", "outcome", returned=False)

    objects = PrecedentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(question="") & ~Q(decided="") & ~Q(why=""), name="precedent_says_what_and_why"
            ),
            models.CheckConstraint(
                condition=Q(kind="dilemma") | Q(kind="ordinary", decision_key__isnull=True),
                name="ordinary_is_of_no_decision",
            ),
        ]
        indexes = [
            models.Index(fields=["neighbourhood", "-at"]),
            GinIndex(fields=["in_memory"], name="precedent_in_memory"),
        ]

    def __str__(self) -> str:
        return self.question


class PrecedentTeller(Noun):
    """Who told it ("wie het vertelde"); this goes with them, and what they told stays."""

    privacy = Privacy(keep=Keep.PERSON, plain="id precedent", personal="person name role")

    precedent = models.OneToOneField(Precedent, on_delete=models.CASCADE, related_name="teller")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True)


class PrecedentEnding(Noun):
    """That a precedent was taken back ("teruggenomen")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id precedent at")

    precedent = models.OneToOneField(Precedent, on_delete=models.CASCADE, related_name="ended")
    at = models.DateTimeField()
