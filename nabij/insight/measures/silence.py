"""Longer silent than usual: one open gap held against the gaps before it, and many such at once.

A contact is a day on which there was any; more on one day are one. A gap is the number of days from one contact to the
next, the open gap those from the last contact until today. Days that cannot count (away) are left out of both.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from nabij.insight.measures.shares import Interval, wilson

FEWEST = 4  # Gaps. With fewer nothing can be said.
RARE = 0.05
FALSE = 0.10  # Of what is shown at once, at most this share is expected to be nothing.
A_WEEK = timedelta(days=7)
ANSWERS = 10  # From how many on something is said of how often it was right.
LOWEST = 0.3  # It rests when it may be right less often than this.


@dataclass(frozen=True)
class Silence:
    """An open gap beside the gaps before it. usual: the median of those, in days; p: how rare so long a gap is."""

    last: date
    usual: int
    open: int
    p: float
    longer: bool  # Than ever, and rarely so long, today and a week ago.


def gaps(days: Collection[date], *, without: Collection[date] = ()) -> list[int]:
    """The days between each contact and the next; two contacts are always at least one day apart."""
    told = sorted(set(days))
    return [_between(one, after, without) for one, after in pairwise(told)]


def _between(first: date, last: date, without: Collection[date]) -> int:
    return max(1, (last - first).days - sum(first < day <= last for day in without))


def rank(gaps: Sequence[int], current: float) -> float:
    """p = (1 + #{g >= c}) / (k + 1): how often a gap is so long, whatever the rhythm. Without gaps 1."""
    return (1 + sum(gap >= current for gap in gaps)) / (len(gaps) + 1)


def predictive(gaps: Sequence[int], current: float) -> float:
    """p = (T / (T + c))^k with T the sum of k gaps: the tail of F(2, 2k), exact when contacts come at random.

    Careful for a regular rhythm; for a bursty one about .065 where .05 is said. Without gaps 1.
    """
    total = sum(gaps)
    return float((total / (total + current)) ** len(gaps)) if gaps and current > 0 else 1.0


def silence(days: Collection[date], *, today: date, without: Collection[date] = ()) -> Silence | None:
    """How one rhythm stands today; None when there are too few gaps to say anything."""
    told = {day for day in days if day <= today}
    before = gaps(told, without=without)
    if len(before) < FEWEST:
        return None
    last = max(told)
    now, then = (open_gap(last, day, without) for day in (today, today - A_WEEK))
    # Longer than ever is a rank of 1 in k + 1: that alone is wrong once in every k + 1 gaps, so it must be rare too.
    longer = all(gap > max(before) and predictive(before, gap) <= RARE for gap in (now, then))
    usual = int(median(before) + 0.5)  # A half goes up.
    return Silence(last, usual, now, predictive(before, now), longer)


def open_gap(last: date, day: date, without: Collection[date]) -> int:
    """The days since the last contact, as they were counted on a day; none when that lies before it."""
    return _between(last, day, without) if day > last else 0


def held(ps: Sequence[float], *, q: float = FALSE) -> list[bool]:
    """Which of these stand when at most a share `q` of what stands may be nothing (Benjamini and Hochberg 1995).

    With p sorted, all up to the largest i with p(i) <= q i / m.
    """
    order = sorted(range(len(ps)), key=lambda place: ps[place])
    passed = [i for i, place in enumerate(order, start=1) if ps[place] <= q * i / len(ps)]
    kept = set(order[: max(passed, default=0)])
    return [place in kept for place in range(len(ps))]


def doubt(right: int, answers: int) -> Interval | None:
    """How often it is right: Wilson's interval, from ten answers on."""
    return wilson(right, answers) if answers >= ANSWERS else None


def rests(between: Interval | None) -> bool:
    """Whether it may be wrong too often to go on."""
    return between is not None and between[0] < LOWEST
