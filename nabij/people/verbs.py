"""What changes about persons: noted, given a hat, living together, on duty."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.people.models import (
    Account,
    Birth,
    Duty,
    Group,
    Hat,
    Household,
    HouseholdMember,
    Neighbourhood,
    Parent,
    Person,
)


class Nameless(ValueError):
    """Somebody must be called something."""

    def __init__(self) -> None:
        super().__init__(_("Hoe noem je deze persoon? Eén woord is genoeg."))


def note_person(*, by: Person | None, at: datetime, name: str = "", known_as: str = "", **details: object) -> Person:
    """Notes a person, by name or as "known as"; `by` is None when the office beheer does it.

    details: further fields of Person, such as languages or street.
    """
    if not (name.strip() or known_as.strip()):
        raise Nameless
    return Person.objects.create(name=name.strip(), known_as=known_as.strip(), made_by=by, made_at=at, **details)


class BornLater(ValueError):
    """A day of birth lies behind us."""

    def __init__(self, person: Person) -> None:
        self.person = person
        said = _("Die dag moet nog komen. Kies de dag waarop %(name)s is geboren.")
        super().__init__(said % {"name": person.called})


def note_birth(*, person: Person, day: date, by: Person | None, at: datetime) -> Birth:
    """Notes when a child was born, because its age decides who reads; `by` is None for the office beheer."""
    if day > timezone.localdate(at):
        raise BornLater(person)
    return Birth.objects.create(person=person, day=day, noted_by=by, at=at)


def note_parent(*, child: Person, parent: Person, by: Person | None, at: datetime) -> Parent:
    """Notes who is a child's parent or guardian; `by` is None for the office beheer."""
    return Parent.objects.create(child=child, parent=parent, noted_by=by, at=at)


def give_account(*, person: Person, email: str, at: datetime) -> Account:
    """A login with the person's own address; the code in the mail is the key, there is no password."""
    account = Account(person=person, email=email.lower(), made_at=at)
    account.set_unusable_password()
    account.save()
    return account


def put_on(
    *,
    person: Person,
    role: str,
    formal: bool,
    since: date,
    group: Group | None = None,
    neighbourhood: Neighbourhood | None = None,
    can: str = "",
    cannot: str = "",
    employer: str = "",
    until: date | None = None,
    open: bool = False,
    by: Person | None = None,
) -> Hat:
    """Puts a hat on somebody; an informal one anybody puts on themselves, the office beheer grants the others."""
    return Hat.objects.create(
        person=person,
        role=role,
        formal=formal,
        since=since,
        group=group,
        neighbourhood=neighbourhood,
        can=can,
        cannot=cannot,
        employer=employer,
        until=until,
        open=open,
        granted_by=by,
    )


@transaction.atomic
def live_together(*, people: Sequence[Person], name: str, since: date | None = None) -> Household:
    household = Household.objects.create(name=name)
    HouseholdMember.objects.bulk_create(
        HouseholdMember(household=household, person=person, since=since) for person in people
    )
    return household


def take_duty(*, hat: Hat, neighbourhood: Neighbourhood, starts: datetime, ends: datetime, phone: str) -> Duty:
    return Duty.objects.create(hat=hat, neighbourhood=neighbourhood, starts=starts, ends=ends, phone=phone)
