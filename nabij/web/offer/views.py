"""What I offer: in one sentence, changed, resting, ended; and what I mind for who has no login."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.bridge import hearing, offering
from nabij.bridge.board import my_offers, names_of, places_of
from nabij.bridge.charged import people_of
from nabij.bridge.nonames import Unsayable
from nabij.bridge.offers import Offer, OfferPause
from nabij.people.models import Group, Person
from nabij.people.own import NobodySo, Unsaid
from nabij.web.days import say_date
from nabij.web.me import Me, Request, for_me
from nabij.web.offer import heard
from nabij.web.offer.forms import OfferForm, PauseForm
from nabij.web.offer.lines import when
from nabij.web.story.acts import page

UNDER: dict[type[ValueError], str] = {
    offering.OverAlready: "until",
    offering.NoRoom: "room",
    **dict.fromkeys((NobodySo, hearing.ForOneself, hearing.Nameless, hearing.TooYoung), "called"),
}


def groups_of(me: Me) -> dict[str, Group]:
    """Of which group one may offer something: those of one's hats."""
    return {str(hat.group_id): hat.group for hat in me.hats if hat.group}


def form_of(request: Request, **begun: Any) -> OfferForm:
    me = request.me
    groups = [(key, group.name) for key, group in groups_of(me).items()]
    return OfferForm(request.POST or None, places=places_of(me.person, hats=me.hats), groups=groups, **begun)


def said(form: OfferForm, *, line: str = "") -> dict[str, Any]:
    """As the form says it; without kinds, those that are heard in the sentence. line: where the form has none."""
    told = form.cleaned_data
    line = told.get("line", line)
    kinds = told["kinds"] or offering.heard_in(line)
    return {"line": line, "kinds": kinds, "week": told["week"], "room": told["room"], "until": told["until"]}


def done(form: OfferForm, act: Callable[[], object]) -> object:
    """What the verb gives; or nothing, and the form says why not."""
    try:
        return act()
    except (Unsayable, Unsaid, NobodySo) as problem:
        field = UNDER.get(type(problem), "line")
        form.add_error(field if field in form.fields else None, str(problem))
    return None


@page
@for_me
def mine(request: Request) -> HttpResponse:
    """What I offer, what waits for a yes, and the sheet for something new."""
    me, form = request.me, form_of(request, initial={"line": request.GET.get("zin", "")[:200]})
    if request.method == "POST" and form.is_valid():
        called = form.cleaned_data["called"].strip()
        made = done(form, lambda: heard.written(request, form, said(form)) if called else own_offer(request, form))
        if isinstance(made, HttpResponse):
            return made
    offers = my_offers(by=me.person)
    load, there = offering.load_of(offers), hearing.heard_by(by=me.person)
    people = people_of(heard.others(offers=offers, heard=there) - {me.person.id})
    words = {
        "form": form,
        "lines": [line_of(one, load=load, me=me, people=people) for one in offers],
        "waiting": [heard.line_of(one, me=me, people=people) for one in there],
    }
    return render(request, "offer/mine.html", words, status=400 if form.errors else 200)


def own_offer(request: Request, form: OfferForm) -> HttpResponse:
    """One's own, on the board at once."""
    me, group = request.me, groups_of(request.me).get(form.cleaned_data.get("group", ""))
    shared: dict[str, Any] = {"neighbourhood": form.place, "group": group, "by": me.person, "at": me.at}
    made = offering.offer(**said(form), **shared)
    messages.success(request, _("Het staat op het prikbord van %(place)s.") % {"place": made.neighbourhood})
    return redirect("offer", made.id)


