"""Acting: every query runs as somebody, sealed, inside one transaction.

The seal is `kind|who|hat|reach|purpose|expiry|HMAC-SHA256` in the setting `nabij.actor`; SQL checks it against a key
that the app's login cannot read (`trust.seal`). GROUND: a seal needs a secret the app's SQL can reach nowhere.
"""

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connections, transaction

APP_ROLE = "nabij_app"
OFFICE_ROLE = "nabij_office"
LONGEST = 300  # Seconds a transaction may act, unless it says otherwise.


@dataclass(frozen=True)
class Actor:
    """Somebody who acts: a person in a hat, nobody (a visitor), an office of the system, or the reader of a link."""

    kind: str
    who: str = ""
    hat: str = ""
    reach: str = ""

    @property
    def role(self) -> str:
        return OFFICE_ROLE if self.kind in ("office", "link") else APP_ROLE


NOBODY = Actor("nobody")


def person(who: UUID, *, hat: UUID | None = None) -> Actor:
    return Actor("person", str(who), str(hat or ""))


def office(name: str) -> Actor:
    """An office of the system: 'door' (log-in and links), 'post' (letters), 'beheer' (imports, hats),
    'reminders' (what waits is asked again)."""
    return Actor("office", name)


def link(*, reader: UUID, reach: UUID) -> Actor:
    """Whoever opened a link: reads and answers that one thing, as the reader of its letter."""
    return Actor("link", str(reader), reach=str(reach))


def seal_key() -> bytes:
    """The 64-byte HMAC block made of the installation's secret."""
    return hashlib.sha512(b"nabij.trust.seal:" + settings.SECRET_KEY.encode()).digest()


def sealed(actor: Actor, *, purpose: str, seconds: int) -> str:
    text = "|".join((actor.kind, actor.who, actor.hat, actor.reach, purpose, str(int(time.time()) + seconds)))
    return text + "|" + hmac.new(seal_key(), text.encode(), "sha256").hexdigest()


@contextmanager
def acting_as(actor: Actor, *, purpose: str = "", seconds: int = LONGEST) -> Iterator[None]:
    """Opens a transaction in which every query runs as this actor; afterwards the former actor is back.

    purpose: a key of `trust.Purpose` or a plain word; it stands in the log of reads. No '|' may occur in it.
    """
    if "|" in purpose:
        raise ValueError("a purpose may not hold '|'")
    with transaction.atomic():
        was = say(sealed(actor, purpose=purpose, seconds=seconds), actor.role)
        yield
        # No finally: after an error the savepoint takes the settings back by itself.
        say(*was)


def say(actor: str, role: str) -> tuple[str, str]:
    """Sets actor and role for this transaction; returns what they were.

    Bound on the server and not through Django's cursor, which would write the seal into pg_stat_activity.
    """
    connections["default"].ensure_connection()
    with psycopg.Cursor(connections["default"].connection) as cursor:
        cursor.execute("select coalesce(current_setting('nabij.actor', true), ''), current_setting('role')")
        was: tuple[str, str] = cursor.fetchone() or ("", "none")
        cursor.execute("select set_config('nabij.actor', %s, true), set_config('role', %s, true)", (actor, role))
    return was
