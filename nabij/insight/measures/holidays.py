"""The days on which the Netherlands does not work: nobody is silent on those."""

from collections.abc import Iterator
from datetime import date, timedelta

A_DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher (Nature, 20 April 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    fourth, left = divmod(century, 4)
    moon = (19 * golden + century - fourth - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """27 April; the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - A_DAY if day.weekday() == 6 else day


def holidays(first: date, last: date) -> Iterator[date]:
    """Those from one day to another, both included: New Year, Easter, King's Day, Ascension, Whitsun and Christmas."""
    for year in range(first.year, last.year + 1):
        sunday = easter(year)
        told = [date(year, 1, 1), kings_day(year), date(year, 12, 25), date(year, 12, 26)]
        told += [sunday + A_DAY * days for days in (0, 1, 39, 49, 50)]
        yield from (day for day in sorted(told) if first <= day <= last)
