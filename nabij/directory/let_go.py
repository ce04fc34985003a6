"""That a listing was let go of because its list does not name it any more; and that it was put back."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


class LetGoQuerySet(models.QuerySet["LetGo"]):
    def standing(self) -> Self:
        """What is let go of now: nobody put it back, and nothing was said of it since."""
        later = LetGo.objects.filter(service=OuterRef("service"))
        later = later.filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id")))
        same = self.filter(goes=True, service__status="defunct", service__changed_at__lte=F("at"))
        return same.exclude(Exists(later))


class LetGo(Noun):
    """A listing that its list does not name any more stands as stopped, or is put back ("losgelaten vermelding")."""

    privacy = Privacy(Keep.LISTING, plain="id service goes was at")

    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="let_go")
    goes = models.BooleanField()
    was = models.CharField(max_length=20)  # Its status before, which it gets again when it is put back.
    at = models.DateTimeField()

    objects = LetGoQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["service", "-at"])]
