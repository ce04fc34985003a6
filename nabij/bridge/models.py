"""Kinds of help, as a neighbourhood has them: only what differs from the usual ones in `kinds.py` is a row."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.agreements import Agreement, AgreementParty, AgreementWithdrawal, Clause, Penholder, Remark, Signature
from nabij.bridge.asks import Ask, AskEnding, Asker, AskYes
from nabij.bridge.contradictions import Contradiction
from nabij.bridge.handings import HandingOn
from nabij.bridge.heard import HeardOffer, OfferYes
from nabij.bridge.introductions import (
    HowItWent,
    Introduction,
    IntroductionAnswer,
    IntroductionOutcome,
    Meeting,
    NotAgain,
    Side,
)
from nabij.bridge.look_rests import LookRest
from nabij.bridge.offers import Offer, OfferAsked, OfferEnding, OfferPause
from nabij.bridge.partners import PartnerAnswer
from nabij.bridge.referrals import Receiver, Referral, ReferralStep, Thanks
from nabij.bridge.safeguards import Safeguard
from nabij.people.models import Neighbourhood

__all__ = [
    "Agreement",
    "AgreementParty",
    "AgreementWithdrawal",
    "Ask",
    "AskEnding",
    "AskYes",
    "Asker",
    "Clause",
    "Contradiction",
    "HandingOn",
    "HeardOffer",
    "HowItWent",
    "Introduction",
    "IntroductionAnswer",
    "IntroductionOutcome",
    "KindOfHelp",
    "LookRest",
    "Meeting",
    "NotAgain",
    "Offer",
    "OfferAsked",
    "OfferEnding",
    "OfferPause",
    "OfferYes",
    "PartnerAnswer",
    "Penholder",
    "Receiver",
    "Referral",
    "ReferralStep",
    "Remark",
    "Safeguard",
    "Side",
    "Signature",
    "Thanks",
]


class KindOfHelp(Noun):
    """On which rung a kind of question starts in one neighbourhood ("soort hulp")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id neighbourhood key name starts_on words categories why")

    class Rung(models.TextChoices):
        OWN = "own", "eigen mensen"
        NEIGHBOURS = "neighbours", "buren"
        INITIATIVES = "initiatives", "initiatieven"
        VOLUNTEERS = "volunteers", "vrijwilligers"
        PROFESSIONALS = "professionals", "beroepskrachten"
        SPECIALISTS = "specialists", "specialisten"

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.CASCADE, related_name="kinds_of_help")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=80, blank=True)
    starts_on = models.CharField(max_length=14, choices=Rung)
    # Words of this neighbourhood by which a question is recognised, beside the usual ones.
    words = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    # Subjects of the social map it belongs to, instead of the usual ones.
    categories = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "key"], name="kind_once_in_a_neighbourhood"),
        ]

    def __str__(self) -> str:
        return self.name or self.key
