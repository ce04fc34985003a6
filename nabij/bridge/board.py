"""The board of a neighbourhood: what is asked and offered near whoever looks. Of an ask nobody there learns by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q
from django.utils.timezone import localdate

from nabij.bridge.asks import Ask, Unmet
from nabij.bridge.offering import load_of
from nabij.bridge.offers import Offer, OfferPause
from nabij.bridge.safeguards import Safeguard
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.people.models import Neighbourhood, Person

MOST = 60  # Of each, the newest first.
SHOWN_UNMET = timedelta(days=90)  # How long the board says that nobody was found.
NAMES = {kind.key: kind.name for kind in DEFAULTS}


@dataclass(frozen=True)
class Board:
    """What one sees of it; asks of one's own stand on a page of their own."""

    asks: list[Ask]
    unmet: list[Ask]
    offers: list[Offer]
    load: dict[UUID, int]


def board(*, by: Person, at: datetime) -> Board:
    """Read as whoever acts, in five questions whatever stands there."""
    today = localdate(at)
    seen = Prefetch("person__safeguards", queryset=Safeguard.objects.order_by("kind", "-at"), to_attr="shown")
    offers = list(
        Offer.objects.open_on(today)
        .exclude(person=by)
        .select_related("person__neighbourhood", "neighbourhood", "group")
        .prefetch_related(seen)
        .order_by("-at", "-id")[:MOST]
    )
    near = Ask.objects.exclude(asker__about=by).exclude(asker__asked_by=by).select_related("neighbourhood")
    unmet = near.filter(id__any_of=Unmet(), at__gt=at - SHOWN_UNMET)
    return Board(
        asks=list(near.agreed_or_unknown().open_on(today).order_by("-at", "-id")[:MOST]),
        unmet=list(unmet.order_by("-at", "-id")[:MOST]),
        offers=offers,
        load=load_of(offers),
    )


def my_asks(*, by: Person) -> list[Ask]:
    """What somebody asked, or what is asked for them, the newest first."""
    mine = Ask.objects.filter(Q(asker__about=by) | Q(asker__asked_by=by))
    return list(with_state(mine).order_by("-at", "-id")[:MOST])


def with_state(asks: Any) -> Any:
    """With what became of it, as far as whoever acts may know."""
    return asks.select_related("neighbourhood", "asker__about", "asker__asked_by", "yes", "ending")


def my_offers(*, by: Person) -> list[Offer]:
    """What somebody offers, and what they mind for who has no login; what ended stays in their own copy."""
    pauses = Prefetch("pauses", queryset=OfferPause.objects.order_by("-at", "-id"), to_attr="newest_first")
    mine = Offer.objects.standing().looked_after_by(by).select_related("neighbourhood", "group")
    return list(mine.prefetch_related(pauses).order_by("-at", "-id")[:MOST])


def names_of(kinds: Iterable[str]) -> list[str]:
    """The kinds of help as a neighbour says them."""
    return [str(NAMES[key]) for key in kinds if key in NAMES]


def places_of(person: Person, *, hats: Iterable[Any] = ()) -> list[Neighbourhood]:
    """On whose board somebody may write: where they live, and where they wear a hat; the nearest first."""
    found: dict[str, Neighbourhood] = {}
    homes = [person.neighbourhood, *(hat.neighbourhood for hat in hats)]
    for home in homes:
        here = home
        while here:
            found.setdefault(here.code, here)
            here = here.parent
    return list(found.values())
