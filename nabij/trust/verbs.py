"""What changes who may read: circles begun, joined and left; and the logs that are only ever added to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Person
from nabij.trust.ages import sixteenth
from nabij.trust.logs import Looked, Trace, TraceId
from nabij.trust.looking import Looker, Seen, write_looks
from nabij.trust.models import Acquaintance, BeginningOf, Circle, Membership, Noted, Opening
from nabij.trust.whatfor import in_use, refuse_without_yes, usual


class AlreadyIn(ValueError):
    """Nobody is twice in one circle."""

    def __init__(self, person: Person) -> None:
        super().__init__(_("%(name)s leest hier al mee.") % {"name": person.first_name})


class EndGone(ValueError):
    """Reading ends on a day that is still to come."""

    def __init__(self) -> None:
        super().__init__(_("Die dag is al voorbij. Kies een dag die nog komt."))


class NotYours(ValueError):
    """Who reads is ended by whoever reads, or by the resident; whom a circle is about stays in it."""

    def __init__(self) -> None:
        super().__init__(_("Dit kan alleen wie zelf meeleest, of degene om wie het gaat."))


@transaction.atomic
def begin_circle(
    *,
    name: str,
    kind: str,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    residents: Sequence[Person] = (),
    parents: Sequence[tuple[Person, Person]] = (),
    purpose: str = "",
) -> Circle:
    """Begins a circle with its maker and whom it is about, all in one statement: later nobody becomes its resident.

    parents: (parent, child) who read and decide for a child until it is sixteen.
    purpose: the key of what it writes for; by default the usual one.
    """
    why = in_use(purpose or usual(kind=kind, by=by, hat=hat, residents=residents))
    circle = Circle.objects.create(name=name, kind=kind, made_by=by, made_at=at, purpose_id=why)
    seats = {by.id: Membership(person=by, hat=hat)}
    for parent, child in parents:
        seats[parent.id] = Membership(person=parent, parent_of=child, until=sixteenth(child.id))
    for person in residents:
        seats[person.id] = Membership(person=person, as_resident=True, hat=hat if person.id == by.id else None)
    for seat in seats.values():
        seat.circle, seat.let_in_by, seat.since = circle, by, at
    Membership.objects.bulk_create(seats.values())
    leave_trace(by=by, hat=hat, what="begin_circle", thing=circle, circle=circle.id, at=at)
    return circle


def own_circle(*, by: Person, at: datetime) -> Circle:
    """The circle of one: what only I read. Made at the first need."""
    mine = Circle.objects.filter(kind=Circle.Kind.OWN, made_by=by).first()
    return mine or begin_circle(name=_("Alleen ik"), kind=Circle.Kind.OWN, by=by, at=at)


@transaction.atomic
def let_in(
    *,
    circle: Circle,
    person: Person,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    sees_from: datetime | None = None,
    until: datetime | None = None,
) -> Membership:
    """Lets somebody into a circle.

    sees_from: what was written before then they do not read; None opens the whole past, or as much as `by` reads.
    until: when their reading ends by itself.
    """
    if Membership.objects.current().filter(circle=circle, person=person).exists():
        raise AlreadyIn(person)
    if until and until <= at:
        raise EndGone
    refuse_without_yes(circle=circle, person=person, hat=hat)
    membership = Membership.objects.create(
        circle=circle,
        person=person,
        hat=hat,
        let_in_by=by,
        since=at,
        sees_from=max(filter(None, (sees_from, beginning_of(circle))), default=None),
        until=until,
    )
    leave_trace(by=by, hat=None, what="let_in", thing=membership, circle=circle.id, at=at)
    return membership


def seat_parent(*, circle: Circle, parent: UUID, child: Person, at: datetime) -> Membership:
    """A child lets its parent read from now on, until it is sixteen; which is the child's to give and to take back."""
    seat = Membership.objects.create(
        circle=circle,
        person_id=parent,
        parent_of=child,
        let_in_by=child,
        since=at,
        sees_from=at,
        until=sixteenth(child.id),
    )
    leave_trace(by=child, hat=None, what="let_in", thing=seat, circle=circle.id, at=at)
    return seat


