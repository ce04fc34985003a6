"""The people around somebody, as told in one circle: drawn, moved, told anew and ended; and what they said.

A name becomes a person, a group or a place. Nothing is overwritten: who moves stands elsewhere from then on.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nabij.moments import rings
from nabij.moments.models import Placing, Saying, Tie, TieEnd
from nabij.moments.tieline import Thing
from nabij.moments.verbs import draw_tie, say
from nabij.people.models import Group, Hat, Person, Place
from nabij.people.verbs import note_person
from nabij.trust.ages import past_a_parent
from nabij.trust.models import Circle, Membership
from nabij.trust.verbs import leave_trace
from nabij.trust.whatfor import purpose_for

MYSELF = ("ik", "mij", "ikzelf", "mezelf", "mijzelf", "me", "myself")
THINGS = {Tie.Kind.GROUP: Thing.GROUP, Tie.Kind.PLACE: Thing.PLACE}
ONESELF = ("zichzelf", "haarzelf", "hemzelf", "henzelf", "herself", "himself")


class InTheMiddle(ValueError):
    """Nobody has a tie to themselves."""

    def __init__(self, owner: Person) -> None:
        said = _("%(name)s staat al in het midden. Wie staat er omheen?")
        super().__init__(said % {"name": owner.first_name})


class StandsThere(ValueError):
    """Nobody stands twice on one map."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s staat er al. Je kunt de plek of de woorden veranderen.") % {"name": name})


class TieIsOver(ValueError):
    """What is over is not moved or ended again."""

    def __init__(self) -> None:
        super().__init__(_("Die staat er niet meer bij. Iemand anders haalde de naam net weg."))


class OnlyByThemselves(ValueError):
    """A child's own word comes before its parents by the child alone."""

    def __init__(self, child: Person) -> None:
        said = _("Ouders lezen hier mee. Zet het op je eigen woord, of laat %(name)s het zelf opschrijven.")
        super().__init__(said % {"name": child.first_name})


@transaction.atomic
def add(
    *,
    circle: Circle,
    owner: Person,
    name: str,
    by: Person,
    at: datetime,
    kind: str,
    thing: str = "",
    told_by: Person | None = None,
    hat: Hat | None = None,
    **tie: object,
) -> Tie:
    """Draws a tie to somebody by name: whom the circle knows already, or a newly noted person; a group or a place.

    thing: by default as the kind says. told_by: whose word it is, by default that of whoever writes.
    tie: called, ring, weight, gives and takes, as `draw_tie` has them.
    """
    thing = thing or THINGS.get(Tie.Kind(kind), Thing.PERSON)
    _refuse_past_a_parent(circle=circle, told_by=told_by, by=by)
    found = meant(circle=circle, owner=owner, name=name.strip(), thing=thing, by=by)
    _refuse_twice(circle=circle, owner=owner, found=found)
    if found.get("name") and thing == Thing.PERSON:
        found = {"other": note_person(name=name, by=by, at=at)}
    shared: dict[str, object] = {"circle": circle, "owner": owner, "kind": kind, "by": by, "at": at}
    drawn = draw_tie(told_by=told_by or by, **shared, **found, **tie)  # type: ignore[arg-type]
    leave_trace(by=by, hat=hat, what="draw_tie", thing=drawn, circle=circle.id, at=at)
    return drawn


def meant(*, circle: Circle, owner: Person, name: str, thing: str, by: Person) -> dict[str, object]:
    """Who or what a name means: {other: person}, {group: ..}, {place: ..}, or {name: ..} when nobody knows it yet."""
    folded = name.casefold().removesuffix(" zelf")
    if folded in ONESELF or (folded in MYSELF and by == owner):
        raise InTheMiddle(owner)
    if thing == Thing.GROUP:
        group = Group.objects.filter(name__iexact=name).order_by("id").first()
        return {"group": group} if group else {"name": name}
    if thing == Thing.PLACE:
        place = Place.objects.standing().filter(name__iexact=name).order_by("id").first()
        return {"place": place} if place else {"name": name}
    other = by if folded in MYSELF else known(circle=circle, name=folded)
    if other == owner:
        raise InTheMiddle(owner)
    return {"other": other} if other else {"name": name}


def _refuse_twice(*, circle: Circle, owner: Person, found: dict[str, object]) -> None:
    name = found.get("name")
    same = {"name__iexact": name} if name else found
    there = Tie.objects.current().filter(circle=circle, owner=owner, **same).first()
    if there:
        raise StandsThere(there.with_whom)


