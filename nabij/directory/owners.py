"""Whoever does what stands on the map: the mail that asks them, that they want none, and what they corrected."""

from datetime import datetime, timedelta
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.post.models import hash_of

LIVES = timedelta(days=60)


class OwnerLetterQuerySet(models.QuerySet["OwnerLetter"]):
    def of_token(self, token: str) -> Self:
        return self.filter(token_hash=hash_of(token))


class OwnerLetter(Noun):
    """That whoever does it was asked by mail whether their listings are right ("vraag aan wie het doet")."""

    privacy = Privacy(
        Keep.YEAR, plain="id services why at expires", personal="address_hash", sensitive="token_hash", since="at"
    )

    class Why(models.TextChoices):
        SEASON = "season", "elk seizoen"
        UNREACHED = "unreached", "drie keer niet bereikt"
        ASKED = "asked", "op verzoek"

    # Of the address, and of the key in the link, only a hash is kept.
    address_hash = models.BinaryField()
    services = ArrayField(models.UUIDField())
    why = models.CharField(max_length=10, choices=Why)
    token_hash = models.BinaryField(unique=True)
    at = models.DateTimeField()
    expires = models.DateTimeField()

    objects = OwnerLetterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["address_hash", "-at"])]

    def lives(self, *, at: datetime) -> bool:
        return at < self.expires


class OwnerStop(Noun):
    """That an address wants no mail about its listings, or wants it again ("geen mail"); the newest counts."""

    privacy = Privacy(Keep.LISTING, plain="id stops at", personal="address_hash")

    address_hash = models.BinaryField()
    stops = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["address_hash", "-at"])]


class OwnerChange(Noun):
    """What whoever does it changed in their listing by the link in their mail ("verandering door wie het doet")."""

    privacy = Privacy(Keep.LISTING, plain="id service field at", personal="was became")

    class Field(models.TextChoices):
        TIMES = "times", "wanneer"
        PHONE = "phone", "telefoon"
        MAIL = "mail", "mail"
        WEB = "web", "website"
        DESCRIPTION = "description", "wat het is"
        STATUS = "status", "of het er nog is"

    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="owner_changes")
    field = models.CharField(max_length=12, choices=Field)
    was = models.TextField(blank=True)
    became = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["service", "-at"])]


def hash_of_address(address: str) -> bytes:
    return hash_of(address.strip().lower())
