"""The pages of a story on which one writes. Each calls one verb; a mistake loses nothing that was typed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.moments import network
from nabij.stories import reading, verbs
from nabij.stories.models import OwnWords, Story
from nabij.stories.together import WrittenMeanwhile, newest_words, tell_after
from nabij.stories.writing import begin_with, called_so
from nabij.trust.models import Looked
from nabij.trust.whatfor import MayNotWrite
from nabij.web.atonce import BEGAN, AtOnce, at_once, settled
from nabij.web.me import Me, Request, for_me
from nabij.web.story.choosing import choosing
from nabij.web.story.forms import NewStory, OwnWordsForm, SayingForm, TieForm
from nabij.web.story.lines import listed

page = require_http_methods(["GET", "HEAD", "POST"])


def found(story: UUID) -> Story:
    try:
        return reading.find(story)
    except Story.DoesNotExist as missing:
        raise Http404 from missing


def seen(request: Request, story: Story, *, what: str) -> None:
    me = request.me
    reading.look_into(story=story, by=me.person, hat=me.hat, at=me.at, what=what)


def to_story(request: Request, story: Story, said: str) -> HttpResponseRedirect:
    messages.success(request, said)
    return redirect("story", story.id)


def asked(
    request: Request,
    form: forms.Form,
    *,
    story: Story | None,
    title: str,
    button: str,
    what: str = Looked.WRITING,
    template: str = "story/ask.html",
    **more: object,
) -> HttpResponse:
    """One question on one page: the same sheet for every form of a story. That it was open is written down."""
    if story:
        seen(request, story, what=what)
    up = reverse("story", args=[story.id]) if story else reverse("stories")
    unchosen = getattr(more.get("choosing"), "problem", "")
    status = 400 if form.is_bound and (form.errors or unchosen) else 409 if more.get("at_once") else 200
    words = {"form": form, "story": story, "title": title, "button": button, "back": up, **more}
    return render(request, template, words, status=status)


def allowed(form: forms.Form, act: Callable[[], object]) -> bool:
    """Writes, unless who reads there may not read it for this reason: then the form says so, with what was typed."""
    try:
        act()
    except (MayNotWrite, verbs.OnlyItself, network.InTheMiddle, network.StandsThere) as problem:
        form.add_error(None, str(problem))
        return False
    return True


@page
@for_me
def new(request: Request) -> HttpResponse:
    """Begins a story: a name and, if there are any, their own words."""
    me, form = request.me, NewStory(request.POST or None, known=called_so)
    if request.method == "POST" and form.is_valid():
        begun = begin(form, me=me)
        return to_story(request, begun, _("Het verhaal is begonnen. %(who)s") % {"who": read_by(begun, me=me)})
    others = [
        (reverse("new_household"), _("Het gaat over een huishouden")),
        (reverse("new_between"), _("Het speelt tussen twee mensen")),
    ]
    return asked(request, form, story=None, title=_("Een nieuw verhaal"), button=_("Begin"), others=others)


def begin(form: NewStory, *, me: Me) -> Story:
    """About whom was chosen among the people one knows, else about somebody new."""
    said = form.cleaned_data
    if form.person:
        return begin_with(person=form.person, words=said["words"], by=me.person, hat=me.hat, at=me.at)
    return verbs.begin_about(name=said["name"], words=said["words"], by=me.person, hat=me.hat, at=me.at)


def read_by(story: Story, *, me: Me) -> str:
    """Who reads a story that has just begun."""
    others = [one for one in reading.members_of(story.circle_id) if one.person_id != me.person.id]
    names = [one.person.first_name for one in others if reading.logs_in(one)]
    return _("%(names)s en jij lezen het nu.") % {"names": listed(names)} if names else _("Alleen jij leest het nu.")


@page
@for_me
def mine(request: Request) -> HttpResponse:
    """My own story: opens the first there is, or begins one."""
    me = request.me
    own = reading.own_story(me.person)
    if own:
        return redirect("story", own.id)
    form = OwnWordsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        begun = verbs.begin_own(by=me.person, at=me.at, **form.cleaned_data)
        return to_story(request, begun, _("Bewaard. Alleen jij leest het nu."))
    return asked(request, form, story=None, title=_("Mijn verhaal"), button=_("Begin mijn verhaal"))


@page
@for_me
def own_words(request: Request, story: UUID) -> HttpResponse:
    """The resident's own words; who else writes them down is named."""
    me, there = request.me, found(story)
    residents = reading.with_readers(there).residents
    teller = me.person if me.person in residents else residents[0]
    newest = newest_words(there)
    key = str(newest.id) if newest else ""
    began = request.POST.get(BEGAN) if request.POST else key
    # What was chosen is about what was shown; when there is something newer, one chooses again.
    form = OwnWordsForm(settled(request.POST, form=OwnWordsForm, theirs=said_in(newest) if began == key else {}))
    choice, both = choosing(request, there, teller=teller), None
    if request.method == "POST" and form.is_valid() and choice.circle:
        told = {"story": there, "circle": choice.circle, "person": teller, **form.cleaned_data}
        try:
            if allowed(form, lambda: tell_after(began=began, by=me.person, at=me.at, **told)):
                return to_story(request, there, _("Bewaard. Deze woorden staan nu bovenaan."))
        except WrittenMeanwhile as problem:
            both = beside(form, problem.theirs, me=me)
    title = _("In je eigen woorden") if me.person in residents else _("Wat %(name)s zegt") % {"name": there}
    return asked(
        request, form, story=there, title=title, button=_("Bewaar"), choosing=choice, began=began or "", at_once=both
    )


