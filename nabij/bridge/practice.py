"""As agreed and as it goes: each clause beside what the records of the last whole quarter say, in counts alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.utils.timezone import localdate

from nabij.bridge.agreement_reading import Version

FEW, PEOPLE = 5, 3  # Of fewer nothing is said; the database keeps to that (`practice_words`).


@dataclass(frozen=True)
class Practice:
    """What went how, of one place. counts: {kind: {part: how many}}, and never fewer than five.

    first, last: the days of the quarter that is counted, as it stood when it was over.
    """

    first: date
    last: date
    counts: Mapping[str, Mapping[str, int]]

    def of(self, kind: str) -> Mapping[str, int]:
        return self.counts.get(kind, {})


def may_read_practice(place: str) -> bool:
    """Whether whoever acts lives or works there."""
    with connection.cursor() as cursor:
        cursor.execute("select %s = any((select trust.my_neighbourhoods())::text[])", [place])
        return bool(cursor.fetchone()[0])


def practice(*, version: Version, at: datetime) -> Practice:
    """How it went with the kinds of question that this version has a clause for."""
    agreed = {one.kind for one in version.clauses}
    counts: dict[str, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select kind, part, n from trust.as_it_goes(%s)", [version.agreement.neighbourhood_id])
        for kind, part, count in cursor.fetchall():
            if kind in agreed:
                counts.setdefault(kind, {})[part] = count
    first, last = quarter_before(localdate(at))
    return Practice(first, last, counts)


def quarter_before(day: date) -> tuple[date, date]:
    """The first and the last day of the quarter of the year before the one this day is in."""
    last = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1) - timedelta(days=1)
    return last.replace(month=last.month - 2, day=1), last
