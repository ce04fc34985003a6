"""Acting: every query runs as somebody, sealed, inside one transaction.

The seal is `kind|who|hat|reach|purpose|expiry|trace|point|HMAC-SHA256` in the setting `nabij.actor`; SQL checks it
against a key that the app's login cannot read (`trust.seal`). GROUND: a seal needs a secret the app's SQL can reach
nowhere.
"""

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

import psycopg
from django.conf import settings
from django.db import connections, transaction

APP_ROLE = "nabij_app"
OFFICE_ROLE = "nabij_office"
REMEMBERED = "nabij_actor"
LONGEST = 300  # Seconds a transaction may act, unless it says otherwise.


@dataclass(frozen=True)
class Actor:
    """Somebody who acts: a person in a hat or as administrator, nobody, an office of the system, a link's reader."""

    kind: str
    who: str = ""
    hat: str = ""
    reach: str = ""

    @property
    def role(self) -> str:
        return OFFICE_ROLE if self.kind in ("office", "link", "administrator") else APP_ROLE


NOBODY = Actor("nobody")


@dataclass(frozen=True)
class Errand:
    """What the rows that one transaction writes in the logs share: its trace, and the point it was asked from."""

    trace: str
    point: str = ""

    @classmethod
    def within(cls, outer: str, *, point: str) -> "Errand":
        """The errand of the seal one acts inside already, else a new one."""
        parts = outer.split("|")
        if len(parts) == len(SEALED):
            return cls(parts[SEALED.index("trace")], point or parts[SEALED.index("point")])
        return cls(uuid4().hex, point)


SEALED = ("kind", "who", "hat", "reach", "purpose", "expiry", "trace", "point", "mac")


def person(who: UUID, *, hat: UUID | None = None) -> Actor:
    return Actor("person", str(who), str(hat or ""))


def administrator(who: UUID) -> Actor:
    """Somebody at the pages of administration: no person there, so no circle, no story and no hat is theirs."""
    return Actor("administrator", str(who))


def office(name: str) -> Actor:
    """An office of the system: 'door' (log-in and links), 'post' (letters), 'beheer' (imports, hats), 'logs', 'why',
    'reminders' (what waits is asked again), 'rights' (erasing), 'bewaren' (terms)."""
    return Actor("office", name)


def link(*, reader: UUID, reach: UUID) -> Actor:
    """Whoever opened a link: reads and answers that one thing, as the reader of its letter."""
    return Actor("link", str(reader), reach=str(reach))


def seal_key() -> bytes:
    """The 64-byte HMAC block made of the installation's secret."""
    return hashlib.sha512(b"nabij.trust.seal:" + settings.SECRET_KEY.encode()).digest()


def sealed(actor: Actor, *, purpose: str, seconds: int, errand: Errand | None = None) -> str:
    trace, point = (errand.trace, errand.point) if errand else (uuid4().hex, "")
    expiry = str(int(time.time()) + seconds)
    text = "|".join((actor.kind, actor.who, actor.hat, actor.reach, purpose, expiry, trace, point))
    return text + "|" + hmac.new(seal_key(), text.encode(), "sha256").hexdigest()


@contextmanager
def acting_as(actor: Actor, *, purpose: str = "", seconds: int = LONGEST, point: str = "") -> Iterator[None]:
    """Opens a transaction in which every query runs as this actor; afterwards the former actor is back.

    purpose: a key of `trust.Purpose` or a plain word. point: where it was asked from, unreadable (`access_point`).
    Both stand in the seal, and no '|' may occur in them. Who acts inside another shares its trace.
    """
    if "|" in purpose + point:
        raise ValueError("a purpose may not hold '|'")
    connection = connections["default"]
    # Actor and role are set for the transaction alone: in a new one nobody acts yet, and at its end nobody does.
    first = not connection.in_atomic_block and connection.get_autocommit()
    with transaction.atomic(), remembered(actor):
        was = ("", "") if first else standing()
        errand = Errand.within(was[0], point=point)
        say(sealed(actor, purpose=purpose, seconds=seconds, errand=errand), actor.role)
        yield
        # No finally: after an error the savepoint takes the settings back by itself.
        if not first:
            say(*was)


@contextmanager
def at_least(actor: Actor) -> Iterator[None]:
    """The same, in fewer words, for what is small and often done by somebody who acts already as this actor.

    It believes what Python remembers; were that wrong, SQL would still refuse.
    """
    if getattr(connections["default"], REMEMBERED, None) == actor:
        yield
    else:
        with acting_as(actor):
            yield


@contextmanager
def remembered(actor: Actor) -> Iterator[None]:
    connection = connections["default"]
    was = getattr(connection, REMEMBERED, None)
    setattr(connection, REMEMBERED, actor)
    try:
        yield
    finally:
        setattr(connection, REMEMBERED, was)


def standing() -> tuple[str, str]:
    """The actor and role of this transaction now."""
    connections["default"].ensure_connection()
    with psycopg.Cursor(connections["default"].connection) as cursor:
        cursor.execute("select coalesce(current_setting('nabij.actor', true), ''), current_setting('role')")
        was: tuple[str, str] = cursor.fetchone() or ("", "none")
    return was


def say(actor: str, role: str) -> None:
    """Sets actor and role for this transaction.

    Bound on the server and not through Django's cursor, which would write the seal into pg_stat_activity.
    """
    connections["default"].ensure_connection()
    with psycopg.Cursor(connections["default"].connection) as cursor:
        cursor.execute("select set_config('nabij.actor', %s, true), set_config('role', %s, true)", (actor, role))


def access_point(address: str) -> str:
    """A client's address as it stands in the logs: the same for the same address, and not to be read back."""
    key = hashlib.sha256(b"nabij.trust.point:" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, address.encode(), "sha256").hexdigest()[:16] if address else ""
