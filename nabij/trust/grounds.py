"""What administration says of purposes and holds (office 'beheer'), and what the owner alone says: a law in force."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.trust.keeping import Hold, Release
from nabij.trust.models import Trace
from nabij.trust.purposes import Ground, LawInForce, Purpose


class Unfit(ValueError):
    """What administration says of a purpose or a hold cannot be."""


class NotYetInForce(Unfit):
    """The Wams is no ground until it is known to be in force."""

    def __init__(self) -> None:
        super().__init__(_("De Wams geldt nog niet, voor zover hier bekend. Deze reden kan nog niet worden gebruikt."))


class SayWhy(Unfit):
    """A hold says why, by whom, and until when."""

    def __init__(self) -> None:
        super().__init__(_("Zeg waarom dit moet blijven, wie dat zegt, en tot welke dag die nog komt."))


def keep_purpose(*, key: str, by_name: str, at: datetime, **said: Any) -> Purpose:
    """Adds a purpose, or adapts what is said of one; the change is traced.

    said: fields of Purpose. For a new one at least sentence, ground, keep_months and recipients.
    """
    purpose = Purpose.objects.filter(key=key).first() or Purpose(key=key, law="", people="", data="")
    new = purpose._state.adding
    for name, value in said.items():
        setattr(purpose, name, value)
    if purpose.enabled and not _in_force(ground=purpose.ground, at=at):
        raise NotYetInForce
    _check(purpose)
    purpose.save(force_insert=new, force_update=not new)
    changed = f"{key}: {', '.join(sorted(said))}"[:300]
    Trace.objects.create(at=at, who_name=by_name, what="keep_purpose", thing="trust.purpose", why=changed)
    return purpose


def _check(purpose: Purpose) -> None:
    """One sentence for the first thing that cannot be."""
    if not (purpose.sentence and purpose.recipients and purpose.keep_months):
        raise Unfit(
            _("Een nieuwe reden zegt waarom, op welke grond, wie het leest en na hoeveel maanden het weg gaat.")
        )
    if not 1 <= int(purpose.keep_months) <= 600:
        raise Unfit(_("Bewaren kan van 1 tot 600 maanden."))
    try:
        purpose.clean_fields()
    except ValidationError as problem:
        name, wrong = next(iter(problem.message_dict.items()))
        raise Unfit(f"{name}: {wrong[0]}") from problem


def _in_force(*, ground: str, at: datetime) -> bool:
    known = LawInForce.objects.filter(ground=ground, since__lte=localdate(at))
    return ground != Ground.WAMS or known.exists()


def hold(
    *, why: str, by_name: str, until: date, at: datetime, person: UUID | None = None, circle: UUID | None = None
) -> Hold:
    """Stops all deletion of what is about a person, or stands in a circle, until a day; they see it."""
    if not (why.strip() and by_name.strip()) or until <= localdate(at) or (person is None) == (circle is None):
        raise SayWhy
    return Hold.objects.create(
        person_key=person, circle_key=circle, why=why.strip(), by_name=by_name.strip(), until=until, at=at
    )


def lift(*, hold: Hold, why: str, by_name: str, at: datetime) -> Release:
    """Ends a hold before its last day: from the next night on its terms count again."""
    if not (why.strip() and by_name.strip()):
        raise SayWhy
    return Release.objects.create(hold=hold, why=why.strip(), by_name=by_name.strip(), at=at)


def say_in_force(*, ground: str, since: date, source: str, at: datetime) -> LawInForce:
    """Says that a law is in force, and where that stands; the owner of the database alone may."""
    if not source.strip():
        raise Unfit(_("Waar staat dat deze wet geldt? Noem het Staatsblad."))
    known, _new = LawInForce.objects.update_or_create(
        ground=ground, defaults={"since": since, "source": source.strip(), "noted_at": at}
    )
    return known
