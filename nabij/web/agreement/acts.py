"""What one does around an agreement: say something of it, sign it for a group, take a proposal back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.bridge import agreeing
from nabij.bridge.agreements import LONGEST, Agreement, AgreementParty, Remark
from nabij.web.agreement.lines import key_or_none
from nabij.web.agreement.views import page
from nabij.web.me import Request, for_me


@require_POST
@for_me
def remarks(request: Request, agreement: UUID) -> HttpResponse:
    """One line about a clause, or about the whole."""
    me, sent = request.me, request.POST
    there = get_object_or_404(Agreement.objects.select_related("neighbourhood"), id=agreement)
    kind, words = sent.get("about", "")[:40], sent.get("words", "").replace("\0", "")[: 2 * LONGEST]
    try:
        agreeing.remark(agreement=there, kind=kind, words=words, by=me.person, hat=me.hat, at=me.at)
    except agreeing.Unagreed as problem:
        return page(request, agreement, typed={"about": kind, "words": words, "problem": str(problem)})
    messages.success(request, _("Bewaard. De buurt kan het lezen, met je naam en pet erbij."))
    return redirect("agreement_version", agreement)


@require_POST
@for_me
def remark_ends(request: Request, remark: UUID) -> HttpResponse:
    """Whoever said something takes it away."""
    mine = get_object_or_404(Remark, id=remark, person=request.me.person)
    mine.delete()
    messages.success(request, _("Weggehaald."))
    return redirect("agreement_version", mine.agreement_id)


@require_POST
@for_me
def signatures(request: Request, agreement: UUID) -> HttpResponse:
    """Signs for one of my groups."""
    me = request.me
    named = AgreementParty.objects.select_related("group", "agreement__neighbourhood").filter(agreement=agreement)
    party = get_object_or_404(named, id=key_or_none(request.POST.get("group", "")))
    try:
        agreeing.sign(party=party, by=me.person, at=me.at)
    except agreeing.Unagreed as problem:
        return page(request, agreement, typed={"problem": str(problem)})
    holds = Agreement.objects.in_force().filter(id=agreement).exists()
    done = {"group": party.group.name}
    said = _("Getekend voor %(group)s. De afspraak geldt vanaf nu.") if holds else _("Getekend voor %(group)s.")
    messages.success(request, said % done)
    return redirect("agreement_version", agreement)


@require_POST
@for_me
def withdrawal(request: Request, agreement: UUID) -> HttpResponse:
    """Takes back a proposal that nobody signed yet."""
    me, there = request.me, get_object_or_404(Agreement, id=agreement)
    try:
        agreeing.take_back(agreement=there, by=me.person, at=me.at)
    except agreeing.Unagreed as problem:
        return page(request, agreement, typed={"problem": str(problem)})
    messages.success(request, _("Teruggenomen."))
    return redirect("agreement", there.neighbourhood_id)
