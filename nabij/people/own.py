"""What people say of themselves, on their own page; row-level security refuses anybody else."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import ClassVar

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.people.models import (
    Hat,
    HatRule,
    Neighbourhood,
    Person,
    ReachableHours,
    Strength,
    TakingOff,
    WayToReach,
)
from nabij.people.verbs import put_on


class Unsaid(ValueError):
    """What somebody says of themselves cannot be kept so; `field` is where it went wrong."""

    why: ClassVar[str | Promise] = ""
    field: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__(str(self.why))


class NothingSaid(Unsaid):
    """One word is needed."""

    why = gettext_lazy("Er staat nog niets. Eén woord is genoeg.")
    field = "what"


class ClosesTooEarly(Unsaid):
    """From when comes before until when."""

    why = gettext_lazy("Het einde komt niet na het begin. Kies een latere tijd.")
    field = "closes"


class NoRole(Unsaid):
    """A hat has a name."""

    why = gettext_lazy("Hoe heet deze pet? Eén woord is genoeg, zoals buurvrouw.")
    field = "role"


class OpenNowhere(Unsaid):
    """An open hat is seen in one neighbourhood, so that has to be named."""

    why = gettext_lazy("Welke buurt mag deze pet zien? Kies er een.")
    field = "neighbourhood"


class ProofNeeded(Unsaid):
    """A hat for which something must be shown is granted, not put on."""

    why = gettext_lazy("Voor deze pet moet je eerst iets laten zien, zoals een VOG. Vraag hem aan beheer.")
    field = "role"


class GrantedHat(Unsaid):
    """A hat that administration granted is not changed by whoever wears it; neither is somebody else's."""

    why = gettext_lazy("Deze pet verander je niet zelf. Vraag het aan beheer.")


class NobodySo(ValueError):
    """Whoever is meant by a name must be one person whom one knows here."""

    def __init__(self, *, called: str, several: bool) -> None:
        said = (
            _("Er zijn meer mensen die “%(name)s” heten. Schrijf de voornaam en de achternaam.")
            if several
            else _("Je kent hier niemand die “%(name)s” heet. Klopt de naam?")
        )
        super().__init__(said % {"name": called})


def speak(*, by: Person, languages: Sequence[str]) -> None:
    """The languages somebody speaks, by their codes."""
    Person.objects.filter(id=by.id).update(languages=list(dict.fromkeys(languages)))


def live_in(*, by: Person, street: str, neighbourhood: Neighbourhood | None) -> None:
    """Where somebody lives. The spot on the map belonged to the old street, so it goes with that."""
    if (street, neighbourhood) == (by.street, by.neighbourhood):
        return
    Person.objects.filter(id=by.id).update(street=street, neighbourhood=neighbourhood, latitude=None, longitude=None)


def come_in_through(*, by: Person, community: str, go_between: Person | None, stand_in: Person | None) -> None:
    """The community somebody belongs to, through whom one comes in, and who is there when they are not."""
    Person.objects.filter(id=by.id).update(community=community, go_between=go_between, stand_in=stand_in)


def whom(*, called: str, by: Person) -> Person | None:
    """The one person that somebody knows by this name: the whole name, else the first name; None for no name."""
    called = " ".join(called.split())
    if not called:
        return None
    known = Person.objects.exclude(id=by.id)
    whole = list(known.filter(Q(name__iexact=called) | Q(known_as__iexact=called))[:2])
    found = whole or list(known.filter(name__istartswith=f"{called} ")[:2])
    if len(found) != 1:
        raise NobodySo(called=called, several=bool(found))
    return found[0]


def offer_strength(*, by: Person, kind: str, what: str, open: bool) -> Strength:
    """What somebody can, knows, likes or has lived through, and whether the neighbourhood may see it."""
    if not what.strip():
        raise NothingSaid
    return Strength.objects.create(person=by, kind=kind, what=what.strip(), open=open)


@transaction.atomic
def be_reachable(*, by: Person, weekdays: Sequence[int], opens: time, closes: time) -> None:
    """When somebody can be reached, on one day of the week or more; said twice it stands there once."""
    if closes <= opens:
        raise ClosesTooEarly
    for weekday in weekdays:
        ReachableHours.objects.get_or_create(person=by, weekday=weekday, opens=opens, closes=closes)


def be_reached(*, by: Person, kind: str, value: str, note: str = "") -> WayToReach:
    """How somebody is reached by the people of their circles."""
    return WayToReach.objects.create(person=by, kind=kind, value=value.strip(), note=note.strip(), noted_by=by)


def take_back(said: Strength | ReachableHours | WayToReach) -> None:
    """Takes away what somebody said of themselves; nothing of it stays."""
    said.delete()


def put_on_own(
    *, by: Person, at: datetime, role: str, can: str, cannot: str, neighbourhood: Neighbourhood | None, open: bool
) -> Hat:
    """Somebody's own hat, for which nobody needs to be asked: seen in their circles, or in one neighbourhood too."""
    if not role.strip():
        raise NoRole
    if open and neighbourhood is None:
        raise OpenNowhere
    near, today = neighbourhood.code if neighbourhood else None, timezone.localdate(at)
    if HatRule.objects.in_force(today).for_hat(role=role.strip(), neighbourhood=near).exists():
        raise ProofNeeded
    return put_on(
        person=by,
        role=role.strip(),
        formal=False,
        since=today,
        neighbourhood=neighbourhood,
        can=can.strip(),
        cannot=cannot.strip(),
        open=open,
        by=by,
    )


def say_mandate(*, hat: Hat, by: Person, can: str, cannot: str, open: bool) -> None:
    """What somebody can and cannot in a hat of their own, and who may see it."""
    if open and hat.neighbourhood_id is None:
        raise OpenNowhere
    change(hat, by=by, can=can.strip(), cannot=cannot.strip(), open=open)


@transaction.atomic
def take_off(*, hat: Hat, by: Person, at: datetime, why: str = "") -> TakingOff:
    """Takes off a hat that somebody put on themselves; nobody stops seeing the reason who could see the hat."""
    change(hat, by=by, until=timezone.localdate(at), open=False)
    return TakingOff.objects.create(hat=hat, by=by, at=at, why=why.strip())


def change(hat: Hat, *, by: Person, **said: object) -> None:
    if not Hat.objects.filter(id=hat.id, person=by, formal=False).update(**said):
        raise GrantedHat
