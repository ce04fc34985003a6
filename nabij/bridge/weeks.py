"""A week as people say it: seven days of three parts. Where a time in hours is needed, one looks at the clock then."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("morning", "afternoon", "evening")
SLOTS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)
DAY_NAMES = {
    "mon": _("maandag"),
    "tue": _("dinsdag"),
    "wed": _("woensdag"),
    "thu": _("donderdag"),
    "fri": _("vrijdag"),
    "sat": _("zaterdag"),
    "sun": _("zondag"),
}
IN_THE = {"morning": _("’s ochtends"), "afternoon": _("’s middags"), "evening": _("’s avonds")}
PART_NAMES = {"morning": _("ochtend"), "afternoon": _("middag"), "evening": _("avond")}


def of_a_week(column: str) -> models.Q:
    """A condition of the database: nothing but parts of a week."""
    return models.Q(**{f"{column}__contained_by": list(SLOTS)})


def in_order(slots: Iterable[str]) -> list[str]:
    """Each part of the week once, from Monday morning on; what is no part of a week is left out."""
    said = set(slots)
    return [slot for slot in SLOTS if slot in said]


def in_words(slots: Iterable[str]) -> str:
    """Dinsdagochtend; zaterdag de hele dag; maandag tot en met vrijdag 's middags."""
    said = set(slots)
    whole = {day for day in DAYS if all(f"{day}-{part}" in said for part in PARTS)}
    found = [(days[0], str(_days_in_words(days))) for days in _runs(whole)]
    for part in PARTS:
        for days in _runs({day for day in DAYS if f"{day}-{part}" in said} - whole):
            found += [(days[0], _part_in_words(days, part))]
    return ", ".join(words for _day, words in sorted(found, key=lambda one: DAYS.index(one[0])))


def _runs(days: set[str]) -> list[list[str]]:
    """Days that follow each other stand together when they are three or more."""
    runs: list[list[str]] = []
    for day in DAYS:
        if day not in days:
            continue
        if runs and DAYS.index(runs[-1][-1]) + 1 == DAYS.index(day):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[day] for day in run])]


def _days_in_words(days: list[str]) -> str:
    if len(days) == 1:
        return str(DAY_NAMES[days[0]])
    return gettext("%(first)s tot en met %(last)s") % {"first": DAY_NAMES[days[0]], "last": DAY_NAMES[days[-1]]}


def _part_in_words(days: list[str], part: str) -> str:
    """One day and its part are one word in Dutch."""
    if len(days) == 1:
        return gettext("%(day)s%(part)s") % {"day": DAY_NAMES[days[0]], "part": PART_NAMES[part]}
    return f"{_days_in_words(days)} {IN_THE[part]}"
