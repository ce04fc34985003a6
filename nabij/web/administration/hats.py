"""Granted hats, the proofs that were seen for them, and what a hat needs."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.people.granting import Ungranted
from nabij.people.models import Hat, HatRule
from nabij.trust import administering, rights
from nabij.web.administration.door import for_administrators, kept
from nabij.web.administration.forms import Doing, ProofForm, RuleForm, TakeOffForm
from nabij.web.administration.people import areas, asked_for, hat_lines
from nabij.web.me import Request

AT_ONCE = 50


@require_safe
@for_administrators
def hats(request: Request) -> HttpResponse:
    """Everybody's granted hats, by name or by role."""
    return hats_page(request)


def hats_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    words, upto = request.GET.get("q", "").replace("\0", "")[:120], asked_for(request)
    found = rights.hats(today=request.me.today)
    for word in words.split():
        found = found.filter(person__name__icontains=word) | found.filter(role__icontains=word)
    if typed:
        found = found.filter(id=typed.key)
    listed = list(found[: upto + 1])
    shown = {
        "q": words,
        "hats": [hat_lines(hat, me=request.me, typed=typed) for hat in listed[:upto]],
        "further": upto + AT_ONCE if len(listed) > upto else 0,
    }
    return render(request, "administration/hats.html", shown, status=400 if typed else 200)


def hat_of(request: Request, hat: UUID) -> Hat:
    return get_object_or_404(rights.hats(today=request.me.today), id=hat)


@require_POST
@for_administrators
def proofs(request: Request, hat: UUID) -> HttpResponse:
    one, me = hat_of(request, hat), request.me
    form = ProofForm(request.POST, action=request.path, key=hat)

    def verb(_typed: dict[str, Any]) -> None:
        administering.see_proof(hat=one, shown=form.shown, by=me.person, at=me.at)

    return kept(request, form, verb, said=_("Het bewijs staat erbij."), to=where(one), page=hats_page)


@require_POST
@for_administrators
def taken_off(request: Request, hat: UUID) -> HttpResponse:
    one, me = hat_of(request, hat), request.me
    form = TakeOffForm(request.POST, action=request.path, key=hat)

    def verb(typed: dict[str, Any]) -> None:
        administering.take_off_hat(hat=one, by=me.person, at=me.at, **typed)

    return kept(request, form, verb, said=_("De pet is af, vanaf nu."), to=where(one), page=hats_page)


def where(hat: Hat) -> str:
    """The page of whoever wears it; of who has no log-in there is none."""
    there = rights.accounts().filter(person=hat.person_id).exists()
    return f"/beheer/mensen/{hat.person_id}/" if there else "/beheer/petten/"


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def rules(request: Request) -> HttpResponse:
    """What hats need; posting adds to it."""
    if request.method != "POST":
        return rules_page(request)
    form, me = RuleForm(request.POST, action=request.path, areas=areas()), request.me
    return kept(
        request,
        form,
        lambda said: administering.require_proof(by=me.person, at=me.at, **said),
        said=_("Bewaard."),
        to="administration_rules",
        page=rules_page,
    )


def rules_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    there = HatRule.objects.filter(until__isnull=True).select_related("neighbourhood").defer("neighbourhood__outline")
    words = {
        "rules": there.order_by("role", "kind", "id"),
        "rule": typed or RuleForm(action=request.path, areas=areas()),
    }
    return render(request, "administration/rules.html", words, status=400 if typed else 200)


@require_POST
@for_administrators
def rule_ends(request: Request, rule: UUID) -> HttpResponse:
    me, one = request.me, get_object_or_404(HatRule, id=rule)
    try:
        administering.stop_requiring(rule=one, today=me.today, by=me.person, at=me.at)
    except Ungranted as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Vanaf morgen is dit bewijs niet meer nodig."))
    return redirect("administration_rules")
