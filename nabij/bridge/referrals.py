"""Referrals: what was asked of whom for somebody, how it stands, and who hears of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from uuid import UUID

from django.db import connection, models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.lifecycle import CLOSED, GOING, WITH_WHY, Outcome, Reason, State
from nabij.people.models import Group, Neighbourhood, Person
from nabij.stories.searching import for_memory


class ReferralQuerySet(models.QuerySet["Referral"]):
    def as_they_stand(self) -> Self:
        """With the newest state and the day on which something is heard, by whose word; the newest first."""
        newest = ReferralStep.objects.filter(referral=OuterRef("pk")).order_by("-number")
        last = {
            name: Subquery(newest.values(column)[:1])
            for name, column in (("state", "state"), ("hears_by", "hears_by"), ("since", "at"), ("said_by", "who_id"))
        }
        return self.annotate(**last).order_by("-at", "-id")


class Referral(Noun):
    """Asking it of somebody else, who answers ("doorverwijzing"); what stands here is what the receiver reads."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id story_key came_from neighbourhood service_key kind together at",
        personal="about about_name by by_name role formal to_name agreed",
        sensitive="what lived known reach ground in_memory",
        since="at",
    )

    story_key = models.UUIDField(null=True, blank=True)
    came_from = models.UUIDField(null=True, blank=True, db_index=True)  # The referral that this one goes on from.
    neighbourhood = models.ForeignKey(Neighbourhood, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    service_key = models.UUIDField(null=True, blank=True)  # Of a listing of the social map.
    kind = models.CharField(max_length=40, blank=True)  # The key of a kind of help.
    about = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    about_name = models.CharField(max_length=120)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    role = models.CharField(max_length=120, blank=True)
    formal = models.BooleanField(default=False)
    to_name = models.CharField(max_length=160)
    what = models.CharField(max_length=300)
    # What somebody saw or lived through, and what is known officially: side by side, of equal weight.
    lived = models.TextField(max_length=2000, blank=True)
    known = models.TextField(max_length=2000, blank=True)
    reach = models.CharField(max_length=200, blank=True)
    agreed = models.BooleanField()
    ground = models.CharField(max_length=500, blank=True)  # How they agreed, or why it is asked without.
    # To look along, and hand nothing over.
    together = models.BooleanField(default=False, db_default=False)
    at = models.DateTimeField()
    in_memory = for_memory("what", "lived", "known", "to_name", "about_name", returned=False)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="referral_asks_something"),
            models.CheckConstraint(condition=~Q(ground="") | Q(by=F("about")), name="referral_says_on_what_ground"),
        ]
        indexes = [models.Index(fields=["by", "-at"]), models.Index(fields=["about", "-at"])]

    def __str__(self) -> str:
        return self.what


class Receiver(Noun):
    """Who is asked by a referral ("wie gevraagd is"): a person, or whoever was given a hat of a group."""

    privacy = Privacy(keep=Keep.YEAR, plain="id referral group team via at", personal="person name")

    class Via(models.TextChoices):
        SENT = "sent", _("gevraagd")
        STAND_IN = "stand_in", _("gevraagd, omdat er geen antwoord kwam")
        TEAM = "team", _("het team gevraagd, omdat er geen antwoord kwam")

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="receivers")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    via = models.CharField(max_length=10, choices=Via, default=Via.SENT)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, group__isnull=True) | Q(person__isnull=True, group__isnull=False),
                name="receiver_is_a_person_or_a_group",
            ),
            models.UniqueConstraint(fields=["referral", "via"], name="asked_once_in_each_way"),
        ]
        indexes = [models.Index(fields=["person"]), models.Index(fields=["group"])]


class ReferralStep(Noun):
    """One step in the life of a referral ("stap"): how it stands from then on, by whose word and why."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id referral number state code outcome hears_by by_link at",
        personal="who who_name",
        sensitive="reason alternative",
    )

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=16, choices=State)
    who = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    who_name = models.CharField(max_length=120)
    code = models.CharField(max_length=14, choices=Reason, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    alternative = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=14, choices=Outcome, blank=True)
    hears_by = models.DateField(null=True, blank=True)
    by_link = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "number"], name="one_step_after_another"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_state_of_the_table"),
            models.CheckConstraint(
                condition=~Q(state__in=WITH_WHY) | ~Q(reason="") & ~Q(code=""), name="a_step_back_says_why"
            ),
            models.CheckConstraint(condition=~Q(state=State.REJECTED) | ~Q(alternative=""), name="a_no_says_who_then"),
            models.CheckConstraint(condition=~Q(state=State.COMPLETED) | ~Q(outcome=""), name="an_end_has_an_outcome"),
            models.CheckConstraint(
                condition=~Q(state__in=GOING) | Q(hears_by__isnull=False), name="what_goes_on_is_heard_of_by_a_day"
            ),
        ]
        indexes = [models.Index(fields=["referral", "-number"])]

    @property
    def closes(self) -> bool:
        return self.state in CLOSED


class Thanks(Noun):
    """Thanks for a referral ("dank"), read by who says it and whom it is for."""

    privacy = Privacy(keep=Keep.YEAR, plain="id referral at", personal="by by_name to", sensitive="words")

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="thanks")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="thanks_says_something"),
            models.UniqueConstraint(fields=["referral", "by", "to"], name="thanked_once_for_one_thing"),
        ]


@dataclass(frozen=True)
class Onward:
    """One step further along, with the minimum: of whom it was asked, how it stands, since when, until what day."""

    referral: UUID
    to_name: str
    state: str
    outcome: str
    at: datetime
    hears_by: date | None


def onward_of(referral: Referral) -> list[Onward]:
    """What became of it further along; whoever asked first reads this of every referral that goes on from theirs."""
    with connection.cursor() as cursor:
        cursor.execute("select * from trust.onward(%s) order by at", [referral.id])
        return [Onward(*row) for row in cursor.fetchall()]
