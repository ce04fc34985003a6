"""What administration does: grants hats, keeps the duty list, names groups and places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.people.models import Duty, Group, Hat, HatRule, Neighbourhood, Person, Place, Proof, ProofKind
from nabij.people.own import NoRole, OpenNowhere
from nabij.people.verbs import put_on, take_duty


class Ungranted(ValueError):
    """What administration asks for cannot be."""


class AlreadyWorn(Ungranted):
    """Nobody wears one hat twice."""

    def __init__(self, hat: Hat) -> None:
        super().__init__(_("%(name)s draagt deze pet al.") % {"name": hat.person.called})


class UntilGone(Ungranted):
    """A hat ends on a day that is still to come."""

    def __init__(self) -> None:
        super().__init__(_("Die dag is al voorbij. Kies een dag die nog komt."))


class ProofMissing(Ungranted):
    """Some hats are granted only when what they need was shown."""

    def __init__(self, *, role: str, kind: str) -> None:
        needed = {"role": role, "proof": ProofKind(kind).label}
        super().__init__(_("De pet “%(role)s” vraagt om een %(proof)s. Zeg wanneer je die zag.") % needed)


class SeenTomorrow(Ungranted):
    """A proof is noted by whoever saw it, so not before that day."""

    def __init__(self) -> None:
        super().__init__(_("Die dag komt nog. Wanneer zag je het bewijs?"))


class RunOut(Ungranted):
    """A proof that is over proves nothing."""

    def __init__(self) -> None:
        super().__init__(_("Dit bewijs is al verlopen. Vraag een nieuw."))


class WithoutReason(Ungranted):
    """What is taken from somebody is explained to them."""

    def __init__(self) -> None:
        super().__init__(_("Waarom? Eén zin is genoeg, wie de pet draagt leest hem."))


class NotWorn(Ungranted):
    """A hat is taken off once."""

    def __init__(self) -> None:
        super().__init__(_("Deze pet is al af."))


class NoFormalHat(Ungranted):
    """Who is on duty does it in a hat that was granted for it."""

    def __init__(self, person: Person) -> None:
        super().__init__(_("%(name)s heeft dan geen pet voor dit werk. Geef die eerst.") % {"name": person.called})


class EndsTooEarly(Ungranted):
    """A duty ends after it starts."""

    def __init__(self) -> None:
        super().__init__(_("Een dienst eindigt nadat hij begint. Kies een later einde."))


class Numberless(Ungranted):
    """Who is on duty can be called."""

    def __init__(self) -> None:
        super().__init__(_("Welk nummer bel je als iemand dienst heeft? Geef een telefoonnummer."))


class NameNeeded(Ungranted):
    """A group and a place are called something."""

    def __init__(self) -> None:
        super().__init__(_("Hoe heet het? Eén woord is genoeg."))


class NameTaken(Ungranted):
    """Two groups or places of one name in one neighbourhood are one too many."""

    def __init__(self, name: str) -> None:
        super().__init__(_("“%(name)s” staat er al.") % {"name": name})


@dataclass(frozen=True)
class Shown:
    """A proof that somebody showed: what it is, on which day, and until when it holds."""

    kind: str
    seen_on: date
    valid_until: date | None = None


@transaction.atomic
def grant(
    *,
    person: Person,
    role: str,
    formal: bool,
    at: datetime,
    group: Group | None = None,
    neighbourhood: Neighbourhood | None = None,
    until: date | None = None,
    open: bool = False,
    by: Person | None = None,
    proofs: Sequence[Shown] = (),
    **mandate: Any,
) -> Hat:
    """Grants a hat from today on, with what was shown for it; `by` None is beheer. mandate: can, cannot, employer."""
    role, today = role.strip(), timezone.localdate(at)
    if not role:
        raise NoRole
    if open and neighbourhood is None:
        raise OpenNowhere
    if until and until < today:
        raise UntilGone
    where: dict[str, Any] = {"person": person, "role": role, "group": group, "neighbourhood": neighbourhood}
    for worn in Hat.objects.granted_on(today).filter(**where).select_related("person"):
        raise AlreadyWorn(worn)
    check_proofs(role=role, neighbourhood=neighbourhood, proofs=proofs, today=today)
    granted = put_on(formal=formal, since=today, until=until, open=open, by=by, **where, **mandate)
    for shown in proofs:
        note_proof(hat=granted, shown=shown, by=by, at=at)
    return granted


def check_proofs(*, role: str, neighbourhood: Neighbourhood | None, proofs: Sequence[Shown], today: date) -> None:
    """Refuses a hat for which something is still to be shown."""
    near = neighbourhood.code if neighbourhood else None
    shown = {one.kind for one in proofs}
    for rule in HatRule.objects.in_force(today).for_hat(role=role, neighbourhood=near):
        if rule.kind not in shown:
            raise ProofMissing(role=role, kind=rule.kind)


def note_proof(*, hat: Hat, shown: Shown, by: Person | None, at: datetime) -> Proof:
    """Notes that a proof was seen; the paper itself goes back to whoever showed it."""
    today = timezone.localdate(at)
    if shown.seen_on > today:
        raise SeenTomorrow
    if shown.valid_until and shown.valid_until < today:
        raise RunOut
    return Proof.objects.create(
        hat=hat, kind=shown.kind, seen_by=by, seen_on=shown.seen_on, valid_until=shown.valid_until
    )


def put_on_duty(*, person: Person, neighbourhood: Neighbourhood, starts: datetime, ends: datetime, phone: str) -> Duty:
    """Puts somebody on the duty list of a neighbourhood, once; in the formal hat they have there, else another."""
    if ends <= starts:
        raise EndsTooEarly
    if not phone.strip():
        raise Numberless
    hats = list(Hat.objects.worn_on(timezone.localdate(starts)).filter(person=person, formal=True).order_by("id"))
    if not hats:
        raise NoFormalHat(person)
    hat = next((one for one in hats if one.neighbourhood_id == neighbourhood.code), hats[0])
    said = {"neighbourhood": neighbourhood, "starts": starts, "ends": ends, "phone": phone.strip()}
    there = Duty.objects.filter(hat=hat, **said).first()
    return there or take_duty(hat=hat, **said)  # type: ignore[arg-type]


def begin_group(*, name: str, kind: str, formal: bool, neighbourhood: Neighbourhood | None = None) -> Group:
    """A team, an organisation, something of residents, or a part of the municipality."""
    name = named(name)
    if Group.objects.filter(name__iexact=name, neighbourhood=neighbourhood).exists():
        raise NameTaken(name)
    return Group.objects.create(name=name, kind=kind, formal=formal, neighbourhood=neighbourhood)


def open_place(
    *, name: str, neighbourhood: Neighbourhood | None, address: str = "", hours: str = "", **more: object
) -> Place:
    """A place to meet, with its hours in words. more: what it is, and whether one comes in without a step."""
    name = named(name)
    if Place.objects.filter(name__iexact=name, neighbourhood=neighbourhood, until__isnull=True).exists():
        raise NameTaken(name)
    said = {"address": address.strip(), "hours": hours.strip(), **more}
    return Place.objects.create(name=name, neighbourhood=neighbourhood, **said)


def named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise NameNeeded
    return name