def said_in(words: OwnWords | None) -> dict[str, str]:
    return {"words": words.words, "matters": words.matters} if words else {}


def beside(form: forms.Form, theirs: OwnWords, *, me: Me) -> AtOnce:
    return at_once(form, theirs=said_in(theirs), by=theirs.noted_by, at=theirs.at, key=theirs.id, me=me.person)


@page
@for_me
def people(request: Request, story: UUID) -> HttpResponse:
    """Who stands around: draw a tie."""
    me, there = request.me, found(story)
    form, choice = TieForm(request.POST or None), choosing(request, there)
    if request.method == "POST" and form.is_valid() and choice.circle:
        owner = there.person or reading.with_readers(there).residents[0]
        drawn = {"circle": choice.circle, "owner": owner, "by": me.person, "at": me.at, **form.cleaned_data}
        if allowed(form, lambda: network.add(**drawn)):
            return to_story(request, there, _("Bewaard. %(name)s staat er nu bij.") % {"name": drawn["name"]})
    about_me = me.person in reading.with_readers(there).residents
    title = _("Wie staan er om jou heen?") if about_me else _("Wie staan er om %(name)s heen?") % {"name": there}
    return asked(request, form, story=there, title=title, button=_("Zet erbij"), choosing=choice)


@page
@for_me
def saying(request: Request, story: UUID) -> HttpResponse:
    """What somebody said about their help; it counts in this circle only."""
    me, there = request.me, found(story)
    form = SayingForm(request.POST or None, people=reading.people_around(there, me=me.person))
    choice = choosing(request, there)
    if request.method == "POST" and form.is_valid() and choice.circle:
        owner, said = there.person or reading.with_readers(there).residents[0], form.cleaned_data
        shared: dict[str, Any] = {"circle": choice.circle, "owner": owner, "about": form.person}
        shared |= {"kind": said["kind"], "words": said["words"]}
        if allowed(form, lambda: network.note_saying(by=me.person, at=me.at, **shared)):
            return to_story(request, there, _("Bewaard. Dit telt alleen in deze kring."))
    return asked(request, form, story=there, title=_("Wat is er gezegd?"), button=_("Bewaar"), choosing=choice)
