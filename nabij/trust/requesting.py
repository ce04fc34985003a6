"""Who answers a request, what is put beside a note at once, and what is limited; letters stand a floor higher."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.trust.models import Circle, Correction, Lifting, Limit, Membership, Request
from nabij.trust.verbs import leave_trace

LONGEST_WORDS = 2000


class NobodyAnswers(ValueError):
    """A request needs somebody who answers it."""

    def __init__(self) -> None:
        super().__init__(
            _("Er is hier nog niemand die dit kan beantwoorden. Vraag de beheerder om een privacycontact te kiezen.")
        )


class NothingSaid(ValueError):
    """What somebody asks or objects to is said in their own words."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén zin is genoeg."))


class LimitedAlready(ValueError):
    """Nothing is limited twice."""

    def __init__(self) -> None:
        super().__init__(_("Dit is al beperkt."))


@dataclass(frozen=True)
class Answerer:
    """Who answers a request, by name."""

    id: UUID
    name: str


def months_later(day: date, *, months: int) -> date:
    """The same day so many months later; where that month is shorter, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def privacy_contact() -> Answerer | None:
    """Whoever wears the formal hat `privacycontact` here; the longest, when there are more."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.privacy_contact(), trust.privacy_contact_name()")
        who, name = cursor.fetchone()
    return Answerer(who, name) if who else None


def who_answers(*, person: Person, circle: UUID | None = None, against: UUID | None = None) -> Answerer:
    """Who began the circle; else the longest formal reader of it; else the privacy contact of this installation.

    circle: where the thing stands, by default the first circle about this person. against: whom it is about, who does
    not answer it when somebody else can.
    """
    contact = privacy_contact()
    for one in in_circle(person=person, circle=circle):
        if one.id != against:
            return one
    if contact and contact.id != person.id:
        return contact
    for one in in_circle(person=person, circle=circle):
        return one
    raise NobodyAnswers


def in_circle(*, person: Person, circle: UUID | None) -> list[Answerer]:
    """Who can answer for a circle: who began it, then its other formal readers, the longest first."""
    if circle is None:
        first = Membership.objects.current().filter(person=person, as_resident=True).order_by("since", "id").first()
        if first is None:
            return []
        circle = first.circle_id
    readers = Membership.objects.current().filter(circle_id=circle).exclude(person=person).exclude(as_resident=True)
    theirs = readers.filter(Q(hat__formal=True) | Q(circle__made_by=F("person"))).select_related("person", "circle")
    found = sorted(theirs, key=lambda one: (one.person_id != one.circle.made_by_id, one.since, one.id))
    return [Answerer(one.person_id, one.person.called) for one in found]


@transaction.atomic
def put_beside(
    *, note: UUID, circle: Circle, words: str, by: Person, at: datetime, person: Person | None = None
) -> Correction:
    """Puts somebody's words beside a note, for every reader from now on; nobody is asked first.

    person: whose words they are, when `by` notes them.
    """
    if not words.strip():
        raise NothingSaid
    beside = Correction.objects.create(
        circle=circle, about_id=note, person=person or by, noted_by=by, words=words.strip(), at=at
    )
    leave_trace(by=by, hat=None, what="put_beside", thing=beside, circle=circle.id, at=at)
    return beside


@transaction.atomic
def limit(
    *,
    request: Request,
    circle: Circle,
    by: Person,
    at: datetime,
    note: UUID | None = None,
    author: UUID | None = None,
) -> Limit:
    """Keeps a note, or everything in a circle, from all but its author, whom it is about and who answers."""
    refuse_limited(circle=circle, note=note)
    made = Limit.objects.create(
        request=request,
        circle=circle,
        about_id=note,
        person_id=request.person_id,
        author_id=author,
        answerer_id=request.answerer_id,
        at=at,
    )
    leave_trace(by=by, hat=None, what="limit", thing=made, circle=circle.id, at=at)
    return made


def refuse_limited(*, circle: Circle, note: UUID | None) -> None:
    """A note, or everything in a circle, that is limited already is not limited again."""
    if Limit.objects.in_force().filter(circle=circle, about_id=note).exists():
        raise LimitedAlready


@transaction.atomic
def lift(*, limit: Limit, by: Person, at: datetime) -> Lifting:
    """Ends a limit: who read it before reads it again."""
    lifted = Lifting.objects.create(limit=limit, by=by, at=at)
    leave_trace(by=by, hat=None, what="lift", thing=limit, circle=limit.circle_id, at=at)
    return lifted
