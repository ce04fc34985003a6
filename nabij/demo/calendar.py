"""The days of the example neighbourhood: written around one given Wednesday, told around today.

Every day moves by whole weeks, so that a Tuesday walk stays on a Tuesday and the given Wednesday becomes the last
Wednesday that has been. The data run on for six days after it; what lies ahead of the clock is left out, so the
neighbourhood is as alive on a Tuesday as on a Wednesday.
"""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

GIVEN_DAY = dt.date(2026, 11, 18)
FIRST_DAY = dt.date(2026, 5, 22)
LAST_DAY = dt.date(2026, 11, 24)
HOME = ZoneInfo("Europe/Amsterdam")
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
WEEKDAYS = "ma di wo do vr za zo".split()

_DAY_IN_WORDS = re.compile(r"\{(\d\d)-(\d\d)( maand)?\}")


@dataclass(frozen=True)
class Calendar:
    """How far the given day lies from today."""

    shift: dt.timedelta

    @classmethod
    def around(cls, at: dt.datetime) -> "Calendar":
        today = at.astimezone(HOME).date()
        wednesday = today - dt.timedelta(days=(today.weekday() - GIVEN_DAY.weekday()) % 7)
        return cls(wednesday - GIVEN_DAY)

    def day(self, written: dt.date) -> dt.date:
        return written + self.shift

    def moment(self, written: dt.datetime) -> dt.datetime:
        """The same weekday and the same time on the clock at home, whatever the season does to it."""
        return (written + self.shift).replace(tzinfo=HOME).astimezone(dt.UTC)

    def words(self, line: str) -> str:
        """`{12-03}` in a line becomes that day as one writes it, `{05-01 maand}` its month."""
        return _DAY_IN_WORDS.sub(self._in_words, line)

    def _in_words(self, found: re.Match[str]) -> str:
        month, day, only_month = int(found[1]), int(found[2]), found[3]
        # The data run from May to May: what comes before the middle of May belongs to the year after.
        year = GIVEN_DAY.year if (month, day) > (5, 15) else GIVEN_DAY.year + 1
        moved = self.day(dt.date(year, month, day))
        return MONTHS[moved.month - 1] if only_month else f"{moved.day} {MONTHS[moved.month - 1]}"
