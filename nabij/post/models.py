"""Letters, what became of them, and the single-use links in them; mails of the door stand in `envelopes`."""

import hashlib
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Hat, Person
from nabij.post.envelopes import Envelope
from nabij.post.preferences import Preference, awake, day_began, newest, week_began

__all__ = ["Envelope", "Letter", "LetterQuerySet", "Link", "LinkQuerySet", "Preference", "Sending", "hash_of"]

# Of danger, and how to log in: also at night. The other three nobody can switch off: somebody's rights, and a link.
DANGER = ("glass_broken", "glass_told", "concern", "concern_answered")
AT_NIGHT = Q(kind="welcome") | Q(kind="notice", about_kind__in=DANGER)
ALWAYS = AT_NIGHT | Q(kind="news", about_kind="request") | Q(kind="invitation")


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self, *, at: datetime) -> Self:
        """Due, and nothing became of them yet, with what their reader wants; the oldest first."""
        wants = {column: newest(column, person="reader") for column in ("pace", "quiet_from", "quiet_until")}
        due = self.filter(due__lte=at, sending__isnull=True).alias(**wants)
        return due.alias(awake=awake(at=at)).order_by("due", "id")

    def to_send(self, *, at: datetime) -> Self:
        """What goes by itself now: not what is gathered, and at night only what cannot wait."""
        one_by_one = ALWAYS | Q(pace__isnull=True) | Q(pace__in=["at_once", "none"])
        return self.waiting(at=at).filter(AT_NIGHT | Q(awake=True) & one_by_one)

    def to_gather(self, *, at: datetime) -> Self:
        """What goes together now: all that waits for whoever has something from before the last round."""
        together = self.waiting(at=at).filter(awake=True).exclude(ALWAYS)
        day, week = Q(pace="daily", due__lte=day_began(at)), Q(pace="weekly", due__lte=week_began(at))
        readers = together.filter(day | week).order_by().values("reader")
        return together.filter(reader__in=readers)


class Letter(Noun):
    """A letter to a person about one thing ("brief"); its words are made when it is sent."""

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id kind about_kind about_id circle_key written_at due expires",
        personal="reader writer hat",
        sensitive="words",
        since="due",
    )

    class Kind(models.TextChoices):
        QUESTION = "question", _("vraag")
        NEWS = "news", _("bericht")
        WELCOME = "welcome", _("welkom")
        INVITATION = "invitation", _("uitnodiging")
        PROMISED = "promised", _("je afspraak")  # To say how it went, by link.
        NOTICE = "notice", _("seintje")  # That something waits here; never what.
        INTRODUCTION = "introduction", _("kennismaking")  # To answer, or to say how it went, by link.
        MESSAGE = "message", _("berichtje")  # From person to person, of two who were brought together.

    BEGAN_AGAIN = "began_again"  # A month after a handover: whether somebody had to begin again.

    kind = models.CharField(max_length=12, choices=Kind)
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="letters")
    # Nobody, when administration welcomes somebody from the terminal.
    writer = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="letters_written")
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    about_kind = models.CharField(max_length=20)
    about_id = models.UUIDField()
    circle_key = models.UUIDField(null=True, db_index=True)
    words = models.CharField(max_length=2000, blank=True)
    written_at = models.DateTimeField()
    due = models.DateTimeField()
    expires = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(writer__isnull=False) | Q(kind="welcome"), name="a_letter_has_a_writer")
        ]
        indexes = [
            models.Index(fields=["due"]),
            models.Index(fields=["about_id"]),
            models.Index(fields=["reader", "-due"]),
        ]

    @property
    def always(self) -> bool:
        """Whether nobody can switch it off: how to log in, danger, somebody's rights. Who cannot log in may do more."""
        return (
            self.kind in (self.Kind.WELCOME, self.Kind.INVITATION)
            or (self.kind == self.Kind.NEWS and self.about_kind == "request")
            or (self.kind == self.Kind.NOTICE and self.about_kind in DANGER)
        )


class Sending(Noun):
    """That a letter went out, or why it could not ("verzending")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id letter at how problem")

    class How(models.TextChoices):
        MAIL = "mail", _("met de mail")
        DIGEST = "digest", _("met andere brieven samen")
        TODAY = "today", _("bij Vandaag, zonder mail")
        GIVEN_UP = "given_up", _("bij Vandaag, want de mail kwam niet weg")

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="sending")
    at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=How, default=How.MAIL)
    problem = models.CharField(max_length=200, blank=True)


def hash_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


class LinkQuerySet(models.QuerySet["Link"]):
    def of_token(self, token: str) -> Self:
        """The link with this token, with its letter and whoever wrote that, in which hat."""
        who = ("reader", "letter__writer", "letter__hat__group")
        return self.filter(token_hash=hash_of(token)).select_related(*who)


class Link(Noun):
    """A link that opens one letter, once, until it expires ("link"). Only its hash is kept."""

    privacy = Privacy(
        keep=Keep.SHORT,
        plain="id letter expires used_at",
        personal="reader",
        sensitive="token_hash",
        since="expires",
    )

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="links")
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    token_hash = models.BinaryField(unique=True)
    expires = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(used_at__lte=models.F("expires")), name="used_in_time"
            )
        ]
