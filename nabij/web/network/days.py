"""The seasons that are over, to hold a map of then beside today's; each by its last day."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The month in which each begins, as the weather counts them.
SEASONS = {
    3: gettext_lazy("lente"),
    6: gettext_lazy("zomer"),
    9: gettext_lazy("herfst"),
    12: gettext_lazy("winter"),
}
MOST = 6


def seasons(*, since: date, today: date) -> list[tuple[date, str]]:
    """The last seasons that ended between two days, the newest first: [(its last day, "lente 2026")]."""
    found: list[tuple[date, str]] = []
    month, year = today.month - today.month % 3, today.year
    while len(found) < MOST:
        if month < 3:
            month, year = 12, year - 1
        last = date(year, month, 1) - timedelta(days=1)
        if last < since:
            break
        found.append((last, _name(last)))
        month -= 3
    return found


def _name(last: date) -> str:
    name = SEASONS[12 if last.month == 2 else last.month - 2]
    return f"{name} {last.year - 1}-{last.year}" if last.month == 2 else f"{name} {last.year}"


def day_in(said: str, *, today: date) -> tuple[date | None, str]:
    """The day that was asked, and what is wrong with it."""
    if not said:
        return None, ""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None, _("Deze dag bestaat niet. Schrijf hem zo: 3-12-2026.")
    if day.year < 2000:
        return None, _("Zo lang geleden was er nog geen kaart. Kies een latere dag.")
    if day >= today:
        return None, _("Kies een dag die voorbij is.")
    return day, ""
