"""Answering a referral without a log-in: each link says one thing, once; what goes on brings a new one."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nabij.bridge.lifecycle import Side, choices
from nabij.bridge.referral_reading import Whole
from nabij.bridge.referrals import Referral, ReferralStep
from nabij.bridge.referring import Words, step
from nabij.post.models import Link
from nabij.post.verbs import use


def read_by_link(link: Link) -> Whole:
    """What was sent, and how it stands; raises Referral.DoesNotExist when it is gone."""
    there = Referral.objects.get(id=link.letter.about_id)
    return Whole(
        referral=there,
        steps=list(there.steps.order_by("number")),
        receivers=list(there.receivers.order_by("at", "id")),
        thanks=[],
        onward=[],
        before=None,
        sides={Side.RECEIVER},
    )


@transaction.atomic
def step_by_link(*, link: Link, state: str, words: Words, at: datetime) -> ReferralStep:
    """Says how it stands and uses the link up; the actor is that link. Whoever presses it second is refused."""
    use(link=link, at=at)
    there = Referral.objects.get(id=link.letter.about_id)
    return step(referral=there, state=state, by=link.reader, at=at, words=words, by_link=True)


def still_waits(referral: UUID) -> bool:
    """For the mail: whether whoever is asked still has something to say."""
    last = ReferralStep.objects.filter(referral_id=referral).order_by("-number").first()
    return bool(last and choices(last.state, sides={Side.RECEIVER}))
