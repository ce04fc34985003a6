"""Contact between two that fades after something came between them: an open gap held against the rhythm before it.

The rhythm is that of `silence`: days with any contact, the gaps between them, days that cannot count left out.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from nabij.insight.measures.silence import A_WEEK, FEWEST, RARE, gaps, held, open_gap, predictive, rank

Key = TypeVar("Key", bound=Hashable)
RESUMED = 4  # Days of contact after it. Then they went on, and a later silence is another one.
STANDS = timedelta(weeks=8)  # How long an invitation stands; who did nothing with it by then leaves it.


@dataclass(frozen=True)
class Fading:
    """How the contact of two stands since something came between them. p: how rare so long a gap was before that."""

    last: date
    cause: date
    p: float
    longer: bool  # Than ever, and rarely so long before, today and a week ago.


def fading(
    days: Collection[date], *, causes: Collection[date], today: date, without: Collection[date] = ()
) -> Fading | None:
    """How it stands today, since the newest cause; None when there is none, or nothing can be said.

    Nothing is said with fewer than four gaps before the cause, nor when there was contact on four days after it.
    """
    came, told = {day for day in causes if day <= today}, {day for day in days if day <= today}
    if not came or not told:
        return None
    cause = max(came)
    before = gaps({day for day in told if day <= cause}, without=without)
    if len(before) < FEWEST or sum(day > cause for day in told) >= RESUMED:
        return None
    last, ever = max(told), gaps(told, without=without)
    now, then = (open_gap(last, day, without) for day in (today, today - A_WEEK))
    longer = all(is_longest(ever, gap) and predictive(before, gap) <= RARE for gap in (now, then))
    return Fading(last, cause, predictive(before, now), longer)


def is_longest(ever: list[int], gap: int) -> bool:
    """Whether no gap was ever so long: a rank of 1 in k + 1."""
    return rank(ever, gap) == 1 / (len(ever) + 1)


def invites(days: Collection[date], *, causes: Collection[date], today: date, without: Collection[date] = ()) -> bool:
    """Whether it is longer than ever today, and was not so eight weeks ago already."""
    now = fading(days, causes=causes, today=today, without=without)
    then = fading(days, causes=causes, today=today - STANDS, without=without)
    return bool(now and now.longer) and not (then and then.longer)


def of_this_week(checked: Mapping[Key, Fading], *, invited: Collection[Key]) -> Key | None:
    """The one that is shown this week: the rarest of those that stand when all that were checked are held together."""
    stays = held([one.p for one in checked.values()])
    kept = [key for key, stands in zip(checked, stays, strict=True) if stands and key in invited]
    return min(kept, key=lambda key: (checked[key].p, str(key)), default=None)


def monday(today: date) -> date:
    """The day of this week's check."""
    return today - timedelta(days=today.weekday())
