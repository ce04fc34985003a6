"""What somebody offered and asked, made for who is forgotten, and what is left of it."""

from datetime import datetime
from typing import Any

from nabij.bridge.asking import ask, end_ask
from nabij.bridge.correcting import contradict
from nabij.bridge.hearing import hear, say_yes
from nabij.bridge.looking_along import not_now
from nabij.bridge.models import (
    Ask,
    AskEnding,
    Asker,
    AskYes,
    Contradiction,
    HeardOffer,
    LookRest,
    Offer,
    OfferAsked,
    OfferEnding,
    OfferPause,
    OfferYes,
    PartnerAnswer,
    Safeguard,
)
from nabij.bridge.offering import end, offer, pause
from nabij.people.models import Person
from nabij.people.structuring import stand

__all__ = ["heard_of_another", "left_of_bridge", "not_now", "offers_and_asks"]


def offers_and_asks(who: Person, *, at: datetime) -> None:
    """An offer that rests and one that ended, a yes to what was written down, an ask nobody met, and what they know."""
    shared: dict[str, Any] = {"neighbourhood": who.neighbourhood, "by": who, "at": at}
    knits = offer(line="Ik leer je breien", **shared)
    contradict(offer=knits, ground="near", ask=None, words="Woont verderop", by=who, at=at)
    pause(offer=knits, by=who, at=at)
    end(offer=offer(line="Ik pas op een hond", **shared), by=who, at=at)
    for heard in HeardOffer.objects.filter(person=who):
        say_yes(heard=heard, yes=True, by=who, at=at)
    _guide(who, at=at)
    end_ask(ask=ask(line="Wie hangt een lamp op?", **shared), kind="nobody", by=who, at=at)


def _guide(who: Person, *, at: datetime) -> None:
    """Somebody knows the way to the bus; earlier they knew another."""
    assert who.neighbourhood
    said: dict[str, Any] = {"hat": None, "called": "", "languages": [], "reach": "Thuis.", "public": True}
    for what in ("De tram.", "De bus."):
        stand(what=what, neighbourhood=who.neighbourhood, by=who, at=at, **said)


def heard_of_another(who: Person, *, by: Person, at: datetime) -> None:
    """What somebody wrote down that they gladly do."""
    hear(line="Ik droog je kruiden", person=who, neighbourhood=who.neighbourhood, by=by, at=at)


def left_of_bridge() -> list[Any]:
    tables: list[Any] = [
        Ask,
        AskEnding,
        Asker,
        AskYes,
        Contradiction,
        LookRest,
        Offer,
        OfferAsked,
        OfferEnding,
        HeardOffer,
        OfferPause,
        OfferYes,
        PartnerAnswer,
        Safeguard,
    ]
    return [one.objects.all() for one in tables]
