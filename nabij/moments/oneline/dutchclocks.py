"""Dutch words for the hour: "9.00", "14u30", "kwart voor 7", "om half drie"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from nabij.moments.oneline.daywords import NUMBER_OF
from nabij.moments.oneline.reading import Span

HOURS = list(NUMBER_OF)[:13]
HOUR = rf"(?:1[0-2]|[1-9]|één|{'|'.join(sorted(HOURS[1:], key=len, reverse=True))})"
_S = "[ \t\u00a0]{1,3}"
_CLOCK = rf"""
    (?: (?P<h>[01]?[0-9]|2[0-3])[.:](?P<m>[0-5][0-9])(?:[ ]?(?:uur|u))?
      | (?P<h2>[01]?[0-9]|2[0-3])[ ]?(?:uur|u)(?P<m2>[0-5][0-9])?
      | kwart{_S}(?P<quarter>voor|over){_S}(?P<h3>{HOUR})
      | half{_S}(?P<h4>{HOUR})
      | (?P<m5>vijf|tien|5|10|20){_S}(?P<side>voor|over){_S}(?P<half>half{_S})?(?P<h5>{HOUR})
      | BARE
    )(?:[ ]?uur)?(?:{_S}['’]s{_S}(?P<part>ochtends|morgens|middags|avonds|nachts))?(?![\w/]|[.,:][0-9])
    (?:[ ]?(?:-|–|tot)[ ]?[0-9]{{1,2}}(?:[.:][0-9]{{2}})?(?:[ ]?(?:uur|u))?(?![\w.:-]))?
"""
# "om 3": only where the sentence or its part ends there, for "om 3 redenen" is no hour.
_AFTER_OM = rf"(?P<h6>{HOUR})(?=[ ]?(?:uur\b|$|[.,;!?)\n]))"
_FLAGS = re.IGNORECASE | re.VERBOSE
_OM_CLOCK = _CLOCK.replace("BARE", _AFTER_OM)
# One pattern may not have a name twice: an "x" behind it makes a second.
_PLAIN_CLOCK = re.sub(r"P<([a-z]+[0-9]?)>", r"P<\1x>", _CLOCK.replace("| BARE", ""))
_BEHIND = re.compile(rf",?{_S}(?:(?:om|rond|tegen){_S}{_OM_CLOCK}|(?:(?:vanaf|van|tot|na){_S})?{_PLAIN_CLOCK})", _FLAGS)
_ALONE = re.compile(rf"(?<!\w)(?:om|rond|tegen){_S}{_OM_CLOCK}", _FLAGS)
_MINUTES = {"vijf": 5, "tien": 10}


@dataclass(frozen=True)
class Clock(Span):
    """An hour that stands alone ("tijd")."""

    at: time


def clock_behind(text: str, pos: int, *, part: str = "") -> tuple[time, int] | None:
    """The hour that follows a day, and where its words end."""
    found = _BEHIND.match(text, pos)
    return (_time(found, part=part), found.end()) if found else None


def clocks(text: str, *, start: int = 0, end: int | None = None) -> Iterator[Clock]:
    """Hours that stand alone, as "om kwart voor 7"."""
    for found in _ALONE.finditer(text, start, len(text) if end is None else end):
        yield Clock(found.start(), found.end(), _time(found))


def _time(found: re.Match[str], *, part: str = "") -> time:
    said = {name.rstrip("x"): words for name, words in found.groupdict().items() if words}
    part = said.get("part", part)
    hour = next(_hour(said[name]) for name in ("h", "h2", "h3", "h4", "h5", "h6") if name in said)
    minutes = 60 * hour + _minutes(said)
    # Nobody meets at three in the night: one to six without a part of the day is the afternoon.
    small_hours = 60 <= minutes < 360 and not part.startswith(("och", "mor", "n"))
    if (small_hours or part.startswith(("middag", "avond"))) and not said.get("h", "").startswith("0"):
        minutes += 720 * (minutes < 720)
    return time(minutes // 60 % 24, minutes % 60)


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else HOURS.index(word.lower().replace("é", "e"))


def _minutes(said: dict[str, str]) -> int:
    """Minutes past (or, below zero, to) the hour that is named."""
    if "quarter" in said:
        return 15 if said["quarter"].lower() == "over" else -15
    if "h4" in said:
        return -30
    if "m5" in said:
        minutes = _MINUTES.get(said["m5"].lower()) or int(said["m5"])
        return (minutes if said["side"].lower() == "over" else -minutes) - 30 * ("half" in said)
    return int(said.get("m", said.get("m2", "0")))
