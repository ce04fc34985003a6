"""Whom it concerns hears, by a letter that says no more, who looks after something from now on."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from nabij.bridge.agreements import AgreementParty, Penholder
from nabij.bridge.handings import HandingOn
from nabij.bridge.telling import can
from nabij.stories.reminding import once


def tell_handed_on(*, handing_id: UUID, at: datetime) -> int:
    """The office 'reminders' calls this after a yes; returns how many letters that made."""
    one = HandingOn.objects.select_related("ask__asker", "referral", "introduction").filter(id=handing_id)
    handing = one.first()
    if handing is None or not handing.yes:
        return 0
    kind, about, people = concerns(handing)
    told = {who for who in people if who not in (handing.person_id, handing.to_id)}
    return sum(once((kind, about, who, handing.to_id), at=at) for who in sorted(told) if can(who))


def concerns(handing: HandingOn) -> tuple[str, UUID, Iterable[UUID]]:
    """By what kind of letter, about what, and who."""
    if handing.ask:
        return "handed_ask", handing.ask.id, [handing.ask.asker.about_id]
    if handing.referral:
        return "referral_handed", handing.referral.id, [handing.referral.by_id, handing.referral.about_id]
    if handing.introduction:
        two = [handing.introduction.one_id, handing.introduction.other_id]
        return "introduction_handed", handing.introduction.id, two
    agreement = AgreementParty.objects.values_list("agreement_id", flat=True).get(handings=handing)
    pens = Penholder.objects.filter(agreement=agreement)
    return "agreement_handed", agreement, pens.values_list("person_id", flat=True)
