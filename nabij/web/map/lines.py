"""What the social map tells, as sentences and pieces for the screen. Asks the database nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.bridge.reasons import how_far, listed, tongue
from nabij.directory.hits import Hit
from nabij.directory.hours import WEEK, Doors
from nabij.directory.languages import name_of
from nabij.directory.models import Service
from nabij.directory.origins import origin_of
from nabij.directory.sureness import Sureness
from nabij.web.days import WEEKDAYS, days_from, local_day, number, opening, say_clock, say_date, say_day, say_end
from nabij.web.faces import Shape
from nabij.web.sketch import Outline, Sketch, Spot, sketch

FRESH_DAYS = 14  # As long as this one counts in days.
ROUND_THE_CLOCK = 60  # Seconds between one closing and the next opening that nobody notices.
OFF_THE_SKETCH = 0.001  # Degrees beyond the outlines: about a street.


@dataclass(frozen=True)
class Fresh:
    """When it was last found right, in a sentence; `old` when nobody knows any more."""

    words: str
    old: bool


@dataclass(frozen=True)
class ListingLine:
    """One listing in the list of what was found, numbered like the sketch."""

    number: int
    key: UUID
    name: str
    url: str
    shape: Shape
    facts: tuple[str, ...]
    what: str
    reach: tuple[str, ...]
    phone: str
    tel: str
    fresh: Fresh


def line(hit: Hit, *, number: int, now: datetime) -> ListingLine:
    return ListingLine(
        number=number,
        key=hit.service.pk,
        name=hit.service.name,
        url=reverse("service", args=[hit.service.pk]),
        shape=shape_of(hit),
        facts=tuple(filter(None, (sentence(offered_by(hit)), sentence(where(hit)), when(hit, now=now)))),
        what=shortened(hit.service.description, most=160),
        reach=tuple(filter(None, (spoken(hit), contact(hit)))),
        phone=hit.phone,
        tel=tel(hit.phone),
        fresh=fresh(hit, now=now),
    )


@dataclass(frozen=True)
class PaperLine:
    """One listing as it stands on paper: what holds next week too, so nothing of what is open now."""

    name: str
    url: str
    shape: Shape
    what: str
    facts: tuple[str, ...]
    reach: tuple[str, ...]
    phone: str
    fresh: Fresh


def on_paper(hit: Hit, *, now: datetime) -> PaperLine:
    there = ", ".join(dict.fromkeys(filter(None, (hit.spot.name, hit.spot.address)))) if hit.spot else where(hit)
    often = _("Tijdelijk dicht.") if hit.service.status == Service.Status.AWAY else weekly(hit)
    return PaperLine(
        name=hit.service.name,
        url=reverse("service", args=[hit.service.pk]),
        shape=shape_of(hit),
        what=shortened(hit.service.description, most=160),
        facts=tuple(filter(None, (sentence(there), often, sentence(shortened(hit.service.fees_description, most=80))))),
        reach=tuple(filter(None, (spoken(hit), contact(hit)))),
        phone=hit.phone,
        fresh=fresh(hit, now=now),
    )


def weekly(hit: Hit) -> str:
    """When it is each week, and what the listing says of it; once, when those words name the times themselves."""
    said: dict[str, list[str]] = {}
    for one in hit.hours:
        if one.opens and one.closes and one.byday.replace(",", "").isalpha() and not one.closed:
            times = {"opens": say_clock(one.opens).split(" ")[0], "closes": say_end(one.closes)}
            days = said.setdefault(_("%(opens)s tot %(closes)s") % times, [])
            days += [str(WEEKDAYS[nth]) for nth, code in enumerate(WEEK) if code in one.byday.split(",")]
    told = "" if re.search(r"\d", hit.when) else ", ".join(f"{listed(days)} {times}" for times, days in said.items())
    return " ".join(filter(None, (sentence(told), sentence(hit.when))))


def shape_of(hit: Hit) -> Shape:
    """Round when neighbours and volunteers do it, square when it is somebody's work; neither when nobody said."""
    said = {code.removeprefix("by_whom:") for code in hit.codes if code.startswith("by_whom:")}
    if said in ({"formal"}, {"informal"}):
        return said.pop()
    if hit.service.group:
        return "formal" if hit.service.group.formal else "informal"
    return "unknown"


