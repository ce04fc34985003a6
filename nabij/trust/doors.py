"""What the log-in keeps: who is logged in where, and what was tried too often. Only the office 'door' reaches it."""

from datetime import datetime

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Account

__all__ = ["Session", "Throttle", "end_sessions"]


class Session(AbstractBaseSession):
    """That somebody is logged in on a device ("inlog"), found by a hash: the key itself is in their browser alone."""

    privacy = Privacy(
        keep=Keep.SHORT,
        plain="session_key expire_date begun_at seen_at",
        personal="account device",
        sensitive="session_data",
        since="expire_date",
    )

    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.CASCADE, related_name="sessions")
    device = models.CharField(max_length=80, blank=True)
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.device


class Throttle(models.Model):
    """How often something was tried lately, kept for minutes ("rem"); shared by all web processes."""

    privacy = Privacy(keep=Keep.SHORT, plain="cache_key value expires", since="expires")

    # Named as Django's database cache wants them.
    cache_key = models.CharField(primary_key=True, max_length=255)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    objects: models.Manager["Throttle"] = models.Manager()


def end_sessions(*, account: Account, at: datetime, but: str = "") -> int:
    """Logs an account out on every device, but for the session with the hash `but`; and sweeps what ran out."""
    Session.objects.filter(expire_date__lt=at).delete()
    ended, _kinds = Session.objects.filter(account=account).exclude(session_key=but).delete()
    return ended
