"""What stands around a hat: what its role needs, what was shown, how it ended; and who keeps administration here."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.finders import Finder
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


class ProofKind(models.TextChoices):
    """What somebody can be asked to show before they wear a hat; the paper itself is never kept."""

    VOG = "vog", _("VOG")
    TRAINING = "training", _("training")
    EMPLOYMENT = "employment", _("bewijs van werk")


class HatRuleQuerySet(models.QuerySet["HatRule"]):
    def in_force(self, day: date) -> Self:
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)

    def for_hat(self, *, role: str, neighbourhood: str | None) -> Self:
        """Those that speak of a hat of this role, here or everywhere."""
        return self.filter(Q(neighbourhood__isnull=True) | Q(neighbourhood=neighbourhood), role__iexact=role)


class HatRule(Noun):
    """Which proof a hat of one role needs, from which day, here or everywhere ("wat een pet nodig heeft")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id role kind neighbourhood since until")

    role = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=ProofKind)
    neighbourhood = models.ForeignKey("people.Neighbourhood", null=True, blank=True, on_delete=models.PROTECT)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = HatRuleQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.role}: {self.get_kind_display()}"


class Proof(Noun):
    """That a proof for a hat was seen, by whom and when, and how long it holds ("bewijs"); never the paper itself."""

    privacy = Privacy(keep=Keep.PERSON, plain="id kind seen_on valid_until", personal="hat seen_by")

    hat = models.ForeignKey("people.Hat", on_delete=models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=12, choices=ProofKind)
    seen_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    seen_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=models.F("seen_on")),
                name="proof_holds_when_it_is_seen",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class TakingOff(Noun):
    """That a hat was taken off, by whom, when and why ("afgezet")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id at", personal="hat by why")

    hat = models.OneToOneField("people.Hat", on_delete=models.CASCADE, related_name="taking_off")
    by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    why = models.CharField(max_length=300, blank=True)


class LapsedHats(Finder):
    """The hats that lack a proof their role needs on a day; `trust` says which."""

    function = "trust.lapsed_hats"


class SpellQuerySet(models.QuerySet["Spell"]):
    def current(self) -> Self:
        return self.filter(until__isnull=True)


class Spell(Noun):
    """Something that holds for a person since a moment, until somebody ends it."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="%(class)ss")
    made_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = SpellQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(until__isnull=True), name="one_%(class)s_at_a_time")
        ]


class Administrator(Spell):
    """Somebody who keeps accounts, hats and groups here, and reads nothing of what is written ("beheerder")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id since until", personal="person made_by ended_by")


class Suspension(Spell):
    """That somebody cannot log in for now, by whom and why ("stilgezet")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id since until", personal="person made_by ended_by why")

    why = models.CharField(max_length=300)
