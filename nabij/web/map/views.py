"""The pages of the social map. Everybody may read them, without an account."""

import re
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nabij.bridge.reasons import listed
from nabij.directory import reading
from nabij.directory.danger import in_danger
from nabij.directory.hits import Hit, Spot
from nabij.directory.initiatives import OWN
from nabij.directory.models import Service
from nabij.directory.own_rows import BY_INTRODUCTION
from nabij.directory.search import find
from nabij.people.chosen import has_guides
from nabij.people.models import Neighbourhood
from nabij.web.calendar.ics import addresses
from nabij.web.faces import Face
from nabij.web.map import confirming, lines, whole
from nabij.web.map.changes import changed
from nabij.web.map.forms import MOST_SUBJECTS, SearchForm, most
from nabij.web.map.linked import linked
from nabij.web.map.recurring import comes_back, is_activity
from nabij.web.me import Me

COORDINATOR = re.compile("co(ö|o)rdinator", re.IGNORECASE)
AT_FIRST, FURTHER, FURTHEST = 6, 12, 90
MILE = 0.014  # Degrees of latitude: about a mile; a degree of longitude is shorter here.
MILE_WIDE = 0.023


@require_safe
def social_map(request: HttpRequest) -> HttpResponse:
    """Search in one's own words; without a question what there is, by subject."""
    at = timezone.now()
    areas = list(Neighbourhood.objects.defer("outline", "source").order_by("code"))
    subjects = reading.subjects()
    form = SearchForm(request.GET, home=home_of(request), areas=areas, subjects=subjects, languages=reading.languages())
    words = {"form": form, "asked": form.is_valid() and form.asks, "me": getattr(request, "me", None)}
    words["keeps"] = keeps_lists(request)
    if words["asked"]:
        words |= found(form, at=at, upto=upto(request))
    else:
        words |= {"subjects": most(subjects), "more_subjects": len(subjects) > MOST_SUBJECTS}
    words |= danger(form.words, at=at, hits=words.get("hits", ()))
    if "hx-request" in request.headers and (words["danger"] or form.errors):
        # What stands above the question is not swapped: the browser opens the whole page, at its top.
        return HttpResponse(headers={"HX-Redirect": request.get_full_path(), "Vary": "HX-Request"})
    return render(request, "map/map.html", words, status=400 if form.errors else 200)


def keeps_lists(request: HttpRequest) -> bool:
    """Whether to show the way to the lists; who may really keep one, the rules say."""
    me: Me | None = getattr(request, "me", None)
    hats = me.hats if me else []
    return any(hat.formal and hat.neighbourhood_id and COORDINATOR.match(hat.role) for hat in hats)


def home_of(request: HttpRequest) -> str:
    """Where whoever is at the screen lives, or works."""
    me = getattr(request, "me", None)
    codes = [me.person.neighbourhood_id, *(hat.neighbourhood_id for hat in me.hats)] if me else []
    return next((code for code in codes if code), "")


def upto(request: HttpRequest) -> int:
    said = request.GET.get("tot", "")
    return min(max(int(said), AT_FIRST), FURTHEST) if said.isdecimal() and len(said) < 6 else AT_FIRST


def found(form: SearchForm, *, at: datetime, upto: int) -> dict[str, Any]:
    """What was found, as a list and as a sketch beside it with the same numbers."""
    said, near = form.cleaned_data, form.near
    hits = find(
        words=said["q"],
        at=at,
        near=near,
        kinds=[said["soort"]] if said["soort"] else [],
        languages=[said["taal"]] if said["taal"] else [],
        open_now=said["open"],
        needs=form.needs,
        limit=upto + 1,
    )
    shown = hits[:upto]
    told = [lines.line(hit, number=number, now=at) for number, hit in enumerate(shown, start=1)]
    drawing = lines.picture(outlines(near), shown, here=near.code if near else "") if shown else None
    return {
        "hits": shown,
        "near": near,
        "guides": isinstance(near, Neighbourhood) and has_guides(near),
        "subject": dict(form.fields["soort"].choices).get(said["soort"]) if said["soort"] else "",  # type: ignore[attr-defined]
        "lines": told,
        "mixed": any(one.shape == "unknown" for one in told),
        "literal": not said["q"] or any(hit.words for hit in shown),
        "further": f"{address(form, tot=upto + FURTHER)}#nummer-{upto + 1}" if len(hits) > upto < FURTHEST else "",
        "calendar": calendar_of(form) if any(is_activity(hit, at=at) for hit in hits) else None,
        "wider": wider(form) if not hits else None,
        "empty": not hits and not Service.objects.exists(),
        "drawing": drawing,
        "not_drawn": lines.off_the_sketch(drawing, len(shown)),
    }


