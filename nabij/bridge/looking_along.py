"""Looking together ("er iemand bij vragen"): asking one from the other world to look along, and their yes, no or later.

It is a referral that hands nothing over: what the other reads is what was sent, whom it is about agreed or it is said
why it goes without, nobody else is asked when no answer comes, and whoever asked stays the one who carries it.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.ladder import Entry
from nabij.bridge.lifecycle import Outcome, Reason, State
from nabij.bridge.look_rests import LookRest
from nabij.bridge.nearest import nearest
from nabij.bridge.referrals import Referral, ReferralStep
from nabij.bridge.referring import Said, Whom, Words, refer, step
from nabij.people.models import Hat, Person
from nabij.stories.models import Story
from nabij.trust.models import Circle

RESTS = timedelta(days=28)  # After "not now".
MOST = 6  # Candidates: who has to choose from more chooses nobody.
YES, LATER, NO = "yes", "later", "no"


class NotAsked(ValueError):
    """One of three."""

    def __init__(self) -> None:
        super().__init__(_("Kies ja, later of nee."))


class NothingDone(ValueError):
    """What they do next is what it is for."""

    def __init__(self) -> None:
        super().__init__(_("Wat gaan jullie doen? Eén zin is genoeg."))


def candidates(*, story: Story, question: str, formal: bool, by: Person, at: datetime) -> list[Entry]:
    """From the other world than `formal`, the nearest first: people in a hat, who may be asked and can be.

    The question puts them in order and is shown to nobody. Whoever stands in the story already is left out.
    """
    ladder = nearest(question=question, story=story, by=by, at=at)
    shape = "informal" if formal else "formal"
    found: dict[UUID, Entry] = {}
    for rung in ladder.rungs:
        for one in rung.entries:
            if one.hat and one.shape == shape and one.may_be_asked and one.person != by.id:
                found.setdefault(one.hat, one)
    return list(found.values())[:MOST]


def ask_along(
    *,
    story: Story,
    about: Person,
    whom: Whom,
    said: Said,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    first_read: bool = False,
) -> Referral:
    """Asks somebody to look along, with one sentence; the story opens to nobody by it."""
    return refer(
        about=about,
        whom=whom,
        said=said,
        story=story,
        first_read=first_read,
        together=True,
        by=by,
        at=at,
        hat=hat,
    )


@transaction.atomic
def answer_along(
    *, referral: Referral, kind: str, by: Person, at: datetime, words: str = "", day: date | None = None
) -> ReferralStep:
    """Yes and when, later and from when, or no; a no needs no reason."""
    if kind == NO:
        why = words.strip() or _("Nee, nu niet.")
        said = Words(code=Reason.OTHER, reason=why, alternative=_("Iemand anders vragen mag."))
        return step(referral=referral, state=State.REJECTED, by=by, at=at, words=said)
    if kind not in (YES, LATER):
        raise NotAsked
    taken = step(referral=referral, state=State.ACCEPTED, by=by, at=at, words=Words(hears_by=day))
    if kind == YES:
        return taken
    why = words.strip() or _("Later.")
    said = Words(code=Reason.OTHER, reason=why, hears_by=day)
    return step(referral=referral, state=State.ON_HOLD, by=by, at=at, words=said)


@transaction.atomic
def note_together(*, referral: Referral, words: str, by: Person, at: datetime) -> ReferralStep:
    """After looking together: what they do. What waited goes on first."""
    if not words.strip():
        raise NothingDone
    last = referral.steps.order_by("-number").first()
    if last and last.state == State.ON_HOLD:
        soon = Words(hears_by=localdate(at) + timedelta(days=1))
        step(referral=referral, state=State.IN_PROGRESS, by=by, at=at, words=soon)
    done = Words(outcome=Outcome.HELPED, reason=words)
    return step(referral=referral, state=State.COMPLETED, by=by, at=at, words=done)


def not_now(*, circle: Circle, by: Person, at: datetime) -> LookRest:
    """Lets the invitation rest for a while."""
    return LookRest.objects.create(person=by, circle=circle, until=localdate(at) + RESTS, at=at)


def resting(circles: Collection[UUID], *, by: Person, today: date) -> set[UUID]:
    """About which circles the invitation rests still."""
    mine = LookRest.objects.filter(person=by, circle__in=circles, until__gt=today)
    return set(mine.values_list("circle_id", flat=True))