def offered_by(hit: Hit) -> str:
    """Who does it, unless that is called the same."""
    name = hit.service.organization.name if hit.service.organization else ""
    return "" if name == hit.service.name else name


def where(hit: Hit) -> str:
    """The nearest place and how far that is; without a place how one comes in."""
    if not hit.spot:
        return listed([_lower(way) for way in hit.terms.get("way_in", ())])
    far = how_far(hit.spot.distance) if hit.spot.distance is not None else hit.spot.neighbourhood or hit.spot.address
    more = len(hit.spots) - 1
    also = ngettext("en op nog %(count)s plek", "en op nog %(count)s plekken", more) % {"count": more} if more else ""
    return ", ".join(dict.fromkeys(filter(None, (hit.spot.name or hit.spot.address, far, also))))


def when(hit: Hit, *, now: datetime) -> str:
    """Open now and until when, or when again; else the hours as the listing says them."""
    if hit.service.status == Service.Status.AWAY:
        return _("Tijdelijk dicht.")
    return how_doors_are(hit.doors, now=now) or sentence(hit.when)


def how_doors_are(doors: Doors, *, now: datetime) -> str:
    """Open now and until when, or when again; empty when nobody told any times."""
    if doors.open and doors.closes:
        if doors.opens and (doors.opens - doors.closes).total_seconds() <= ROUND_THE_CLOCK:
            return _("Nu open.")
        return _("Nu open, tot %(clock)s.") % {"clock": say_end(doors.closes)}
    if doors.known and doors.opens:
        return _("Open %(day)s vanaf %(clock)s.") % {
            "day": say_day(doors.opens, now=now),
            "clock": say_clock(doors.opens),
        }
    return ""


def spoken(hit: Hit) -> str:
    names = [language(code) for code in hit.languages]
    return _("In het %(languages)s.") % {"languages": listed(names)} if names else ""


def language(code: str) -> str:
    """A language by its Dutch name, with a capital as Dutch writes it."""
    name = tongue(code)
    return name if name != code else opening(name_of(code))


def contact(hit: Hit) -> str:
    who = named(hit.contact.get("name", ""), title=hit.contact.get("title", ""))
    return _("Vraag naar: %(who)s.") % {"who": who} if who else ""


def named(name: str, *, title: str) -> str:
    """Wil (kookploeg); sociaal raadsvrouw."""
    role = _lower(title)
    return f"{name} ({role})" if name and role else name or role


def fresh(hit: Hit, *, now: datetime) -> Fresh:
    """How sure it is; what tells most against it first, because that is what one wants to know before going there."""
    sure = hit.sure
    if sure.out_of_reach:
        return Fresh(out_of_reach(sure, now=now), old=True)
    if sure.denied:
        return Fresh(_("Iemand kreeg hier geen gehoor. Bel of mail eerst even."), old=True)
    if sure.visitor and (sure.kept_by_a_visitor or sure.confirmed is None):
        words = _("%(when)s zei een bezoeker dat dit klopt.") % {"when": opening(ago(sure.visitor, now=now))}
        return Fresh(words, old=sure.confirmed is None)
    if sure.confirmed is None:
        return Fresh(unasked(hit.service), old=True)
    if sure.stale:
        silent = months(sure.confirmed, local_day(now))
        said = ngettext(
            "%(count)s maand niet bevestigd. Weet jij of dit nog bestaat?",
            "%(count)s maanden niet bevestigd. Weet jij of dit nog bestaat?",
            silent,
        )
        return Fresh(said % {"count": silent}, old=True)
    return Fresh(_("%(when)s bevestigd.") % {"when": opening(ago(sure.confirmed, now=now))}, old=False)


