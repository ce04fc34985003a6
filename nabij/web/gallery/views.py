"""The gallery: pieces with people who do not exist, on a day that is always the same. Asks the database nothing."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.web.days import greeting
from nabij.web.icons import ICONS
from nabij.web.look import MAP, NEIGHBOURHOOD, STORIES, TODAY
from nabij.web.offer.forms import WeekForm
from nabij.web.ringmap import ringmap
from nabij.web.sketch import sketch

from . import bingo, sample


class Question(forms.Form):
    """A form with every kind of field, for the gallery alone."""

    line = forms.CharField(label="Wat is er gebeurd?", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    mail = forms.EmailField(label="Mailadres", help_text="Alleen om te antwoorden. Niemand anders ziet het.")
    street = forms.CharField(label="Straat", max_length=120, required=False)
    near = forms.ChoiceField(
        label="Hoe dichtbij?", choices=[("1", "Heel dichtbij"), ("2", "Dichtbij"), ("3", "Verder weg")]
    )
    when = forms.ChoiceField(
        label="Wanneer past het?", choices=[("do", "Donderdag"), ("vr", "Vrijdag")], widget=forms.RadioSelect
    )
    alone = forms.BooleanField(label="Alleen wij twee lezen dit", required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def gallery(request: HttpRequest) -> HttpResponse:
    """Its buttons can be pressed: they lead back here and change nothing."""
    if "line" in request.GET:
        messages.success(request, _("Bewaard. Riet, Fatima en Yusuf kunnen het lezen."))
    return render(request, "gallery/gallery.html", _pieces())


@require_safe
def letter(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/letter.html", {"asker": sample.MARIEKE, "answers": sample.ANSWERS})


def _pieces() -> dict[str, Any]:
    now = datetime(2026, 11, 19, 9, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    return {
        "now": now,
        "greeting": greeting(now),
        "wardrobe": sample.WARDROBE,
        "ways": (TODAY, STORIES, NEIGHBOURHOOD, MAP),
        "people": sample.PEOPLE,
        "icons": sorted(ICONS),
        "moments": sample.moments(now),
        "promises": sample.promises(now),
        "carried": sample.carried(),
        "own_promises": sample.own_promises(now),
        "rungs": sample.RUNGS,
        "call": sample.CALL,
        "duty_until": now.replace(hour=17, minute=0),
        "picture": ringmap(sample.RIET, sample.AROUND),
        "goings": sample.goings(now),
        "at_once": sample.at_once(now),
        "lonely": ringmap(sample.RIET, []),
        "drawing": sketch(sample.OUTLINES, sample.SPOTS),
        "answers": sample.ANSWERS,
        "why": sample.WHY,
        "logics": bingo.LOGICS,
        "dots": bingo.BINGO,
        "full": bingo.FULL,
        "others": bingo.OTHERS,
        "choosing": sample.CHOOSING,
        "form": Question(),
        "week": WeekForm(initial={"week": ["tue-morning", "sat-evening"]}, places=()),
        "wrong": Question({"line": "", "mail": "riet.example", "near": "1"}, auto_id="fout_%s"),
    }
