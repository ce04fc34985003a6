"""Sessions in the database, found by a hash of their key and reached as the office 'door' alone.

Whoever reads the table, by a backup or by injected SQL, finds no key that a browser could send, and nothing of what is
in a session: a code that was mailed, the secret of an app that is being tied, what was filled in when asked again.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone

from nabij.base.box import InvalidToken, box
from nabij.trust.acting import at_least, office
from nabij.trust.doors import Session

SEEN_AGAIN = timedelta(minutes=5)  # A page more often than that writes nothing.
DEVICE = "device"
FOR = "nabij.session"


def hashed(key: str | None) -> str:
    """What stands in the table. The key holds 160 bits of chance, so a plain hash cannot be turned round."""
    return hashlib.sha256(b"nabij.session:" + str(key).encode()).hexdigest()[:40]


class SessionStore(db.SessionStore):
    """Django's database store, with the hash in place of the key."""

    begun_at: datetime | None = None
    seen_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        with at_least(office("door")):
            row = Session.objects.filter(session_key=hashed(self.session_key), expire_date__gt=timezone.now()).first()
        if row is None:
            self._session_key = None
            return {}
        self.begun_at, self.seen_at = row.begun_at, row.seen_at
        return self.decode(row.session_data)

    def encode(self, session_dict: dict[str, Any]) -> str:
        return box(FOR).encrypt(self.serializer().dumps(session_dict)).decode()

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """Of another secret, or changed: whoever sent its key is nobody, and logs in again."""
        try:
            said: dict[str, Any] = self.serializer().loads(box(FOR).decrypt(session_data))
        except (InvalidToken, ValueError):
            return {}
        return said

    def exists(self, session_key: str | None) -> bool:
        with at_least(office("door")):
            return Session.objects.filter(session_key=hashed(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        now = timezone.now()
        return Session(
            session_key=hashed(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            account_id=data.get(SESSION_KEY),
            device=data.get(DEVICE, ""),
            begun_at=self.begun_at or now,
            seen_at=now,
        )

    def save(self, must_create: bool = False) -> None:
        with at_least(office("door")):
            super().save(must_create)

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            with at_least(office("door")):
                Session.objects.filter(session_key=hashed(key)).delete()

    def cycle_key(self) -> None:
        """A new key is a new session: it begins now."""
        self.begun_at = None
        super().cycle_key()

    def flush(self) -> None:
        super().flush()
        self.begun_at = self.seen_at = None

    def seen(self, *, at: datetime) -> None:
        """Notes that somebody is still there, at most once in a few minutes."""
        if self.seen_at and at - self.seen_at > SEEN_AGAIN:
            Session.objects.filter(session_key=hashed(self.session_key)).update(seen_at=at)

    def overdue(self, *, at: datetime, idle: timedelta, longest: timedelta) -> bool:
        """Whether nobody was there for too long, or it has lasted too long."""
        if not self.begun_at or not self.seen_at:
            return False
        return at - self.seen_at > idle or at - self.begun_at > longest
