"""Reading referrals: what waits for me, what came to me, what I asked, and what is about me; and one of them whole."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.timezone import localdate

from nabij.bridge.handings import HandingOn
from nabij.bridge.lifecycle import CLOSED, GOING, Side, State, choices
from nabij.bridge.referrals import Onward, Receiver, Referral, ReferralStep, Thanks, onward_of
from nabij.bridge.referring import Whom, to_group, to_hat, to_service
from nabij.directory.models import Service
from nabij.directory.reading import SHOWN
from nabij.people.models import Group, Hat, Person
from nabij.trust.models import HasAccount, Looked
from nabij.trust.verbs import note_look, note_looks

MOST = 100


@dataclass(frozen=True)
class Board:
    """All referrals somebody reads, by how they stand to them, each once; the newest first."""

    waiting: list[Referral]
    received: list[Referral]
    sent: list[Referral]
    about_me: list[Referral]


@dataclass(frozen=True)
class Whole:
    """One referral as one reader sees it."""

    referral: Referral
    steps: list[ReferralStep]
    receivers: list[Receiver]
    thanks: list[Thanks]
    onward: list[Onward]
    before: Referral | None
    sides: set[Side]

    @property
    def state(self) -> str:
        return self.steps[-1].state if self.steps else ""

    @property
    def next(self) -> tuple[State, ...]:
        """What this reader may say now."""
        return tuple(one for one in choices(self.state, sides=self.sides) if one != State.DRAFT)

    @property
    def may_go_on(self) -> bool:
        """Whether this reader may ask it further: who is asked, until it is over; who asked, when it could not be."""
        refused = self.state in (State.REJECTED, State.FAILED)
        return refused if Side.SENDER in self.sides else Side.RECEIVER in self.sides and self.state not in CLOSED

    @property
    def carrier(self) -> ReferralStep | None:
        """Whoever was asked and said something last."""
        mine = (self.referral.by_id, self.referral.about_id)
        return next((one for one in reversed(self.steps) if one.who_id not in mine), None)

    def to_thank(self, me: UUID) -> list[tuple[UUID, str]]:
        """Whom one may thank: who asked, and who took it up; once each."""
        people = {self.referral.by_id: self.referral.by_name}
        if self.carrier:
            people[self.carrier.who_id] = self.carrier.who_name
        done = {one.to_id for one in self.thanks if one.by_id == me}
        return [(key, name) for key, name in people.items() if key != me and key not in done]


def mine(*, by: Person, at: datetime) -> Board:
    """Everything one reads of this, in one question; that one looked is written down for each it is about."""
    every = list(with_parts().order_by("-at", "-id")[:MOST])
    write_looks(every, by=by, at=at)
    theirs = looks_after(by.id)
    waiting = [one for one in every if waits_for(one, who=by.id, mine=theirs)]
    others = [one for one in every if one not in waiting]
    return Board(
        waiting=waiting,
        received=[one for one in others if by.id not in (one.by_id, one.about_id)],
        sent=[one for one in others if one.by_id == by.id],
        about_me=[one for one in others if one.about_id == by.id and one.by_id != by.id],
    )


def with_parts() -> Any:
    """With who was asked first, and whether whoever said something last still has it in hand."""
    first = Receiver.objects.filter(referral=OuterRef("pk"), via=Receiver.Via.SENT)
    asked = Exists(Receiver.objects.filter(referral=OuterRef("pk"), person=OuterRef("said_by")))
    took = Exists(HandingOn.objects.filter(referral=OuterRef("pk"), to=OuterRef("said_by"), yes=True))
    return Referral.objects.as_they_stand().annotate(first=Subquery(first.values("person")[:1]), held=asked | took)


def looks_after(who: UUID) -> set[UUID]:
    """Whose referrals somebody answers: their own, of whom they stand in for, and of whoever handed one on to them."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.absent_of(%s)", [who])
        absent = cursor.fetchone()[0]
    handed = HandingOn.objects.filter(to=who, yes=True, referral__isnull=False)
    return {who, *absent, *handed.values_list("person_id", flat=True)}


def waits_for(one: Any, *, who: UUID, mine: set[UUID]) -> bool:
    """Whether somebody is asked to say something now: whoever is asked, or whom it is about and who reads it first.

    mine: as `looks_after` says. What a stand-in said last waits for whoever was asked first, once they are back.
    """
    if one.state == State.DRAFT:
        return bool(one.about_id == who)
    if one.state == State.REQUESTED:
        return who not in (one.by_id, one.about_id)
    return one.state in GOING and (one.said_by in mine or (one.first in mine and not one.held))


