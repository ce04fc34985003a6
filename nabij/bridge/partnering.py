"""What two who work together do with the invitation to talk again: write, call, let it rest, or say it is not so."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.offering import once
from nabij.bridge.partners import PartnerAnswer
from nabij.moments.models import Moment
from nabij.moments.verbs import ComeBack, note
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.verbs import DayGone
from nabij.trust.verbs import own_circle

ABOUT = "partner"
RESTS = timedelta(days=28)
LONGEST = 2000
TWICE = timedelta(minutes=10)  # The same words within it were sent by one press too many.
Kind = PartnerAnswer.Kind


class NothingWritten(ValueError):
    """A message says something."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén zin is genoeg."))


class NotTogether(ValueError):
    """Messages go between two who work together; a year after what came between them that is over here."""

    def __init__(self) -> None:
        super().__init__(_("Jullie kunnen elkaar hier niet meer schrijven. Bel of spreek elkaar."))


def works_with(other: Person) -> bool:
    """Whether whoever acts may write this person, and be asked to."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.i_work_with(%s)", [other.id])
        return bool(cursor.fetchone()[0])


@transaction.atomic
def write_to_partner(*, other: Person, words: str, by: Person, at: datetime, last: date | None = None) -> Letter:
    """A message the two read and nobody else; it stands at the page of whoever wrote it. The mail holds no words.

    last: of the silence it answers, when there was an invitation.
    """
    if not words.strip():
        raise NothingWritten
    if not works_with(other):
        raise NotTogether
    once("partner", by=by)
    just_now = messages_between(one=by, other=other).filter(writer=by, written_at__gt=at - TWICE)
    if there := just_now.filter(words=words.strip()[:LONGEST]).first():
        return there
    if last:
        PartnerAnswer.objects.create(person=by, other=other, kind=Kind.REACH, last=last, at=at)
    said: dict[str, Any] = {"about_kind": ABOUT, "about_id": by.id, "words": words.strip()[:LONGEST]}
    return write(kind=Letter.Kind.MESSAGE, reader=other, writer=by, circle=None, at=at, **said)


@transaction.atomic
def call_oneself(*, other: Person, day: date, last: date, by: Person, at: datetime) -> Moment:
    """A reminder for oneself alone to get in touch, on a day; the other hears nothing of it."""
    if day < localdate(at):
        raise DayGone
    PartnerAnswer.objects.create(person=by, other=other, kind=Kind.REACH, last=last, at=at)
    line = _("Ik neem contact op met %(name)s.") % {"name": other.first_name}
    call = ComeBack(day, _("%(name)s bellen") % {"name": other.first_name})
    return note(line=line, circle=own_circle(by=by, at=at), by=by, at=at, come_backs=[call])


def let_rest(*, other: Person, last: date, by: Person, at: datetime) -> PartnerAnswer:
    """Not now: for four weeks."""
    until = localdate(at) + RESTS
    return PartnerAnswer.objects.create(person=by, other=other, kind=Kind.REST, last=last, until=until, at=at)


def not_so(*, other: Person, last: date, by: Person, at: datetime) -> PartnerAnswer:
    """There is nothing: it is not asked again until something else comes between them."""
    return PartnerAnswer.objects.create(person=by, other=other, kind=Kind.WRONG, last=last, at=at)


def messages_between(*, one: Person, other: Person) -> "QuerySet[Letter]":
    """What the two wrote each other, the oldest first."""
    between = Q(writer=one, reader=other) | Q(writer=other, reader=one)
    return Letter.objects.filter(between, kind=Letter.Kind.MESSAGE, about_kind=ABOUT).order_by("written_at", "id")
