"""The counts as a picture: a round mark for each that is informal, a square one for each that is formal.

Pure: no database, no clock. The oldest count stands on top and each later one below it, so what stood there stays where
it was. Nothing is scaled: one mark is always one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WIDTH, TOP, ACROSS = 276, 26, 5  # So wide that letters keep their size on a phone; marks beside each other.
STEP, PAD = 17, 12
LEFT = {False: 96, True: 194}  # Where the informal marks begin, and the formal ones.


@dataclass(frozen=True)
class Mark:
    """One that helps."""

    x: int
    y: int
    formal: bool

    @property
    def corner(self) -> tuple[float, float]:
        """The upper left corner of a square of 12."""
        return self.x - 6, self.y - 6


@dataclass(frozen=True)
class Row:
    """One count: its day, and its marks from left to right."""

    day: date
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Marks:
    """The whole picture."""

    rows: tuple[Row, ...]
    height: int
    width: int = WIDTH

    @property
    def rulers(self) -> tuple[int, ...]:
        """Where a line is drawn: above each row."""
        return tuple(row.y - PAD - 2 for row in self.rows)


def marks(counts: Iterable[tuple[date, int, int]]) -> Marks:
    """counts: (day, informal, formal), the oldest first."""
    rows, y = [], TOP + PAD
    for day, informal, formal in counts:
        drawn = [*_kind(informal, formal=False, y=y), *_kind(formal, formal=True, y=y)]
        rows.append(Row(day, y, tuple(drawn)))
        y += max(-(-max(informal, formal) // ACROSS), 1) * STEP + PAD
    return Marks(tuple(rows), y - PAD // 2)


def _kind(count: int, *, formal: bool, y: int) -> list[Mark]:
    return [Mark(LEFT[formal] + n % ACROSS * STEP, y + n // ACROSS * STEP, formal) for n in range(count)]
