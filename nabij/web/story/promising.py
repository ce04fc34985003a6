"""The pages of a promise: made or asked, answered, how it went, another day, and handed to somebody else."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.people.models import Person
from nabij.stories import carrying, reading, turns, verbs
from nabij.stories.models import Promise, Story
from nabij.trust.models import Circle, Looked
from nabij.trust.whatfor import MayNotWrite
from nabij.web.back import back
from nabij.web.me import Me, Request, for_me
from nabij.web.story.acts import asked, found, page, seen, to_story
from nabij.web.story.choosing import choosing
from nabij.web.story.lines import course_said, moved, said_of, turn_lines
from nabij.web.story.promiseforms import OTHER_DAY, STOP, AnswerForm, HandoverForm, KeepingForm, PromiseForm

# Under which box a mistake stands; all others stand above the form.
UNDER: dict[type[ValueError], str] = {
    verbs.NothingAsked: "what",
    verbs.DayGone: "day",
    verbs.DayNeeded: "day",
    turns.FirstDayNeeded: "day",
    turns.EndsTooSoon: "until",
    turns.EndsOnce: "until",
    carrying.DoesItAlready: "who",
}
ABOVE = (MayNotWrite, verbs.AnsweredAlready, verbs.SaidAlready, carrying.NotGoing, carrying.AskedAnother)
WRONG: tuple[type[ValueError], ...] = (*UNDER, *ABOVE)


def put_under(form: forms.Form, problem: ValueError) -> None:
    field = UNDER.get(type(problem))
    form.add_error(field if field in form.fields else None, str(problem))


@page
@for_me
def new_promise(request: Request, story: UUID) -> HttpResponse:
    """Promises something oneself, or asks somebody around."""
    me, there = request.me, found(story)
    people = reading.people_around(there, me=me.person)
    form = PromiseForm(request.POST or None, people=people, me=me.person, initial={"for_whom": there.person_id})
    choice = choosing(request, there)
    if request.method == "POST" and form.is_valid() and choice.circle:
        try:
            said = agree(request, there, form, circle=choice.circle)
        except WRONG as problem:
            put_under(form, problem)
        else:
            return to_story(request, there, said)
    more: dict[str, Any] = {"title": _("Een afspraak"), "button": _("Bewaar"), "choosing": choice}
    return asked(request, form, story=there, template="story/new_promise.html", **more)


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
        "for_whom": form.beneficiary,
        "course": form.course,
    }
    if form.person == me.person:
        verbs.promise(**shared, hat=me.hat)
    elif said["said_yes"]:
        verbs.note_agreed(who=form.person, **shared)
    else:
        verbs.ask(who=form.person, **shared)
    return what_now(form.person, agreed=said["said_yes"], me=me.person)


def what_now(person: Person, *, agreed: bool, me: Person) -> str:
    if person == me:
        return _("Bewaard. Het staat ook bij Vandaag.")
    if agreed:
        return _("Bewaard. %(name)s doet het.") % {"name": person.first_name}
    return _("De vraag is gesteld. Je hoort wat %(name)s antwoordt.") % {"name": person.first_name}


@page
@for_me
def promise(request: Request, promise: UUID) -> HttpResponse:
    """One promise: answer it, or say how it went."""
    me = request.me
    there = get_object_or_404(Promise.objects.within(me.person.id).at_hand().select_related("story"), id=promise)
    story = there.story if there.story_id and _may_read(there) else None
    if there.is_over:
        return over(request, there, story=story)
    form = form_for(request, there)
    if request.method == "POST" and form.is_valid():
        try:
            settle(there, form, me=me)
        except WRONG as problem:
            put_under(form, problem)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("story", story.id) if story else redirect("home")
    more = about(there, me=me) | {"title": title_of(there), "button": _("Bewaar"), "promise": there}
    return asked(request, form, story=story, what=Looked.PROMISE, template="story/promise.html", **more)


def over(request: Request, promise: Promise, *, story: Story | None) -> HttpResponse:
    if story:
        seen(request, story, what=Looked.PROMISE)
    said = {"title": title_of(promise), "said": said_of(promise)}
    more = about(promise, me=request.me) | said
    return render(request, "story/over.html", {"promise": promise, "story": story, **more})


def about(promise: Promise, *, me: Me) -> dict[str, Any]:
    """What stands beside the question: how it runs, who takes it over, how each time went."""
    around = reading.before_and_after(promise)
    return {
        "course": course_said(promise, now=me.at),
        "day": promise.day_on(me.today),
        "moved": moved(promise, among=around),
        "turns": turn_lines(reading.turns_of(promise), now=me.at),
        "may_hand": not promise.is_over and reading.is_in(promise.circle_id, person=me.person),
    }


def title_of(promise: Promise) -> str:
    return f"{promise.who.first_name}: {promise.what}"


def _may_read(promise: Promise) -> bool:
    return Story.objects.filter(promises=promise).exists()


def form_for(request: Request, promise: Promise) -> forms.Form:
    """What is asked now: how it went once there was a yes, else the answer."""
    said = request.POST or None
    if promise.state == "accepted":
        return KeepingForm(said, promise=promise, today=request.me.today)
    return AnswerForm(said)


def settle(promise: Promise, form: forms.Form, *, me: Me) -> None:
    said, by, at = form.cleaned_data, me.person, me.at
    if not isinstance(form, KeepingForm):
        noted_by = None if promise.who_id == by.id else by
        verbs.answer(promise=promise, by=promise.who, noted_by=noted_by, at=at, **said)
    elif said["kept"] == STOP:
        verbs.keep(promise=promise, kept=True, why=said["why"], by=by, at=at)
    elif said["kept"] == OTHER_DAY:
        carrying.put_off(promise=promise, day=said["day"], by=by, at=at, words=said["why"])
    else:
        kept = said["kept"] == "yes"
        carrying.say_how(promise=promise, kept=kept, why=said["why"], day=said["turn"], by=by, at=at)


@require_http_methods(["POST"])
@for_me
def other_day(request: Request, promise: UUID) -> HttpResponse:
    """The day that was proposed instead is good; whoever asked says so."""
    me = request.me
    there = get_object_or_404(Promise.objects.at_hand().filter(asked_by=me.person), id=promise)
    if there.state == "other_day":
        carrying.take_other_day(promise=there, by=me.person, at=me.at)
        messages.success(request, _("Afgesproken."))
    return redirect("story", there.story_id) if there.story_id and _may_read(there) else redirect("home")


@require_http_methods(["POST"])
@for_me
def keeping(request: Request, promise: UUID) -> HttpResponse:
    """Kept, in one tap; of what comes back the time that stood there, so that tapping twice says it once."""
    me, there = request.me, get_object_or_404(Promise.objects.at_hand(), id=promise)
    try:
        day = parse_date(request.POST.get("day", ""))
    except ValueError:
        day = None
    if there.recurs and not day:
        return redirect("promise", there.id)
    try:
        carrying.say_how(promise=there, kept=True, day=day, by=me.person, at=me.at)
    except (carrying.NotGoing, verbs.SaidAlready) as problem:
        messages.info(request, str(problem))
    else:
        messages.success(request, _("Gedaan."))
    return redirect(back(request))


@page
@for_me
def handover(request: Request, promise: UUID) -> HttpResponse:
    """Somebody else is asked to do it; until they say yes nothing changes."""
    me = request.me
    theirs = Promise.objects.among(me.person.id).at_hand().select_related("story", "circle")
    there = get_object_or_404(theirs, id=promise)
    if there.is_over:
        return redirect("promise", there.id)
    story = there.story if there.story_id and _may_read(there) else None
    people = [one for one in reading.who_may_take(there, story=story, me=me.person) if one.id != there.who_id]
    day = there.day_on(me.today)
    form = HandoverForm(
        request.POST or None, people=people, me=me.person, initial={"day": day if day and day >= me.today else None}
    )
    if request.method == "POST" and form.is_valid():
        try:
            said = hand(there, form, me=me)
        except WRONG as problem:
            put_under(form, problem)
        else:
            messages.success(request, said)
            return redirect("story", story.id) if story else redirect("home")
    more: dict[str, Any] = {"title": _("Wie neemt dit over?"), "button": _("Bewaar")}
    more |= {"promise": there, "says": title_of(there), "template": "story/handover.html"}
    return asked(request, form, story=story, what=Looked.PROMISE, **more)


def hand(promise: Promise, form: HandoverForm, *, me: Me) -> str:
    said = form.cleaned_data
    more = {"day": said["day"], "agreed": said["said_yes"], "words": said["words"]}
    carrying.hand_over(promise=promise, to=form.person, by=me.person, at=me.at, **more)
    return what_now(form.person, agreed=said["said_yes"], me=me.person)
