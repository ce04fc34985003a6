"""The activities of the social map as a public calendar: of one listing, of a neighbourhood, or of a question.

Everybody gets the same, as nobody: who is named without a function or department is not in it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nabij.directory import reading
from nabij.directory.around import MOST
from nabij.directory.hits import Hit, told
from nabij.directory.search import find
from nabij.people.models import Neighbourhood
from nabij.web.calendar.ics import calendar, marked, universal
from nabij.web.days import local_day, say_date
from nabij.web.map import lines
from nabij.web.map.forms import SearchForm
from nabij.web.map.paper import WITHIN
from nabij.web.map.recurring import Recurring, comes_back, is_activity

KEPT = 300  # Seconds that an answer may be kept before asking again, as open data.
BEST = 24  # Listings for words: what fits less is no answer to the question any more.
LONGEST = 400  # Signs of what a listing says of itself.


@require_safe
def of_service(request: HttpRequest, service: UUID) -> HttpResponse:
    """One listing; when it has stopped an empty calendar, so that nothing old stays in anybody's."""
    at = timezone.now()
    try:
        reading.twins_of(service)
    except reading.IsDouble as double:
        return redirect("service_calendar", double.kept)
    hits = told([service], at=at)
    if not hits:
        raise Http404
    return answer(request, hits, name=hits[0].service.name, at=at)


@require_safe
def of_question(request: HttpRequest) -> HttpResponse:
    """What is found for a question to the map, but for "open now"; of a neighbourhood what is in it or near."""
    at = timezone.now()
    areas = list(Neighbourhood.objects.defer("outline", "source").order_by("code"))
    subjects, languages = reading.subjects(), reading.languages()
    form = SearchForm(request.GET, home="", areas=areas, subjects=subjects, languages=languages)
    if not form.is_valid() or not form.asks:
        faults = [str(fault) for one in form.errors.values() for fault in one]
        return refused(" ".join(faults) or _("Kies een buurt of een onderwerp, of zeg wat je zoekt."))
    hits = [hit for hit in asked_for(form, at=at) if is_activity(hit, at=at)]
    return answer(request, hits, name=named(form), at=at)


def asked_for(form: SearchForm, *, at: datetime) -> list[Hit]:
    said, near = form.cleaned_data, form.near
    there = near if near and near.latitude is not None else None
    return find(
        words=said["q"],
        at=at,
        near=there,
        kinds=[said["soort"]] if said["soort"] else [],
        languages=[said["taal"]] if said["taal"] else [],
        within=WITHIN.get(Neighbourhood.Kind(there.kind)) if there else None,
        needs=form.needs,
        limit=BEST if said["q"] else MOST,
    )


def named(form: SearchForm) -> str:
    """Nabij: samen eten, Wheermolen-Oost."""
    said = form.cleaned_data
    chosen = [dict(form.fields[name].choices).get(said[name]) for name in ("soort", "taal") if said[name]]  # type: ignore[attr-defined]
    parts = [said["q"], *map(str, chosen), form.near.name if form.near else ""]
    return ": ".join(filter(None, (settings.NABIJ_NAME, ", ".join(filter(None, parts)))))


def refused(why: str) -> HttpResponse:
    response = HttpResponse(why, content_type="text/plain; charset=utf-8", status=400)
    response["Cache-Control"] = "no-store"
    return response


def answer(request: HttpRequest, hits: Sequence[Hit], *, name: str, at: datetime) -> HttpResponse:
    """The calendar, or nothing new when whoever asks has it already."""
    body = calendar((one for hit in hits for one in events(hit, at=at)), name=name).encode()
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response["Cache-Control"] = f"public, max-age={KEPT}"
    found = get_conditional_response(request, etag=response["ETag"], response=response) or response
    found["Access-Control-Allow-Origin"] = "*"
    found["Cross-Origin-Resource-Policy"] = "cross-origin"
    return found


def events(hit: Hit, *, at: datetime) -> Iterator[list[str]]:
    """Each of the hours of a listing; of what is closed for a while or for good there are none."""
    for one in comes_back(hit, at=at):
        yield list(event(hit, one, at=at))


def event(hit: Hit, when: Recurring, *, at: datetime) -> Iterator[str]:
    service, url = hit.service, settings.NABIJ_URL + reverse("service", args=[hit.service.pk])
    yield f"UID:{uuid5(service.pk, when.hours.key)}"
    yield f"DTSTAMP:{universal(made(hit, at=at))}"
    yield from when.lines()
    yield f"SUMMARY:{marked(service.name)}"
    yield "DESCRIPTION:" + "\\n".join(map(marked, (*sentences(hit, when), url)))
    if where := "; ".join(", ".join(filter(None, (spot.name, spot.address))) for spot in hit.spots):
        yield f"LOCATION:{marked(where)}"
    if len(hit.spots) == 1 and hit.spots[0].latitude is not None and hit.spots[0].longitude is not None:
        yield f"GEO:{hit.spots[0].latitude:.6f};{hit.spots[0].longitude:.6f}"
    if hit.subjects:
        yield f"CATEGORIES:{','.join(map(marked, dict.fromkeys(hit.subjects)))}"
    yield f"URL:{url}"
    yield f"STATUS:{'TENTATIVE' if hit.unsure or hit.confirmed is None else 'CONFIRMED'}"
    yield "CLASS:PUBLIC"
    yield "TRANSP:TRANSPARENT"


def made(hit: Hit, *, at: datetime) -> datetime:
    """When this event was last told differently: its days begin anew each week."""
    day = local_day(at)
    monday = timezone.make_aware(datetime.combine(day - timedelta(day.weekday()), datetime.min.time()))
    return max(monday, hit.service.changed_at or monday)


def sentences(hit: Hit, when: Recurring) -> list[str]:
    """What holds next week too, so nothing of today."""
    said = (
        lines.shortened(hit.service.description, most=LONGEST),
        lines.sentence(when.hours.words),
        lines.sentence(lines.offered_by(hit)),
        lines.sentence(hit.for_whom),
        lines.sentence(hit.service.fees_description),
        lines.spoken(hit),
        lines.contact(hit),
        _("Bel %(number)s.") % {"number": hit.phone} if hit.phone else "",
        how_sure(hit),
    )
    return list(filter(None, said))


def how_sure(hit: Hit) -> str:
    """When it was last found right, by its day, so that it says the same tomorrow."""
    if hit.confirmed is None:
        return lines.unasked(hit.service)
    last = _("Bevestigd op %(day)s.") % {"day": say_date(hit.confirmed, year=True)}
    return f"{last} {_('Bel of mail eerst even.')}" if hit.unsure else last
