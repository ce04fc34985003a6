"""Who is there for what in a team, and which neighbours know the way: each by their own word."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nabij.bridge.reasons import listed
from nabij.people import chosen, structuring
from nabij.people.areas import upward
from nabij.people.models import Hat, Neighbourhood, Signpost
from nabij.people.own import Unsaid
from nabij.trust.ages import years_of
from nabij.trust.structure_words import kept_places
from nabij.web.faces import Face
from nabij.web.map.lines import language
from nabij.web.me import Me, Request, for_me
from nabij.web.neighbourhood.forms import SignpostForm, TakeOffForm, area_named

GROWN = 16
page = require_http_methods(["GET", "HEAD", "POST"])


@page
def team(request: Request, code: str) -> HttpResponse:
    """Who is there for what; posting puts oneself there. Where nobody chose for it there is no such page."""
    here = area_or_404(code)
    there = chosen.chosen(here).team
    if there is None:
        raise Http404
    if there.neighbourhood_id != here.code:
        return redirect("team", there.neighbourhood_id)
    me: Me | None = getattr(request, "me", None)
    hats = chosen.hats_there(me.person, here=here, at=me.at) if me else []
    return shown(request, here, rows=chosen.team(here), hats=hats, may=bool(hats), name="team")


@page
def guides(request: Request, code: str) -> HttpResponse:
    """Neighbours who know the way; posting puts oneself there. Not for children."""
    here = area_or_404(code)
    me: Me | None = getattr(request, "me", None)
    may = bool(me and is_from_here(me, here=here) and (years_of(me.person.pk) or GROWN) >= GROWN)
    return shown(request, here, rows=chosen.guides(here), hats=[], may=may, name="guides")


def area_or_404(code: str) -> Neighbourhood:
    try:
        return chosen.area_of(code)
    except Neighbourhood.DoesNotExist as missing:
        raise Http404 from missing


def is_from_here(me: Me, *, here: Neighbourhood) -> bool:
    """Whether they live here, or in a part of it; or wear a hat there."""
    above = upward(here)
    home = me.person.neighbourhood
    if home and (home.code in above or here.code in upward(home)):
        return True
    return bool(chosen.hats_there(me.person, here=here, at=me.at))


def shown(
    request: Request, here: Neighbourhood, *, rows: list[Signpost], hats: list[Hat], may: bool, name: str
) -> HttpResponse:
    """The page of who stands here. may: whether whoever is at the screen can put themselves here."""
    me: Me | None = getattr(request, "me", None)
    if request.method == "POST" and not may:
        raise Http404
    mine = next((one for one in rows if me and one.person_id == me.person.pk and one.neighbourhood == here), None)
    form = SignpostForm(request.POST or None, person=me.person, hats=hats, now=mine) if me and may else None
    if form and me and request.method == "POST":
        form.is_bound = True
        if form.is_valid():
            structuring.stand(neighbourhood=here, by=me.person, at=me.at, **form.said)
            messages.success(request, _("Bewaard. Zo sta je er nu bij."))
            return redirect(name, here.code)
    keeps = me is not None and here.code in kept_places()
    words: dict[str, Any] = {
        "here": here,
        "lines": [line(one, here=here, me=me, keeps=keeps) for one in rows],
        "form": form,
        "mine": mine,
        "me": me,
    }
    return render(request, f"neighbourhood/{name}.html", words, status=400 if form and form.errors else 200)


def line(one: Signpost, *, here: Neighbourhood, me: Me | None, keeps: bool) -> dict[str, Any]:
    """One who stands there, as the page tells it."""
    mine = me is not None and one.person_id == me.person.pk
    return {
        "one": one,
        "face": Face(one.called, one.shape, role=one.role),
        "languages": listed([language(code) for code in one.languages]),
        "from": area_named(here, other=one.neighbourhood),
        "mine": mine,
        "off": TakeOffForm(auto_id=f"{one.pk}_%s") if keeps and not mine else None,
    }


@require_POST
@for_me
def ends(request: Request, signpost: UUID) -> HttpResponse:
    """One steps back oneself; who coordinates takes somebody off, with why."""
    me = request.me
    there = get_object_or_404(Signpost.objects.current().select_related("neighbourhood"), pk=signpost)
    name = "team" if there.kind == Signpost.Kind.TEAM else "guides"
    try:
        if there.person_id == me.person.pk:
            structuring.step_back(signpost=there, by=me.person, at=me.at)
            messages.success(request, _("Je staat er niet meer bij."))
        elif there.neighbourhood_id in kept_places():
            structuring.take_off(signpost=there, why=request.POST.get("why", "")[:200], by=me.person, at=me.at)
            messages.success(request, _("Weggehaald. Wie het schreef, leest waarom."))
        else:
            raise Http404
    except Unsaid as problem:
        messages.error(request, str(problem))
    return redirect(name, there.neighbourhood_id)
