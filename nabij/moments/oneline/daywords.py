"""The words for days, weeks and months, and which day they mean seen from today."""

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SHORT = {day[:2]: day for day in WEEKDAYS}
_MONTHS = (
    "januari jan|februari febr feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|"
    "oktober okt|november nov|december dec"
)
MONTH_OF = {word: n for n, words in enumerate(_MONTHS.split("|"), start=1) for word in words.split()}
_NUMBERS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
NUMBER_OF = {word: n for n, word in enumerate(_NUMBERS.split())} | {"één": 1}
# A day without a year that lies further off than this was this year, and is over.
TOO_FAR = timedelta(days=270)
FARTHEST_YEARS = 5


@dataclass(frozen=True)
class Meant:
    """What day words mean ("bedoeld"): days with the preferred first, or over, or not on any calendar."""

    days: tuple[date, ...] = ()
    gone: bool = False
    missing: bool = False
    missing_in: int | None = None
    vague: bool = False  # A day only where something is to happen, as a bare weekday.
    signed_only: bool = False  # A day only where the writer says so, as "10-12".


GONE = Meant(gone=True)


def number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_OF[word.lower()]


def weekday(word: str) -> int:
    """Two letters tell them apart: "woensdag", "wo", "woe"."""
    return WEEKDAYS.index(SHORT[word[:2].lower()])


def next_weekday(word: str, *, today: date) -> date:
    """The first one after today: a weekday is never today."""
    return today + timedelta(days=(weekday(word) - today.weekday() - 1) % 7 + 1)


def weekday_of_next_week(word: str, *, today: date) -> date:
    return today + timedelta(days=7 - today.weekday() + weekday(word))


def months_on(n: int, *, today: date) -> date:
    """The same day n months on, or the last of that month."""
    year, month = divmod(today.year * 12 + today.month - 1 + n, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def calendar_day(d: int, month: int, year: int | None, *, today: date) -> Meant:
    """A day and month; without a year the first that comes."""
    if not (1 <= month <= 12 and 1 <= d <= monthrange(2024, month)[1]):
        return Meant(missing=True)
    wanted = year or today.year + ((month, d) < (today.month, today.day))
    if (month, d) == (2, 29) and not isleap(wanted):
        return Meant(missing=True, missing_in=wanted)
    if not today.year <= wanted <= today.year + FARTHEST_YEARS:
        return GONE
    return coming(date(wanted, month, d), today=today, year_given=bool(year))


def coming(day: date, *, today: date, year_given: bool = False) -> Meant:
    too_far = day - today > TOO_FAR and not year_given
    return GONE if day < today or too_far else Meant(days=(day,))


def on_weekday(meant: Meant, word: str | None, *, today: date) -> Meant:
    """A weekday that does not fit its date: both are shown, the date first."""
    if not word or not meant.days or meant.days[0].weekday() == weekday(word):
        return meant
    return Meant(days=(meant.days[0], next_weekday(word, today=today)))


def next_or_this(word: str, *, today: date) -> Meant:
    """ "volgende vrijdag": next week's Friday for most, the first Friday for some."""
    return Meant(days=_either(weekday_of_next_week(word, today=today), next_weekday(word, today=today)))


def next_month(*, today: date) -> Meant:
    return Meant(days=_either(months_on(1, today=today), months_on(1, today=today.replace(day=1))), vague=True)


def next_week(*, today: date) -> Meant:
    monday = weekday_of_next_week("maandag", today=today)
    return Meant(days=tuple(monday + timedelta(days=n) for n in range(5)), vague=True)


def weekend(*, today: date, after_next: bool) -> Meant:
    """This weekend's two days; "volgend weekend" is next week's Saturday for most."""
    saturday = next_weekday("zaterdag", today=today)
    if after_next:
        return Meant(days=_either(weekday_of_next_week("zaterdag", today=today), saturday), vague=True)
    return Meant(days=(saturday, saturday + timedelta(days=1)), vague=True)


def after(n: int, unit: str, *, today: date) -> Meant:
    """ "over 3 weken": unit is dag, week, maand or jaar."""
    if unit in ("maand", "jaar"):
        months = n * (12 if unit == "jaar" else 1)
        return Meant(days=(months_on(months, today=today),)) if 0 < months <= 12 * FARTHEST_YEARS else GONE
    days = n * (7 if unit == "week" else 1)
    return Meant(days=(today + timedelta(days=days),)) if 0 < days <= 365 * FARTHEST_YEARS else GONE


def edge(which: str, period: str, *, today: date, next_one: bool) -> Meant:
    """The start, the middle or the end of a week, a month or a year."""
    if period == "week":
        monday = today + timedelta(days=7 * next_one - today.weekday())
        return coming(monday + timedelta(days={"start": 0, "middle": 2, "end": 4}[which]), today=today)
    if period == "jaar":
        month = {"start": 1, "middle": 6, "end": 12}[which]
        first = date(today.year + next_one, month, 1)
    elif period == "maand":
        first = months_on(int(next_one), today=today.replace(day=1))
    else:
        first = date(today.year + (MONTH_OF[period] < today.month), MONTH_OF[period], 1)
    last = monthrange(first.year, first.month)[1]
    return coming(first.replace(day={"start": 1, "middle": 15, "end": last}[which]), today=today)


def day_of_month(d: int, *, today: date) -> Meant:
    """ "de 12e": the first day of that number after today."""
    firsts = (months_on(n, today=today.replace(day=1)) for n in range(3))
    days = (first.replace(day=d) for first in firsts if 1 <= d <= monthrange(first.year, first.month)[1])
    day = next((day for day in days if day > today), None)
    return Meant(days=(day,), signed_only=True) if day else Meant(missing=True, signed_only=True)


def _either(preferred: date, other: date) -> tuple[date, ...]:
    return (preferred,) if preferred == other else (preferred, other)
