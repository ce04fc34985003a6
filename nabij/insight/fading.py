"""Whether two who work together speak less since something came between them: for these two alone, and no verdict.

The check is that of this week's Monday, so that nobody sees more than one invitation a week, and what both did
up to then is the same for both. What one answers changes nothing for the other.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils.timezone import localdate

from nabij.bridge.partners import YEAR, PartnerAnswer
from nabij.insight.measures.fading import Fading, fading, invites, monday, of_this_week
from nabij.insight.measures.holidays import holidays
from nabij.insight.measures.silence import doubt, rests
from nabij.people.models import Person

Away = Callable[[UUID], Collection[date]]
Kind = PartnerAnswer.Kind


@dataclass
class Days:
    """When two were in touch, and when something came between them."""

    contact: set[date] = field(default_factory=set)
    cause: set[date] = field(default_factory=set)


@dataclass(frozen=True)
class Invitation:
    """With whom one did not speak for longer than usual, and since when."""

    other: Person
    last: date


def invitation(*, by: Person, at: datetime, away: Away) -> Invitation | None:
    """The one invitation of this week for whoever acts, as long as nothing was done with it.

    away: the days on which somebody was not there, as far as whoever acts may know; they count for nothing.
    """
    told = partner_days()
    answers = list(PartnerAnswer.objects.lately(at).filter(person=by)) if told else []
    if not told or rests(doubt(*how_often_right(answers))):
        return None
    today, mine = localdate(at), away(by.id)
    free = {*mine, *holidays(today - YEAR, today)}
    without = {other: {*free, *away(other)} for other in told}
    other = chosen(told, answers=answers, day=monday(today), without=without)
    if other is None or today in {*mine, *away(other)}:
        return None
    person = Person.objects.filter(id=other).first()
    since = max(told[other].contact)
    answered = any(localdate(one.at) >= monday(today) for one in answers)
    return Invitation(person, since) if person and not answered and since <= monday(today) else None


def partner_days() -> dict[UUID, Days]:
    """By whom one works with and had a refusal between: their days; whoever acts is one of the two."""
    found: dict[UUID, Days] = {}
    with connection.cursor() as cursor:
        cursor.execute("select partner, day, cause from trust.partner_days()")
        for partner, day, cause in cursor.fetchall():
            days = found.setdefault(partner, Days())
            (days.cause if cause else days.contact).add(day)
    return found


def chosen(
    told: dict[UUID, Days], *, answers: list[PartnerAnswer], day: date, without: dict[UUID, set[date]]
) -> UUID | None:
    """Whom this week's check finds, with what was answered before it."""
    before = [one for one in answers if localdate(one.at) < day]
    checked: dict[UUID, Fading] = {}
    for other, days in told.items():
        stands = fading(days.contact, causes=days.cause, today=day, without=without[other])
        if stands and not is_over(stands, [one for one in before if one.other_id == other], day=day):
            checked[other] = stands
    invited = {
        other for other in checked
        if invites(told[other].contact, causes=told[other].cause, today=day, without=without[other])
    }  # fmt: skip
    return of_this_week(checked, invited=invited)


def is_over(stands: Fading, answers: list[PartnerAnswer], *, day: date) -> bool:
    """Whether one did something with this silence, lets it rest still, or said that it is none."""
    return any(
        one.until > day
        if one.kind == Kind.REST and one.until
        else one.last == stands.last or (one.kind == Kind.WRONG and localdate(one.at) > stands.cause)
        for one in answers
    )


def how_often_right(answers: list[PartnerAnswer]) -> tuple[int, int]:
    """How often somebody wanted to get in touch, of how often they said so or that it was not right."""
    said = [one.kind for one in answers if one.kind != Kind.REST]
    return said.count(Kind.REACH), len(said)
