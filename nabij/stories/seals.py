"""Sealed notes: what a resident may not read yet, who keeps it, what is decided about it, and what the resident hears.

A sealed note stands in no circle. Whatever reads circles (the stream, search, counts, exports, breaking the glass) is
therefore blind to it; only its keepers see it. docs/decisions/0011-a-seal-has-keepers.md says why.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person
from nabij.trust.models import Circle


class SealedNote(Noun):
    """What the resident may not read yet ("besloten notitie"): why, who keeps it, and when it is looked at again."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id story circle review_on at",
        personal="by by_name",
        sensitive="about reason why_untold",
        since="at",
    )

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="+")  # The story's, where it may open.
    about = models.CharField(max_length=120)  # Whose story it is, also for a keeper who does not read that.
    reason = models.CharField(max_length=500, blank=True)  # Empty once the note is deleted.
    # Why the resident does not hear that it exists; empty when they do, or once the note is deleted.
    why_untold = models.CharField(max_length=500, blank=True)
    review_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["story"])]


class SealKeeper(Noun):
    """Who keeps a sealed note ("bewaarder"): the writer and a second person, never the resident."""

    privacy = Privacy(keep=Keep.STORY, plain="id note at until", personal="person person_name put_by")

    note = models.ForeignKey(SealedNote, on_delete=models.CASCADE, related_name="keepers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.CharField(max_length=120)
    put_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["note", "person"], condition=Q(until__isnull=True), name="keeps_once")
        ]
        indexes = [models.Index(fields=["person"])]


class KeeperAnswer(Noun):
    """What somebody answered who was asked to keep a note with another ("antwoord van de tweede persoon")."""

    privacy = Privacy(keep=Keep.STORY, plain="id keeper yes at", sensitive="words")

    keeper = models.OneToOneField(SealKeeper, on_delete=models.CASCADE, related_name="answer")
    yes = models.BooleanField()
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()


class SealedLine(Noun):
    """What is written in a sealed note ("besloten regel"), each with its writer and day."""

    privacy = Privacy(keep=Keep.STORY, plain="id note at", personal="by by_name", sensitive="words")

    note = models.ForeignKey(SealedNote, on_delete=models.CASCADE, related_name="lines")
    words = models.TextField(max_length=3000)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="sealed_line_says_something")]
        indexes = [models.Index(fields=["note", "at"])]


class SealReview(Noun):
    """What one keeper proposes when they look at a note again ("opnieuw bekeken"): open, renew or delete."""

    privacy = Privacy(keep=Keep.STORY, plain="id note kind until at", personal="by by_name", sensitive="why")

    class Kind(models.TextChoices):
        OPEN = "open", _("openen")
        RENEW = "renew", _("langer besloten houden")
        DELETE = "delete", _("verwijderen")

    note = models.ForeignKey(SealedNote, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=6, choices=Kind)
    until = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=500, blank=True)  # Empty once the note is deleted.
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kind="renew") | Q(until__isnull=False), name="renewed_until_a_day")
        ]
        indexes = [models.Index(fields=["note", "-at"])]


class SealAgreement(Noun):
    """What the other keeper says of it ("eens of niet"); without a yes nothing changes."""

    privacy = Privacy(keep=Keep.STORY, plain="id review yes at", personal="by by_name", sensitive="words")

    review = models.OneToOneField(SealReview, on_delete=models.CASCADE, related_name="agreement")
    yes = models.BooleanField()
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()


class SealOpening(Noun):
    """That a note that was opened stands in the story now ("in het verhaal gezet")."""

    privacy = Privacy(keep=Keep.STORY, plain="id note at", personal="by")

    note = models.OneToOneField(SealedNote, on_delete=models.CASCADE, related_name="opening")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class SealTold(Noun):
    """All that a resident hears of a sealed note ("er is een besloten notitie"): since when, and until which day."""

    privacy = Privacy(keep=Keep.STORY, plain="id note circle since looks_again until")

    note = models.OneToOneField(SealedNote, on_delete=models.CASCADE, related_name="told")
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="+")
    since = models.DateField()
    looks_again = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["circle"])]
