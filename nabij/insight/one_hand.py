"""Stories that stay in one hand longer than agreed while worries grow: for whose hand it is, and for nobody else.

Worries are those that person shared with one professional or was asked to answer, and what was said in the story of
too much, a quarrel or no safety. It asks little of who shared none: without an open one there is nothing to read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from nabij.bridge.answer_days import shortest_agreed
from nabij.bridge.lifecycle import State
from nabij.bridge.looking_along import RESTS, resting
from nabij.bridge.referrals import Referral
from nabij.insight.measures.one_hand import WINDOW, asks_another, grows
from nabij.moments.models import Saying
from nabij.people.models import Person
from nabij.stories.closing import closed_among
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.models import Story
from nabij.trust.models import HasAccount, Membership

USUAL = 14  # Days, where nothing is agreed about such a question.
MOST = 3
WORRYING = (Saying.Kind.TOO_MUCH, Saying.Kind.QUARREL, Saying.Kind.UNSAFE)
GAVE_NOTHING = (State.REJECTED, State.CANCELLED, State.FAILED, State.IN_ERROR)


@dataclass(frozen=True)
class OneHand:
    """A story that asks for a second pair of eyes. term: in days; agreed: whether a neighbourhood agreed it."""

    story: Story
    alone_since: date
    worries: int
    term: int
    agreed: bool
    question: str  # The words of the newest worry, by which candidates are found. Shown to nobody.


def in_one_hand(*, by: Person, at: datetime, story: UUID | None = None) -> list[OneHand]:
    """Those of whoever acts, or whether this one is: at most three, the longest alone first."""
    today = localdate(at)
    shared = shared_by_story(by, today=today, story=story)
    if not shared:
        return []
    stories = {one.id: one for one in with_something_open(shared)}
    days = days_of_worry(shared, stories=stories.values(), today=today)
    stories = {key: one for key, one in stories.items() if grows(days[key], today=today)}
    alone = alone_since(stories.values(), by=by) if stories else {}
    left = [one for key, one in stories.items() if key in alone]
    left = not_looked_at(left, by=by, at=at) if left else []
    found = [told(one, shared[one.id], days=days[one.id], alone=alone[one.id], today=today) for one in left]
    return sorted((one for one in found if one), key=lambda one: (one.alone_since, one.story.id))[:MOST]


def shared_by_story(by: Person, *, today: date, story: UUID | None) -> dict[UUID, list[Concern]]:
    """Worries of the last eight weeks that one shared or was asked to answer, the newest first."""
    mine = Concern.objects.filter(Q(by=by) | Q(to=by), story__isnull=False)
    mine = mine.filter(at__date__gt=today - 2 * WINDOW)
    if story:
        mine = mine.filter(story=story)
    found: dict[UUID, list[Concern]] = {}
    for one in mine.select_related("story__person", "story__household").prefetch_related("answers").order_by("-at"):
        if one.story_id:
            found.setdefault(one.story_id, []).append(one)
    return found


def with_something_open(shared: dict[UUID, list[Concern]]) -> list[Story]:
    there = [some[0].story for some in shared.values() if any(one.state != ConcernAnswer.Kind.ANSWERED for one in some)]
    stories = [one for one in there if one]
    shut = closed_among(stories) if stories else {}
    return [one for one in stories if one.id not in shut]


def days_of_worry(shared: dict[UUID, list[Concern]], *, stories: Iterable[Story], today: date) -> dict[UUID, set[date]]:
    days = {one.id: {localdate(worry.at) for worry in shared[one.id]} for one in stories}
    circles = {one.circle_id: one.id for one in stories}
    said = Saying.objects.filter(circle__in=circles, kind__in=WORRYING, at__date__gt=today - 2 * WINDOW)
    for circle, at in said.values_list("circle", "at") if circles else ():
        days[circles[circle]].add(localdate(at))
    return days


def alone_since(stories: Iterable[Story], *, by: Person) -> dict[UUID, date]:
    """Since when nobody else who helps and can log in reads it; not there where somebody does, or where one is gone."""
    circles = {one.circle_id: one.id for one in stories}
    helping = Membership.objects.filter(circle__in=circles, as_resident=False, parent_of__isnull=True)
    seats: Any = helping.annotate(has_account=HasAccount("person_id"))
    current = set(Membership.objects.current().filter(circle__in=circles).values_list("id", flat=True))
    mine: dict[UUID, date] = {}
    others: dict[UUID, list[date]] = {}
    shared: set[UUID] = set()
    for seat in seats:
        key = circles[seat.circle_id]
        if seat.person_id == by.id and seat.id in current:
            mine[key] = localdate(seat.since)
        elif seat.person_id != by.id and seat.id in current and seat.has_account:
            shared.add(key)
        elif seat.person_id != by.id and seat.until:
            others.setdefault(key, []).append(localdate(seat.until))
    return {key: max([since, *others.get(key, [])]) for key, since in mine.items() if key not in shared}


def not_looked_at(stories: list[Story], *, by: Person, at: datetime) -> list[Story]:
    """Not what rests, nor what somebody looks along at already, or did lately."""
    rests = resting([one.circle_id for one in stories], by=by, today=localdate(at))
    mine = Referral.objects.filter(together=True, by=by, story_key__in=[one.id for one in stories])
    asked: Any = mine.as_they_stand()
    going = {one.story_key for one in asked if one.state not in GAVE_NOTHING and one.since > at - RESTS}
    return [one for one in stories if one.circle_id not in rests and one.id not in going]


def told(story: Story, shared: list[Concern], *, days: set[date], alone: date, today: date) -> OneHand | None:
    place = story.person.neighbourhood_id if story.person else None
    agreed = shortest_agreed(neighbourhood=place, lines=[one.words for one in shared])
    term = agreed or USUAL
    if not asks_another(days, alone_since=alone, term=term, today=today):
        return None
    worries = sum(day > today - WINDOW for day in days)
    return OneHand(story, alone, worries, term, agreed=agreed is not None, question=shared[0].words)
