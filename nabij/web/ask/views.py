"""Asking the neighbourhood: for oneself or for another, what became of it, and the yes of whom it is for."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.bridge import asking, offering
from nabij.bridge.asks import Ask, AskEnding
from nabij.bridge.board import my_asks, places_of, with_state
from nabij.bridge.charged import is_charged, people_of
from nabij.bridge.hands import answers_to, asked_of_me
from nabij.bridge.introductions import Side
from nabij.bridge.nonames import Unsayable
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.directory.models import Service
from nabij.people.models import Person
from nabij.people.own import NobodySo, whom
from nabij.stories.reading import look_into
from nabij.trust.models import Looked
from nabij.trust.verbs import note_look
from nabij.web.ask.board import ask_line
from nabij.web.ask.forms import form_for
from nabij.web.ask.hand import near
from nabij.web.days import opening
from nabij.web.me import Me, Request, for_me
from nabij.web.offer.forms import AskForm
from nabij.web.story.acts import found, page
from nabij.web.story.lines import listed

UNDER: dict[type[ValueError], str] = {offering.OverAlready: "by_day", NobodySo: "called", asking.NobodyMeant: "called"}


def form_of(request: Request, *, about: Person | None, **begun: Any) -> AskForm:
    """The sheet of one ask. about: for whom, when that is known already."""
    me = request.me
    places = places_of(about or me.person, hats=() if about and about != me.person else me.hats)
    known = asking.coordinators_of(places[0], at=me.at) if places else []
    names = listed([one.called for one in known if one != me.person])
    told = request.POST or None
    return AskForm(told, places=places, for_whom=about is None, coordinators=names, **begun)


def made(form: AskForm, *, me: Me, about: Person | None, circle: UUID | None = None) -> Ask | None:
    """The ask; or nothing, and the form says why not."""
    said = form.cleaned_data
    try:
        who = about or whom(called=said.get("called", ""), by=me.person) or me.person
        asked = asking.ask(
            line=said["line"],
            neighbourhood=form.place,
            about=who,
            kinds=said["kinds"] or offering.heard_in(said["line"], kinds=DEFAULTS),
            week=said["week"],
            by_day=said["by_day"],
            circle=circle,
            to_coordinator=said.get("to_coordinator", False),
            by=me.person,
            at=me.at,
        )
        if said.get("said_yes") and asked.asker.for_another:
            asking.note_their_yes(ask=asked, by=me.person, at=me.at)
    except (Unsayable, NobodySo) as problem:
        form.add_error(UNDER.get(type(problem), "line"), str(problem))
        return None
    return asked


@page
@for_me
def mine(request: Request) -> HttpResponse:
    """What I asked, and the sheet for something new."""
    me, meets = request.me, met_by_introduction(request)
    form = form_of(request, about=None, initial=begun_with(meets))
    if request.method == "POST" and form.is_valid():
        asked = made(form, me=me, about=None)
        if asked:
            return redirect("ask", asked.id)
    words = {"form": form, "meets": meets, "lines": [line_of(one, me=me) for one in my_asks(by=me.person)]}
    return render(request, "ask/mine.html", words, status=400 if form.errors else 200)


def met_by_introduction(request: Request) -> Service | None:
    """The listing that somebody comes from because it is reached by an introduction alone."""
    try:
        return Service.objects.filter(pk=UUID(request.GET.get("kennismaken", ""))).first()
    except ValueError:
        return None


def begun_with(meets: Service | None) -> dict[str, str]:
    """Who comes from such a listing finds the sentence there already."""
    return {"line": _("Wie brengt mij in contact met “%(name)s”?") % {"name": meets.name}} if meets else {}


@page
@for_me
def from_story(request: Request, story: UUID) -> HttpResponse:
    """From a story: for whom it is about; of its readers nobody learns more than they read already."""
    me, there = request.me, found(story)
    opened = look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    about = me.person if me.person in opened.residents else next(iter(opened.residents), None)
    if about is None:
        raise Http404
    form = form_of(request, about=about, initial={"line": request.GET.get("vraag", "")[:200]})
    if request.method == "POST" and form.is_valid():
        asked = made(form, me=me, about=about, circle=opened.circles[0].id)
        if asked:
            return redirect("ask", asked.id)
    words = {"form": form, "story": there, "about": about, "mine": about == me.person}
    return render(request, "ask/from_story.html", words, status=400 if form.errors else 200)


def line_of(ask: Ask, *, me: Me) -> dict[str, Any]:
    """An ask as those read it who know by whom it is."""
    known_one = getattr(ask.asker, "about", None) or people_of([ask.asker.about_id]).get(ask.asker.about_id)
    about = called(known_one, me=me)
    for_whom = _("Voor %(name)s.") % {"name": about} if ask.asker.about_id != me.person.id else ""
    return {
        **ask_line(ask, at=me.at),
        "state": state_of(ask, about=about, me=me),
        "ending": getattr(ask, "ending", None),
        "yes": getattr(ask, "yes", None),
        "for_whom": for_whom,
    }


def state_of(ask: Ask, *, about: str, me: Me) -> str:
    """Where an ask stands, in a sentence."""
    ending, yes = getattr(ask, "ending", None), getattr(ask, "yes", None)
    if ending:
        return f"{AskEnding.Kind(ending.kind).label}."
    if yes is not None and not yes.yes:
        return _("%(name)s zei nee. Niemand ziet het.") % {"name": opening(about)}
    if ask.asker.for_another and yes is None:
        by = called(getattr(ask.asker, "asked_by", None), me=me)
        if ask.asker.about_id == me.person.id:
            return _("%(name)s vraagt dit voor jou. Tot je ja zegt, ziet niemand het.") % {"name": opening(by)}
        return _("Wacht op een ja van %(name)s. Tot dan ziet niemand het.") % {"name": about}
    if ask.is_past_its_time(me.at):
        return _("Nog niemand gevonden. De buurt ziet dat.")
    return _("Staat op het prikbord.")


def called(person: Person | None, *, me: Me) -> str:
    """By first name, as far as one sees them."""
    if person is None:
        return _("iemand")
    return _("jou") if person == me.person else person.first_name


@page
@for_me
def one(request: Request, ask: UUID) -> HttpResponse:
    """One ask: for who knows by whom it is, what became of it; for others what the board says."""
    me, there = request.me, get_object_or_404(with_state(Ask.objects.all()), id=ask)
    asker = getattr(there, "asker", None)
    if asker is None:
        return near(request, there.id)
    if me.person.id != asker.about_id:
        note_look(by=me.person, hat=me.hat, about=[asker.about_id], thing=there, at=me.at)
    theirs = me.person.id in (asker.about_id, asker.asked_by_id)
    line = line_of(there, me=me)
    words = {
        "line": line,
        "theirs": line["ending"] is None and (theirs or is_charged(there)),
        "to_answer": asker.for_another and asker.about_id == me.person.id and line["yes"] is None,
        "endings": [(kind.value, str(kind.label)) for kind in AskEnding.Kind],
        "answers": [answer_line(one, me=me) for one in answers_to(there)],
        "raised": None if theirs else asked_of_me().get(there.id),
        "hand": form_for(there.id) if may_raise(there, me=me) else None,
        "offers_too": theirs and not me.person.offers.standing().exists(),
    }
    return render(request, "ask/ask.html", words)


def may_raise(ask: Ask, *, me: Me) -> bool:
    """Whether somebody who knows by whom it is may want to do it too: it stands, and is asked where they are."""
    own = me.person.id in (ask.asker.about_id, ask.asker.asked_by_id)
    agreed = not ask.asker.for_another or (getattr(ask, "yes", None) is not None and ask.yes.yes)
    here = ask.neighbourhood in places_of(me.person, hats=me.hats)
    return not own and agreed and here and getattr(ask, "ending", None) is None


def answer_line(side: Side, *, me: Me) -> dict[str, Any]:
    """Who wants to do what is asked, and what whoever asks says to it."""
    said = {"yes": _("Er is ja gezegd."), "later": _("Er is gezegd: later.")}.get(side.said, "")
    waits = _("Wil je dat?") if side.person_id == me.person.id else _("Wacht nog op een antwoord.")
    return {"side": side, "said": said or waits}


def known(request: Request, ask: UUID) -> Ask:
    # Not by a filter on who asks: that joins whom it is for, and leaves out whom a stand-in may not know.
    there = get_object_or_404(with_state(Ask.objects.all()), id=ask)
    if getattr(there, "asker", None) is None:
        raise Http404
    return there


@require_POST
@for_me
def answer(request: Request, ask: UUID) -> HttpResponse:
    """The yes or no of whom it is for."""
    me, there = request.me, known(request, ask)
    try:
        said = asking.say_yes(ask=there, yes=request.POST.get("answer") == "yes", by=me.person, at=me.at)
    except (asking.NotTheirs, asking.AskOver, asking.SaidOtherwise) as problem:
        messages.error(request, str(problem))
    else:
        told = _("Bewaard. De vraag staat nu op het prikbord, zonder je naam.")
        messages.success(request, told if said.yes else _("Bewaard. Niemand ziet de vraag."))
    return redirect("ask", there.id)


@require_POST
@for_me
def end(request: Request, ask: UUID) -> HttpResponse:
    """How it ended."""
    me, there = request.me, known(request, ask)
    kind = request.POST.get("kind", "")
    if me.person.id not in (there.asker.about_id, there.asker.asked_by_id) and not is_charged(there):
        raise Http404
    if kind not in AskEnding.Kind.values:
        messages.error(request, _("Hoe liep het af? Kies er een."))
        return redirect("ask", there.id)
    asking.end_ask(ask=there, kind=kind, by=me.person, at=me.at)
    messages.success(request, _("Bewaard."))
    return redirect("asks" if me.person.id in (there.asker.about_id, there.asker.asked_by_id) else "home")
