"""Taking off a hat of one's own: not the last one, while something is carried in it that nobody takes over yet."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.memory.carrying import Carried, State, carried
from nabij.people import own
from nabij.people.models import Hat, Person, TakingOff
from nabij.trust.administering import take_off_hat
from nabij.trust.models import Membership


class CarriedInIt(ValueError):
    """Nothing stays behind without an owner because somebody took off a hat."""

    def __init__(self, counts: list[str]) -> None:
        said = _("In deze pet draag je nog: %(what)s. Geef dat eerst aan een ander, dan kan hij af.")
        super().__init__(said % {"what": ", ".join(counts)})


@transaction.atomic
def take_off(*, hat: Hat, by: Person, at: datetime, why: str = "") -> TakingOff:
    """Takes off one's own hat, or gives back one that was granted, with the reason; CarriedInIt when it cannot."""
    refuse_while_carried(hat=hat, by=by, at=at)
    if hat.formal:
        return take_off_hat(hat=hat, by=by, at=at, why=why)
    return own.take_off(hat=hat, by=by, at=at, why=why)


def refuse_while_carried(*, hat: Hat, by: Person, at: datetime) -> None:
    """With another hat on one still wears something in which it is carried; administration may always take one off."""
    if Hat.objects.worn_on(localdate(at)).filter(person=by).exclude(id=hat.id).exists():
        return
    seats = Membership.objects.current().filter(person=by, hat=hat, as_resident=False)
    circles, left = set(seats.values_list("circle", flat=True)), []
    for kind, items in carried(by=by, at=at):
        still = [one for one in items if one.state != State.TAKEN and in_it(one, hat=hat, circles=circles)]
        if still:
            left.append(f"{str(kind.title).lower()} ({len(still)})")
    if left:
        raise CarriedInIt(left)


def in_it(one: Carried, *, hat: Hat, circles: set[UUID]) -> bool:
    """A story that is read in this hat, what was promised in it or there, and what is carried in it between people.

    What was asked of somebody by name, or taken over, hangs on no hat: it is carried in the last one.
    """
    match one.kind:
        case "promise":
            return one.it.hat_id == hat.id or one.circle in circles
        case "story":
            return one.circle in circles
        case "referral":
            return True
        case "introduction":
            return one.it.hat_id == hat.id or one.it.proposed_by_id != hat.person_id
        case "party":
            return one.it.group_id == hat.group_id
    return False
