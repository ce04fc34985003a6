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
from nabij.people.chosen import kept_places
from nabij.people.models import Neighbourhood, Signpost
from nabij.trust.ages import is_grown
from nabij.web.faces import Face
from nabij.web.map.lines import language
from nabij.web.me import Me, Request, for_me
from nabij.web.neighbourhood.forms import SignpostForm, TakeOffForm, area_named

page = require_http_methods(["GET", "HEAD", "POST"])


Wrong = tuple[UUID, TakeOffForm]


@page
def team(request: Request, code: str) -> HttpResponse:
    """Who is there for what; posting puts oneself there. Where nobody chose for it there is no such page."""
    here = area_or_404(code)
    there = chosen.chosen(here).team
    if there is None:
        raise Http404
    if there.neighbourhood_id != here.code:
        return redirect("team", there.neighbourhood_id)
    return kept(request, here, name="team")


@page
def guides(request: Request, code: str) -> HttpResponse:
    """Neighbours who know the way; posting puts oneself there. Not for children."""
    return kept(request, area_or_404(code), name="guides")


def area_or_404(code: str) -> Neighbourhood:
    try:
        return chosen.area_of(code)
    except Neighbourhood.DoesNotExist as missing:
        raise Http404 from missing


def kept(request: Request, here: Neighbourhood, *, name: str) -> HttpResponse:
    """The page; posting keeps what somebody says of themselves."""
    if request.method != "POST":
        return shown(request, here, name=name, form=form_of(request, here, name=name))
    form = form_of(request, here, name=name, typed=request.POST)
    if form is None:
        raise Http404
    if not form.is_valid():
        return shown(request, here, name=name, form=form, status=400)
    structuring.stand(neighbourhood=here, by=request.me.person, at=request.me.at, **form.said)
    messages.success(request, _("Bewaard. Zo sta je er nu bij."))
    return redirect(name, here.code)


def form_of(request: Request, here: Neighbourhood, *, name: str, typed: Any = None) -> SignpostForm | None:
    """The sheet for whoever may stand here: in a team in a hat that reaches here, as a guide who belongs here."""
    me: Me | None = getattr(request, "me", None)
    if me is None or not is_grown(me.person.pk):
        return None
    hats = chosen.hats_there(me.person, here=here, at=me.at) if name == "team" else []
    if not hats and (name == "team" or not chosen.belongs(me.person, here=here, at=me.at)):
        return None
    now = next((one for one in rows_of(here, name=name) if is_mine(one, me) and one.neighbourhood == here), None)
    return SignpostForm(typed, person=me.person, hats=hats, now=now)


def rows_of(here: Neighbourhood, *, name: str) -> list[Signpost]:
    return chosen.team(here) if name == "team" else chosen.guides(here)


def is_mine(one: Signpost, me: Me | None) -> bool:
    return me is not None and one.person_id == me.person.pk


def shown(
    request: Request,
    here: Neighbourhood,
    *,
    name: str,
    form: SignpostForm | None,
    wrong: Wrong | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of who stands here. wrong: whom somebody would take off, and what they typed."""
    me: Me | None = getattr(request, "me", None)
    places, rows = set(kept_places()) if me else set(), rows_of(here, name=name)
    words: dict[str, Any] = {
        "here": here,
        "lines": [line(one, here=here, me=me, keeps=one.neighbourhood_id in places, wrong=wrong) for one in rows],
        "form": form,
        "mine": any(is_mine(one, me) and one.neighbourhood == here for one in rows),
        "me": me,
    }
    return render(request, f"neighbourhood/{name}.html", words, status=status)


def line(one: Signpost, *, here: Neighbourhood, me: Me | None, keeps: bool, wrong: Wrong | None) -> dict[str, Any]:
    """One who stands there, as the page tells it."""
    mine, off = is_mine(one, me), TakeOffForm(auto_id=f"{one.pk}_%s")
    return {
        "one": one,
        "face": Face(one.called, one.shape, role=one.role),
        "languages": listed([language(code) for code in one.languages]),
        "from": area_named(here, other=one.neighbourhood),
        "mine": mine,
        "off": (wrong[1] if wrong and wrong[0] == one.pk else off) if keeps and not mine else None,
    }


@require_POST
@for_me
def ends(request: Request, signpost: UUID) -> HttpResponse:
    """One steps back oneself; who coordinates takes somebody off, with why."""
    me = request.me
    there = get_object_or_404(Signpost.objects.current().select_related("neighbourhood"), pk=signpost)
    name = "team" if there.kind == Signpost.Kind.TEAM else "guides"
    if is_mine(there, me):
        structuring.step_back(signpost=there, by=me.person, at=me.at)
        messages.success(request, _("Je staat er niet meer bij."))
        return redirect("my_page")
    if there.neighbourhood_id not in kept_places():
        raise Http404
    return taken_off(request, there, name=name)


def taken_off(request: Request, there: Signpost, *, name: str) -> HttpResponse:
    """By who coordinates there; without why nothing happens, and the box stands open."""
    form = TakeOffForm(request.POST, auto_id=f"{there.pk}_%s")
    if not form.is_valid():
        here = area_or_404(there.neighbourhood_id)
        sheet = form_of(request, here, name=name)
        return shown(request, here, name=name, form=sheet, wrong=(there.pk, form), status=400)
    structuring.take_off(signpost=there, why=form.cleaned_data["why"], by=request.me.person, at=request.me.at)
    messages.success(request, _("Weggehaald. Wie het schreef, leest waarom."))
    return redirect(name, there.neighbourhood_id)
