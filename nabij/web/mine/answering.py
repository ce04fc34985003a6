"""What others ask about their data, and answering it: yes, in part, no; longer; and erasing what was granted."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.memory.forgetting import NotGranted, forget, what_would_go
from nabij.memory.parts import BY_KEY
from nabij.memory.things import Found, NoSuchThing, find
from nabij.people.models import Person
from nabij.post.requests import AnsweredAlready, NotYoursToAnswer, SayWhy, Thing, TooLate, reply, take_longer
from nabij.trust.models import Request
from nabij.web.me import Request as Page
from nabij.web.me import for_me
from nabij.web.mine.forms import ExtensionForm, ReplyForm
from nabij.web.mine.lines import day, request_line, stays

MOST = 100


@require_safe
@for_me
def requests(request: Page) -> HttpResponse:
    """What I have to answer, the earliest day first, and what I answered."""
    me = request.me
    waiting = list(Request.objects.to_answer(me.person.id)[:MOST])
    done = Request.objects.with_answers().filter(answerer=me.person, reply__isnull=False).order_by("-reply__at")[:MOST]
    words = {
        "waiting": [request_line(one, me=me) for one in waiting],
        "done": [request_line(one, me=me) for one in done],
    }
    return render(request, "mine/requests.html", words)


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def request(request: Page, request_id: UUID) -> HttpResponse:
    """One request, for whoever asked and whoever answers."""
    me, there = request.me, found(request_id)
    if request.method == "POST" and there.answerer_id != me.person.id:
        raise Http404
    form = ReplyForm(request.POST or None, request=there)
    if request.method == "POST" and form.is_valid():
        try:
            reply(request=there, by=me.person, at=me.at, **form.cleaned_data)
        except (SayWhy, AnsweredAlready, NotYoursToAnswer) as problem:
            form.add_error("words" if isinstance(problem, SayWhy) else None, str(problem))
        else:
            messages.success(request, _("Geantwoord. Wie het vroeg, hoort het."))
            return redirect("request", there.id)
    return shown(request, there, form=form)


def found(request_id: UUID) -> Request:
    return get_object_or_404(Request.objects.with_answers(), id=request_id)


def mine_to_answer(request: Page, request_id: UUID) -> Request:
    """A request that I was asked; 404 for whoever asked it."""
    return get_object_or_404(Request.objects.with_answers(), id=request_id, answerer=request.me.person)


def shown(request: Page, there: Request, *, form: forms.Form, longer: forms.Form | None = None) -> HttpResponse:
    me = request.me
    answers = there.answerer_id == me.person.id
    waiting = not hasattr(there, "reply")
    can_erase = answers and there.can_erase
    goes, stay = what_would_go(there, at=me.at) if can_erase else ({}, [])
    wrong = longer.errors if longer else None
    words = {
        "line": request_line(there, me=me),
        "about": thing_of(there),
        "answers": answers and (waiting or bool(form.errors)),
        "form": form,
        "longer": longer or ExtensionForm(),
        "may_take_longer": answers and (bool(wrong) or there.may_take_longer(me.today)),
        "refused": not waiting and not answers and there.reply.kind != "granted",
        "can_erase": can_erase,
        "goes": [(BY_KEY[key].title, count) for key, count in goes.items()],
        "stays": [stays(one) for one in stay],
    }
    return render(request, "mine/request.html", words, status=400 if form.errors or wrong else 200)


def thing_of(there: Request) -> Found | None:
    """What it is about, as far as I may see that; the law asks no answerer to read more than they may.

    Of a look its sentence was kept with the request: whoever answers does not see the look itself.
    """
    if there.about_id is None:
        return None
    try:
        return find(f"{there.about_kind}:{there.about_id}", person=Person(id=there.person_id))
    except NoSuchThing:
        thing = Thing(there.about_kind, there.about_id)
        return Found(thing, there.about_words) if there.about_words else None


@require_POST
@for_me
def extension(request: Page, request_id: UUID) -> HttpResponse:
    """It takes longer, and why."""
    me, there, form = request.me, mine_to_answer(request, request_id), ExtensionForm(request.POST)
    if form.is_valid():
        try:
            longer = take_longer(request=there, by=me.person, at=me.at, **form.cleaned_data)
        except (SayWhy, TooLate, NotYoursToAnswer) as problem:
            form.add_error("why" if isinstance(problem, SayWhy) else None, str(problem))
        else:
            messages.success(request, _("Bewaard. Je antwoordt nu uiterlijk op %(day)s.") % {"day": day(longer.until)})
            return redirect("request", there.id)
    return shown(request, there, form=ReplyForm(request=there), longer=form)


@require_POST
@for_me
def erasure(request: Page, request_id: UUID) -> HttpResponse:
    """Erases what was granted, and leaves the proof."""
    me, there = request.me, mine_to_answer(request, request_id)
    try:
        forget(request=there, by=me.person, at=me.at)
    except NotGranted as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Gewist. Wat er bleef, staat hieronder met de reden."))
    return redirect("request", there.id)
