"""The first page of administration, what this installation says of itself, and what everybody reads of that."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.people.running_out import running_out
from nabij.trust import administering, rights
from nabij.trust.deeds import deed
from nabij.trust.models import Setting, Trace
from nabij.web.administration.door import for_administrators, kept
from nabij.web.administration.forms import Doing, SettingForm
from nabij.web.me import Request

LATELY = 30


@require_safe
@for_administrators
def home(request: Request) -> HttpResponse:
    """What asks for attention, and what administrators did lately."""
    me = request.me
    ends = running_out(today=me.today)
    words = {
        "looked": rights.looked(at=me.at),
        "ends": sorted(ends, key=lambda one: one.proof.hat.granted_by_id != me.person.id),
        "acts": [(one, deed(one.what)) for one in Trace.objects.order_by("-at", "-id")[:LATELY]],
    }
    return render(request, "administration/home.html", words)


@require_safe
@for_administrators
def settings(request: Request) -> HttpResponse:
    """What this installation says of itself, line by line."""
    return settings_page(request)


def settings_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    said = Setting.objects.now()
    if typed:  # What stands there now has been seen, beside what was typed.
        typed.data = {**typed.data.dict(), "began": administering.mark_of(said[typed.key])}  # type: ignore[attr-defined]
    forms = [typed if typed and typed.key == key else form(key, said[key]) for key in Setting.Key.values]
    lines = list(zip(Setting.Key.labels, said.values(), forms, strict=True))
    return render(request, "administration/settings.html", {"lines": lines}, status=400 if typed else 200)


def form(key: str, words: str, data: Any = None) -> SettingForm:
    return SettingForm(
        data,
        action=f"/beheer/instellingen/{key}/",
        key=key,
        initial={"words": words, "began": administering.mark_of(words)},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def setting(request: Request, key: str) -> HttpResponse:
    if key not in Setting.Key.values:
        raise Http404("no such setting")
    if request.method != "POST":
        return settings_page(request)
    me = request.me

    def verb(typed: dict[str, Any]) -> None:
        administering.say_setting(key=key, by=me.person, at=me.at, **typed)

    typed = form(key, "", request.POST)
    return kept(request, typed, verb, said=_("Bewaard."), to="administration_settings", page=settings_page)


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """The terms of this installation, who is responsible, and to whom one turns about one's data."""
    return render(request, "administration/terms.html", {"said": Setting.objects.now()})
