"""When something is open: the schedules of HSDS (days of the week or the month) on the calendar."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS = {"MO": "ma", "TU": "di", "WE": "wo", "TH": "do", "FR": "vr", "SA": "za", "SU": "zo"}
AHEAD = 35  # Days: something that happens once a month is found.


@dataclass(frozen=True)
class Hours:
    """One schedule ("openingstijd"): which days, from when until when."""

    opens: time | None
    closes: time | None
    byday: str = ""
    freq: str = ""
    interval: int = 1
    bymonthday: str = ""
    starts: date | None = None
    until: date | None = None
    closed: bool = False
    words: str = ""
    key: str = field(default="", compare=False)  # Of the row it stands in.

    def holds_on(self, day: date) -> bool:
        """Whether it is about this day."""
        if (self.starts and day < self.starts) or (self.until and day > self.until):
            return False
        if not self.byday and not self.bymonthday:
            return bool(self.starts) and self.until is not None
        return self._in_turn(day) and self._on_weekday(day) and self._on_monthday(day)

    def _in_turn(self, day: date) -> bool:
        """Every second week, every third month: counted from the first."""
        if self.interval < 2 or not self.starts:
            return True
        if self.freq == "MONTHLY":
            return ((day.year - self.starts.year) * 12 + day.month - self.starts.month) % self.interval == 0
        weeks = (day - timedelta(day.weekday()) - (self.starts - timedelta(self.starts.weekday()))).days // 7
        return weeks % self.interval == 0

    def _on_weekday(self, day: date) -> bool:
        if not self.byday:
            return True
        said = re.findall(r"([+-]?\d*)([A-Z]{2})", self.byday)
        return any(name == WEEK[day.weekday()] and (not turn or int(turn) in _turns(day)) for turn, name in said)

    def _on_monthday(self, day: date) -> bool:
        days = [int(number) for number in re.findall(r"-?\d+", self.bymonthday)]
        return not days or day.day in days or (day - _next_month(day)).days in days

    def on(self, day: date) -> tuple[datetime, datetime] | None:
        """From when until when on this day; until may be past midnight."""
        if not self.opens or not self.closes or self.closed or not self.holds_on(day):
            return None
        last = day if self.closes > self.opens else day + timedelta(1)
        zone = timezone.get_default_timezone()
        return datetime.combine(day, self.opens, zone), datetime.combine(last, self.closes, zone)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(32)).replace(day=1)


def _turns(day: date) -> tuple[int, int]:
    """The first Saturday is 1, the last is -1."""
    left = (_next_month(day) - day).days
    return (day.day - 1) // 7 + 1, -((left - 1) // 7 + 1)


@dataclass(frozen=True)
class Doors:
    """Whether it is open at a moment, until when, and when it opens next; not `known` when nobody told any times."""

    known: bool
    open: bool = False
    closes: datetime | None = None
    opens: datetime | None = None


def doors(hours: Iterable[Hours], *, at: datetime) -> Doors:
    """How the doors of something with these hours are at a moment."""
    hours = list(hours)
    here = timezone.localtime(at, timezone.get_default_timezone())
    if not any(one.opens and one.closes and not one.closed for one in hours):
        return Doors(known=False)
    spans = sorted(_spans(hours, here.date() - timedelta(1)))
    now = [closes for opens, closes in spans if opens <= here < closes]
    later = next((opens for opens, _closes in spans if opens > here), None)
    return Doors(known=True, open=bool(now), closes=max(now, default=None), opens=later)


def _spans(hours: list[Hours], first: date) -> Iterator[tuple[datetime, datetime]]:
    for step in range(AHEAD + 1):
        day = first + timedelta(step)
        if any(one.closed and one.holds_on(day) for one in hours):
            continue
        for one in hours:
            if span := one.on(day):
                yield span


def hours_from(row: dict[str, Any]) -> Hours:
    """Hours out of the columns of a schedule as JSON tells them."""

    def day(name: str) -> date | None:
        return date.fromisoformat(row[name]) if row.get(name) else None

    def clock(name: str) -> time | None:
        return time.fromisoformat(row[name]) if row.get(name) else None

    starts = max(filter(None, (day("valid_from"), day("dtstart"))), default=None)
    return Hours(
        opens=clock("opens_at"),
        closes=clock("closes_at"),
        byday=row.get("byday") or "",
        freq=(row.get("freq") or "").upper(),
        interval=row.get("interval") or 1,
        bymonthday=row.get("bymonthday") or "",
        starts=starts,
        until=min(filter(None, (day("valid_to"), day("until"))), default=None),
        closed=str((row.get("extra") or {}).get("closed", "")).lower() in ("true", "1", "yes", "ja"),
        words=row.get("description") or "",
        key=row.get("id") or "",
    )
