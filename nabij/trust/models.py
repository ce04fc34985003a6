"""Circles and their members, and purposes; the logs stand in `logs.py`."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from nabij.base.finders import Known
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.doors import Session, Throttle
from nabij.trust.glass import BreakGlass, GlassAttempt, GlassReview, GlassTelling, TrustedThird
from nabij.trust.invitations import Invitation, InvitationEnd, Knock
from nabij.trust.keeping import Deletion, Hold, Release
from nabij.trust.logs import ChainLink, Forgetting, Look, Looked, Processing, Trace
from nabij.trust.merges import Merge, MergeEnd
from nabij.trust.purposes import Consent, LawInForce, Purpose, Withdrawal
from nabij.trust.requests import (
    Correction,
    Erasure,
    Extension,
    Lifting,
    Limit,
    Objection,
    Reply,
    Request,
)
from nabij.trust.upkeep import RightsReview, Setting

__all__ = [
    "Acquaintance",
    "BeginningOf",
    "BreakGlass",
    "ChainLink",
    "Circle",
    "Consent",
    "Correction",
    "Deletion",
    "Erasure",
    "Extension",
    "Forgetting",
    "GlassAttempt",
    "GlassReview",
    "GlassTelling",
    "HasAccount",
    "Hold",
    "Invitation",
    "InvitationEnd",
    "Knock",
    "LawInForce",
    "Lifting",
    "Limit",
    "Look",
    "Looked",
    "Membership",
    "MembershipQuerySet",
    "Merge",
    "MergeEnd",
    "MyPeople",
    "Noted",
    "Objection",
    "Opening",
    "Processing",
    "Purpose",
    "ReadsFrom",
    "Release",
    "Reply",
    "Request",
    "RightsReview",
    "Seal",
    "Session",
    "Setting",
    "Throttle",
    "Trace",
    "TrustedThird",
    "Withdrawal",
    "member_circles",
]


class Circle(Noun):
    """The people who can read something together ("kring"); the unit of trust."""

    privacy = Privacy(keep=Keep.STORY, plain="id kind made_at purpose", personal="name made_by", since="made_at")

    class Kind(models.TextChoices):
        OWN = "own", _("alleen ik")
        STORY = "story", _("rond een verhaal")
        GROUP = "group", _("van een groep")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=Kind)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    # Why this circle writes things down; what is written to it is kept for that, unless it says otherwise. Empty only
    # for what is older than purposes, until the next `migrate`: the rules refuse a new circle without one.
    purpose = models.ForeignKey(Purpose, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["made_by"], condition=Q(kind="own"), name="one_circle_of_ones_own"),
        ]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> Self:
        """Not over yet, by the clock that the rules go by."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=Now()))


class Membership(Noun):
    """Somebody in a circle: since when, until when, let in by whom, in which hat ("lid van een kring")."""

    privacy = Privacy(
        keep=Keep.STORY, plain="id since until sees_from as_resident", personal="circle person hat let_in_by parent_of"
    )

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    hat = models.ForeignKey("people.Hat", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    as_resident = models.BooleanField(default=False)
    # Who reads and decides for a child, until the day the child decides itself.
    parent_of = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    let_in_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    # What was written before then they do not read, until somebody opens it (`Opening`); empty: all of it.
    sees_from = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["circle", "person"], condition=Q(until__isnull=True), name="once_in_a_circle"
            ),
            models.CheckConstraint(
                condition=Q(parent_of__isnull=True) | Q(until__isnull=False, as_resident=False),
                name="a_parent_reads_until_the_child_decides",
            ),
        ]
        indexes = [models.Index(fields=["person", "circle"])]


class Opening(Noun):
    """That a member may read what was written before they came ("het verleden open"): from when, by whom."""

    privacy = Privacy(keep=Keep.STORY, plain="id since at", personal="membership by")

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="openings")
    since = models.DateTimeField(null=True, blank=True)  # Empty: from the beginning.
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Noted(Noun):
    """A person whom a circle knows without that person being in it ("wie we kennen")."""

    privacy = Privacy(keep=Keep.MONTHS, plain="id at", personal="circle person", since="at")

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="noted")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="noted_in")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle", "person"], name="noted_once")]


class Acquaintance(Noun):
    """That somebody may know of a person outside any circle ("bekende"): introduced by beheer or by that person."""

    privacy = Privacy(keep=Keep.PERSON, plain="id at", personal="who person introduced_by")

    who = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="acquaintances")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="known_to")
    introduced_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "person"], name="introduced_once")]


class Seal(models.Model):
    """The key against which SQL checks who acts; one row, readable to no login of the app ("zegel")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="only inner outer")

    only = models.BooleanField(primary_key=True, default=True)
    inner = models.BinaryField()
    outer = models.BinaryField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(only=True), name="one_seal")]


class MyPeople(Known):
    """Everybody I may see, as one array: `Person.objects.filter(id__any_of=MyPeople())` walks them by their keys."""

    function = "trust.my_people"


class HasAccount(models.Func):
    """Whether a person can log in: who cannot, cannot read along yet."""

    function = "trust.has_account"
    output_field = models.BooleanField()


class ReadsFrom(models.Func):
    """From when a person reads in a circle; empty when they do not. To compare with: the beginning has no date."""

    function = "trust.reads_from"
    output_field = models.DateTimeField()


class BeginningOf(models.Func):
    """From when whoever acts reads in a circle; empty when they read it all."""

    template = "nullif(trust.my_beginning(%(expressions)s), '-infinity')"
    output_field = models.DateTimeField()


def member_circles(person: UUID) -> "models.QuerySet[Circle]":
    """The circles this person is in now."""
    return Circle.objects.filter(memberships__in=Membership.objects.current().filter(person_id=person))
