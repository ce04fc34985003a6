"""Telling a neighbourhood how something was weighed, without names, and taking that back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext as _

from nabij.base.keys import uuid7
from nabij.people.models import Hat, Neighbourhood, Person
from nabij.trust.verbs import leave_trace
from nabij.weighing.decisions import Decision
from nabij.weighing.naming import refuse_names_in
from nabij.weighing.precedents import Precedent, PrecedentEnding, PrecedentTeller


class HalfAPrecedent(ValueError):
    """It says what was asked, what was decided and why."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf op wat de vraag was, wat jullie deden, en waarom."))


class ToldAlready(ValueError):
    """A decision is told once."""

    def __init__(self) -> None:
        super().__init__(_("Dit besluit staat er al bij."))


class NotYoursToTell(ValueError):
    """Who has a hat there tells it; of a decision, who thought along."""

    def __init__(self) -> None:
        super().__init__(_("Je vertelt dit met een pet op, in een buurt van jou, en van wat je zelf meewoog."))


class NotYoursToTakeBack(ValueError):
    """Who told it takes it back, or who coordinates there."""

    def __init__(self) -> None:
        super().__init__(_("Terugnemen doet wie het vertelde, of wie deze buurt coördineert."))


@dataclass(frozen=True)
class Retold:
    """How it was weighed, in words without names."""

    question: str
    decided: str
    why: str
    minority: str = ""
    outcome: str = ""

    @property
    def fields(self) -> dict[str, str]:
        return {name: said.strip() for name, said in vars(self).items()}


def begin_with(decision: Decision) -> Retold:
    """What was decided, to begin from; whoever tells it takes out what leads to somebody."""
    came = "\n".join(decision.came.order_by("at", "id").values_list("words", flat=True))
    dilemma = decision.dilemma
    return Retold(dilemma.question, decision.words, decision.reasons[:2000], decision.minority[:2000], came[:1000])


@transaction.atomic
def publish(
    *,
    retold: Retold,
    neighbourhood: Neighbourhood,
    by: Person,
    at: datetime,
    decision: Decision | None = None,
    kind: str = Precedent.Kind.DILEMMA,
    hat: Hat | None = None,
    confirmed: frozenset[str] = frozenset(),
) -> Precedent:
    """Tells it to whoever lives or works there; also an ordinary case, so that all say the same.

    confirmed: what looks like a name in it, and is none by the word of whoever tells it.
    """
    said = retold.fields
    if not (said["question"] and said["decided"] and said["why"]):
        raise HalfAPrecedent
    refuse_names_in(*said.values(), dilemma=decision.dilemma_id if decision else None, confirmed=confirmed)
    kind = Precedent.Kind.DILEMMA if decision else kind
    made = Precedent(id=uuid7(), neighbourhood=neighbourhood, kind=kind, at=at, **said)
    made.decision_key = decision.id if decision else None
    teller: dict[str, Any] = {"person": by, "name": by.called, "role": hat.role if hat else ""}
    try:
        with transaction.atomic():
            PrecedentTeller.objects.create(precedent_id=made.id, **teller)  # First: what is there is nobody's to claim.
            made.save(force_insert=True)
    except IntegrityError as twice:
        raise ToldAlready from twice
    except ProgrammingError as refused:  # Row-level security.
        raise NotYoursToTell from refused
    leave_trace(by=by, hat=hat, what="tell_precedent", thing=made, circle=None, at=at)
    return made


@transaction.atomic
def take_back(*, precedent: UUID, by: Person, at: datetime) -> PrecedentEnding:
    """Nobody reads it any more but who told it."""
    made = PrecedentEnding(precedent_id=precedent, at=at)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except (IntegrityError, ProgrammingError) as refused:
        raise NotYoursToTakeBack from refused
    leave_trace(by=by, hat=None, what="take_back_precedent", thing=made, circle=None, at=at)
    return made
