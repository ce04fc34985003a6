"""The page of a neighbourhood: its outline, its places, and who is there."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from nabij.directory.hours import WEEK, Hours, doors
from nabij.people import reading
from nabij.people.chosen import kept_places
from nabij.people.models import Hat, Neighbourhood, Place
from nabij.web.days import WEEKDAYS
from nabij.web.faces import Face
from nabij.web.map.lines import how_doors_are
from nabij.web.me import Me, Request
from nabij.web.sketch import Outline, Spot, sketch
from nabij.web.story.lines import role_of


@require_safe
def my_neighbourhood(request: Request) -> HttpResponse:
    """On to the neighbourhood I live or work in."""
    me = getattr(request, "me", None)
    if me:
        code = reading.home_of(me.person, worn=me.hat)
    else:
        top = Neighbourhood.objects.filter(kind=Neighbourhood.Kind.GEMEENTE).order_by("name").first()
        code = top.code if top else None
    return redirect("neighbourhood", code) if code else render(request, "neighbourhood/none.html")


@require_safe
def neighbourhood(request: Request, code: str) -> HttpResponse:
    """A neighbourhood: its outline, places, groups, and who wears an open hat there."""
    at = timezone.now()
    me: Me | None = getattr(request, "me", None)
    try:
        area = reading.area(code=code, at=at)
    except Neighbourhood.DoesNotExist as missing:
        raise Http404 from missing
    drawn = area.parts or area.around or [area.here]
    outlines = [
        Outline(one.name, one.outline, url=f"/buurt/{one.code}/", here=one.code == area.here.code) for one in drawn
    ]
    spots = [
        Spot(str(number), place.name, "unknown", place.longitude, place.latitude)
        for number, place in enumerate(area.places, start=1)
        if place.longitude is not None and place.latitude is not None
    ]
    words = {
        "area": area,
        "drawing": sketch(outlines, spots),
        "parts": drawn,
        "people": faces_of(area.hats),
        "groups": [(one, Face(one.name, "formal" if one.formal else "informal")) for one in area.groups],
        "places": [(place, *open_when(place, at=at)) for place in area.places],
        "keeps": me is not None and me.formal and code in kept_places(),
        "me": me,
    }
    return render(request, "neighbourhood/neighbourhood.html", words)


def open_when(place: Place, *, at: datetime) -> tuple[str, list[str]]:
    """Whether it is open now, and its hours by day; both empty when nobody said."""
    times = sorted(place.open_hours.all(), key=lambda one: (one.weekday, one.opens))
    hours = [Hours(one.opens, one.closes, byday=WEEK[one.weekday]) for one in times]
    lines = [f"{WEEKDAYS[one.weekday]} {one}" for one in times]
    return how_doors_are(doors(hours, at=at), now=at), lines


def faces_of(hats: list[Hat]) -> list[tuple[Face, UUID]]:
    """One face a person, in the shape of their first hat, with all they do here."""
    found: dict[UUID, list[Hat]] = {}
    for hat in hats:
        found.setdefault(hat.person_id, []).append(hat)
    return [
        (
            Face(worn[0].person.called, worn[0].shape, role=", ".join(dict.fromkeys(role_of(hat) for hat in worn))),
            person,
        )
        for person, worn in found.items()
    ]