def address(form: SearchForm, *, of: str = "map", without: str = "", **more: Any) -> str:
    """This question again, with something more or less."""
    data = form.data.copy()  # type: ignore[attr-defined]
    for name in list(data):
        if name in (without, "tot") or not data[name]:
            del data[name]
    data.update(more)
    return f"{reverse(of)}?{data.urlencode()}"


def calendar_of(form: SearchForm) -> dict[str, str]:
    """The calendar of this question, that goes on after what is open now has closed."""
    return addresses(address(form, of="map_calendar", without="open"))


def wider(form: SearchForm) -> tuple[str, str] | None:
    """One step on when nothing was found: the choice that leaves out most, undone."""
    steps = {
        "open": _("Kijk ook wat later open is"),
        "rolstoel": _("Kijk ook waar het van een rolstoel niet bekend is"),
        "gratis": _("Kijk ook wat iets kost"),
        "door": _("Zoek bij iedereen"),
        "leeftijd": _("Zoek voor alle leeftijden"),
        "taal": _("Zoek in alle talen"),
        "soort": _("Zoek bij alle onderwerpen"),
    }
    chosen = next((name for name in steps if name in form.narrowed), None)
    return (address(form, without=chosen), steps[chosen]) if chosen else None


def outlines(near: Neighbourhood | Spot | None) -> list[tuple[str, str, Any]]:
    """The neighbourhoods about a mile around a point; without one the districts of the whole map."""
    kinds = Neighbourhood.Kind
    if near is None or near.latitude is None or near.longitude is None:
        around = Neighbourhood.objects.filter(kind=kinds.WIJK)
    else:
        around = Neighbourhood.objects.filter(
            kind=kinds.BUURT,
            latitude__range=(near.latitude - MILE, near.latitude + MILE),
            longitude__range=(near.longitude - MILE_WIDE, near.longitude + MILE_WIDE),
        )
    return list(around.order_by("code").values_list("code", "name", "outline"))


def danger(words: str, *, at: datetime, hits: Any) -> dict[str, Any]:
    """Where one goes when it is not safe; it stands above everything, whatever else was chosen."""
    if not in_danger(words):
        return {"danger": False}
    best = hits[0] if hits and is_safe(hits[0]) else next(iter(find(words=words, at=at, limit=1)), None)
    safe = lines.line(best, number=0, now=at) if best and is_safe(best) else None
    return {"danger": True, "safe": safe}


def is_safe(hit: Hit) -> bool:
    return hit.leads_to_safety


@require_safe
def service(request: HttpRequest, service: UUID) -> HttpResponse:
    """One listing whole: what, for whom, where, when, how to reach it, and how sure that is."""
    at = timezone.now()
    try:
        told = reading.listing(service, at=at)
    except Service.DoesNotExist as missing:
        raise Http404 from missing
    except reading.IsDouble as double:
        return redirect("service", double.kept)
    hit = told.hit
    has_days = comes_back(hit, at=at)
    words = {
        "service": hit.service,
        "face": Face(hit.service.name, lines.shape_of(hit)),
        "told": told,
        "by": lines.offered_by(hit),
        "stopped": hit.service.status not in reading.SHOWN,
        "for_whom": " ".join(filter(None, (lines.sentence(hit.for_whom), whole.ages(hit.service)))),
        "spoken": lines.spoken(hit),
        "ways_in": listed(list(hit.terms.get("way_in", ()))),
        "subjects": hit.subjects,
        "by_neighbours": hit.service.came_from.startswith(OWN),
        "introduced": BY_INTRODUCTION[1] in hit.codes,
        "costs": whole.costs(told),
        "when": lines.when(hit, now=at),
        "hours": whole.hours_of(hit.hours, now=at),
        "calendar": addresses(reverse("service_calendar", args=[hit.service.pk])) if has_days else None,
        "places": (places := [whole.place(one, whole=told) for one in told.locations]),
        "has_door": any(one.lines for one in places),
        "drawing": lines.picture(outlines(hit.spot), [hit], numbered=False) if hit.spot else None,
        "reach": whole.ways(told),
        "contacts": whole.contacts(told),
        "fresh": whole.fresh(told, now=at),
        "how": whole.how_confirmed(told, now=at),
        "linked": linked(told, at=at) if getattr(request, "me", None) is None else None,
        **confirming.said_now(request, service=told.hit.service.pk),
        "changed": changed(told.changes),
        "me": getattr(request, "me", None),
    }
    return render(request, "map/service.html", words)
