"""A calendar as text, as RFC 5545 wants it: its head, signs that must be marked, lines of 75 bytes.

What stands in an event is told where it is known: `promised.py` beside this for one's own promises, `map/` for the
social map.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from django.conf import settings

LONGEST = 75  # Bytes of one line.
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


def calendar(events: Iterable[Iterable[str]], *, name: str) -> str:
    """The whole feed of events, each as its lines. Lines end as the standard wants, in CR and LF."""
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
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def addresses(path: str) -> dict[str, str]:
    """Where a calendar is followed from, and the same as a file."""
    whole = settings.NABIJ_URL + path
    return {"follow": re.sub(r"^https?:", "webcal:", whole), "file": path}


def here(name: str, at: datetime) -> str:
    """A moment on the clock at home, such as DTSTART."""
    return f"{name};TZID={ZONE}:{at:%Y%m%dT%H%M%S}"


def universal(at: datetime) -> str:
    """A moment on the clock of the world, which the standard asks for in some places."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


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
