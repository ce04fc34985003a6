"""The page of who looked at what is about me."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from nabij.trust.reading import Line, looks_at
from nabij.web.me import Request, for_me

NOT_A_DAY = {"invalid": _("Deze dag bestaat niet. Schrijf hem zo: 3-12-2026.")}


class PeriodForm(forms.Form):
    """From which day until which; both may stay empty."""

    van = forms.DateField(label=_("Vanaf"), required=False, error_messages=NOT_A_DAY)
    tot = forms.DateField(label=_("Tot en met"), required=False, error_messages=NOT_A_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in self.fields.values():
            one.widget = forms.DateInput(attrs={"type": "date", "silent": True}, format="%Y-%m-%d")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("van") and said.get("tot") and said["van"] > said["tot"]:
            self.add_error("tot", _("Deze dag ligt voor de eerste. Kies een latere dag."))
        return said


@dataclass(frozen=True)
class Day:
    """All that was looked at on one day."""

    day: date
    lines: list[Line]


@require_safe
@for_me
def looks(request: Request) -> HttpResponse:
    """Who looked at what is about me: who, in which hat, when, for what; the same on one day stands once."""
    form = PeriodForm(request.GET or None)
    period = form.cleaned_data if form.is_valid() else {}
    found = looks_at(person=request.me.person, since=period.get("van"), upto=period.get("tot"))
    words = {
        "form": form,
        "days": list(days_of(found.lines)),
        "chosen": any(period.values()),
        "older": older(period.get("van"), found.older),
    }
    return render(request, "people/looks.html", words, status=400 if form.errors else 200)


def days_of(lines: list[Line]) -> Iterator[Day]:
    for day, theirs in groupby(lines, key=lambda line: line.day):
        yield Day(day, list(theirs))


def older(since: date | None, upto: date | None) -> str:
    """The address of what is further back; nothing when there is no more."""
    if upto is None:
        return ""
    return "?" + urlencode(({"van": since.isoformat()} if since else {}) | {"tot": upto.isoformat()})
