"""What is promised more than once: how often, until when, which day is next, and how each time went."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person


class Rhythm(models.TextChoices):
    """How often a promise comes back; one that always runs is a responsibility."""

    ONCE = "", gettext_lazy("één keer")
    WEEK = "week", gettext_lazy("elke week")
    TWO_WEEKS = "two_weeks", gettext_lazy("elke twee weken")
    MONTH = "month", gettext_lazy("elke maand")
    ALWAYS = "always", gettext_lazy("doorlopend")


WEEKS = {Rhythm.WEEK: 1, Rhythm.TWO_WEEKS: 2}
RECURRING = (*WEEKS, Rhythm.MONTH)


class FirstDayNeeded(ValueError):
    """What comes back has a first day."""

    def __init__(self) -> None:
        super().__init__(_("Op welke dag is de eerste keer? Kies een dag."))


class EndsTooSoon(ValueError):
    """An end comes after the beginning, and is still to come."""

    def __init__(self) -> None:
        super().__init__(_("Het eindigt voordat het begint. Kies een latere einddag, of laat hem leeg."))


class EndsOnce(ValueError):
    """What happens once has a day and no end."""

    def __init__(self) -> None:
        super().__init__(_("Een einddag hoort bij iets wat terugkomt of doorloopt. Kies ook hoe vaak."))


@dataclass(frozen=True)
class Course:
    """How a promise runs: how often, until and with which day, and where it begins and ends in words."""

    rhythm: str = Rhythm.ONCE
    until: date | None = None
    bounds: str = ""

    def check(self, *, first: date | None, today: date) -> None:
        """Refuses what cannot be, each in a sentence of its own."""
        if self.rhythm in RECURRING and not first:
            raise FirstDayNeeded
        if self.until and self.rhythm == Rhythm.ONCE:
            raise EndsOnce
        if self.until and self.until < (first or today):
            raise EndsTooSoon

    def days_from(self, first: date) -> Iterator[date]:
        """Each day on which it comes back, without end when there is none."""
        for turn in count():
            day = nth(turn, first=first, rhythm=self.rhythm)
            if self.until and day > self.until:
                return
            yield day

    def at_hand(self, *, first: date, last: date | None, today: date) -> date | None:
        """The day to speak of: the latest that has come and of which nothing was said, else the first to come.

        last: the latest of which something was said. Older ones that nobody spoke of are let go: who was away for a
        month is not asked four times.
        """
        found = None
        for day in self.days_from(first):
            if last and day <= last:
                continue
            if found is None or day <= today:
                found = day
            if day > today:
                break
        return found


def nth(turn: int, *, first: date, rhythm: str) -> date:
    """Monthly on the same day of the month; where a month is shorter, on its last."""
    if rhythm != Rhythm.MONTH:
        return first + timedelta(weeks=turn * WEEKS[Rhythm(rhythm)])
    months = first.month - 1 + turn
    year, month = first.year + months // 12, months % 12 + 1
    return date(year, month, min(first.day, monthrange(year, month)[1]))


ONCE = Course()


class Turn(Noun):
    """One time of what comes back: that it was kept, or why not ("keer")."""

    privacy = Privacy(keep=Keep.STORY, plain="id promise day kept at", personal="by", sensitive="why")

    promise = models.ForeignKey("stories.Promise", on_delete=models.CASCADE, related_name="turns")
    day = models.DateField()
    kept = models.BooleanField()
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["promise", "day"], name="turn_once_a_day")]
