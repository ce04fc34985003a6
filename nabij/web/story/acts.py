"""The pages of a story on which one writes. Each calls one verb; a mistake loses nothing that was typed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.moments import network
from nabij.stories import reading, verbs
from nabij.stories.models import Promise, Story
from nabij.stories.writing import begin_with, called_so
from nabij.trust.models import Circle, Looked
from nabij.trust.whatfor import NotForVolunteers
from nabij.web.back import back
from nabij.web.me import Me, Request, for_me
from nabij.web.story.choosing import choosing
from nabij.web.story.forms import (
    AnswerForm,
    KeepingForm,
    NewStory,
    OwnWordsForm,
    PromiseForm,
    SayingForm,
    TieForm,
)
from nabij.web.story.lines import listed, said_of

page = require_http_methods(["GET", "HEAD", "POST"])


def found(story: UUID) -> Story:
    try:
        return reading.find(story)
    except Story.DoesNotExist as missing:
        raise Http404 from missing


def seen(request: Request, story: Story, *, what: str) -> None:
    me = request.me
    reading.note_seen(story=story, by=me.person, hat=me.hat, at=me.at, what=what)


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
    **more: object,
) -> HttpResponse:
    """One question on one page: the same sheet for every form of a story. That it was open is written down."""
    if story:
        seen(request, story, what=what)
    up = reverse("story", args=[story.id]) if story else reverse("stories")
    unchosen = getattr(more.get("choosing"), "problem", "")
    status = 400 if form.is_bound and (form.errors or unchosen) else 200
    words = {"form": form, "story": story, "title": title, "button": button, "back": up, **more}
    return render(request, "story/ask.html", words, status=status)


def allowed(form: forms.Form, act: Callable[[], object]) -> bool:
    """Writes, unless who reads there may not read it for this reason: then the form says so, with what was typed."""
    try:
        act()
    except (NotForVolunteers, verbs.OnlyItself, network.InTheMiddle, network.StandsThere) as problem:
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
    residents = reading.residents_of(there)
    teller = me.person if me.person in residents else residents[0]
    form, choice = OwnWordsForm(request.POST or None), choosing(request, there, teller=teller)
    if request.method == "POST" and form.is_valid() and choice.circle:
        told = {"story": there, "circle": choice.circle, "person": teller, **form.cleaned_data}
        if allowed(form, lambda: verbs.tell(by=me.person, at=me.at, **told)):
            return to_story(request, there, _("Bewaard. Deze woorden staan nu bovenaan."))
    title = _("In je eigen woorden") if me.person in residents else _("Wat %(name)s zegt") % {"name": there}
    return asked(request, form, story=there, title=title, button=_("Bewaar"), choosing=choice)


@page
@for_me
def new_promise(request: Request, story: UUID) -> HttpResponse:
    """Promises something oneself, or asks somebody around."""
    me, there = request.me, found(story)
    form = PromiseForm(request.POST or None, people=reading.people_around(there, me=me.person), me=me.person)
    choice = choosing(request, there)
    if request.method == "POST" and form.is_valid() and choice.circle:
        try:
            said = agree(request, there, form, circle=choice.circle)
        except NotForVolunteers as problem:
            form.add_error(None, str(problem))
        except (verbs.NothingAsked, verbs.DayGone) as problem:
            form.add_error("day" if isinstance(problem, verbs.DayGone) else "what", str(problem))
        else:
            return to_story(request, there, said)
    return asked(request, form, story=there, title=_("Een afspraak"), button=_("Bewaar"), choosing=choice)


def agree(request: Request, story: Story, form: PromiseForm, *, circle: Circle) -> str:
    """Puts the promise; returns what happens next, in a sentence."""
    me, said = request.me, form.cleaned_data
    shared = {
        "circle": circle,
        "what": said["what"],
        "by": me.person,
        "at": me.at,
        "story": story,
        "day": said["day"],
    }
    if form.person == me.person:
        verbs.promise(**shared, hat=me.hat)
        return _("Bewaard. Het staat ook bij Vandaag.")
    if said["said_yes"]:
        verbs.note_agreed(who=form.person, **shared)
        return _("Bewaard. %(name)s doet het.") % {"name": form.person.first_name}
    verbs.ask(who=form.person, **shared)
    return _("De vraag is gesteld. Je hoort wat %(name)s antwoordt.") % {"name": form.person.first_name}


@page
@for_me
def promise(request: Request, promise: UUID) -> HttpResponse:
    """One promise: answer it, or say how it went."""
    me = request.me
    there = get_object_or_404(Promise.objects.within(me.person.id).at_hand().select_related("story"), id=promise)
    story = there.story if there.story_id and _may_read(there) else None
    if there.is_over:
        if story:
            seen(request, story, what=Looked.PROMISE)
        over = {"promise": there, "story": story, "title": title_of(there), "said": said_of(there)}
        return render(request, "story/over.html", over)
    form = (KeepingForm if there.state == "accepted" else AnswerForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            settle(there, form, me=me)
        except (verbs.DayNeeded, verbs.DayGone) as problem:
            form.add_error("day", str(problem))
        except verbs.AnsweredAlready as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("story", story.id) if story else redirect("home")
    return asked(
        request, form, story=story, title=title_of(there), button=_("Bewaar"), what=Looked.PROMISE, promise=there
    )


def title_of(promise: Promise) -> str:
    return f"{promise.who.first_name}: {promise.what}"


def _may_read(promise: Promise) -> bool:
    return Story.objects.filter(promises=promise).exists()


def settle(promise: Promise, form: forms.Form, *, me: Me) -> None:
    said = form.cleaned_data
    if isinstance(form, KeepingForm):
        verbs.keep(promise=promise, kept=said["kept"] == "yes", why=said["why"], by=me.person, at=me.at)
        return
    noted_by = None if promise.who_id == me.person.id else me.person
    verbs.answer(promise=promise, by=promise.who, noted_by=noted_by, at=me.at, **said)


@require_http_methods(["POST"])
@for_me
def other_day(request: Request, promise: UUID) -> HttpResponse:
    """The day that was proposed instead is good; whoever asked says so."""
    me = request.me
    there = get_object_or_404(Promise.objects.at_hand().filter(asked_by=me.person), id=promise)
    if there.state == "other_day":
        verbs.take_other_day(promise=there, by=me.person, at=me.at)
        messages.success(request, _("Afgesproken."))
    return redirect("story", there.story_id) if there.story_id and _may_read(there) else redirect("home")


@require_http_methods(["POST"])
@for_me
def keeping(request: Request, promise: UUID) -> HttpResponse:
    """Kept, in one tap."""
    me, there = request.me, get_object_or_404(Promise.objects.at_hand(), id=promise)
    if there.state == "accepted":
        verbs.keep(promise=there, kept=True, by=me.person, at=me.at)
        messages.success(request, _("Gedaan."))
    return redirect(back(request))


@page
@for_me
def people(request: Request, story: UUID) -> HttpResponse:
    """Who stands around: draw a tie."""
    me, there = request.me, found(story)
    form, choice = TieForm(request.POST or None), choosing(request, there)
    if request.method == "POST" and form.is_valid() and choice.circle:
        owner = there.person or reading.residents_of(there)[0]
        drawn = {"circle": choice.circle, "owner": owner, "by": me.person, "at": me.at, **form.cleaned_data}
        if allowed(form, lambda: network.add(**drawn)):
            return to_story(request, there, _("Bewaard. %(name)s staat er nu bij.") % {"name": drawn["name"]})
    about_me = me.person in reading.residents_of(there)
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
        owner, said = there.person or reading.residents_of(there)[0], form.cleaned_data
        shared: dict[str, Any] = {"circle": choice.circle, "owner": owner, "about": form.person}
        shared |= {"kind": said["kind"], "words": said["words"]}
        if allowed(form, lambda: network.note_saying(by=me.person, at=me.at, **shared)):
            return to_story(request, there, _("Bewaard. Dit telt alleen in deze kring."))
    return asked(request, form, story=there, title=_("Wat is er gezegd?"), button=_("Bewaar"), choosing=choice)