def known(*, circle: Circle, name: str) -> Person | None:
    """Whom this circle already knows by that name, as member or as noted."""
    wanted = name.strip().casefold()
    in_circle = Person.objects.filter(memberships__in=Membership.objects.current().filter(circle=circle))
    noted = Person.objects.filter(noted_in__circle=circle)
    for one in (*in_circle, *noted):
        if wanted in (one.name.casefold(), one.known_as.casefold(), one.first_name.casefold()):
            return one
    return None


@transaction.atomic
def move(
    *,
    tie: Tie,
    ring: int,
    by: Person,
    at: datetime,
    turn: int | None = None,
    told_by: Person | None = None,
    hat: Hat | None = None,
) -> Placing | None:
    """From now on they stand in this ring: as near to `turn` as there is room, by default where they stood.

    `tie` as `current` read it. None when they stand there already.
    """
    _refuse_over(tie)
    _refuse_unheard(tie, told_by=told_by, by=by)
    others = Tie.objects.current().of_network(tie.owner_id).exclude(id=tie.id)
    wish = tie.turned if turn is None else turn
    place = rings.settle((ring, wish), among=rings.places(others.stand())) or rings.Place(ring, wish or 0)
    if (place.ring, place.turn) == (tie.stands_in, tie.turned):
        return None
    said = {"circle": tie.circle, "tie": tie, "by": by, "told_by": told_by or by, "at": at}
    placed = Placing.objects.create(ring=place.ring, turn=place.turn, **said)
    leave_trace(by=by, hat=hat, what="move_tie", thing=tie, circle=tie.circle_id, at=at)
    return placed


@transaction.atomic
def end(*, tie: Tie, by: Person, at: datetime, told_by: Person | None = None, hat: Hat | None = None) -> TieEnd:
    """From now on they do not stand in this network any more; what was, stays to be read."""
    _refuse_unheard(tie, told_by=told_by, by=by)
    said = {"circle": tie.circle, "by": by, "told_by": told_by or by, "at": at}
    over, ended_now = TieEnd.objects.get_or_create(tie=tie, defaults=said)
    if not ended_now:
        raise TieIsOver
    leave_trace(by=by, hat=hat, what="end_tie", thing=tie, circle=tie.circle_id, at=at)
    return over


@transaction.atomic
def retell(
    *,
    tie: Tie,
    by: Person,
    at: datetime,
    told_by: Person | None = None,
    hat: Hat | None = None,
    **said: object,
) -> Tie:
    """What is said of a tie is other now: a new one in its place, and the old one is over.

    `tie` as `current` read it. said: called, kind, weight, gives and takes.
    """
    end(tie=tie, by=by, at=at, told_by=told_by, hat=hat)
    same = {name: getattr(tie, name) for name in ("circle", "owner", "other", "group", "place", "name", "since")}
    where = {"ring": tie.stands_in, "turn": tie.turned}
    anew = draw_tie(**same, **where, told_by=told_by or by, by=by, at=at, **said)  # type: ignore[arg-type]
    leave_trace(by=by, hat=hat, what="draw_tie", thing=anew, circle=tie.circle_id, at=at)
    return anew


def _refuse_unheard(tie: Tie, *, told_by: Person | None, by: Person) -> None:
    """A circle whose purpose does not allow who reads there is not written to; nor past a child to its parents."""
    purpose_for(circle=tie.circle)
    _refuse_past_a_parent(circle=tie.circle, told_by=told_by, by=by)


def _refuse_past_a_parent(*, circle: Circle, told_by: Person | None, by: Person) -> None:
    if told_by and told_by != by and past_a_parent(circle=circle.id, teller=told_by.id, writer=by.id):
        raise OnlyByThemselves(told_by)


def _refuse_over(tie: Tie) -> None:
    if TieEnd.objects.filter(tie=tie).exists():
        raise TieIsOver


def note_saying(
    *, circle: Circle, owner: Person, about: Person, kind: str, by: Person, at: datetime, words: str = ""
) -> Saying:
    """Notes by whose word: who names or fears somebody is the owner; what is too much is said by whoever carries it."""
    of_owner = (Saying.Kind.NAMED, Saying.Kind.UNSAFE, Saying.Kind.QUARREL, Saying.Kind.NOT_TELL)
    said_by = owner if kind in of_owner else about
    return say(circle=circle, about=about, owner=owner, kind=kind, said_by=said_by, by=by, at=at, words=words)
