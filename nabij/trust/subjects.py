"""Whom a row of processing is about, encrypted: the same person is always the same, and only the installation's secret
tells who (AES-SIV, RFC 5297)."""

import hashlib
from functools import cache
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings


@cache
def _cipher(secret: str) -> AESSIV:
    return AESSIV(hashlib.sha512(b"nabij.trust.subject:" + secret.encode()).digest())


def subject_of(person: UUID) -> bytes:
    """How a person stands in the log of processing."""
    return _cipher(settings.SECRET_KEY).encrypt(person.bytes, None)


def person_of(subject: bytes) -> UUID:
    """Who that is: for a request about one's own data, or for whoever oversees."""
    return UUID(bytes=_cipher(settings.SECRET_KEY).decrypt(bytes(subject), None))
