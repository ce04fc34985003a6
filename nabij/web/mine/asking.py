"""What I ask, object to, put right or limit; and what is noted for somebody who asked it on paper."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nabij.memory.things import Found, NoSuchThing, find
from nabij.people.models import Person
from nabij.post.requests import AskedAlready, ask, limit_own, object_to
from nabij.trust.models import Limit, Request
from nabij.trust.reading import reads_about
from nabij.trust.requesting import (
    Answerer,
    LimitedAlready,
    NobodyAnswers,
    NothingSaid,
    lift,
    privacy_contact,
    put_beside,
    who_answers,
)
from nabij.web.me import Request as Page
from nabij.web.me import for_me
from nabij.web.mine.forms import CorrectionForm, LimitForm, NotedForm, ObjectionForm, RequestForm
from nabij.web.mine.lines import day

page = require_http_methods(["GET", "HEAD", "POST"])
Verb = Callable[[forms.Form], str]


def about(request: Page) -> Found:
    """The thing in the address; 404 when it is not there for me, so that nobody learns that it exists."""
    try:
        return find(request.GET.get("over", ""), person=request.me.person)
    except NoSuchThing as missing:
        raise Http404 from missing


def asked(request: Page, form: forms.Form, verb: Verb, *, title: str, button: str, **more: object) -> HttpResponse:
    """One question on one page; a mistake stands there with what was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, verb(form))
        except (NobodyAnswers, NothingSaid, LimitedAlready, AskedAlready) as problem:
            form.add_error(None, str(problem))
        else:
            return redirect(str(more.get("then") or reverse("mine")))
    words = {"form": form, "title": title, "button": button, "back": more.get("then") or reverse("mine"), **more}
    words["answers"] = in_a_month(answerer_of(more.get("about"), person=more.get("who") or request.me.person), request)
    return render(request, "mine/ask.html", words, status=400 if form.errors else 200)


def answerer_of(found: object, *, person: object) -> Answerer | None:
    """Who will answer, unless something else is asked; nobody where nobody can."""
    thing = found.thing if isinstance(found, Found) else None
    circle = thing.circle.id if thing and thing.circle else None
    try:
        return who_answers(person=cast("Person", person), circle=circle, against=thing.author if thing else None)
    except NobodyAnswers:
        return None


def in_a_month(answerer: Answerer | None, request: Page) -> str:
    """Before something is sent: who gets it, and when there is an answer."""
    if answerer is None:
        return _("Je krijgt binnen een maand antwoord, van iemand met een naam.")
    if answerer.id == request.me.person.id:
        return _("Dit komt bij jou. Jij antwoordt binnen een maand.")
    return _("Dit gaat naar %(name)s. Je krijgt binnen een maand antwoord.") % {"name": answerer.name}


def other_contact(request: Page, *, instead_of: Answerer | None) -> Answerer | None:
    """The privacy contact, where that is somebody else than me and than who answers anyway."""
    contact, mine = privacy_contact(), request.me.person.id
    return contact if contact and contact.id not in (mine, instead_of and instead_of.id) else None


def promised(made: Request) -> str:
    return _("Gevraagd. %(name)s antwoordt uiterlijk op %(day)s.") % {
        "name": made.answerer_name,
        "day": day(made.answer_by),
    }


@page
@for_me
def requests(request: Page) -> HttpResponse:
    """Asks something about what is known of me: about one thing, or about everything."""
    me, found = request.me, about(request) if "over" in request.GET else None
    contact = other_contact(request, instead_of=answerer_of(found, person=me.person))
    first = {"kind": request.GET.get("soort", "")}
    form = RequestForm(request.POST or None, initial=first, contact=contact.name if contact else "")

    def verb(form: forms.Form) -> str:
        said = form.cleaned_data
        thing = found.thing if found else None
        to = contact if said.get("contact") else None
        made = ask(
            kind=said["kind"], words=said["words"], person=me.person, by=me.person, at=me.at, thing=thing, answerer=to
        )
        return promised(made)

    return asked(request, form, verb, title=_("Vraag iets over je gegevens"), button=_("Vraag het"), about=found)


