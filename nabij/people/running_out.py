"""Proofs that run out, told weeks before, and again when they have."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from nabij.people.models import Person, Proof, TakingOff

TOLD_BEFORE = timedelta(weeks=6)


@dataclass(frozen=True)
class RunsOut:
    """A proof that runs out, or has; `over` when its hat hangs on the peg because of it."""

    proof: Proof
    over: bool

    @property
    def last_day(self) -> date | None:
        return self.proof.valid_until


def running_out(*, today: date, of: Person | None = None) -> list[RunsOut]:
    """Of this person's hats, or of every hat whoever acts may see; what runs out first stands first."""
    soon = soon_over(today=today).select_related("hat", "hat__person")
    found = (soon.filter(hat__person=of) if of else soon).order_by("valid_until", "id").defer(*BARE)
    return [RunsOut(one, one.valid_until is not None and one.valid_until < today) for one in found]


def soon_over(*, today: date) -> QuerySet[Proof]:
    """What is told of now: early enough to do something about it, and after it as long as nobody did."""
    return proofs_until(today + TOLD_BEFORE)


def proofs_until(day: date) -> QuerySet[Proof]:
    """The newest proofs of their kind for hats that are not off, which hold no longer than this day."""
    same = Proof.objects.filter(hat=OuterRef("hat"), kind=OuterRef("kind"))
    holds_longer = same.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("valid_until")))
    off = TakingOff.objects.filter(hat=OuterRef("hat"))
    over = Q(hat__until__isnull=False) & Q(hat__until__lte=F("valid_until"))
    return Proof.objects.filter(~Exists(holds_longer), ~Exists(off), valid_until__lte=day).exclude(over)


def beside_the_name(path: str) -> tuple[str, ...]:
    """Every column of a person but the name, as `defer()` wants it: administration asks for no more."""
    kept = {"id", "name", "known_as"}
    return tuple(f"{path}__{one.name}" for one in Person._meta.concrete_fields if one.name not in kept)


BARE = beside_the_name("hat__person")
