"""The promises of one person as events of a calendar. It names nobody: each has the same words, and its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from nabij.stories.turns import Course, Rhythm
from nabij.web.calendar.ics import here, marked, universal

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Event:
    """When something is, how often it comes back, and where it is read; never what it is."""

    key: UUID
    first: date
    at: time | None
    course: Course
    made: datetime
    url: str


def lines_of(event: Event, *, summary: str, site: str) -> Iterator[str]:
    # Not the key itself, which stands in the address alone.
    yield f"UID:{uuid5(event.key, site)}"
    yield f"DTSTAMP:{universal(event.made)}"
    yield from when(event)
    if event.course.rhythm:
        yield f"RRULE:{rule(event)}"
    yield f"SUMMARY:{marked(summary)}"
    yield f"URL:{event.url}"
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if event.at else 'TRANSPARENT'}"


def when(event: Event) -> Iterator[str]:
    """A whole day, or an hour from its time on."""
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.first + timedelta(days=1):%Y%m%d}"
        return
    begins = datetime.combine(event.first, event.at)
    yield here("DTSTART", begins)
    yield here("DTEND", begins + AN_HOUR)


def rule(event: Event) -> str:
    """Weekly, every two weeks, or monthly: past the 28th on the last day of a month that is too short for it."""
    parts = {
        Rhythm.WEEK: "FREQ=WEEKLY",
        Rhythm.TWO_WEEKS: "FREQ=WEEKLY;INTERVAL=2",
        Rhythm.MONTH: "FREQ=MONTHLY",
    }[Rhythm(event.course.rhythm)]
    if event.course.rhythm == Rhythm.MONTH and event.first.day > 28:
        parts += f";BYMONTHDAY={','.join(str(day) for day in range(28, event.first.day + 1))};BYSETPOS=-1"
    if event.course.until is None:
        return parts
    # With a time the end is said in UTC, without one as a day: RFC 5545, 3.3.10.
    if event.at is None:
        return f"{parts};UNTIL={event.course.until:%Y%m%d}"
    last = timezone.make_aware(datetime.combine(event.course.until, event.at))
    return f"{parts};UNTIL={universal(last)}"
