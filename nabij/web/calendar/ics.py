"""A calendar as text, as RFC 5545 wants it: what stands in it, signs that must be marked, lines of 75 bytes.

Only what a feed of promises needs. It names nobody: each event has the same words, and the address of its page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from nabij.stories.turns import Course, Rhythm

LONGEST = 75  # Bytes of one line.
AN_HOUR = timedelta(hours=1)
ZONE = "Europe/Amsterdam"
# The rules of the Netherlands since 1996; a calendar that knows the zone by its name uses its own.
TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True)
class Event:
    """When something is, how often it comes back, and where it is read; never what it is."""

    key: UUID
    first: date
    at: time | None
    course: Course
    made: datetime
    url: str


def calendar(events: list[Event], *, name: str, summary: str, site: str) -> str:
    """The whole feed; `summary` stands at each event. Lines end as the standard wants, in CR and LF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Nabij//Nabij//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{marked(name)}",
        f"X-WR-CALNAME:{marked(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        *TIMEZONE,
    ]
    for event in events:
        lines += lines_of(event, summary=summary, site=site)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def lines_of(event: Event, *, summary: str, site: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    # Not the key itself, which stands in the address alone.
    yield f"UID:{uuid5(event.key, site)}"
    yield f"DTSTAMP:{event.made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from when(event)
    if event.course.rhythm:
        yield f"RRULE:{rule(event)}"
    yield f"SUMMARY:{marked(summary)}"
    yield f"URL:{event.url}"
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if event.at else 'TRANSPARENT'}"
    yield "END:VEVENT"


def when(event: Event) -> Iterator[str]:
    """A whole day, or an hour from its time on."""
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.first + timedelta(days=1):%Y%m%d}"
        return
    begins = datetime.combine(event.first, event.at)
    yield f"DTSTART;TZID={ZONE}:{begins:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID={ZONE}:{begins + AN_HOUR:%Y%m%dT%H%M%S}"


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
    last = timezone.make_aware(datetime.combine(event.course.until, event.at)).astimezone(UTC)
    return f"{parts};UNTIL={last:%Y%m%dT%H%M%SZ}"


def marked(text: str) -> str:
    """Words as a value: RFC 5545, 3.3.11. What steers a screen, such as a line's end, is a space."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def folded(line: str) -> str:
    """At most 75 bytes on a line, and never half a sign: what follows begins with a space."""
    pieces, room = [""], LONGEST
    for sign in line:
        size = len(sign.encode())
        if size > room:
            pieces.append("")
            room = LONGEST - 1
        pieces[-1] += sign
        room -= size
    return "\r\n ".join(pieces)
