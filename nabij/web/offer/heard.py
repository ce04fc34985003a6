"""What I wrote down that another gladly does, or another for me, while it waits for a yes."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.bridge import hearing
from nabij.bridge.charged import people_of
from nabij.bridge.heard import HeardOffer
from nabij.bridge.offers import Offer
from nabij.people.models import Person
from nabij.trust.verbs import note_look
from nabij.web.days import opening, say_day
from nabij.web.me import Me, Request, for_me
from nabij.web.offer.forms import OfferForm
from nabij.web.offer.lines import when


def written(request: Request, form: OfferForm, said: dict[str, Any]) -> HttpResponse:
    """Writes it down for whom the form names, with the yes they told, where that may be noted."""
    me, told = request.me, form.cleaned_data
    who = hearing.whom_heard(called=told["called"], by=me.person)
    if who is None:
        raise hearing.ForOneself
    there = hearing.hear(**said, person=who, neighbourhood=form.place, by=me.person, at=me.at)
    if told["said_yes"]:
        hearing.note_their_yes(heard=there, by=me.person, at=me.at)
    return shown_after(request, there)


def shown_after(request: Request, heard: HeardOffer) -> HttpResponse:
    """The offer that came of it, for who minds it; else what still waits."""
    if Offer.objects.standing().looked_after_by(request.me.person).filter(id=heard.id).exists():
        messages.success(request, _("Het staat op het prikbord van %(place)s.") % {"place": heard.neighbourhood})
        return redirect("offer", heard.id)
    return redirect("heard_offer", heard.id)


def others(*, offers: Iterable[Offer], heard: Iterable[HeardOffer]) -> set[UUID]:
    """Whom these are of, and by whom they were written down."""
    return {one.person_id for one in offers} | {key for one in heard for key in (one.person_id, one.noted_by_id)}


def name_of(key: UUID, *, people: dict[UUID, Person]) -> str:
    """By first name, as far as one sees them."""
    return people[key].first_name if key in people else _("iemand")


def line_of(heard: HeardOffer, *, me: Me, people: dict[UUID, Person]) -> dict[str, Any]:
    """What waits, as whoever wrote it down reads it, or whose it is."""
    mine = heard.person_id == me.person.id
    answer = getattr(heard, "answer", None)
    name = name_of(heard.noted_by_id if mine else heard.person_id, people=people)
    since = _("Opgeschreven %(day)s.") % {"day": say_day(localdate(heard.at), now=me.at)}
    return {"heard": heard, "mine": mine, "name": name, "since": since, "state": state_of(answer, mine=mine, name=name)}


def state_of(answer: Any, *, mine: bool, name: str) -> str:
    if answer is not None and answer.yes:
        return _("Er is ja gezegd.")
    if answer is not None:
        no = _("%(name)s zei nee. Niemand ziet het.") % {"name": opening(name)}
        return _("Je zei nee. Niemand ziet het.") if mine else no
    if mine:
        return _("%(name)s schreef dit voor je op. Tot je ja zegt, ziet niemand het.") % {"name": opening(name)}
    return _("Wacht op een ja van %(name)s. Tot dan ziet niemand het.") % {"name": name}


def found(heard: UUID) -> HeardOffer:
    every = HeardOffer.objects.select_related("neighbourhood", "answer")
    return get_object_or_404(every, id=heard)


def known_of(heard: HeardOffer, *, me: Me) -> dict[UUID, Person]:
    return people_of({heard.person_id, heard.noted_by_id} - {me.person.id})


@require_safe
@for_me
def one(request: Request, heard: UUID) -> HttpResponse:
    """One thing that was written down: to say yes or no to, or to wait for that."""
    me, there = request.me, found(heard)
    if there.person_id != me.person.id:
        note_look(by=me.person, hat=me.hat, about=[there.person_id], thing=there, at=me.at)
    people = known_of(there, me=me)
    line, waits = line_of(there, me=me, people=people), not hasattr(there, "answer")
    whose = people.get(there.person_id)
    words = {
        "line": line,
        "when": when(there),
        "to_answer": waits and line["mine"],
        "to_note": waits and not line["mine"] and whose is not None and hearing.may_note_yes(whose),
        "to_take_back": waits and there.noted_by_id == me.person.id,
        "offered": Offer.objects.standing().looked_after_by(me.person).filter(id=there.id).exists(),
    }
    return render(request, "offer/heard.html", words)


@require_POST
@for_me
def answer(request: Request, heard: UUID) -> HttpResponse:
    """The yes or no of whose it is; of who has no login, the yes that was told."""
    me, there, yes = request.me, found(heard), request.POST.get("answer") == "yes"
    try:
        if there.person_id == me.person.id or not yes:
            hearing.say_yes(heard=there, yes=yes, by=me.person, at=me.at)
        else:
            whose = get_object_or_404(Person, id=there.person_id)
            there.person = whose
            if not hearing.note_their_yes(heard=there, by=me.person, at=me.at):
                raise hearing.NotTheirs
    except (hearing.NotTheirs, hearing.HeardGone, hearing.SaidOtherwise, hearing.ProofFirst) as problem:
        messages.error(request, str(problem))
        return redirect("heard_offer", there.id)
    if not yes:
        messages.success(request, _("Bewaard. Niemand ziet het."))
        return redirect("offers")
    return shown_after(request, there)


@require_POST
@for_me
def back(request: Request, heard: UUID) -> HttpResponse:
    """Takes back what nobody answered yet."""
    me, there = request.me, found(heard)
    try:
        hearing.take_back(heard=there, by=me.person, at=me.at)
    except hearing.HeardGone as problem:
        messages.error(request, str(problem))
        return redirect("heard_offer", there.id)
    messages.success(request, _("Teruggenomen. Er is niets van bewaard."))
    return redirect("offers")
