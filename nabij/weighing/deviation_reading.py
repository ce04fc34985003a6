"""Reading doing otherwise: with its rule, the decision and the dilemma, and who backs it; by a log-in or a link."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from nabij.people.models import Person
from nabij.post.models import Link
from nabij.weighing.decisions import Decision
from nabij.weighing.deviating import state_of
from nabij.weighing.deviations import Backing, BackingAsked, Deviation, Review
from nabij.weighing.dilemmas import Dilemma, Option
from nabij.weighing.register import Rule


@dataclass(frozen=True)
class Whole:
    """A deviation as one reads it; by a link `asked` and `backings` hold one's own alone."""

    deviation: Deviation
    state: str
    rule: Rule
    decision: Decision
    dilemma: Dilemma
    options: list[Option]
    asked: list[BackingAsked]
    backings: list[Backing]
    reviews: list[Review]
    mine: BackingAsked | None
    my_backing: Backing | None


def whole(deviation: UUID, *, who: Person, at: datetime) -> Whole:
    """All of one; raises Deviation.DoesNotExist when it is not there for whoever acts."""
    there = Deviation.objects.select_related("rule", "decision__dilemma").get(id=deviation)
    asked = list(BackingAsked.objects.filter(deviation=there).order_by("at", "id"))
    backings = list(Backing.objects.filter(deviation=there).order_by("at", "id"))
    return Whole(
        deviation=there,
        state=state_of(there.id, at=at),
        rule=there.rule,
        decision=there.decision,
        dilemma=there.decision.dilemma,
        options=list(Option.objects.filter(dilemma=there.decision.dilemma_id).order_by("number")),
        asked=asked,
        backings=backings,
        reviews=list(Review.objects.filter(deviation=there).order_by("at", "id")),
        mine=next((one for one in asked if one.person_id == who.id), None),
        my_backing=next((one for one in backings if one.person_id == who.id), None),
    )


def whole_by_link(link: Link, *, at: datetime) -> Whole:
    """What a link reaches: that one deviation, as its reader."""
    return whole(link.letter.about_id, who=link.reader, at=at)


def of_decision(decision: UUID, *, at: datetime) -> list[tuple[Deviation, str]]:
    """What is done otherwise after a decision, each with how it stands."""
    found = Deviation.objects.filter(decision=decision).select_related("rule").order_by("at", "id")
    return [(one, state_of(one.id, at=at)) for one in found]


def where_backing_is_asked(who: UUID) -> "QuerySet[Deviation]":
    """Of whom backing is asked and who said nothing yet, the newest first."""
    asked = BackingAsked.objects.filter(person=who).values("deviation")
    said = Backing.objects.filter(person=who).values("deviation")
    return Deviation.objects.filter(id__in=asked).exclude(id__in=said).order_by("-at", "-id")
