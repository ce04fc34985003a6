"""Being asked to read along: the invitation, who knocks on the spot, and what became of it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Person, WayToReach


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, *, at: datetime) -> Self:
        """Not over, and nothing became of it yet."""
        return self.filter(expires__gt=at, end__isnull=True)


class Invitation(Noun):
    """Somebody is asked to read along in a circle ("uitnodiging"): by whom, from when, until which day."""

    privacy = Privacy(
        keep=Keep.SHORT,
        plain="id circle way at expires sees_from until",
        personal="person name by hat",
        sensitive="code_hash",
        since="expires",
    )

    circle = models.ForeignKey("trust.Circle", on_delete=models.CASCADE, related_name="invitations")
    # Empty on the spot, where whoever knocks says it.
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations")
    name = models.CharField(max_length=120, blank=True)  # So that the circle knows whom, before they are in it.
    # The address of who cannot log in yet; only whoever invites sees it.
    way = models.ForeignKey(WayToReach, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires = models.DateTimeField()
    sees_from = models.DateTimeField(null=True, blank=True)  # Empty: the whole past, as far as `by` reads it.
    until = models.DateTimeField(null=True, blank=True)
    code_hash = models.BinaryField(null=True, blank=True, unique=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(code_hash__isnull=False), name="invitation_is_for_somebody"
            ),
            models.CheckConstraint(condition=Q(expires__gt=F("at")), name="invitation_expires_after_it_began"),
        ]
        indexes = [models.Index(fields=["circle", "-at"])]

    @property
    def still_waits(self) -> bool:
        """Nothing became of it yet."""
        return not hasattr(self, "end")


class Knock(Noun):
    """Somebody who scanned says who they are ("wie er aanklopt"); whoever invited says whether that is so."""

    privacy = Privacy(keep=Keep.SHORT, plain="id invitation at", personal="name address person")

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="knock")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    address = models.EmailField(blank=True)
    at = models.DateTimeField()


class InvitationEnd(Noun):
    """What became of an invitation ("wat er van kwam"): accepted, declined or withdrawn; there is one end."""

    privacy = Privacy(keep=Keep.SHORT, plain="id invitation kind at", personal="by")

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("leest mee")
        DECLINED = "declined", _("doet het niet")
        WITHDRAWN = "withdrawn", _("ingetrokken")

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="end")
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class IsOpen(models.Func):
    """Whether a yes would count now: not over, and whoever invited can still let somebody in."""

    function = "trust.is_open"
    output_field = models.BooleanField()


class InvitedLogin(models.Func):
    """Whose log-in an opened invitation is for; empty when nobody logs in with its address yet."""

    template = "trust.invited_login()"
    output_field = models.UUIDField()
