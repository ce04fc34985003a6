"""What somebody carries, for themselves alone: stories, promises, time, and what nobody else knows about."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import TruncWeek
from django.utils.timezone import localdate, make_aware

from nabij.moments.models import Moment, Tie, TimeSpent
from nabij.people.models import Person
from nabij.stories.closing import closed_among
from nabij.stories.heeding import contact_days
from nabij.stories.merging import read_elsewhere
from nabij.stories.models import Promise, Story
from nabij.stories.silences import YEAR
from nabij.stories.turns import Rhythm
from nabij.trust.models import Circle, HasAccount, Membership

WEEKS = 8
LATELY = timedelta(days=14)
MOST = 30


@dataclass(frozen=True)
class Mine:
    """One of one's stories. last: the day one was last in touch within a year. hat: in which one reads it.

    circle: the widest of it that one reads. due: the first day of what is to be done; what one carries has none.
    """

    story: Story
    circle: UUID
    hat: str
    last: date | None
    promises: int
    due: date | None


@dataclass(frozen=True)
class Alone:
    """A story of which a part is known to nobody else who helps. whole: all of it; else what stands in `circles`."""

    story: Story
    whole: bool
    circles: list[Circle]
    promises: int
    ties: int


@dataclass(frozen=True)
class Work:
    """Everything of somebody's page about what they do."""

    stories: list[Mine]
    alone: list[Alone]
    weeks: list[tuple[date, int]]
    lately: list[Moment]

    @property
    def hats(self) -> list[tuple[str, int, int]]:
        """In which hat how many stories and promises."""
        found: dict[str, tuple[int, int]] = {}
        for one in self.stories:
            stories, promises = found.get(one.hat, (0, 0))
            found[one.hat] = (stories + 1, promises + one.promises)
        return [(hat, *counts) for hat, counts in sorted(found.items())]


def work(*, by: Person, at: datetime) -> Work:
    """Reads what one carries; what is shown of a story is a look at it, which whoever shows it writes down."""
    today = localdate(at)
    seats, where = my_seats(by)
    promised = list(Promise.objects.of(by.id).filter(circle__in=where))
    last = {key: max(days) for key, days in contact_days(since=today - YEAR).items()}
    mine: dict[UUID, Mine] = {}
    for seat in seats:
        story = where[seat.circle_id]
        theirs = [one for one in promised if where[one.circle_id] == story]
        due = [day for one in theirs if one.rhythm != Rhythm.ALWAYS and (day := one.day_on(today))]
        hat = seat.hat.role if seat.hat else ""
        mine.setdefault(
            story.id, Mine(story, seat.circle_id, hat, last.get(story.id), len(theirs), min(due, default=None))
        )
    newest = sorted(mine.values(), key=lambda one: (one.due or date.max, str(one.story)))
    return Work(newest, only_mine(where, by=by), weeks(by=by, today=today), lately(where, by=by, at=at))


def my_seats(by: Person) -> tuple[list[Membership], dict[UUID, Story]]:
    """One's places in open stories of others, the widest circle first; and the story of each circle."""
    theirs = Membership.objects.current().filter(person=by, as_resident=False, parent_of__isnull=True)
    paths = ("circle__story", "circle__within_story__story")
    joined = [f"{one}__{of}" for one in paths for of in ("person", "household")]
    seats = list(theirs.filter(circle__kind=Circle.Kind.STORY).select_related("hat", "circle", *joined))
    where = {one.circle_id: story for one in seats if (story := _story_of(one.circle))}
    shut = closed_among(list(where.values()))
    whole, elsewhere = {story.id: story for story in where.values()}, read_elsewhere()
    where = {
        key: whole.get(elsewhere.get(story.id, story.id), story) for key, story in where.items() if story.id not in shut
    }
    kept = [one for one in seats if one.circle_id in where]
    return sorted(kept, key=lambda one: one.circle_id != where[one.circle_id].circle_id), where


def _story_of(circle: Circle) -> Story | None:
    if hasattr(circle, "story"):
        return circle.story
    return circle.within_story.story if hasattr(circle, "within_story") else None


def only_mine(where: dict[UUID, Story], *, by: Person) -> list[Alone]:
    """Where nobody else reads who helps and can log in: whom it is about and their parents know it, and no more."""
    others = Membership.objects.current().filter(circle__in=where, as_resident=False, parent_of__isnull=True)
    read = set(others.exclude(person=by).filter(HasAccount("person_id")).values_list("circle", flat=True))
    mine = {key: story for key, story in where.items() if key not in read}
    promises = Counter(Promise.objects.of(by.id).filter(circle__in=mine).order_by().values_list("circle", flat=True))
    ties = Counter(Tie.objects.filter(circle__in=mine, ended__isnull=True).values_list("circle", flat=True))
    circles = Circle.objects.in_bulk(mine)
    found: dict[UUID, Alone] = {}
    for key, story in mine.items():
        was = found.get(story.id, Alone(story, whole=False, circles=[], promises=0, ties=0))
        there, whole = [*was.circles, circles[key]], was.whole or key == story.circle_id
        counts = was.promises + promises[key], was.ties + ties[key]
        found[story.id] = Alone(story, whole, there, *counts)
    return sorted(found.values(), key=lambda one: str(one.story))


def weeks(*, by: Person, today: date) -> list[tuple[date, int]]:
    """The minutes of each of the last weeks in which one noted any, the newest first; a week begins on Monday."""
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    since = make_aware(datetime.combine(first, time()))
    mine = TimeSpent.objects.filter(person=by, moment__happened_at__gte=since)
    summed = mine.annotate(week=TruncWeek("moment__happened_at")).values_list("week").annotate(Sum("minutes"))
    return [(localdate(week), minutes) for week, minutes in summed.order_by("-week")]


def lately(where: dict[UUID, Story], *, by: Person, at: datetime) -> list[Moment]:
    """What one wrote in stories in two weeks, to note a time with; the newest first."""
    theirs = Moment.objects.filter(author=by, happened_at__gt=at - LATELY, circle__in=where)
    return list(theirs.exclude(kind=Moment.Kind.LESSON).select_related("time_spent").newest_first()[:MOST])
