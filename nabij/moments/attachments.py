"""A picture or paper with a moment: made clean before it is kept, and read by whoever reads the moment."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def with_moments(self, moments: list[UUID]) -> dict[UUID, list["Attachment"]]:
        """What hangs on each of these moments, in the order it came."""
        found: dict[UUID, list[Attachment]] = {}
        for one in self.filter(moment__in=moments).order_by("id"):
            found.setdefault(one.moment_id, []).append(one)
        return found

    def content_of(self, key: UUID) -> bytes:
        return bytes(self.values_list("content", flat=True).get(id=key))

    def small_of(self, key: UUID) -> bytes:
        """The small picture; empty for a paper."""
        return bytes(self.values_list("small", flat=True).get(id=key))


class Light(models.Manager.from_queryset(AttachmentQuerySet)):  # type: ignore[misc]
    """Without what is heavy, which is asked for by name."""

    def get_queryset(self) -> Self:
        return super().get_queryset().defer("content", "small")


class Attachment(Noun):
    """A picture or paper with a moment ("bijlage")."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id moment circle kind size at",
        personal="by",
        sensitive="alt content small",
        since="at",
    )

    class Kind(models.TextChoices):
        PICTURE = "jpg", _("foto")
        PAPER = "pdf", _("papier (PDF)")

    moment = models.ForeignKey("moments.Moment", on_delete=models.CASCADE, related_name="attachments")
    # Of the moment; it stands here too, so that what a circle holds is found by its index.
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=3, choices=Kind)
    # What is on it, for who does not see it.
    alt = models.CharField(max_length=300, blank=True)
    content = models.BinaryField()
    small = models.BinaryField()
    size = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = Light()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0, size__lte=10_000_000), name="attachment_of_ten_megabytes"),
        ]

    @property
    def called(self) -> str:
        """The name under which it is saved: ours, never that of whoever sent it."""
        return f"bijlage-{self.at:%Y-%m-%d}-{self.id.hex[-6:]}.{self.kind}"
