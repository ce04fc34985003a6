"""When what is in one hand asks for a second pair of eyes: longer than agreed, while worries grow.

A worry is a day on which there was any; more on one day are one. This is a rule of thumb and no measure of a person.
"""

from collections.abc import Collection
from datetime import date, timedelta

WINDOW = timedelta(days=28)
FEWEST = 2  # Worries in a window. One is a worry, and no growth.


def grows(days: Collection[date], *, today: date) -> bool:
    """Whether there were at least two in four weeks, and more than in the four weeks before."""
    told = {day for day in days if day <= today}
    lately = [day for day in told if day > today - WINDOW]
    before = [day for day in told if today - 2 * WINDOW < day <= today - WINDOW]
    return len(lately) >= FEWEST and len(lately) > len(before)


def asks_another(days: Collection[date], *, alone_since: date, term: int, today: date) -> bool:
    """Whether worries grow, and the first of these four weeks has been in one hand for more than `term` days."""
    if not grows(days, today=today):
        return False
    first = min(day for day in days if day > today - WINDOW)
    return (today - max(first, alone_since)).days > term
