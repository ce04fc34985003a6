"""What of the bridge somebody hands on who leaves: an ask, a referral, an introduction, a signature."""

from functools import reduce
from operator import or_
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.agreements import AgreementParty
from nabij.bridge.asks import Ask
from nabij.bridge.introductions import Introduction
from nabij.bridge.referrals import Referral
from nabij.people.models import Person

THINGS = ("ask", "referral", "introduction", "party")
ONE_OF_THEM = reduce(or_, (Q(**{f"{other}__isnull": other != one for other in THINGS}) for one in THINGS))


class HandingOnQuerySet(models.QuerySet["HandingOn"]):
    def waiting_for(self, person: UUID) -> Self:
        """What somebody is asked to take over, and did not answer."""
        return self.filter(to=person, yes__isnull=True).select_related("person").order_by("at", "id")


class HandingOn(Noun):
    """That somebody is asked to take over what another carries in the bridge ("overnemen"), and their answer."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id ask referral introduction party yes answered_at at",
        personal="person to",
        sensitive="what",
        since="at",
    )

    ask = models.ForeignKey(Ask, null=True, blank=True, on_delete=models.CASCADE, related_name="handings")
    referral = models.ForeignKey(Referral, null=True, blank=True, on_delete=models.CASCADE, related_name="handings")
    introduction = models.ForeignKey(
        Introduction, null=True, blank=True, on_delete=models.CASCADE, related_name="handings"
    )
    # A group of an agreement, for which whoever takes it over is spoken to from then on.
    party = models.ForeignKey(AgreementParty, null=True, blank=True, on_delete=models.CASCADE, related_name="handings")
    what = models.CharField(max_length=300)  # As whoever is asked reads it before they answer.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    yes = models.BooleanField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = HandingOnQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("to")), name="handed_on_to_another"),
            models.CheckConstraint(condition=ONE_OF_THEM, name="one_thing_is_handed_on"),
            models.CheckConstraint(
                condition=Q(yes__isnull=True, answered_at__isnull=True)
                | Q(yes__isnull=False, answered_at__isnull=False),
                name="handing_answered_at_a_moment",
            ),
        ]
        indexes = [models.Index(fields=["person", "-at"]), models.Index(fields=["to", "-at"])]

    @property
    def kind(self) -> str:
        return next(name for name in THINGS if getattr(self, f"{name}_id"))

    @property
    def key(self) -> UUID:
        return UUID(str(getattr(self, f"{self.kind}_id")))

    @property
    def called(self) -> str | Lazy:
        return {
            "ask": _("een vraag voor een ander"),
            "referral": _("een doorverwijzing"),
            "introduction": _("een kennismaking"),
            "party": _("een handtekening onder de buurtafspraak"),
        }[self.kind]
