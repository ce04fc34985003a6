"""Reasons in sentences: why somebody stands on a rung, what to know first, and how they are reached."""

from datetime import date, datetime, time
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.base.distance import metres
from nabij.bridge.ladder import Reach
from nabij.directory.languages import name_of
from nabij.people.models import Person

DAYS = (
    gettext_lazy("maandag"),
    gettext_lazy("dinsdag"),
    gettext_lazy("woensdag"),
    gettext_lazy("donderdag"),
    gettext_lazy("vrijdag"),
    gettext_lazy("zaterdag"),
    gettext_lazy("zondag"),
)
TONGUE_NAMES = {
    "nl": gettext_lazy("Nederlands"),
    "en": gettext_lazy("Engels"),
    "ar": gettext_lazy("Arabisch"),
    "tr": gettext_lazy("Turks"),
    "ber": gettext_lazy("Berbers"),
    "ti": gettext_lazy("Tigrinya"),
    "fa": gettext_lazy("Farsi"),
    "pl": gettext_lazy("Pools"),
    "fr": gettext_lazy("Frans"),
    "de": gettext_lazy("Duits"),
    "es": gettext_lazy("Spaans"),
    "uk": gettext_lazy("Oekraïens"),
    "ru": gettext_lazy("Russisch"),
    "pap": gettext_lazy("Papiaments"),
    "srn": gettext_lazy("Sranan"),
    "so": gettext_lazy("Somalisch"),
    "zh": gettext_lazy("Chinees"),
}


def tongue(code: str) -> str:
    return str(TONGUE_NAMES[code]) if code in TONGUE_NAMES else name_of(code).capitalize()


def listed(things: list[str]) -> str:
    """a, b en c"""
    if len(things) < 2:
        return "".join(things)
    return _("%(first)s en %(last)s") % {"first": ", ".join(things[:-1]), "last": things[-1]}


def either(things: list[str]) -> str:
    """a, b of c"""
    if len(things) < 2:
        return "".join(things)
    return _("%(first)s of %(last)s") % {"first": ", ".join(things[:-1]), "last": things[-1]}


def clock(at: time) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)


def metres_between(one: Person, other: Person) -> float | None:
    """How far two people live from each other, to the street; None when that is not known of both."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    return metres(
        float(one.latitude or 0), float(one.longitude or 0), float(other.latitude or 0), float(other.longitude or 0)
    )


def how_far(away: float) -> str:
    """350 meter; 2,1 kilometer."""
    if away < 950:
        return _("%(n)s meter") % {"n": max(50, round(away / 50) * 50)}
    return _("%(n)s kilometer") % {"n": f"{away / 1000:.1f}".replace(".", ",").replace(",0", "")}


def lives_near(away: float | None) -> list[str]:
    if away is None or away > 3000:
        return []
    if away < 150:
        return [_("Woont om de hoek.")]
    return [_("Woont op %(far)s.") % {"far": how_far(away)}]


def on_that_day(hours: list[dict[str, Any]], weekday: int | None) -> tuple[list[str], list[str]]:
    """Reasons and remarks about the day that was asked."""
    if weekday is None or not hours:
        return [], []
    day = {"day": str(DAYS[weekday])}
    if any(one["weekday"] == weekday for one in hours):
        return [_("Is op %(day)s bereikbaar.") % day], []
    return [], [_("Is op %(day)s niet bereikbaar. Vraag een andere dag.") % day]


def seen_lately(seen_at: datetime | None, *, today: date) -> list[str]:
    if not seen_at:
        return []
    ago = (today - localtime(seen_at).date()).days
    if ago <= 7:
        return [_("Was er deze week nog bij.")]
    return [_("Was er deze maand nog bij.")] if ago <= 30 else []


def say_hours(hours: list[dict[str, Any]]) -> str:
    """maandag tot en met vrijdag 9 tot 17 uur, zaterdag 10 tot 12 uur"""
    days: dict[tuple[str, str], list[int]] = {}
    for one in hours:
        days.setdefault((one["opens"], one["closes"]), []).append(one["weekday"])
    return ", ".join(
        _("%(days)s %(opens)s tot %(closes)s uur")
        % {
            "days": say_days(sorted(set(those))),
            "opens": clock(time.fromisoformat(opens)),
            "closes": clock(time.fromisoformat(closes)),
        }
        for (opens, closes), those in days.items()
    )


def say_days(days: list[int]) -> str:
    """elke dag; maandag tot en met vrijdag; dinsdag en donderdag"""
    if len(days) == 7:
        return _("elke dag")
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return _("%(first)s tot en met %(last)s") % {"first": str(DAYS[days[0]]), "last": str(DAYS[days[-1]])}
    return listed([str(DAYS[day]) for day in days])


def ways(person: Person, *, known: bool, neighbour: bool) -> tuple[Reach, ...]:
    """How somebody is reached: a letter, a number this circle may see, their hours, or their door."""
    found = []
    if getattr(person, "mailed", False):
        found.append(Reach(_("Krijgt je vraag in een brief van Nabij.")))
    for way in getattr(person, "numbers", []) if known else []:
        phone = way["value"] if way["kind"] == "phone" else ""
        words = _("Bel %(number)s") % {"number": phone} if phone else _("Via %(whom)s") % {"whom": way["value"]}
        found.append(Reach(f"{words} ({way['note']})" if way["note"] else words, phone=phone))
    if hours := say_hours(getattr(person, "hours", [])):
        found.append(Reach(_("Bereikbaar: %(hours)s.") % {"hours": hours}))
    if not any(one.phone for one in found) and not getattr(person, "mailed", False):
        found.append(
            Reach(_("Loop even langs.") if neighbour else _("Vraag het zelf. Een brief van Nabij kan hier niet."))
        )
    return tuple(found)