def unasked(service: Service) -> str:
    """Nobody said yet that it is right; of what comes from a list, on which day the list last changed it here."""
    if service.changed_at and origin_of(service.came_from).is_list:
        said = _("Uit een lijst, hier veranderd op %(day)s. Nog niet nagevraagd. Bel of mail eerst even.")
        return said % {"day": say_date(local_day(service.changed_at), year=True)}
    return _("Nog niet bevestigd. Bel of mail eerst even.")


def out_of_reach(sure: Sureness, *, now: datetime) -> str:
    times = {"times": opening(number(sure.missed))}
    if sure.confirmed is None:
        return _("%(times)s keer niet bereikt. Bel of mail eerst even.") % times
    since = times | {"day": say_day(sure.confirmed, now=now)}
    return _("%(times)s keer niet bereikt sinds %(day)s. Bel of mail eerst even.") % since


def ago(day: date, *, now: datetime) -> str:
    """vandaag, gisteren, 3 dagen geleden; longer ago the day itself."""
    gone = -days_from(day, now=now)
    if gone < 2:
        return say_day(day, now=now) if gone >= 0 else _("vandaag")
    if gone < FRESH_DAYS:
        return _("%(count)s dagen geleden") % {"count": gone}
    return _("op %(day)s") % {"day": say_day(day, now=now)}


def months(since: date, until: date) -> int:
    """Whole months between two days."""
    return (until.year - since.year) * 12 + until.month - since.month - (1 if until.day < since.day else 0)


def sentence(said: str) -> str:
    """With a capital and a full stop, and otherwise as it was written."""
    said = " ".join(said.split())
    return f"{opening(said)}{'' if said[-1] in '.?!…' else '.'}" if said else ""


def shortened(text: str, *, most: int) -> str:
    """As many whole sentences as fit, or else as many words."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    whole = re.match(rf"(.{{1,{most}}}[.?])\s", text)
    return whole[1] if whole else f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:')}…"


def tel(number: str) -> str:
    """A number as a telephone wants it; what stands in brackets is for people."""
    return re.sub(r"[^\d+]", "", number.split("(")[0] if not number.startswith("(") else number)


def _lower(word: str) -> str:
    """Without its capital inside a sentence; WMO and Food Pantry Manager stay as they are."""
    return word[:1].lower() + word[1:] if word[1:].islower() else word


def picture(
    areas: Sequence[tuple[str, str, list]], hits: Sequence[Hit], *, here: str = "", numbered: bool = True
) -> Sketch | None:
    """The sketch: outlines by code and name, and a number for each listing that has its place among them."""
    outlines = [Outline(name, rings, here=code == here) for code, name, rings in areas if rings]
    spots = [
        Spot(str(number) if numbered else "", hit.service.name, shape_of(hit), hit.spot.longitude, hit.spot.latitude)
        for number, hit in enumerate(hits, start=1)
        if hit.spot and hit.spot.longitude is not None and hit.spot.latitude is not None
    ]
    return sketch(outlines, [spot for spot in spots if _lies_near(spot, outlines)]) if outlines else None


def _lies_near(spot: Spot, outlines: Sequence[Outline]) -> bool:
    """Somewhere else in the country would make the neighbourhood a dot."""
    points = [point for one in outlines for polygon in one.polygons for ring in polygon for point in ring]
    lengths, heights = [point[0] for point in points], [point[1] for point in points]
    return (
        min(lengths) - OFF_THE_SKETCH <= spot.longitude <= max(lengths) + OFF_THE_SKETCH
        and min(heights) - OFF_THE_SKETCH <= spot.latitude <= max(heights) + OFF_THE_SKETCH
    )


def off_the_sketch(drawing: Sketch | None, count: int) -> str:
    """Which numbers of the list are not drawn, because they have no place or lie farther off."""
    drawn = {pin.spot.number for pin in drawing.pins} if drawing else set()
    missing = [str(number) for number in range(1, count + 1) if str(number) not in drawn]
    return _("Niet op de schets: %(numbers)s.") % {"numbers": listed(missing)} if missing else ""
