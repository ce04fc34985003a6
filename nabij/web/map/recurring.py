"""On which days something comes back, as a calendar and as schema.org say it. Asks the database nothing.

A rule only says what `Hours` says, day for day; what no rule says in the same way is told as the days themselves.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from nabij.directory.hits import Hit
from nabij.directory.hours import WEEK, Hours
from nabij.directory.models import Service
from nabij.web.calendar.ics import here, universal
from nabij.web.days import local_day

AHEAD = 400  # Days: what happens once a year is found, and closed days are told that far.
LISTED = 182  # Days ahead that are told one by one.
DOOR = 5  # Days a week; what is open that often is a door that is open, and no activity.
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True)
class Recurring:
    """The first day from this week on, by which rule (RFC 5545) it comes back, on which days besides, and not when."""

    hours: Hours
    first: date
    rule: str
    besides: tuple[date, ...]
    without: tuple[date, ...]

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.first, self.hours.opens or time())

    @property
    def ends(self) -> datetime:
        last = self.first + timedelta(self.begins.time() >= (self.hours.closes or time()))
        return datetime.combine(last, self.hours.closes or time())

    def lines(self) -> Iterator[str]:
        """DTSTART and what follows from it."""
        yield here("DTSTART", self.begins)
        yield here("DTEND", self.ends)
        if self.rule:
            yield f"RRULE:{self.rule}"
        for name, days in (("RDATE", self.besides), ("EXDATE", self.without)):
            if days:
                first, *more = (datetime.combine(day, self.begins.time()) for day in days)
                yield ",".join([here(name, first), *(f"{one:%Y%m%dT%H%M%S}" for one in more)])


def recurring(hours: Sequence[Hours], *, today: date) -> list[Recurring]:
    """Each of these hours that has a beginning and an end; day and night is in nobody's diary."""
    closed = [one for one in hours if one.closed]
    timed = (one for one in reversed(hours) if one.opens and one.closes and not one.closed and not _always(one))
    apart = {replace(one, words=""): one for one in timed}  # The same hours in two places are told once.
    told = (_recurring(one, closed=closed, today=today) for one in reversed(apart.values()))
    return [one for one in told if one]


def comes_back(hit: Hit, *, at: datetime) -> list[Recurring]:
    """Its hours on the calendar; what is closed for a while or for good has none."""
    active = hit.service.status == Service.Status.ACTIVE
    return recurring(hit.hours, today=local_day(at)) if active else []


def is_activity(hit: Hit, *, at: datetime) -> bool:
    """Whether it stands in the calendar of a neighbourhood or a question."""
    return not _is_door(hit.hours) and bool(comes_back(hit, at=at))


def _is_door(hours: Iterable[Hours]) -> bool:
    """Whether it is open most of the week, together."""
    weekly = [one for one in hours if one.opens and one.closes and not one.closed and not _monthly(one)]
    return len({name for one in weekly for name in WEEK if name in one.byday}) >= DOOR


def is_weekly(one: Hours) -> bool:
    """Whether it is the same hours on the same days of every week."""
    timed = one.opens and one.closes and not one.closed
    return bool(timed and _named(one) and not _monthly(one) and (one.interval < 2 or not one.starts))


def _always(one: Hours) -> bool:
    return one.opens == time.min and one.closes in (time.min, LAST_MINUTE)


def _recurring(one: Hours, *, closed: Sequence[Hours], today: date) -> Recurring | None:
    monday = today - timedelta(today.weekday())
    since = max(monday, one.starts or monday)
    days = [day for day in (since + timedelta(step) for step in range(AHEAD)) if one.holds_on(day)]
    shut = {day for day in days if any(other.holds_on(day) for other in closed)}
    first = next((day for day in days if day not in shut), None)
    if first is None:
        return None
    rule = rule_of(one, first=first)
    if rule is None:
        near = [day for day in days if first < day <= since + timedelta(LISTED) and day not in shut]
        return Recurring(one, first, "", tuple(near), ())
    once = one.until == first
    return Recurring(one, first, "" if once else rule, (), tuple(sorted(day for day in shut if day > first)))


def rule_of(one: Hours, *, first: date) -> str | None:
    """The rule of these hours from a day on which they hold; None when no rule says just that."""
    days, monthdays = _named(one), _monthdays(one)
    numbered = [turn for turn, _name in days if turn]
    if (numbered and (len(numbered) < len(days) or monthdays)) or (_monthly(one) and _by_weeks(one)):
        return None
    parts = ["FREQ=DAILY" if not (days or monthdays) else "FREQ=MONTHLY" if _monthly(one) else "FREQ=WEEKLY"]
    if one.interval > 1 and one.starts and (days or monthdays):
        parts.append(f"INTERVAL={one.interval}")
    if days:
        parts.append(f"BYDAY={','.join(f'{turn}{name}' for turn, name in days)}")
    if monthdays:
        parts.append(f"BYMONTHDAY={','.join(map(str, monthdays))}")
    if one.until:
        last = timezone.make_aware(datetime.combine(one.until, one.opens or time()), timezone.get_default_timezone())
        parts.append(f"UNTIL={universal(last)}")
    return ";".join(parts)


def _monthly(one: Hours) -> bool:
    return one.freq == "MONTHLY" or bool(_monthdays(one)) or any(turn for turn, _name in _named(one))


def _by_weeks(one: Hours) -> bool:
    """Counted in weeks though its days are of the month: no rule can say both."""
    return one.freq != "MONTHLY" and one.interval > 1 and one.starts is not None


def _named(one: Hours) -> list[tuple[str, str]]:
    """Which days of the week, and which of the month when that is said."""
    said = re.findall(r"([+-]?\d*)([A-Z]{2})", one.byday)
    there = dict.fromkeys((str(int(turn)) if turn else "", name) for turn, name in said if name in WEEK)
    return [(turn, name) for turn, name in there if not turn or 1 <= abs(int(turn)) <= 5]


def _monthdays(one: Hours) -> list[int]:
    said = (int(number) for number in re.findall(r"-?\d+", one.bymonthday))
    return [day for day in dict.fromkeys(said) if 1 <= abs(day) <= 31]
