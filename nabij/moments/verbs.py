"""What is noted: moments, come-backs, ties and what was said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.moments import rings
from nabij.moments.models import CameBack, FollowUp, Moment, Presence, Saying, Tie
from nabij.moments.oneline import LONGEST_LINE, TooLong
from nabij.people.models import Group, Hat, Person, Place
from nabij.trust.models import Circle, Membership
from nabij.trust.verbs import leave_trace, note_in
from nabij.trust.whatfor import purpose_for


class NothingSaid(ValueError):
    """One word is enough, none is not."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén woord is genoeg."))


class Unwritable(ValueError):
    """Some signs no database keeps: a NUL, or half of a pair."""

    def __init__(self) -> None:
        super().__init__(_("Er staat een teken in dat niet te bewaren is. Haal het weg, of typ de regel opnieuw."))


class DayIsOver(ValueError):
    """Nobody comes back to something on a day that was."""

    def __init__(self) -> None:
        super().__init__(_("Die dag is al voorbij. Kies een dag die nog komt."))


@dataclass(frozen=True)
class Present:
    """Somebody in a moment: there, or only concerned."""

    person: Person
    there: bool = True


@dataclass(frozen=True)
class ComeBack:
    """A day on which the author wants to come back to something, and what to do then."""

    day: date
    action: str


@transaction.atomic
def note(
    *,
    line: str,
    circle: Circle,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    happened_at: datetime | None = None,
    told_by: Person | None = None,
    kind: str = "",
    findable: str | None = None,
    themes: Sequence[str] = (),
    present: Sequence[Present] = (),
    come_backs: Sequence[ComeBack] = (),
    shown_from: Moment | None = None,
    purpose: str = "",
    author: Person | None = None,
) -> Moment:
    """Notes what happened, for the members of one circle to read. The line stays as it was written.

    author: who wrote it, when `by` moves what another wrote in a note that both opened, and then `hat` is theirs; the
    database holds it to that.

    kind: by default own words when it is told or written by whom the circle is about, else a note.
    findable: what search may look in; by default the line. shown_from: what a child now shows its parents.
    purpose: the key of why, by default the circle's.
    """
    _refuse_unwritable(line)
    why = purpose_for(circle=circle, chosen=purpose)
    kind = kind or _kind(circle=circle, teller=told_by or by)
    writer = author or by
    moment = Moment(circle=circle, author=writer, hat=hat, told_by=told_by, kind=kind, line=line, themes=list(themes))
    moment.purpose_id, moment.findable = why, line if findable is None else findable
    moment.happened_at, moment.noted_at, moment.shown_from = happened_at or at, at, shown_from
    moment.save(force_insert=True)
    _who_and_when(moment, present=present, come_backs=come_backs)
    leave_trace(by=by, hat=hat if writer.id == by.id else None, what="note", thing=moment, circle=circle.id, at=at)
    return moment


def _who_and_when(moment: Moment, *, present: Sequence[Present], come_backs: Sequence[ComeBack]) -> None:
    circle, at = moment.circle, moment.noted_at
    for one in present:
        note_in(circle=circle, person=one.person, at=at)
    Presence.objects.bulk_create(Presence(moment=moment, person=one.person, there=one.there) for one in present)
    FollowUp.objects.bulk_create(
        FollowUp(moment=moment, circle=circle, person=moment.author, day=one.day, action=one.action, noted_at=at)
        for one in come_backs
    )


def _refuse_unwritable(line: str) -> None:
    if not line.strip():
        raise NothingSaid
    if len(line) > LONGEST_LINE:
        raise TooLong
    if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in line):
        raise Unwritable


def _kind(*, circle: Circle, teller: Person) -> str:
    about = Membership.objects.current().filter(circle=circle, person=teller, as_resident=True).exists()
    return Moment.Kind.OWN_WORDS if about else Moment.Kind.NOTE


def come_back(*, follow_up: FollowUp, by: Person, at: datetime) -> CameBack:
    """Says that one came back to it."""
    return CameBack.objects.create(follow_up=follow_up, by=by, at=at)


@transaction.atomic
def come_back_later(*, follow_up: FollowUp, day: date, by: Person, at: datetime) -> FollowUp:
    """Not now: what one wanted to come back to stands on another day."""
    if day < localdate(at):
        raise DayIsOver
    come_back(follow_up=follow_up, by=by, at=at)
    moved = FollowUp(moment=follow_up.moment, circle=follow_up.circle, person=by, day=day, action=follow_up.action)
    moved.noted_at = at
    moved.save(force_insert=True)
    return moved


@transaction.atomic
def draw_tie(
    *,
    circle: Circle,
    owner: Person,
    kind: str,
    ring: int,
    told_by: Person,
    at: datetime,
    other: Person | None = None,
    group: Group | None = None,
    place: Place | None = None,
    name: str = "",
    called: str = "",
    turn: int | None = None,
    weight: str = Tie.Weight.PLAIN,
    gives: str = "",
    takes: str = "",
    since: date | None = None,
    by: Person | None = None,
) -> Tie:
    """Draws a tie in somebody's network, as told in this circle; it gets a place of its own, and keeps it.

    To a person, a group, a place, or by `name` alone to a group or place that nobody keeps here.
    turn: where on its ring, when that was chosen. by: who writes it down.
    """
    purpose_for(circle=circle)
    if other:
        note_in(circle=circle, person=other, at=at)
    tie = Tie(circle=circle, owner=owner, kind=kind, called=called, ring=ring, weight=weight, noted_at=at, since=since)
    tie.other, tie.group, tie.place, tie.name = other, group, place, name
    tie.gives, tie.takes, tie.told_by, tie.noted_by = gives, takes, told_by, by
    there = Tie.objects.current().of_network(owner.id).stand()
    free = rings.settle((ring, turn), among=rings.places(there))
    tie.turn = free.turn if free else turn
    tie.save(force_insert=True)
    return tie


def say(
    *,
    circle: Circle,
    about: Person,
    owner: Person,
    kind: str,
    said_by: Person,
    by: Person,
    at: datetime,
    words: str = "",
) -> Saying:
    """Notes what somebody said in this circle about somebody's help, by whose word."""
    purpose_for(circle=circle)
    note_in(circle=circle, person=about, at=at)
    return Saying.objects.create(
        circle=circle, about=about, owner=owner, kind=kind, words=words, said_by=said_by, noted_by=by, at=at
    )
