"""The pages of breaking the glass: for whoever is in need of it, and for the trusted third."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.bridge.around import on_duty
from nabij.stories import breaking, glassreading
from nabij.stories.glassreading import Behind, Watched
from nabij.stories.models import OwnWords
from nabij.stories.verbs import DayGone
from nabij.trust.glass import BreakGlass
from nabij.web.glass.forms import SeekForm, TellingForm, VerdictForm
from nabij.web.me import Request, for_me
from nabij.web.nearest.lines import duty_block
from nabij.web.story.lines import around, face_of, moment_line, promise_line
from nabij.web.today.help import area_of
from nabij.web.waiting import place_of

FIELDS: dict[type[ValueError], str | None] = {
    breaking.ReasonNeeded: "reason",
    breaking.NameNeeded: "name",
    breaking.TriedTooOften: None,
    breaking.YoursAlready: None,
    breaking.NoHatOfWork: None,
    breaking.NobodyTrusted: None,
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def seek(request: Request) -> HttpResponse:
    """Danger: why, whom, where. What is found opens at once; there is no list and no second step."""
    me, form = request.me, SeekForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = breaking.seek(by=me.person, hat=me.hat, at=me.at, **form.cleaned_data)
        except tuple(FIELDS) as problem:
            form.add_error(FIELDS[type(problem)], str(problem))
        else:
            if found:
                return redirect("behind_glass", found.id)
            said = _("Niet precies één verhaal gevonden met deze naam en plek. Dat je zocht, is opgeschreven.")
            form.add_error(None, said)
    may = bool(me.hat and me.hat.formal)
    words = {
        "form": form,
        "may": may,
        "third": breaking.third_for(me.hat) if may else None,
        "open": glassreading.my_open(by=me.person),
        **duty_block(on_duty(area=area_of(me), at=me.at)),
    }
    return render(request, "glass/seek.html", words, status=400 if form.errors else 200)


@require_safe
@for_me
def behind(request: Request, glass: UUID) -> HttpResponse:
    """What is written around somebody, for reading alone, until it ends; each time it is opened is logged."""
    me = request.me
    try:
        seen = glassreading.read_behind(glass_id=glass, by=me.person, hat=me.hat, at=me.at)
    except BreakGlass.DoesNotExist as missing:
        raise Http404 from missing
    about = [seen.glass.person_id]
    words = {
        "seen": seen,
        "glass": seen.glass,
        "readers": [
            (face_of(one.person, hat=one.hat, about=[one.person_id] if one.as_resident else []), one)
            for one in seen.readers
        ],
        "own": [glass_words(one, seen=seen) for one in seen.words],
        "others": [glass_words(one, seen=seen) for one in seen.others],
        "moments": [moment_line(one, about=about) for one in seen.moments],
        "promises": [promise_line(one, about=about, me=me.person, now=me.at) for one in seen.promises],
        "around": [around(one) for one in seen.ties],
    }
    return render(request, "glass/behind.html", words)


def glass_words(one: OwnWords, *, seen: Behind) -> dict[str, object]:
    """Own words with whose they are, who wrote them down, and in which circle, where there are more of those."""
    told, writer = {"name": one.person.called}, one.noted_by.called
    said = _("%(name)s vertelde het, %(writer)s schreef het op") % {**told, "writer": writer}
    if one.noted_by_id == one.person_id:
        said = _("%(name)s zelf") % told
    return {"it": one, "said": said, "circle": seen.circles[one.circle_id] if len(seen.circles) > 1 else ""}


@require_safe
@for_me
def watch(request: Request) -> HttpResponse:
    """Every time the glass was broken in my neighbourhood, and every attempt, for whom is trusted with it."""
    me = request.me
    rows = glassreading.watched(by=me.person)
    words = {"rows": [(one, one.asks(me.at)) for one in rows], "missed": glassreading.missed(by=me.person)}
    return render(request, "glass/watch.html", words)


def find(request: Request, glass: UUID) -> Watched:
    there = get_object_or_404(BreakGlass.objects.watched_by(request.me.person.id), id=glass)
    return next(one for one in glassreading.watched(by=request.me.person) if one.glass == there)


def shown(request: Request, one: Watched, **said: forms.Form) -> HttpResponse:
    words: dict[str, Any] = {
        "one": one,
        "glass": one.glass,
        "is_open": one.glass.is_open(at=request.me.at),
        "telling_form": said.get("telling") or TellingForm(auto_id="kring-%s"),
        "verdict_form": said.get("verdict") or VerdictForm(auto_id="oordeel-%s"),
    }
    return render(request, "glass/watched.html", words, status=400 if said else 200)


@require_safe
@for_me
def watched(request: Request, glass: UUID) -> HttpResponse:
    """One of them: who, why, how often it was read; whether the circle hears, and the verdict."""
    return shown(request, find(request, glass))


@require_safe
@for_me
def told(request: Request, glass: UUID) -> HttpResponse:
    """The story that was read in danger, where the circle reads of it: the way there from a mail that names nobody."""
    heard = next((one for one in glassreading.told_to(by=request.me.person) if one.glass.id == glass), None)
    if heard is None:
        raise Http404
    return redirect(place_of(heard))


@require_POST
@for_me
def telling(request: Request, glass: UUID) -> HttpResponse:
    """The circle hears of it, or not yet."""
    me, one, form = request.me, find(request, glass), TellingForm(request.POST, auto_id="kring-%s")
    if form.is_valid():
        try:
            breaking.tell_circle(glass=one.glass, by=me.person, at=me.at, **form.cleaned_data)
        except breaking.WhyNotYet as problem:
            form.add_error("why", str(problem))
        except DayGone as problem:
            form.add_error("again", str(problem))
        else:
            told = form.cleaned_data["told"]
            messages.success(request, _("De kring hoort het nu.") if told else _("Bewaard. We vragen het je weer."))
            return redirect("watched_glass", glass)
    return shown(request, one, telling=form)


@require_POST
@for_me
def verdict(request: Request, glass: UUID) -> HttpResponse:
    """What the trusted third thinks of it."""
    me, one, form = request.me, find(request, glass), VerdictForm(request.POST, auto_id="oordeel-%s")
    if one.review:
        return redirect("watched_glass", glass)
    if form.is_valid():
        try:
            breaking.judge(glass=one.glass, by=me.person, at=me.at, **form.cleaned_data)
        except breaking.WordsNeeded as problem:
            form.add_error("words", str(problem))
        else:
            messages.success(request, _("Bewaard. Je oordeel staat erbij."))
            return redirect("watched_glass", glass)
    return shown(request, one, verdict=form)
