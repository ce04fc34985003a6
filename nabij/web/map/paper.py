"""The social map of one neighbourhood as a list that can be printed, for who has no screen or no account."""

from io import BytesIO

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from nabij.directory.around import around
from nabij.people.models import Neighbourhood
from nabij.web.calendar.ics import addresses
from nabij.web.map import lines
from nabij.web.map.recurring import is_activity

# Metres around the middle: a neighbourhood and those beside it, a district, a whole town.
WITHIN = {Neighbourhood.Kind.BUURT: 1500, Neighbourhood.Kind.WIJK: 3000}


@require_safe
def neighbourhood_list(request: HttpRequest, code: str) -> HttpResponse:
    """What there is here, by subject, with the address of this page as a code for whoever holds the paper."""
    at = timezone.now()
    here = get_object_or_404(Neighbourhood.objects.defer("outline", "source"), code=code)
    within = WITHIN.get(Neighbourhood.Kind(here.kind))
    parts = around(here, within=within if here.latitude is not None else None, at=at)
    words = {
        "area": here,
        "parts": [(part, [lines.on_paper(hit, now=at) for hit in part.hits]) for part in parts],
        "number": sum(len(part.hits) for part in parts),
        "at": at,
        "address": address_of(here),
        "calendar": calendar_of(here) if any(is_activity(hit, at=at) for part in parts for hit in part.hits) else None,
        "me": getattr(request, "me", None),
    }
    return render(request, "map/list.html", words)


@require_safe
def neighbourhood_code(request: HttpRequest, code: str) -> HttpResponse:
    """The address of the list as a drawing that a telephone reads: black on white, whatever the colours around it."""
    here = get_object_or_404(Neighbourhood.objects.only("code"), code=code)
    drawn = BytesIO()
    segno.make_qr(address_of(here), error="m").save(
        drawn, kind="svg", scale=3, border=2, dark="#000", light="#fff", xmldecl=False
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


def address_of(here: Neighbourhood) -> str:
    return settings.NABIJ_URL + reverse("neighbourhood_list", args=[here.code])


def calendar_of(here: Neighbourhood) -> dict[str, str]:
    return addresses(f"{reverse('map_calendar')}?buurt={here.code}")
