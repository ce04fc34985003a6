"""What memory found in the bridge: where it stands, how it is read again, and whose looks that are."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Func, Model, QuerySet, TextField, Value

from nabij.bridge.models import Ask, Clause, Introduction, Offer, Referral, Side
from nabij.people.models import Hat, Person
from nabij.trust.models import Looked
from nabij.trust.verbs import note_looks

Bridged = Ask | Offer | Referral | Side | Introduction | Clause


def joined(*fields: str) -> Func:
    return Func(Value(" "), *map(F, fields), function="concat_ws", output_field=TextField())


# What is shown of it, with the words marked.
TEXT: dict[type[Model], str | Func] = {
    Ask: "line",
    Offer: "line",
    Referral: joined("what", "lived", "known"),
    Side: "why",
    Introduction: "why",
    Clause: joined("first", "then", "professional", "feedback"),
}


# How each kind is read, as far as whoever acts may.
SETS: dict[str, Callable[[], QuerySet[Any]]] = {
    "ask": lambda: Ask.objects.select_related("neighbourhood", "asker__about"),
    "offer": lambda: Offer.objects.select_related("neighbourhood", "person"),
    "referral": lambda: Referral.objects.as_they_stand(),
    "side": lambda: Side.objects.all(),
    "introduction": lambda: Introduction.objects.all(),
    "clause": lambda: Clause.objects.select_related("agreement__neighbourhood"),
}


def place_of(thing: Bridged) -> str:
    """The neighbourhood it stands in, of what a neighbourhood reads."""
    if isinstance(thing, Clause):
        return thing.agreement.neighbourhood.name
    return thing.neighbourhood.name if isinstance(thing, Ask | Offer) else ""


def whose(thing: Bridged) -> Person | None:
    """Whom one sees beside it; None of an ask of which one may not know by whom it is."""
    if isinstance(thing, Ask):
        return getattr(getattr(thing, "asker", None), "about", None)
    return thing.person if isinstance(thing, Offer) else None


def note_seen(things: Iterable[Any], *, by: Person, hat: Hat | None, at: datetime) -> None:
    """A look for each referral, and for each ask of which one knows for whom it is."""
    shown = list(things)
    referred: list[tuple[Model, Sequence[UUID]]] = [(one, [one.about_id]) for one in shown if isinstance(one, Referral)]
    known = [(one, getattr(one, "asker", None)) for one in shown if isinstance(one, Ask)]
    asked: list[tuple[Model, Sequence[UUID]]] = [(one, [asker.about_id]) for one, asker in known if asker]
    note_looks(by=by, hat=hat, seen=referred, at=at, what=Looked.REFERRAL)
    note_looks(by=by, hat=hat, seen=asked, at=at, what=Looked.SOUGHT)
