"""How an installation is kept: what it says of itself, and that somebody looked at who may what."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person

QUARTER = timedelta(days=91)


class SettingQuerySet(models.QuerySet["Setting"]):
    def now(self) -> dict[str, str]:
        """The newest words under each key; "" where nobody said anything yet."""
        newest = self.order_by("key", "-at", "-id").distinct("key")
        return dict.fromkeys(Setting.Key.values, "") | {one.key: one.words for one in newest}


class Setting(Noun):
    """What this installation says of itself to everybody, as plain words ("instelling"); nothing is overwritten."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id key words at")

    class Key(models.TextChoices):
        ORGANISATION = "organisation", _("Wie hier verantwoordelijk is")
        PRIVACY_OFFICER = "privacy_officer", _("Bij wie je terechtkunt over je gegevens")
        TERMS = "terms", _("Onze spelregels")

    key = models.CharField(max_length=20, choices=Key)
    words = models.TextField(max_length=5000, blank=True)
    at = models.DateTimeField()

    objects = SettingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["key", "-at"])]


class RightsReview(Noun):
    """That somebody looked at who may what, and what was changed ("rechten nagekeken")."""

    privacy = Privacy(keep=Keep.LOG, plain="id at", personal="by changed", since="at")

    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    changed = models.CharField(max_length=1000)


def review_due(*, at: datetime) -> bool:
    """Whether a quarter has passed since somebody looked at who may what."""
    return not RightsReview.objects.filter(at__gt=at - QUARTER).exists()
