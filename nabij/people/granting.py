"""What administration does: grants hats, keeps the duty list, names groups and places."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.people.models import Duty, Group, Hat, Neighbourhood, Person, Place
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


def grant(
    *,
    person: Person,
    role: str,
    formal: bool,
    at: datetime,
    group: Group | None = None,
    neighbourhood: Neighbourhood | None = None,
    can: str = "",
    cannot: str = "",
    until: date | None = None,
    open: bool = False,
) -> Hat:
    """Grants a hat from today on, with its mandate in plain words."""
    role, today = role.strip(), timezone.localdate(at)
    if not role:
        raise NoRole
    if open and neighbourhood is None:
        raise OpenNowhere
    if until and until < today:
        raise UntilGone
    alike = Hat.objects.worn_on(today).filter(person=person, role=role, group=group, neighbourhood=neighbourhood)
    for worn in alike.select_related("person"):
        raise AlreadyWorn(worn)
    return put_on(
        person=person,
        role=role,
        formal=formal,
        since=today,
        group=group,
        neighbourhood=neighbourhood,
        can=can,
        cannot=cannot,
        until=until,
        open=open,
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


def open_place(*, name: str, neighbourhood: Neighbourhood | None, address: str = "", hours: str = "") -> Place:
    """A place to meet, with its hours in words."""
    name = named(name)
    if Place.objects.filter(name__iexact=name, neighbourhood=neighbourhood).exists():
        raise NameTaken(name)
    return Place.objects.create(name=name, neighbourhood=neighbourhood, address=address.strip(), hours=hours.strip())


def named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise NameNeeded
    return name
