"""By which day somebody hears of a referral: as their neighbourhood agreed, or the usual number of working days."""

from datetime import date, timedelta

from nabij.bridge.agreements import answer_days
from nabij.stories.caring import working_days

USUAL = 5  # Working days.
SOONER = {"debts": 2, "need": 1, "care": 3, "worry": 2, "addiction": 3}


def answer_day(day: date, *, neighbourhood: str | None, kind: str) -> date:
    """An agreement counts days as people read them; what is usual are working days."""
    if agreed := answer_days(neighbourhood=neighbourhood, kind=kind):
        return day + timedelta(days=agreed)
    return working_days(day, count=SOONER.get(kind, USUAL))
