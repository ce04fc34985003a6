"""Why something is written down, on which ground and for how long; and a resident's yes, where that is the ground."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person


class Ground(models.TextChoices):
    """The legal grounds there are (AVG article 6(1)), each with its law."""

    CONSENT = "consent", _("je eigen ja (AVG artikel 6 lid 1 a)")
    VITAL = "vital", _("gevaar voor iemands leven (AVG artikel 6 lid 1 d)")
    DUTY = "duty", _("een wettelijke plicht (AVG artikel 6 lid 1 c)")
    WMO = "wmo", _("een taak van de gemeente: Wmo 2015 (AVG artikel 6 lid 1 e)")
    JEUGDWET = "jeugdwet", _("een taak van de gemeente: Jeugdwet (AVG artikel 6 lid 1 e)")
    PARTICIPATIEWET = "participatiewet", _("een taak van de gemeente: Participatiewet (AVG artikel 6 lid 1 e)")
    WGS = "wgs", _("een taak van de gemeente: hulp bij schulden, Wgs (AVG artikel 6 lid 1 e)")
    PUBLIC_TASK = "public_task", _("een andere taak van de overheid (AVG artikel 6 lid 1 e)")
    INTEREST = "interest", _("wat een groep bewoners samen wil doen (AVG artikel 6 lid 1 f)")
    WAMS = "wams", _("de Wams, die nog niet geldt")


class Special(models.TextChoices):
    """On which ground health, faith and the like may be written down (AVG article 9, UAVG)."""

    NONE = "none", _("hoort hier niet in")
    CONSENT = "consent", _("met je uitdrukkelijke ja (AVG artikel 9 lid 2 a, UAVG artikel 22)")
    CARE = "care", _("als goede hulp het nodig heeft (AVG artikel 9 lid 2 h, UAVG artikel 30 lid 3 a)")
    VITAL = "vital", _("bij gevaar voor iemands leven (AVG artikel 9 lid 2 c, UAVG artikel 22)")


class PurposeQuerySet(models.QuerySet["Purpose"]):
    def in_use(self) -> Self:
        """Those for which one may write: enabled, and on a ground that is in force."""
        return self.filter(key__in=InUse()).order_by("position", "key")


class Purpose(models.Model):
    """Why something is written down, on which legal ground, and how long it stays ("waarom we dit opschrijven")."""

    privacy = Privacy(
        keep=Keep.FOREVER,
        plain="key sentence ground law special keep_months counts_from recipients people data to_volunteers enabled"
        " position",
    )

    class CountsFrom(models.TextChoices):
        LAST_MOMENT = "last_moment", _("na het laatste moment in de kring")
        WRITTEN = "written", _("nadat het is geschreven")

    key = models.SlugField(primary_key=True, max_length=40)
    sentence = models.CharField(max_length=200)
    ground = models.CharField(max_length=20, choices=Ground)
    law = models.CharField(max_length=200, blank=True)  # The articles, where they are known.
    special = models.CharField(max_length=10, choices=Special, default=Special.NONE)
    keep_months = models.PositiveSmallIntegerField()
    counts_from = models.CharField(max_length=12, choices=CountsFrom, default=CountsFrom.LAST_MOMENT)
    recipients = models.CharField(max_length=300, blank=True, default="")
    people = models.CharField(max_length=300, blank=True, default="")
    data = models.CharField(max_length=300, blank=True, default="")
    # Whether what a professional writes for it may be read by a volunteer or a neighbour whom the resident let nobody
    # choose: without it only by whom the resident let in, or for whom there is their yes.
    to_volunteers = models.BooleanField(default=False)
    enabled = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)

    objects = PurposeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ground__in=Ground.values), name="purpose_on_a_known_ground"),
            models.CheckConstraint(condition=Q(special__in=Special.values), name="purpose_special_known"),
            models.CheckConstraint(condition=Q(keep_months__gte=1, keep_months__lte=600), name="purpose_has_an_end"),
            models.CheckConstraint(condition=~Q(sentence="") & ~Q(recipients=""), name="purpose_says_why_and_to_whom"),
        ]

    def __str__(self) -> str:
        return self.sentence


class InUse(models.Func):
    """The keys of the purposes for which one may write now."""

    template = "select unnest(trust.purposes_in_use())"
    output_field = models.CharField()


class LawInForce(Noun):
    """That a law which was still coming is in force, known from where; only the owner says so ("wet die nu geldt")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id ground since source noted_at")

    ground = models.CharField(max_length=20, choices=Ground, unique=True)
    since = models.DateField()
    source = models.CharField(max_length=200)  # The Staatsblad in which it stands.
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(source=""), name="law_in_force_says_where")]


class ConsentQuerySet(models.QuerySet["Consent"]):
    def standing(self) -> Self:
        """Given, and not taken back."""
        return self.filter(withdrawal__isnull=True)

    def of(self, person: Person) -> Self:
        """What this person said yes to, the newest first; for their own page."""
        theirs = self.filter(person=person).select_related("for_whom", "noted_by", "circle", "withdrawal")
        return theirs.order_by("-at", "-id")


class Consent(Noun):
    """That somebody said yes to sharing in a circle: with whom, and how they were told ("toestemming")."""

    privacy = Privacy(
        keep=Keep.STORY, plain="id circle at", personal="person for_whom noted_by", sensitive="informed", since="at"
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    circle = models.ForeignKey("trust.Circle", on_delete=models.PROTECT, related_name="consents")
    # With whom it is shared; nobody by name means: with everybody who reads in this circle.
    for_whom = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    informed = models.CharField(max_length=300)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ConsentQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(informed=""), name="consent_says_how_one_was_told")]
        indexes = [models.Index(fields=["circle", "for_whom"])]


class Withdrawal(Noun):
    """That somebody took their yes back ("intrekking"); from then on nothing is shared on it."""

    privacy = Privacy(keep=Keep.STORY, plain="id consent at", personal="by", sensitive="why")

    consent = models.OneToOneField(Consent, on_delete=models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
