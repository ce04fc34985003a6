"""What was tried and whether it helped: a lesson, written without names, in the circle it was learned in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.moments.models import Moment


class Lesson(Noun):
    """What was tried, and whether it helped ("wat we leerden"); its words are a moment, without names."""

    privacy = Privacy(keep=Keep.STORY, plain="id moment came_from", sensitive="helped")

    class Helped(models.TextChoices):
        YES = "yes", _("Dit hielp")
        PARTLY = "partly", _("Dit hielp een beetje")
        NO = "no", _("Dit hielp niet")

    moment = models.OneToOneField(Moment, on_delete=models.CASCADE, related_name="lesson")
    helped = models.CharField(max_length=6, choices=Helped)
    # The key of what happened that taught it; only who reads that moment can follow it, as long as it stands.
    came_from = models.UUIDField(null=True, blank=True)
