"""By which day somebody hears of a referral: as their neighbourhood agreed, or the usual number of working days."""

from collections.abc import Iterable
from datetime import date, timedelta

from nabij.bridge.agreements import answer_days
from nabij.bridge.kinds import named_in
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.stories.caring import working_days

USUAL = 5  # Working days.
MOST_KINDS = 3
SOONER = {"debts": 2, "need": 1, "care": 3, "worry": 2, "addiction": 3}


def answer_day(day: date, *, neighbourhood: str | None, kind: str) -> date:
    """An agreement counts days as people read them; what is usual are working days."""
    if agreed := answer_days(neighbourhood=neighbourhood, kind=kind):
        return day + timedelta(days=agreed)
    return working_days(day, count=SOONER.get(kind, USUAL))


def shortest_agreed(*, neighbourhood: str | None, lines: Iterable[str]) -> int | None:
    """The least days that is agreed there for what these lines name, at most three kinds; None when nothing is."""
    kinds = sorted({kind.key for line in lines for kind in named_in(line, DEFAULTS)}) if neighbourhood else []
    said = [answer_days(neighbourhood=neighbourhood, kind=kind) for kind in kinds[:MOST_KINDS]]
    return min((one for one in said if one), default=None)
