"""What whoever does it says of their own listing by the link in their mail: right, gone, or different.

What they correct stands at once, and what was is kept beside it. A list that still says what they corrected does not
undo it; a list that says something new does.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import connection, transaction
from django.utils.translation import gettext as _

from nabij.directory.hours import DAYS
from nabij.directory.hsds.hours import openings
from nabij.directory.initiatives import OWN
from nabij.directory.models import Confirmation, Contact, Phone, Schedule, Service
from nabij.directory.owners import OwnerChange, OwnerLetter, OwnerStop
from nabij.directory.reading import SHOWN
from nabij.directory.sentences import understand

Field, Found = OwnerChange.Field, Confirmation.Found
BY_OWNER = "wie het doet"  # Where rows come from that an owner wrote.
COLUMNS = {Field.MAIL: "email", Field.WEB: "url", Field.DESCRIPTION: "description", Field.STATUS: "status"}
LONGEST = {"times": 300, "phone": 40, "mail": 254, "web": 300, "description": 2000}


class NotSo(ValueError):
    """What was written cannot stand there; the sentence says what to do. `field`: which one."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field = field


@dataclass(frozen=True)
class Stands:
    """What stands on the map now, each in words that one can correct."""

    times: str
    phone: str
    mail: str
    web: str
    description: str


def stands(service: Service) -> Stands:
    return Stands(*(now(service, field) for field in list(Field)[:5]))


def now(service: Service, field: str) -> str:
    if field == Field.TIMES:
        return times_of(sorted(service.schedules.all(), key=_by_opening))
    if field == Field.PHONE:
        first = _first_phone(service)
        return first.number if first else ""
    return str(getattr(service, COLUMNS[Field(field)]))


def _first_phone(service: Service) -> Phone | None:
    return min(service.phones.all(), key=lambda one: one.id, default=None)


def times_of(rows: Iterable[Schedule]) -> str:
    """As somebody would write it: `di 10:00-12:00`, or the words of the list."""
    return "\n".join(dict.fromkeys(filter(None, map(_in_words, rows))))


def _by_opening(row: Schedule) -> tuple[bool, time, uuid.UUID]:
    """The earliest first; what has no hour last."""
    return row.opens_at is None, row.opens_at or time.min, row.id


def _in_words(row: Schedule) -> str:
    days = row.byday.split(",") if row.byday else []
    if row.opens_at and row.closes_at and days and set(days) <= set(DAYS) and not row.description:
        return f"{', '.join(DAYS[day] for day in days)} {row.opens_at:%H:%M}-{row.closes_at:%H:%M}"
    return " ".join(row.description.split())


def listings_of(letter: OwnerLetter) -> list[Service]:
    """What the letter was about, as far as its address is still theirs."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.offered(%s)", [letter.pk])
        (offered,) = cursor.fetchone()
    there = Service.objects.filter(pk__in=offered)
    return list(there.prefetch_related("schedules", "phones", "owner_changes", "confirmations").order_by("name", "id"))


@transaction.atomic
def say_right(*, service: Service, at: datetime) -> Confirmation:
    """It is right as it stands; what they said had stopped is there again."""
    if service.status not in SHOWN and they_stopped(service) and not is_kept_by_neighbours(service):
        change(service=service, field=Field.STATUS, became=Service.Status.ACTIVE, at=at)
    return _says(service, Found.RIGHT, at=at)


def is_kept_by_neighbours(service: Service) -> bool:
    """They correct it on a page of their own, where they chose who sees what; by a mail they only say right or gone."""
    return service.came_from.startswith(OWN)


def they_stopped(service: Service) -> bool:
    """Whether it stopped by their own word: what a list or administration took off, stays off."""
    said = [one for one in service.owner_changes.all() if one.field == Field.STATUS]
    last = max(said, key=lambda one: (one.at, one.id), default=None)
    return last is not None and last.became == Service.Status.DEFUNCT == service.status


def _says(service: Service, found: str, *, at: datetime) -> Confirmation:
    return Confirmation.objects.create(service=service, found=found, said_by=Confirmation.Voice.OWNER, at=at)


@transaction.atomic
def say_gone(*, service: Service, at: datetime) -> None:
    """It is no more: nobody finds it from now on, and whoever comes by its address reads that it stopped."""
    change(service=service, field=Field.STATUS, became=Service.Status.DEFUNCT, at=at)
    _says(service, Found.WRONG, at=at)
    if is_kept_by_neighbours(service):  # As when they stop: no name and number of a neighbour is left.
        Phone.objects.filter(contact__service=service).delete()
        Contact.objects.filter(service=service).delete()
        Service.objects.filter(pk=service.pk).update(description="", application_process="", url="")


@transaction.atomic
def correct(*, service: Service, said: dict[str, str], at: datetime) -> list[OwnerChange]:
    """What is different from now on, and that the rest is right. Raises `NotSo`; then nothing changed."""
    other = {field: text for field, text in said.items() if _plain(text) != _plain(now(service, field))}
    tidy = {field: _tidy(field, text) for field, text in other.items()}
    made = [change(service=service, field=field, became=text, at=at) for field, text in tidy.items()]
    _says(service, Found.RIGHT, at=at)
    if any(one and one.field == Field.DESCRIPTION for one in made):
        understand(at=at, progress=lambda *_of: None, services=[service.pk])
    return [one for one in made if one]


def _plain(text: str) -> str:
    """What somebody left as it was comes back from a box with other ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def change(*, service: Service, field: str, became: str, at: datetime) -> OwnerChange | None:
    was = now(service, field)
    if was == became:
        return None
    # First: by it the link keeps what it is about when the address itself changes.
    made = OwnerChange.objects.create(service=service, field=field, was=was, became=became, at=at)
    _write(service, field, became, at=at)
    return made


