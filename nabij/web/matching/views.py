"""The short list of an ask, and what is said against a reason on it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.bridge.asks import Asker
from nabij.bridge.candidates import Matched, match
from nabij.bridge.contradictions import RATHER_NOT, Contradiction
from nabij.bridge.correcting import contradict, corrected_by_me, take_back
from nabij.bridge.fit import Candidate
from nabij.bridge.offers import Offer
from nabij.web.faces import Face
from nabij.web.matching.forms import ContradictionForm
from nabij.web.me import Request, for_me


@dataclass(frozen=True)
class Line:
    """Somebody on the list as the screen shows them, with the form to say what is not so."""

    candidate: Candidate
    face: Face
    form: ContradictionForm
    first: bool


def found(request: Request, ask: UUID) -> Matched:
    me = request.me
    try:
        return match(ask_id=ask, by=me.person, hat=me.hat, at=me.at)
    except Asker.DoesNotExist as missing:
        raise Http404 from missing


@require_safe
@for_me
def who_fits(request: Request, ask: UUID) -> HttpResponse:
    """Who could be asked, and why; who may not know who asks does not find this page."""
    return shown(request, found(request, ask))


def shown(request: Request, matched: Matched, *, posted: Any = None) -> HttpResponse:
    correct = corrected_by_me(one.offer for one in matched.found.candidates)
    lines = [
        line(one, may_correct=one.offer in correct, posted=posted, first=place == 0)
        for place, one in enumerate(matched.found.candidates)
    ]
    words = {"matched": matched, "ask": matched.ask, "found": matched.found, "lines": lines}
    return render(request, "matching/who.html", words, status=400 if posted else 200)


def line(one: Candidate, *, may_correct: bool, posted: Any, first: bool) -> Line:
    mine = posted if posted and posted.get("offer") == str(one.offer) else None
    form = ContradictionForm(mine, candidate=one, may_correct=may_correct)
    return Line(candidate=one, face=Face(one.name, shape="informal"), form=form, first=first)


@require_POST
@for_me
def contradiction(request: Request, ask: UUID) -> HttpResponse:
    """Says that a reason is not so, or rather somebody else: for this ask, or for all."""
    me, matched = request.me, found(request, ask)
    twice = (request.POST.get("offer"), request.POST.get("ground"))
    if twice in {(str(one.offer_id), one.ground) for one in matched.said}:
        return redirect("who_fits", ask)
    there = [one for one in matched.found.candidates if str(one.offer) == request.POST.get("offer")]
    if not there:
        raise Http404
    offer = get_object_or_404(Offer, id=there[0].offer)
    form = ContradictionForm(request.POST, candidate=there[0], may_correct=bool(corrected_by_me([offer.id])))
    if not form.is_valid():
        return shown(request, matched, posted=request.POST)
    said = form.cleaned_data
    contradict(
        offer=offer,
        ground=said["ground"],
        ask=None if said.get("for_all") and said["ground"] != RATHER_NOT else matched.ask,
        reason=form.said.get(said["ground"], ""),
        words=said["words"],
        by=me.person,
        at=me.at,
    )
    messages.success(request, _("Bewaard. Het telt vanaf nu mee, en staat erbij."))
    return redirect("who_fits", ask)


@require_POST
@for_me
def taken_back(request: Request, contradiction: UUID) -> HttpResponse:
    """Takes back one's own word about a reason."""
    me = request.me
    try:
        ask = take_back(contradiction=contradiction, by=me.person, at=me.at)
    except Contradiction.DoesNotExist as missing:
        raise Http404 from missing
    messages.success(request, _("Teruggenomen. De reden telt weer mee."))
    return redirect("who_fits", ask.id) if ask else redirect("today")