def line_of(offer: Offer, *, load: dict[UUID, int], me: Me, people: dict[UUID, Person]) -> dict[str, Any]:
    """An offer as its owner reads it, or who minds it for them. people: of whom it is, where that is another."""
    pauses: list[OfferPause] = getattr(offer, "newest_first", [])
    newest = pauses[0] if pauses else None
    rests = newest is not None and (newest.until is None or newest.until > me.today)
    over = offer.until is not None and offer.until < me.today
    whose = "" if offer.person_id == me.person.id else heard.name_of(offer.person_id, people=people)
    return {"offer": offer, "when": when(offer), "kinds": ", ".join(names_of(offer.kinds)),
            "state": state(newest if rests else None, over=over), "asked": asked_said(load.get(offer.id, 0)),
            "rests": rests, "whose": whose}  # fmt: skip


def state(rests: OfferPause | None, *, over: bool) -> str:
    if over:
        return _("De laatste dag is voorbij. Kies een nieuwe, of stop ermee.")
    if rests is None:
        return ""
    return _("Rust tot %(day)s.") % {"day": say_date(rests.until)} if rests.until else _("Rust nu.")


def asked_said(count: int) -> str:
    if not count:
        return _("De laatste maand nog niet gevraagd.")
    return (
        _("De laatste maand één keer gevraagd.")
        if count == 1
        else _("De laatste maand %(count)s keer gevraagd.") % {"count": count}
    )


def own(request: Request, offer: UUID) -> Offer:
    """One's own, or of who has no login what one minds for them."""
    theirs = Offer.objects.standing().looked_after_by(request.me.person).select_related("neighbourhood", "group")
    return get_object_or_404(theirs, id=offer)


@page
@for_me
def one(request: Request, offer: UUID) -> HttpResponse:
    """One offer of mine: what Nabij heard in it, to change it, let it rest or end it."""
    me, there = request.me, own(request, offer)
    begun = {"line": there.line, "kinds": there.kinds, "week": there.week, "room": there.room, "until": there.until}
    form = form_of(request, initial=begun)
    # Where and of whom it is, stays: another board is another offer. Nor does who minds it change another's words.
    fixed = ["neighbourhood", "group", "called", "said_yes"]
    for name in fixed if there.person_id == me.person.id else [*fixed, "line"]:
        form.fields.pop(name, None)
    if request.method == "POST" and form.is_valid():
        now = lambda: said(form, line=there.line)  # noqa: E731
        changed = done(form, lambda: offering.change(offer=there, **now(), by=me.person, at=me.at) or True)
        if changed:
            messages.success(request, _("Bewaard."))
            return redirect("offer", there.id)
    there.newest_first = list(there.pauses.order_by("-at", "-id")[:1])  # type: ignore[attr-defined]
    people = people_of([there.person_id]) if there.person_id != me.person.id else {}
    line = line_of(there, load=offering.load_of([there]), me=me, people=people)
    words = {"form": form, "line": line, "pause": PauseForm()}
    return render(request, "offer/offer.html", words, status=400 if form.errors else 200)


@require_POST
@for_me
def pause(request: Request, offer: UUID) -> HttpResponse:
    """Lets it rest, or offers it again."""
    me, there = request.me, own(request, offer)
    form = PauseForm(request.POST)
    if request.POST.get("weer"):
        offering.resume(offer=there, by=me.person, at=me.at)
        messages.success(request, _("Het aanbod staat er weer."))
        return redirect("offer", there.id)
    try:
        if not form.is_valid():
            messages.error(request, str(form.errors["until"][0]))
        else:
            offering.pause(offer=there, by=me.person, at=me.at, until=form.cleaned_data["until"])
            messages.success(request, _("Het aanbod rust. De buurt ziet het nu niet."))
    except Unsayable as problem:
        messages.error(request, str(problem))
    return redirect("offer", there.id)


@require_POST
@for_me
def end(request: Request, offer: UUID) -> HttpResponse:
    """Ends it; ended twice, it is over."""
    me = request.me
    there = get_object_or_404(Offer.objects.looked_after_by(me.person), id=offer)
    offering.end(offer=there, by=me.person, at=me.at)
    mine = there.person_id == me.person.id
    messages.success(request, _("Gestopt. Dank je wel voor wat je deed.") if mine else _("Gestopt."))
    return redirect("offers")
