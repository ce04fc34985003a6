"""A box that opens with the installation's secret alone: the database, or a backup of it, shows nothing of it."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

__all__ = ["InvalidToken", "box"]


def box(what_for: str) -> Fernet:
    """Each use has a key of its own, so that what was closed for one thing cannot be passed off as another."""
    key = hashlib.sha256(f"{what_for}:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