def _write(service: Service, field: str, became: str, *, at: datetime) -> None:
    if field == Field.TIMES:
        service.schedules.all().delete()
        Schedule.objects.bulk_create(_schedules(service, became))
    elif field == Field.PHONE:
        _write_phone(service, became)
    else:
        setattr(service, COLUMNS[Field(field)], became)
    service.changed_at = at
    service.save(update_fields=["changed_at", COLUMNS[Field(field)]] if field in COLUMNS else ["changed_at"])


def _write_phone(service: Service, number: str) -> None:
    first = _first_phone(service) or Phone(service=service, came_from=BY_OWNER)
    first.number = number
    if number:
        first.save()
    else:
        first.delete()


def _schedules(service: Service, said: str) -> list[Schedule]:
    """As days and hours where there is one reading, else in the words of whoever does it."""
    read = openings(said) if said else []
    if read is None:
        return [Schedule(id=uuid.uuid4(), service=service, came_from=BY_OWNER, description=said)]
    return [
        Schedule(
            id=uuid.uuid4(),
            service=service,
            came_from=BY_OWNER,
            freq="WEEKLY",
            byday=",".join(one.days),
            opens_at=one.opens,
            closes_at=one.closes,
        )
        for one in read
    ]


def _tidy(field: str, text: str) -> str:
    """Raises `NotSo` with what to write instead."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    said = "\n".join(line for line in lines if line)
    if len(said) > LONGEST[field]:
        told = {"limit_value": LONGEST[field]}
        raise NotSo(field, _("Dit is te lang. Schrijf het in hooguit %(limit_value)s tekens.") % told)
    if field == Field.DESCRIPTION and not said:
        raise NotSo(field, _("Schrijf in een paar woorden wat het is."))
    if field == Field.WEB:
        return _web(said)
    if said and field == Field.PHONE and not 6 <= sum(sign.isdigit() for sign in said) <= 15:
        raise NotSo(field, _("Dit is geen telefoonnummer. Schrijf het zoals 0299 12 34 56."))
    if said and field == Field.MAIL:
        try:
            validate_email(said)
        except ValidationError as wrong:
            raise NotSo(field, _("Dit is geen mailadres. Schrijf het zoals naam@voorbeeld.nl.")) from wrong
    return said


def _web(said: str) -> str:
    if not said:
        return ""
    whole = said if "://" in said else f"https://{said}"
    try:
        URLValidator(schemes=["http", "https"])(whole)
    except ValidationError as wrong:
        raise NotSo(Field.WEB, _("Dit is geen webadres. Schrijf het zoals https://www.voorbeeld.nl.")) from wrong
    return whole


def let_stand(*, at: datetime, services: Iterable[uuid.UUID] | None = None) -> None:
    """After an import: what a list says again as it was before the owner corrected it, is corrected again.

    services: those that were imported; None means all. Acts as whoever imports.
    """
    # What neighbours keep on a page of their own comes from no list.
    said = OwnerChange.objects.exclude(service__came_from__startswith=OWN)
    said = said if services is None else said.filter(service__in=list(services))
    listed: dict[tuple[uuid.UUID, str], str] = {}
    last: dict[tuple[uuid.UUID, str], OwnerChange] = {}
    for one in said.select_related("service").order_by("at", "id"):
        key = (one.service_id, one.field)
        if key not in last or last[key].became != one.was:  # In between a list said something new.
            listed[key] = one.was
        last[key] = one
    for key, one in last.items():
        if one.field == Field.STATUS and one.became != Service.Status.DEFUNCT:
            continue  # That it is there again undoes no list that stops it.
        _again(one, listed=listed[key], at=at)


def _again(one: OwnerChange, *, listed: str, at: datetime) -> None:
    """listed: what the list said before it was corrected, and so says as long as it has not heard of it."""
    if one.field == Field.TIMES:
        of_lists = one.service.schedules.exclude(came_from=BY_OWNER)
        told = times_of(sorted(of_lists, key=_by_opening))
        if told == listed:
            of_lists.delete()
        elif told:
            one.service.schedules.filter(came_from=BY_OWNER).delete()
    elif listed != one.became and now(one.service, one.field) == listed:
        _write(one.service, one.field, one.became, at=at)


def stop_mail(*, letter: OwnerLetter, stops: bool, at: datetime) -> OwnerStop:
    """No more mail to this address about its listings, or again."""
    return OwnerStop.objects.create(address_hash=letter.address_hash, stops=stops, at=at)


def stopped(address_hash: bytes) -> bool:
    newest = OwnerStop.objects.filter(address_hash=address_hash).order_by("-at", "-id").first()
    return newest is not None and newest.stops


def who_wants_none() -> set[bytes]:
    """The hashes of all addresses that want no mail now."""
    newest = OwnerStop.objects.order_by("address_hash", "-at", "-id").distinct("address_hash")
    return {bytes(key) for key, stops in newest.values_list("address_hash", "stops") if stops}
