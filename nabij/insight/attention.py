"""Who is longer silent than usual towards whoever asks: a short list, theirs alone, that knows how often it is right.

It labels nobody: it says how often two were in touch before, and for how long not now. What is shown of a story is a
look at it, which whoever shows it writes down.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from nabij.insight.measures.shares import Interval
from nabij.insight.measures.silence import FEWEST, Silence, doubt, held, rests, silence
from nabij.moments.models import FollowUp
from nabij.people.models import Person
from nabij.stories.heeding import by_circle, contact_days, how_often_right, is_answered
from nabij.stories.models import Promise, SilenceAnswer, Story
from nabij.stories.silences import YEAR
from nabij.trust.models import Circle

Away = Callable[[], Collection[date]]
MOST = 3  # At a time: more is a worklist.


@dataclass(frozen=True)
class Silent:
    """A story of which one hears nothing, longer than usual. circle: the widest of it that one reads."""

    story: Story
    circle: Circle
    silence: Silence

    def days(self, today: date) -> int:
        return (today - self.silence.last).days


@dataclass(frozen=True)
class Attention:
    """The list, and how often it was right: of how many answers, with the doubt from ten on. rests: it shows nobody."""

    silent: list[Silent]
    right: int
    answers: int
    doubt: Interval | None

    @property
    def rests(self) -> bool:
        return rests(self.doubt)


def is_anybody_silent(*, by: Person, at: datetime, away: Away) -> bool:
    """Whether there is anything to read at all: asks little when there is nothing, as on most days."""
    told = _told(at)
    return bool(told) and bool(_listed(told, by=by, at=at, away=away()).silent)


def attention(*, by: Person, at: datetime, away: Away) -> Attention:
    """The list of whoever acts. away: finds the days on which they were not there, which count for nothing."""
    return _listed(_told(at), by=by, at=at, away=away())


def _told(at: datetime) -> dict[UUID, list[date]]:
    """The days of contact of each story in which there were enough to say something."""
    found = contact_days(since=localdate(at) - YEAR)  # A rhythm of longer ago is no rhythm.
    return {key: days for key, days in found.items() if len(days) > FEWEST}


def _listed(told: dict[UUID, list[date]], *, by: Person, at: datetime, away: Collection[date]) -> Attention:
    answers, today = list(SilenceAnswer.objects.lately(at).filter(person=by)), localdate(at)
    right, said = how_often_right(answers)
    found = Attention([], right, said, doubt(right, said))
    longer = {} if found.rests or today in away else _longer(told, today=today, away=away)
    silent = _with_stories(longer) if longer else []
    busy, theirs = _in_hand([one.circle.id for one in silent], by=by, today=today), by_circle(answers)
    for one in silent:
        known = is_answered(theirs.get(one.circle.id, []), last=one.silence.last, today=today)
        if len(found.silent) < MOST and not known and one.circle.id not in busy:
            found.silent.append(one)
    return found


def _longer(told: dict[UUID, list[date]], *, today: date, away: Collection[date]) -> dict[UUID, Silence]:
    """By story, the rarest first; held against all one's stories at once."""
    every = {key: silence(days, today=today, without=away) for key, days in told.items()}
    known = {key: one for key, one in every.items() if one}
    stands = dict(zip(known, held([one.p for one in known.values()]), strict=True))
    longer = [(key, one) for key, one in known.items() if one.longer and stands[key]]
    return dict(sorted(longer, key=lambda two: two[1].p))


def _with_stories(longer: dict[UUID, Silence]) -> list[Silent]:
    stories = Story.objects.select_related("person", "household").in_bulk(longer)
    mine = Circle.objects.filter(Q(story__in=stories) | Q(within_story__story__in=stories))
    widest: dict[UUID, Circle] = {}
    for one in mine.select_related("story", "within_story"):
        if hasattr(one, "story"):
            widest[one.story.id] = one
        else:
            widest.setdefault(one.within_story.story_id, one)
    return [Silent(stories[key], widest[key], one) for key, one in longer.items() if key in stories and key in widest]


def _in_hand(circles: list[UUID], *, by: Person, today: date) -> set[UUID]:
    """Where one promised something already, or comes back to something, on a day that is still to come."""
    if not circles:
        return set()
    promised = Promise.objects.of(by.id).filter(circle__in=circles, rhythm="", day__gte=today)
    back = FollowUp.objects.filter(person=by, circle__in=circles, day__gte=today, done__isnull=True)
    return {*promised.values_list("circle", flat=True), *back.values_list("circle", flat=True)}