def beginning_of(circle: Circle) -> datetime | None:
    """From when whoever acts reads in this circle; None when they read all of it, or are not in it."""
    return Circle.objects.filter(id=circle.id).values_list(BeginningOf("id"), flat=True).first()


@transaction.atomic
def open_past(*, membership: Membership, by: Person, at: datetime, since: datetime | None = None) -> Opening:
    """Opens to a member what was written before they came: from a day, or all that `by` reads."""
    opening = Opening.objects.create(membership=membership, since=since, by=by, at=at)
    leave_trace(by=by, hat=None, what="open_past", thing=membership, circle=membership.circle_id, at=at)
    return opening


@transaction.atomic
def leave(*, membership: Membership, by: Person, at: datetime) -> None:
    """Ends a membership: from now on nothing of the circle is read, but for what one wrote oneself."""
    if not Membership.objects.current().filter(id=membership.id).update(until=at):
        raise NotYours
    leave_trace(by=by, hat=None, what="leave", thing=membership, circle=membership.circle_id, at=at)


@transaction.atomic
def end_on(*, membership: Membership, until: datetime, by: Person, at: datetime) -> None:
    """Says until when somebody reads; only the resident says so."""
    if until <= at:
        raise EndGone
    if not Membership.objects.current().filter(id=membership.id).update(until=until):
        raise NotYours
    leave_trace(by=by, hat=None, what="end_on", thing=membership, circle=membership.circle_id, at=at)


def note_in(*, circle: Circle, person: Person, at: datetime) -> Noted:
    """Lets a circle know a person who is not in it."""
    noted, _made = Noted.objects.get_or_create(circle=circle, person=person, defaults={"at": at})
    return noted


def introduce(*, person: Person, to: Person, at: datetime, by: Person | None = None) -> Acquaintance:
    """Lets somebody know of a person; `by` is that person, or None when the office beheer does it."""
    known, _made = Acquaintance.objects.get_or_create(who=to, person=person, defaults={"at": at, "introduced_by": by})
    return known


def leave_trace(
    *, by: Person, hat: Hat | None, what: str, thing: Model, circle: UUID | None, at: datetime, why: str = ""
) -> None:
    """One row in the log of changes, in the transaction of the change."""
    Trace.objects.create(
        at=at,
        who=by.id,
        who_name=by.called,
        hat=hat.id if hat else None,
        hat_name=hat.role if hat else "",
        what=what,
        thing=thing._meta.label_lower,
        thing_id=thing.pk,
        circle_key=circle,
        trace_id=TraceId(),  # type: ignore[misc]
        why=why,
    )


def note_look(
    *,
    by: Person,
    hat: Hat | None,
    about: Sequence[UUID],
    thing: Model,
    at: datetime,
    what: str = Looked.READ,
    purpose: str = "",
    why: str = "",
) -> None:
    """One row in the log of looks for each person it is about, in the transaction of the read."""
    note_looks(by=by, hat=hat, seen=[(thing, about)], at=at, what=what, purpose=purpose, why=why)


def note_looks(
    *,
    by: Person,
    hat: Hat | None,
    seen: Iterable[tuple[Model, Sequence[UUID]]],
    at: datetime,
    what: str = Looked.READ,
    purpose: str = "",
    why: str = "",
) -> None:
    """The same for a page that shows several things, each with whom it is about; in one statement.

    what: a kind of `Looked`. purpose: the key of a purpose, by default that of the kind. why: a sentence of whoever
    looks, where one is asked. Nobody's look at what is only about themselves is logged.
    """
    write_looks(
        looker=Looker(by.called, who=by.id, hat=hat.id if hat else None, hat_name=hat.role if hat else ""),
        seen=[
            Seen(thing._meta.label_lower, thing.pk, person, circle=getattr(thing, "circle_id", None))
            for thing, about in seen
            for person in about
            if person != by.id
        ],
        what=Looked(what),
        at=at,
        purpose=purpose,
        why=why,
    )
