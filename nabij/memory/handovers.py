"""Who takes a story over from somebody who leaves."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle


class Handover(Noun):
    """Who is to take a story over from somebody who leaves ("wie neemt het over"); the resident is asked first."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id circle last_day past at answered_at",
        personal="person to to_name answered_by noted_by",
        since="at",
    )

    class Past(models.TextChoices):
        """What the resident says the other may read; nothing as long as they did not answer."""

        ALL = "all", _("Ja, ook wat er eerder stond")
        FROM_NOW = "from_now", _("Ja, wat er vanaf nu bij komt")
        NO = "no", _("Nee, liever iemand anders")

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="handovers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    to_name = models.CharField(max_length=120)  # For whom the story is about, who may not know them yet.
    last_day = models.DateField()
    at = models.DateTimeField()
    past = models.CharField(max_length=8, choices=Past, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=models.F("to")), name="somebody_else_takes_it_over"),
            models.CheckConstraint(
                condition=Q(past="", answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(past="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="handover_answered_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["person", "-at"]), models.Index(fields=["circle", "-at"])]

    @property
    def other(self) -> str:
        """How one speaks of whoever is to take it over."""
        return self.to_name.split()[0]