def waiting(*, by: Person) -> list[Any]:
    """For Today: what waits for me, the nearest day first."""
    found, theirs = with_parts().filter(~Q(state__in=CLOSED)).filter(~Q(by=by.id))[:MOST], looks_after(by.id)
    return sorted(
        (one for one in found if waits_for(one, who=by.id, mine=theirs)),
        key=lambda one: (one.hears_by or date.min, one.id),
    )


def is_there_any(who: UUID) -> Exists:
    return Exists(Referral.objects.filter(~Q(by=who)))


def write_looks(found: list[Referral], *, by: Person, at: datetime) -> None:
    seen = [(one, [one.about_id]) for one in found]
    note_looks(by=by, hat=None, seen=seen, at=at, what=Looked.REFERRAL)


def find(key: UUID, *, by: Person, at: datetime, hat: Hat | None = None) -> Whole:
    """One referral; raises Referral.DoesNotExist for whoever does not read it."""
    there = Referral.objects.get(id=key)
    note_look(by=by, hat=hat, about=[there.about_id], thing=there, at=at, what=Looked.REFERRAL)
    before = Referral.objects.filter(id=there.came_from).first() if there.came_from else None
    return Whole(
        referral=there,
        steps=list(there.steps.order_by("number")),
        receivers=list(there.receivers.order_by("at", "id")),
        thanks=list(there.thanks.order_by("at", "id")),
        onward=onward_of(there) if by.id in (there.by_id, there.about_id) else [],
        before=before,
        sides=sides_of(there, who=by.id, today=localdate(at)),
    )


def sides_of(there: Referral, *, who: UUID, today: date) -> set[Side]:
    """Who reads it and neither asked nor is whom it is about, is asked; or is a parent, who says nothing here."""
    asked = there.receivers.filter(mine_or_of_my_group(who, today=today)).exists() or is_charged(there)
    sides = {Side.SENDER: there.by_id == who, Side.RESIDENT: there.about_id == who, Side.RECEIVER: asked}
    return {side for side, yes in sides.items() if yes}


def is_charged(there: Referral) -> bool:
    """Whether whoever acts stands in for who is asked, or took it over."""
    with connection.cursor() as cursor:
        cursor.execute("select %s = any(trust.charged_referrals())", [there.id])
        return bool(cursor.fetchone()[0])


def mine_or_of_my_group(who: UUID, *, today: date) -> Q:
    worn = granted_hats(today).filter(person_id=who, group__isnull=False)
    return Q(person_id=who) | Q(group_id__in=worn.values("group_id"))


def granted_hats(today: date) -> Any:
    """Hats that somebody else gave; a hat one put on oneself reads nothing that is asked of a group."""
    return Hat.objects.worn_on(today).filter(~Q(granted_by=F("person")) | Q(granted_by=None))


@dataclass(frozen=True)
class Choice:
    """One that can be asked, under a heading."""

    key: str
    name: str
    heading: str


def to_choose(*, by: Person, about: UUID | None, today: date, service: UUID | None = None) -> list[Choice]:
    """Whom one can ask: teams and groups, professionals, volunteers and neighbours; and the listing one came from."""
    hats = Hat.objects.worn_on(today).filter(HasAccount("person_id")).exclude(person_id__in=[by.id, about or by.id])
    people = list(hats.select_related("person", "group").order_by("person__name", "id")[:MOST])
    given = granted_hats(today).filter(group_id=OuterRef("pk")).exclude(person_id=by.id)
    groups = Group.objects.filter(Exists(given)).order_by("name")
    found = [Choice(f"group:{one.id}", one.name, "group") for one in groups]
    for formal in (True, False):
        heading = "formal" if formal else "informal"
        found += [Choice(f"hat:{one.id}", called(one), heading) for one in people if one.formal == formal]
    listed = Service.objects.filter(id=service, status__in=SHOWN).exclude(email="").first() if service else None
    return [*([Choice(f"service:{listed.id}", listed.name, "outside")] if listed else []), *found]


def called(hat: Hat) -> str:
    where = f", {hat.group.name}" if hat.group else ""
    return f"{hat.person.called}, {hat.role}{where}"


def whom(key: str, *, by: Person, at: datetime) -> Whom:
    """Whom a choice means; it was one of `to_choose`."""
    kind, _colon, rest = key.partition(":")
    if kind == "hat":
        return to_hat(Hat.objects.select_related("person").get(id=rest))
    if kind == "group":
        return to_group(Group.objects.get(id=rest))
    return to_service(Service.objects.get(id=rest), by=by, at=at)
