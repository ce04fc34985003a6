"""What somebody does with their own offer: make it in one sentence, change it, let it rest, end it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.kinds import Kind, named_in
from nabij.bridge.nonames import Unsayable, plain_line
from nabij.bridge.offers import (
    MOST_KINDS,
    MOST_ROOM,
    SEEN_HELPING,
    Offer,
    OfferAsked,
    OfferEnding,
    OfferPause,
    pause_of,
)
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.bridge.weeks import in_order
from nabij.people.areas import upward
from nabij.people.models import Group, Hat, Neighbourhood, Person
from nabij.people.own import put_on_own
from nabij.trust.verbs import leave_trace

# What is heard in a question only, and no neighbour offers: a danger, a right, a worry.
NOT_OFFERED = frozenset("safety missing right care worry addiction rules quarrel need standin".split())


class OverAlready(Unsayable):
    """What is offered can still be asked for."""

    def __init__(self) -> None:
        super().__init__(_("Die dag is al voorbij. Kies een dag die nog komt, of laat hem leeg."))


class NoRoom(Unsayable):
    """How often somebody can is a number."""

    def __init__(self) -> None:
        super().__init__(_("Hoe vaak per maand kun je? Schrijf een getal van 1 tot 99, of laat het leeg."))


class NoPlace(Unsayable):
    """An offer and an ask stand on the board of one neighbourhood."""

    def __init__(self) -> None:
        super().__init__(_("In welke buurt? Kies een buurt waar je woont of werkt."))


class OfferGone(ValueError):
    """What ended is not changed any more."""

    def __init__(self) -> None:
        super().__init__(_("Dit aanbod is al gestopt. Je kunt een nieuw aanbod maken."))


def offerable() -> tuple[Kind, ...]:
    return tuple(kind for kind in DEFAULTS if kind.key not in NOT_OFFERED)


def heard_in(line: str, *, kinds: Iterable[Kind] | None = None) -> list[str]:
    """The kinds of help that are heard in a sentence, as keys; whoever says it confirms them."""
    return [kind.key for kind in named_in(line, kinds or offerable())][:MOST_KINDS]


def once(what: str, *, by: Person) -> None:
    """What somebody sends twice at the same moment is done after one another."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", [what, str(by.id)])


def usable(*, line: str, about: Sequence[Person], **when: Any) -> dict[str, Any]:
    """What was said of an offer, as it is kept; Unsayable with a sentence for what cannot be.

    about: who are named nowhere in it; when: as `fitted` has it.
    """
    return {**fitted(**when), "line": plain_line(line, about=about)}


def fitted(
    *, at: datetime, kinds: Iterable[str], week: Iterable[str], room: int | None, until: date | None
) -> dict[str, Any]:
    """When it can be, how often and of which kinds, as it is kept."""
    if until and until < localdate(at):
        raise OverAlready
    if room is not None and not 1 <= room <= MOST_ROOM:
        raise NoRoom
    known = {kind.key for kind in offerable()}
    return {
        "kinds": [key for key in dict.fromkeys(kinds) if key in known][:MOST_KINDS],
        "week": in_order(week),
        "room": room,
        "until": until,
    }


@transaction.atomic
def offer(
    *,
    line: str,
    neighbourhood: Neighbourhood | None,
    by: Person,
    at: datetime,
    kinds: Iterable[str] = (),
    week: Iterable[str] = (),
    room: int | None = None,
    until: date | None = None,
    group: Group | None = None,
) -> Offer:
    """Offers something in a neighbourhood, which sees by whom; the same sentence said twice is one offer."""
    if neighbourhood is None:
        raise NoPlace
    said = usable(line=line, about=[by], kinds=kinds, week=week, room=room, until=until, at=at)
    once("offer", by=by)
    same = Offer.objects.standing().filter(person=by, neighbourhood=neighbourhood, group=group, line=said["line"])
    if there := same.first():
        return there
    be_seen(by=by, neighbourhood=neighbourhood, at=at)
    made = Offer.objects.create(person=by, neighbourhood=neighbourhood, group=group, since=localdate(at), at=at, **said)
    leave_trace(by=by, hat=None, what="offer", thing=made, circle=None, at=at)
    return made


