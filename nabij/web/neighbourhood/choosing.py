"""How much structure a neighbourhood has: chosen by who coordinates there, and off until then."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nabij.people import structuring
from nabij.people.chosen import chosen, kept_places
from nabij.people.granting import Ungranted, open_place
from nabij.people.models import Neighbourhood, Place, PlaceHours, Structure
from nabij.people.own import Unsaid
from nabij.people.structure import open_places
from nabij.web.days import WEEKDAYS
from nabij.web.me import Request, for_me
from nabij.web.neighbourhood.forms import PlaceForm, PlaceHoursForm, StructureForm

View = Callable[..., HttpResponse]
page = require_http_methods(["GET", "HEAD", "POST"])


def for_who_keeps(view: View) -> View:
    """A page of a neighbourhood for who coordinates there; for others it is not there."""

    @wraps(view)
    @for_me
    def shown(request: Request, *, code: str, **rest: Any) -> HttpResponse:
        here = Neighbourhood.objects.defer("outline").filter(code=code, code__in=kept_places()).first()
        if here is None:
            raise Http404
        return view(request, here=here, **rest)

    return shown


def for_who_keeps_it(view: View) -> View:
    """A page of a place that is open, for who coordinates where it is."""

    @wraps(view)
    @for_me
    def shown(request: Request, *, place: UUID, **rest: Any) -> HttpResponse:
        kept = Place.objects.filter(neighbourhood__in=kept_places(), until__isnull=True)
        there = kept.select_related("neighbourhood").defer("neighbourhood__outline").filter(pk=place).first()
        if there is None:
            raise Http404
        return view(request, place=there, **rest)

    return shown


@page
@for_who_keeps
def structure(request: Request, here: Neighbourhood) -> HttpResponse:
    """What was chosen here; posting chooses anew."""
    now = Structure.objects.standing().filter(neighbourhood=here).first()
    form = StructureForm(request.POST or None, now=now)
    form.is_bound = request.method == "POST"
    if form.is_bound and form.is_valid():
        structuring.choose(neighbourhood=here, at=request.me.at, **form.cleaned_data)
        messages.success(request, _("Bewaard."))
        return redirect("structure", here.code)
    return chosen_page(request, here, form=form, place=PlaceForm())


@page
@for_who_keeps
def new_place(request: Request, here: Neighbourhood) -> HttpResponse:
    """A new place to meet; then when it is open."""
    if request.method != "POST":
        return redirect("structure", here.code)
    form, now = PlaceForm(request.POST), Structure.objects.standing().filter(neighbourhood=here).first()
    if form.is_valid():
        try:
            made = open_place(neighbourhood=here, **form.said)
        except Ungranted as problem:
            form.add_error("name", str(problem))
        else:
            messages.success(request, _("De plek is er. Zet er nog bij wanneer hij open is."))
            return redirect("place", made.pk)
    return chosen_page(request, here, form=StructureForm(now=now), place=form)


def chosen_page(request: Request, here: Neighbourhood, *, form: StructureForm, place: PlaceForm) -> HttpResponse:
    codes = [here.code, *Neighbourhood.objects.filter(parent=here).values_list("code", flat=True)]
    words = {
        "here": here,
        "form": form,
        "place": place,
        "places": open_places(codes),
        "wider": chosen(here.parent) if here.parent else None,
    }
    return render(request, "neighbourhood/structure.html", words, status=400 if form.errors or place.errors else 200)


@page
@for_who_keeps_it
def place(request: Request, place: Place) -> HttpResponse:
    """What a place is and when it is open; posting says anew what it is."""
    form = PlaceForm(request.POST or None, now=place)
    form.is_bound = request.method == "POST"
    if form.is_bound and form.is_valid():
        try:
            structuring.change_place(place=place, **form.said)
        except Ungranted as problem:
            form.add_error("name", str(problem))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("place", place.pk)
    return place_page(request, place, form=form, hours=PlaceHoursForm(place=place.pk))


def place_page(request: Request, place: Place, *, form: PlaceForm, hours: PlaceHoursForm) -> HttpResponse:
    times = PlaceHours.objects.filter(place=place).order_by("weekday", "opens")
    words = {
        "place": place,
        "form": form,
        "hours": hours,
        "times": [(WEEKDAYS[one.weekday], one) for one in times],
    }
    return render(request, "neighbourhood/place.html", words, status=400 if form.errors or hours.errors else 200)


@page
@for_who_keeps_it
def hours(request: Request, place: Place) -> HttpResponse:
    """One more time at which it is open."""
    if request.method != "POST":
        return redirect("place", place.pk)
    form = PlaceHoursForm(request.POST, place=place.pk)
    if form.is_valid():
        try:
            structuring.keep_open(place=place, **form.cleaned_data)
        except Unsaid as problem:
            form.add_error(problem.field, str(problem))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("place", place.pk)
    return place_page(request, place, form=PlaceForm(now=place), hours=form)


@require_POST
@for_who_keeps_it
def hours_end(request: Request, place: Place, thing: UUID) -> HttpResponse:
    """It is not open then any more."""
    PlaceHours.objects.filter(place=place, pk=thing).delete()
    messages.success(request, _("Weggehaald."))
    return redirect("place", place.pk)


@require_POST
@for_who_keeps_it
def place_ends(request: Request, place: Place) -> HttpResponse:
    """It is no place to go to any more."""
    structuring.close_place(place=place, at=request.me.at)
    messages.success(request, _("“%(name)s” staat niet meer bij de plekken.") % {"name": place.name})
    return redirect("structure", place.neighbourhood_id)
