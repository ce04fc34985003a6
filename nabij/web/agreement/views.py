"""Pages that everybody reads: what a neighbourhood agreed, one version of it, and two beside each other."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nabij.bridge.agreement_reading import difference, overview, version
from nabij.bridge.agreements import Agreement
from nabij.bridge.practice import may_read_practice
from nabij.people.models import Neighbourhood
from nabij.web.agreement.lines import change_lines, key_or_none, listed, shown
from nabij.web.me import Me


@require_safe
def of_neighbourhood(request: HttpRequest, code: str) -> HttpResponse:
    """What holds here, what is proposed, and what held before."""
    me = me_of(request)
    try:
        found = overview(code=code, by=me.person if me else None)
    except Neighbourhood.DoesNotExist as missing:
        raise Http404 from missing
    beside = bool(me and found.version) and may_read_practice(code)
    return render(request, "agreement/agreement.html", listed(found) | {"me": me, "beside": beside})


@require_safe
def one_version(request: HttpRequest, agreement: UUID) -> HttpResponse:
    return page(request, agreement)


def page(request: HttpRequest, agreement: UUID, *, typed: dict[str, Any] | None = None) -> HttpResponse:
    """One version; what could not be done stands there with its reason, and with what was typed."""
    me = me_of(request)
    try:
        found = version(agreement=agreement, by=me.person if me else None)
    except Agreement.DoesNotExist as missing:
        raise Http404 from missing
    words = shown(found) | {"me": me, "typed": typed or {}}
    return render(request, "agreement/version.html", words, status=400 if typed else 200)


@require_safe
def two_versions(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """What changes from one version to another: beside each other, and in words."""
    try:
        found = difference(agreement=agreement, beside=key_or_none(request.GET.get("met", "")))
    except Agreement.DoesNotExist as missing:
        raise Http404 from missing
    words = {
        "found": found,
        "area": found.after.neighbourhood,
        "changes": change_lines(found),
        "nothing_new": all(one.same for one in found.changes) and not (found.joined or found.left),
    }
    return render(request, "agreement/difference.html", words)


def me_of(request: HttpRequest) -> Me | None:
    return getattr(request, "me", None)