def be_seen(*, by: Person, neighbourhood: Neighbourhood, at: datetime) -> None:
    """Who offers is seen in that neighbourhood as anybody is: by an open hat. Who wears none there puts one on."""
    here = upward(neighbourhood)
    if not Hat.objects.worn_on(localdate(at)).filter(person=by, open=True, neighbourhood__in=here).exists():
        put_on_own(by=by, at=at, role=SEEN_HELPING, can="", cannot="", neighbourhood=neighbourhood, open=True)


@transaction.atomic
def change(
    *,
    offer: Offer,
    line: str,
    by: Person,
    at: datetime,
    kinds: Iterable[str],
    week: Iterable[str],
    room: int | None,
    until: date | None,
) -> None:
    """Says one's own offer in other words, or at other times; of who has no login, whose offer one minds, the times."""
    said = fitted(kinds=kinds, week=week, room=room, until=until, at=at)
    if offer.person_id == by.id:  # Of another one says when it can be, in the words they said yes to.
        said["line"] = plain_line(line, about=[by])
    if not Offer.objects.standing().looked_after_by(by).filter(id=offer.id).update(**said):
        raise OfferGone
    leave_trace(by=by, hat=None, what="change_offer", thing=offer, circle=None, at=at)


@transaction.atomic
def pause(*, offer: Offer, by: Person, at: datetime, until: date | None = None) -> OfferPause:
    """Lets an offer rest until a day, or until one says so."""
    if until and until <= localdate(at):
        raise OverAlready
    return _say_pause(offer, until=until, by=by, at=at)


@transaction.atomic
def resume(*, offer: Offer, by: Person, at: datetime) -> OfferPause | None:
    """Offers it again from today on; what does not rest goes on as it is."""
    if pause_of(offer, on=localdate(at)) is None:
        return None
    return _say_pause(offer, until=localdate(at), by=by, at=at)


def _say_pause(offer: Offer, *, until: date | None, by: Person, at: datetime) -> OfferPause:
    if not Offer.objects.standing().looked_after_by(by).filter(id=offer.id).exists():
        raise OfferGone
    rests = OfferPause.objects.create(offer=offer, until=until, at=at)
    leave_trace(by=by, hat=None, what="pause_offer", thing=offer, circle=None, at=at)
    return rests


@transaction.atomic
def end(*, offer: Offer, by: Person, at: datetime) -> OfferEnding:
    """Ends one's own offer, or one that one minds; ended twice, it ended the first time."""
    once("offer", by=by)
    ended, first = OfferEnding.objects.get_or_create(offer=offer, defaults={"by": by, "at": at})
    if first:
        let_go_of_hat(offer)
        leave_trace(by=by, hat=None, what="end_offer", thing=offer, circle=None, at=at)
    return ended


def let_go_of_hat(offer: Offer) -> None:
    """Whoever has no login takes no hat off: the one that came with an offer goes with the last of them there."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.let_go_of_hat(%s)", [offer.id])


def note_asked(*, offer: Offer, by: Person, at: datetime) -> OfferAsked:
    """That somebody is asked for what they offer: of these the load is counted. Asked twice on a day counts once."""
    same = OfferAsked.objects.filter(offer=offer, by=by, at__date=localdate(at)).first()
    return same or OfferAsked.objects.create(offer=offer, by=by, at=at)


def load_of(offers: Iterable[Offer]) -> dict[UUID, int]:
    """How often each was asked in the last thirty days, by anybody; nobody's sum is kept."""
    with connection.cursor() as cursor:
        cursor.execute("select offer, asked from trust.offer_load(%s)", [[one.id for one in offers]])
        return dict(cursor.fetchall())
