"""Raising a dilemma: told without names, from a circle; what looks like a name is shown and confirmed one by one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.bridge.board import places_of
from nabij.stories.writing import circles
from nabij.trust.models import Circle
from nabij.web.me import Me, Request, for_me
from nabij.web.weighing.forms import RaiseForm
from nabij.weighing import raising
from nabij.weighing.naming import NamesFound
from nabij.weighing.speaking_as import NotYourHat, hats_to_speak_in

# Under which box a mistake stands.
UNDER: dict[type[ValueError], str] = {
    raising.NothingAsked: "question",
    raising.OneOption: "options",
    raising.TooManyOptions: "options",
    raising.ClosesGone: "closes",
    raising.ClosesTooLate: "closes",
    raising.NotFromHere: "circle",
    NotYourHat: "hat",
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def new(request: Request) -> HttpResponse:
    if request.method == "POST":
        return raised(request)
    return asked(request, form_of(request.me, kring=request.GET.get("kring", "")))


def form_of(me: Me, data: Any = None, *, kring: str = "") -> RaiseForm:
    mine = [(one, _("alleen ik") if one.kind == Circle.Kind.OWN else one.name) for one in circles(by=me.person)]
    areas = places_of(me.person, hats=me.hats)
    hat = str(me.hat.id) if me.hat else ""
    begun = {"initial": {"hat": hat, "circle": kring, "neighbourhood": first_area(me, areas)}}
    return RaiseForm(data, circles=mine, areas=areas, hats=hats_to_speak_in(), **begun)


def first_area(me: Me, areas: list[Any]) -> str:
    worn = me.hat.neighbourhood_id if me.hat else None
    return worn or (areas[0].code if areas else "")


def asked(request: Request, form: RaiseForm, *, hits: list[str] | None = None, status: int = 200) -> HttpResponse:
    words = {"form": form, "hits": hits or [], "confirmed": request.POST.getlist("confirmed")}
    return render(request, "weighing/new.html", words, status=status)


def raised(request: Request) -> HttpResponse:
    me, form = request.me, form_of(request.me, request.POST)
    if not form.is_valid():
        return asked(request, form, status=400)
    said = form.cleaned_data
    try:
        made = raising.raise_dilemma(
            told=form.told,
            circle=form.circles[said["circle"]],
            neighbourhood=form.areas[said["neighbourhood"]],
            closes=form.closes_at,
            by=me.person,
            at=me.at,
            hat=next((one for one in me.hats if one.id == form.worn), None),
            confirmed=frozenset(request.POST.getlist("confirmed")),
        )
    except NamesFound as problem:
        return asked(request, form, hits=problem.hits, status=400)
    except tuple(UNDER) as wrong:
        form.add_error(UNDER[type(wrong)], str(wrong))
        return asked(request, form, status=400)
    messages.success(request, _("Bewaard. Vraag nu wie meedenkt."))
    return redirect("dilemma", made.id)
