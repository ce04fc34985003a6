"""The board of a neighbourhood: asks without names, and offers with theirs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nabij.bridge.asks import Ask
from nabij.bridge.board import board, names_of
from nabij.bridge.hands import asked_of_me
from nabij.bridge.offers import Offer
from nabij.bridge.weeks import in_words
from nabij.web.ask.forms import form_for
from nabij.web.days import opening, say_date, say_day
from nabij.web.faces import Face
from nabij.web.me import Me, Request, for_me
from nabij.web.offer.lines import when


@require_safe
@for_me
def shown(request: Request) -> HttpResponse:
    """What is asked and offered near me; nothing here says who asks."""
    me = request.me
    there = board(by=me.person, at=me.at)
    mine = asked_of_me()
    words = {
        "asks": [with_hand(one, mine=mine, at=me.at) for one in there.asks],
        "unmet": [with_hand(one, mine=mine, at=me.at) for one in there.unmet],
        "offers": [offer_line(one, count=there.load.get(one.id, 0), me=me) for one in there.offers],
        "coordinated": coordinated() if any(hat.formal for hat in me.hats) else frozenset(),
    }
    return render(request, "ask/board.html", words)


def ask_line(ask: Ask, *, at: datetime) -> dict[str, Any]:
    """An ask as the neighbourhood reads it."""
    facts = [in_words(ask.week), *names_of(ask.kinds)]
    if ask.by_day:
        facts.append(_("uiterlijk %(day)s") % {"day": say_date(ask.by_day)})
    since = _("Gevraagd %(day)s.") % {"day": say_day(localdate(ask.at), now=at)}
    unmet = _("Nog niemand gevonden.") if ask.is_past_its_time(at) else ""
    return {"ask": ask, "facts": opening(", ".join(one for one in facts if one)), "since": since, "unmet": unmet,
            "place": ask.neighbourhood.name}  # fmt: skip


def with_hand(ask: Ask, *, mine: dict[UUID, UUID], at: datetime) -> dict[str, Any]:
    """An ask with where one says that one wants to do it, or the introduction that came of that."""
    return {**ask_line(ask, at=at), "hand": form_for(ask.id), "raised": mine.get(ask.id)}


def offer_line(offer: Offer, *, count: int, me: Me) -> dict[str, Any]:
    """An offer with who offers, what was seen of them, and whether there is room."""
    group = offer.group
    shape = "formal" if group and group.formal else "informal"
    said = [one.in_words(me.today) for one in {one.kind: one for one in reversed(shown_of(offer))}.values()]
    full = offer.room is not None and count >= offer.room
    return {
        "offer": offer,
        "face": Face(offer.person.called, shape, role=group.name if group else "", url=url_of(offer)),
        "when": opening(when(offer)),
        "safeguards": said,
        "remark": _("Is deze maand al vaak gevraagd. Kijk ook naar een ander.") if full or count >= OFTEN else "",
        "place": offer.neighbourhood.name,
    }


def coordinated() -> frozenset[str]:
    """The neighbourhoods where whoever acts coordinates."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.my_coordinated()")
        return frozenset(cursor.fetchone()[0])


OFTEN = 3  # The fourth time in a month one asks somebody, the page says so.


def shown_of(offer: Offer) -> list[Any]:
    return list(getattr(offer.person, "shown", []))


def url_of(offer: Offer) -> str:
    return reverse("person", args=[offer.person_id])
