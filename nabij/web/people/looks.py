"""The page of who looked at what is about me."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from nabij.people.models import Person
from nabij.trust.models import Look
from nabij.trust.models import Request as Asked
from nabij.trust.reading import Line, looks_at
from nabij.web.days import number, opening, say_clock, say_date
from nabij.web.me import Request, for_me
from nabij.web.mine.lines import objected

NOT_A_DAY = {"invalid": gettext_lazy("Deze dag bestaat niet. Schrijf hem zo: 3-12-2026.")}


class PeriodForm(forms.Form):
    """From which day until which; both may stay empty."""

    van = forms.DateField(label=gettext_lazy("Vanaf"), required=False, error_messages=NOT_A_DAY)
    tot = forms.DateField(label=gettext_lazy("Tot en met"), required=False, error_messages=NOT_A_DAY)

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
class Visitor:
    """Somebody who looked on one day, in one hat: each thing they did in a sentence, and for what."""

    name: str
    hat: str
    did: list[str]
    purposes: list[str]
    look: UUID  # The newest, to which one may object.
    waits: Asked | None = None  # An objection to what they did that day, without an answer yet.
    again: bool = True  # Whether one may object to the newest.


@dataclass(frozen=True)
class Day:
    """All that was looked at on one day; paper too should say which day that was."""

    day: date
    title: str
    visitors: list[Visitor]


@require_safe
@for_me
def looks(request: Request) -> HttpResponse:
    """Who looked at what is about me: who, in which hat, when, for what; the same on one day stands once."""
    form = PeriodForm(request.GET or None)
    period = form.cleaned_data if form.is_valid() else {}
    found = looks_at(person=request.me.person, since=period.get("van"), upto=period.get("tot"))
    words = {
        "form": form,
        "days": list(days_of(found.lines, year=request.me.today.year, waits=waiting(request.me.person))),
        "chosen": any(period.values()),
        "older": older(period.get("van"), found.older),
    }
    return render(request, "people/looks.html", words, status=400 if form.errors else 200)


Waits = dict[tuple[date, UUID | None, str], Asked]


def waiting(person: Person) -> Waits:
    """My objections to looks that have no answer yet, by the day, by who looked and in which hat."""
    asked = {one.about_id: one for one in objected(person).values() if one.about_kind == "trust.look"}
    looks = Look.objects.filter(id__in=asked) if asked else []
    return {(localdate(one.at), one.who, one.hat_name): asked[one.id] for one in looks}


def days_of(lines: list[Line], *, year: int, waits: Waits) -> Iterator[Day]:
    for day, theirs in groupby(lines, key=lambda line: line.day):
        yield Day(day, say_date(day, year=day.year != year), visitors(list(theirs), waits=waits))


def visitors(lines: list[Line], *, waits: Waits) -> list[Visitor]:
    """The lines of one day by who looked and in which hat, whoever looked last first."""
    found: dict[tuple[UUID | None, str, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.who, line.who_name, line.hat_name), []).append(line)
    return [
        Visitor(
            name=name,
            hat=hat,
            did=[said(line) for line in theirs],
            purposes=list(dict.fromkeys(line.purpose for line in theirs if line.purpose)),
            look=theirs[0].look,
            waits=waits.get((theirs[0].day, who, hat)),
            again=all(one.about_id != theirs[0].look for one in waits.values()),
        )
        for (who, name, hat), theirs in found.items()
    ]


def said(line: Line) -> str:
    """Las je verhaal, twee keer tussen 9.05 uur en 16.10 uur. Waarom: bezoek."""
    words = {
        "did": opening(line.did),
        "times": number(line.times),
        "first": say_clock(line.first),
        "last": say_clock(line.last),
    }
    if line.times == 1:
        sentence = _("%(did)s, om %(last)s.") % words
    elif words["first"] == words["last"]:
        sentence = _("%(did)s, %(times)s keer om %(last)s.") % words
    else:
        sentence = _("%(did)s, %(times)s keer tussen %(first)s en %(last)s.") % words
    return f"{sentence} " + _("Waarom: %(why)s.") % {"why": line.why} if line.why else sentence


def older(since: date | None, upto: date | None) -> str:
    """The address of what is further back; nothing when there is no more."""
    if upto is None:
        return ""
    return "?" + urlencode(({"van": since.isoformat()} if since else {}) | {"tot": upto.isoformat()})
