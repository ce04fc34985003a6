"""The pages on which is chosen what goes on paper, and what then lies ready to print."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from nabij.stories import paper
from nabij.stories.models import Promise, Story
from nabij.web.goings import goings
from nabij.web.me import Me, Request, for_me
from nabij.web.paper.forms import CardForm, SheetForm
from nabij.web.ringmap import ringmap
from nabij.web.story.acts import page
from nabij.web.story.lines import around, course_said, face_of, moment_line, promise_in_text


@page
@for_me
def sheet(request: Request, story: UUID) -> HttpResponse:
    """One A4 of a story: what goes on it is chosen first."""
    me = request.me
    who: dict[str, Any] = {"by": me.person, "hat": me.hat, "at": me.at}
    try:
        there = paper.before_printing(story_id=story, **who)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    form = SheetForm(request.POST if request.method == "POST" else None, there=there)
    if not form.is_valid():
        return chosen_first(request, form, story=there.story, title=_("Een blad op papier"))
    parts = form.cleaned_data["parts"]
    told = paper.put_on_sheet(there, parts=parts, of=form.of, **who)
    return render(request, "paper/sheet.html", words_of(told, parts=parts, me=me))


def chosen_first(request: Request, form: forms.Form, *, story: Story, title: str, **more: object) -> HttpResponse:
    words = {"form": form, "story": story, "title": title, **more}
    return render(request, "paper/choose.html", words, status=400 if form.errors else 200)


def words_of(told: paper.Sheet, *, parts: list[str], me: Me) -> dict[str, Any]:
    """What stands on the sheet, with the smaller circle beside what it alone reads."""
    story, residents = told.there.story, told.there.residents
    about = told.there.about
    only = told.there.only
    centre = face_of(story.person or residents[0], hat=None, about=about)
    return {
        "told": told,
        "story": story,
        "parts": parts,
        "words_only": only.get(told.words.circle_id, "") if told.words else "",
        "goings": goings(told.going, only=only),
        "rows": ringmap(centre, [around(tie) for tie in told.ties]).rows,
        "promises": [promise_in_text(one, now=me.at) for one in told.promises],
        "moments": [moment_line(one, about=about, only=only.get(one.circle_id, "")) for one in told.moments],
        "by": me.person,
    }


@page
@for_me
def card(request: Request, story: UUID) -> HttpResponse:
    """Who does what until when, in big letters, for somebody who has no telephone at hand."""
    me = request.me
    who: dict[str, Any] = {"by": me.person, "hat": me.hat, "at": me.at}
    try:
        there = paper.card_of(story_id=story, **who)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    words = {one.id: promise_in_text(one, now=me.at) for one in there.promises}
    form = CardForm(request.POST if request.method == "POST" else None, card=there, words=words)
    if not form.is_valid():
        title = _("Een kaartje met afspraken")
        return chosen_first(request, form, story=there.there.story, title=title, empty=not there.promises)
    paper.note_printed(there.there, **who)
    lines = [line_of(one, reach=reach, me=me) for one, reach in form.chosen(there)]
    return render(request, "paper/card.html", {"story": there.there.story, "lines": lines, "by": me.person})


def line_of(promise: Promise, *, reach: str | None, me: Me) -> dict[str, Any]:
    """One promise in big letters."""
    return {
        "promise": promise,
        "for_whom": promise.for_whom if promise.for_whom_id != promise.who_id else None,
        "day": promise.day_on(me.today) if not promise.is_carried else None,
        "course": course_said(promise, now=me.at),
        "reach": reach,
    }
