"""What changes who may read: circles begun, joined and left; and the two logs that are only ever added to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Person
from nabij.trust.models import Acquaintance, Circle, Look, Membership, Noted, Trace
from nabij.trust.why import in_use, refuse_without_yes, usual


class AlreadyIn(ValueError):
    """Nobody is twice in one circle."""

    def __init__(self, person: Person) -> None:
        super().__init__(_("%(name)s leest hier al mee.") % {"name": person.first_name})


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
    purpose: str = "",
) -> Circle:
    """Begins a circle with its maker and whom it is about, all in one statement: later nobody becomes its resident.

    purpose: the key of what it writes for; by default the usual one.
    """
    why = in_use(purpose or usual(kind=kind, by=by, hat=hat, residents=residents))
    circle = Circle.objects.create(name=name, kind=kind, made_by=by, made_at=at, purpose_id=why)
    first = {"circle": circle, "let_in_by": by, "since": at}
    about = {person.id for person in residents}
    maker = Membership(person=by, hat=hat, as_resident=by.id in about, **first)
    others = [Membership(person=person, as_resident=True, **first) for person in residents if person.id != by.id]
    Membership.objects.bulk_create([maker, *others])
    leave_trace(by=by, hat=hat, what="begin_circle", thing=circle, circle=circle.id, at=at)
    return circle


def own_circle(*, by: Person, at: datetime) -> Circle:
    """The circle of one: what only I read. Made at the first need."""
    mine = Circle.objects.filter(kind=Circle.Kind.OWN, made_by=by).first()
    return mine or begin_circle(name=_("Alleen ik"), kind=Circle.Kind.OWN, by=by, at=at)


@transaction.atomic
def let_in(*, circle: Circle, person: Person, by: Person, at: datetime, hat: Hat | None = None) -> Membership:
    """Lets somebody into a circle: from now on they read what is in it."""
    if Membership.objects.current().filter(circle=circle, person=person).exists():
        raise AlreadyIn(person)
    refuse_without_yes(circle=circle, person=person, hat=hat)
    membership = Membership.objects.create(circle=circle, person=person, hat=hat, let_in_by=by, since=at)
    leave_trace(by=by, hat=None, what="let_in", thing=membership, circle=circle.id, at=at)
    return membership


@transaction.atomic
def leave(*, membership: Membership, by: Person, at: datetime) -> None:
    """Ends a membership: from now on nothing of the circle is read, but for what one wrote oneself."""
    if not Membership.objects.filter(id=membership.id, until__isnull=True).update(until=at):
        raise NotYours
    leave_trace(by=by, hat=None, what="leave", thing=membership, circle=membership.circle_id, at=at)


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
        hat_name=hat.role if hat else "",
        what=what,
        thing=thing._meta.label_lower,
        thing_id=thing.pk,
        circle_key=circle,
        why=why,
    )


def note_look(
    *,
    by: Person,
    hat: Hat | None,
    about: Sequence[UUID],
    thing: Model,
    at: datetime,
    what: str = "read",
    purpose: str = "",
) -> None:
    """One row in the log of looks for each person it is about, in the transaction of the read."""
    note_looks(by=by, hat=hat, seen=[(thing, about)], at=at, what=what, purpose=purpose)


def note_looks(
    *,
    by: Person,
    hat: Hat | None,
    seen: Iterable[tuple[Model, Sequence[UUID]]],
    at: datetime,
    what: str = "read",
    purpose: str = "",
) -> None:
    """The same for a page that shows several things, each with whom it is about; in one statement.

    Nobody's look at what is only about themselves is logged.
    """
    Look.objects.bulk_create(
        Look(
            at=at,
            who=by.id,
            who_name=by.called,
            hat_name=hat.role if hat else "",
            what=what,
            thing=thing._meta.label_lower,
            thing_id=thing.pk,
            about=person,
            purpose=purpose,
        )
        for thing, about in seen
        for person in about
        if person != by.id
    )