@page
@for_me
def objections(request: Page) -> HttpResponse:
    """Objects to a look, a reader or a note."""
    me, found = request.me, about(request)
    contact = other_contact(request, instead_of=answerer_of(found, person=me.person))
    form = ObjectionForm(request.POST or None, contact=contact.name if contact else "")
    if found.thing.circle is None:
        del form.fields["show_circle"]

    def verb(form: forms.Form) -> str:
        said = {"show_circle": False} | form.cleaned_data
        to = contact if said.pop("contact", False) else None
        made = object_to(thing=found.thing, person=me.person, by=me.person, at=me.at, answerer=to, **said)
        return promised(made.request)

    return asked(request, form, verb, title=_("Maak bezwaar"), button=_("Maak bezwaar"), about=found)


@page
@for_me
def corrections(request: Page) -> HttpResponse:
    """Puts my words beside a note about me, at once."""
    me, found = request.me, about(request)
    thing, circle = found.thing, found.thing.circle
    if thing.kind != "moments.moment" or circle is None:
        raise Http404

    def verb(form: forms.Form) -> str:
        put_beside(note=thing.id, circle=circle, words=form.cleaned_data["words"], by=me.person, at=me.at)
        return _("Bewaard. Jouw woorden staan er nu naast.")

    form, then = CorrectionForm(request.POST or None), reverse("mine_kind", args=["momenten"])
    words = {"about": found, "then": then, "unasked": True}
    return asked(request, form, verb, title=_("Zet er iets naast"), button=_("Bewaar"), **words)


@page
@for_me
def limits(request: Page) -> HttpResponse:
    """Limits a note, or my whole story, at once; whoever answers looks at it."""
    me, found = request.me, about(request)
    thing, whole = found.thing, found.thing.kind == "stories.story"
    if thing.kind not in ("moments.moment", "stories.story") or thing.circle is None:
        raise Http404
    mine = thing.circle.memberships.current().filter(person=me.person, as_resident=True).exists()

    def verb(form: forms.Form) -> str:
        words = form.cleaned_data["words"]
        if mine:
            made = limit_own(thing=thing, words=words, by=me.person, at=me.at, whole=whole)
            return _("Beperkt. %(said)s") % {"said": promised(made)}
        return promised(
            ask(kind=Request.Kind.LIMIT, words=words, person=me.person, by=me.person, at=me.at, thing=thing)
        )

    title = _("Beperk wie dit ziet")
    words = {"about": found, "whole": whole, "at_once": mine, "limiting": True}
    return asked(request, LimitForm(request.POST or None), verb, title=title, button=_("Beperk"), **words)


@require_POST
@for_me
def limit_ends(request: Page, limit: UUID) -> HttpResponse:
    """I end a limit that I asked for."""
    me = request.me
    lift(limit=get_object_or_404(Limit.objects.in_force(), id=limit, person=me.person), by=me.person, at=me.at)
    messages.success(request, _("De beperking is voorbij. Wie meeleest, leest het weer."))
    return redirect("mine")


@page
@for_me
def noted(request: Page, person: UUID) -> HttpResponse:
    """Notes what somebody of my circles asked on paper, by phone or in a talk."""
    me, who = request.me, get_object_or_404(Person, id=person)
    if who == me.person or not reads_about(who, by=me.person):
        raise Http404

    def verb(form: forms.Form) -> str:
        return promised(ask(person=who, by=me.person, at=me.at, **form.cleaned_data))

    title = _("%(name)s vraagt iets over de eigen gegevens") % {"name": who.called}
    form = NotedForm(request.POST or None, contact="")
    return asked(request, form, verb, title=title, button=_("Bewaar"), then=reverse("person", args=[who.id]), who=who)
