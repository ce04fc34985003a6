"""Dates and times as people say them: gisteren, dinsdag 24 november, vanmorgen 8.40 uur. No strftime: quick."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WEEKDAYS = (
    gettext_lazy("maandag"),
    gettext_lazy("dinsdag"),
    gettext_lazy("woensdag"),
    gettext_lazy("donderdag"),
    gettext_lazy("vrijdag"),
    gettext_lazy("zaterdag"),
    gettext_lazy("zondag"),
)
MONTHS = (
    gettext_lazy("januari"),
    gettext_lazy("februari"),
    gettext_lazy("maart"),
    gettext_lazy("april"),
    gettext_lazy("mei"),
    gettext_lazy("juni"),
    gettext_lazy("juli"),
    gettext_lazy("augustus"),
    gettext_lazy("september"),
    gettext_lazy("oktober"),
    gettext_lazy("november"),
    gettext_lazy("december"),
)
NEAR = {
    -2: gettext_lazy("eergisteren"),
    -1: gettext_lazy("gisteren"),
    0: gettext_lazy("vandaag"),
    1: gettext_lazy("morgen"),
    2: gettext_lazy("overmorgen"),
}
NUMBERS = (
    gettext_lazy("nul"),
    gettext_lazy("één"),
    gettext_lazy("twee"),
    gettext_lazy("drie"),
    gettext_lazy("vier"),
    gettext_lazy("vijf"),
    gettext_lazy("zes"),
    gettext_lazy("zeven"),
    gettext_lazy("acht"),
    gettext_lazy("negen"),
    gettext_lazy("tien"),
)


def number(count: int) -> str:
    """Numbers in words up to ten, as in running text."""
    return str(NUMBERS[count]) if 0 <= count < len(NUMBERS) else str(count)


def opening(text: str) -> str:
    """A capital at the beginning and nothing else changed; één becomes Eén, as Dutch spells it."""
    return f"Eén{text[3:]}" if text.startswith("één") else f"{text[:1].upper()}{text[1:]}"


def full_stop(text: str) -> str:
    """The words with a full stop at the end, where nothing ends them yet: another sentence follows."""
    said = text.rstrip()
    return said if not said or said.rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{said}."


def local_day(at: date | datetime) -> date:
    if not isinstance(at, datetime):
        return at
    return timezone.localtime(at).date() if timezone.is_aware(at) else at.date()


def days_from(at: date | datetime, *, now: datetime) -> int:
    """Days from today: -1 is yesterday."""
    return (local_day(at) - local_day(now)).days


def say_date(day: date, *, year: bool = False) -> str:
    """dinsdag 24 november; with the year, and then without the day of the week: 24 november 2024."""
    said = f"{day.day} {MONTHS[day.month - 1]}"
    return f"{said} {day.year}" if year else f"{WEEKDAYS[day.weekday()]} {said}"


def say_day(at: date | datetime, *, now: datetime) -> str:
    """gisteren; dinsdag (this past week); dinsdag 24 november; 24 november 2024."""
    away = days_from(at, now=now)
    if away in NEAR:
        return str(NEAR[away])
    day = local_day(at)
    if -7 < away < 0:
        return str(WEEKDAYS[day.weekday()])
    return say_date(day, year=day.year != local_day(now).year and abs(away) > 60)


def say_clock(at: datetime | time) -> str:
    """10 uur, 8.40 uur."""
    if isinstance(at, datetime) and timezone.is_aware(at):
        at = timezone.localtime(at)
    clock = f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)
    return _("%(clock)s uur") % {"clock": clock}


def say_end(at: datetime | time) -> str:
    """Until when something is: as `say_clock`, but midnight is 24 uur, the end of the day and not its beginning."""
    here = timezone.localtime(at) if isinstance(at, datetime) and timezone.is_aware(at) else at
    return _("24 uur") if (here.hour, here.minute) == (0, 0) else say_clock(at)


def say_moment(at: datetime, *, now: datetime) -> str:
    """vanmorgen 8.40 uur; gisteren 16.10 uur; dinsdag 9.02 uur; dinsdag 24 november, 10 uur; long ago only the day."""
    away = days_from(at, now=now)
    if away == 0:
        return f"{_part_of_today(timezone.localtime(at).hour)} {say_clock(at)}"
    if away < -6:
        return say_day(at, now=now)
    comma = "" if away in NEAR or away < 0 else ","
    return f"{say_day(at, now=now)}{comma} {say_clock(at)}"


def _part_of_today(hour: int) -> str:
    if hour < 6:
        return _("vannacht")
    if hour < 12:
        return _("vanmorgen")
    return _("vanmiddag") if hour < 18 else _("vanavond")


def greeting(now: datetime) -> str:
    """Goedemorgen, goedemiddag, goedenavond."""
    hour = timezone.localtime(now).hour
    if hour < 12:
        return _("Goedemorgen")
    return _("Goedemiddag") if hour < 18 else _("Goedenavond")
