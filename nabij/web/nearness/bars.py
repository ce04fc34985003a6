"""Twelve months as twelve small bars, each month in its own column and one moment always as high as another.

Pure: no database, no clock. What was drawn last week is drawn in the same place this week, however much came since.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 276, 84  # So wide that letters keep their size on a phone.
FLOOR, STEP, FIRST = 64, 23, 12  # Where bars stand, how far apart, and where the first one is.
ONE, MOST = 3.75, 12  # How high one moment is; above twelve the number alone tells.


@dataclass(frozen=True)
class Bar:
    """One month: where it stands, how high, how many."""

    month: date
    count: int
    x: int

    @property
    def top(self) -> float:
        return FLOOR - ONE * min(self.count, MOST)

    @property
    def number_y(self) -> float:
        return self.top - 5


@dataclass(frozen=True)
class Bars:
    """One small picture."""

    bars: tuple[Bar, ...]
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR
    # Where the months begin that whoever looks reads; before that it is not known whether there is none.
    start: int = 0


def bars(months: Sequence[date], counts: Sequence[int], *, since: date | None = None) -> Bars:
    """since: from which day whoever looks reads what was written; None is all of it."""
    drawn = tuple(
        Bar(one, count, FIRST + STEP * place) for place, (one, count) in enumerate(zip(months, counts, strict=True))
    )
    unread = sum(month < since.replace(day=1) for month in months) if since else 0
    return Bars(drawn, start=min(unread * STEP, WIDTH))
