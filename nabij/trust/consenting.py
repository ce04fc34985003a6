"""A resident's yes to sharing in a circle about them, and taking it back. Only where nothing hangs on a no."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.trust.models import Circle, Consent, Membership, Withdrawal
from nabij.trust.verbs import leave, leave_trace


class NotTold(ValueError):
    """A yes counts when somebody knows what it is about."""

    def __init__(self) -> None:
        super().__init__(_("Hoe is dit uitgelegd? Schrijf het in een paar woorden op."))


class NotAboutYou(ValueError):
    """Only whom a circle is about says yes to sharing in it."""

    def __init__(self) -> None:
        super().__init__(_("Alleen degene om wie het gaat kan hier ja op zeggen."))


class WithdrawnAlready(ValueError):
    """A yes is taken back once."""

    def __init__(self) -> None:
        super().__init__(_("Deze ja is al teruggenomen."))


@transaction.atomic
def consent(
    *,
    person: Person,
    circle: Circle,
    informed: str,
    by: Person,
    at: datetime,
    for_whom: Person | None = None,
) -> Consent:
    """`person` says yes to what professionals write in this circle being read by `for_whom`, or by everybody in it.

    by: who says or notes it; the resident, or for who has no login a member who heard it. informed: how it was
    explained. Consent.objects.of(person) lists what somebody said yes to.
    """
    if not informed.strip():
        raise NotTold
    about = Membership.objects.current().filter(circle=circle, person=person, as_resident=True)
    if not about.exists():
        raise NotAboutYou
    given = Consent.objects.create(
        person=person, circle=circle, for_whom=for_whom, informed=informed.strip(), noted_by=by, at=at
    )
    leave_trace(by=by, hat=None, what="consent", thing=given, circle=circle.id, at=at)
    return given


@transaction.atomic
def withdraw(*, consent: Consent, by: Person, at: datetime, why: str = "") -> Withdrawal:
    """Takes a yes back: from now on nothing is shared on it, and who read on it alone reads no more.

    What was read before stays read; taking back costs nothing and asks no reason.
    """
    resting = list(rests_on(consent=consent))
    try:
        with transaction.atomic():
            taken = Withdrawal.objects.create(consent=consent, by=by, why=why.strip(), at=at)
    except IntegrityError as there:
        raise WithdrawnAlready from there
    for membership in resting:
        leave(membership=membership, by=by, at=at)
    leave_trace(by=by, hat=None, what="withdraw", thing=taken, circle=consent.circle_id, at=at)
    return taken


def rests_on(*, consent: Consent) -> list[Membership]:
    """Who reads in the circle on this yes alone: no professional, let in by no resident, and without another ground."""
    circle = consent.circle
    if circle.purpose and circle.purpose.to_volunteers:
        return []
    here = Membership.objects.current().filter(circle=circle)
    residents = here.filter(as_resident=True).values_list("person", flat=True)
    theirs = here.filter(as_resident=False).exclude(hat__formal=True).exclude(let_in_by__in=list(residents))
    others = Consent.objects.standing().filter(circle=circle).exclude(id=consent.id)
    whom = list(others.values_list("for_whom", flat=True))
    if None in whom:
        return []
    theirs = theirs.exclude(person__in=whom)
    return list(theirs.filter(person=consent.for_whom_id) if consent.for_whom_id else theirs)
