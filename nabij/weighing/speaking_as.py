"""In which hat somebody speaks, as all who think along see it: its role in words, and whether it is a formal one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _


class NotYourHat(ValueError):
    """One speaks in a hat that one wears, or in none."""

    def __init__(self) -> None:
        super().__init__(_("Deze pet draag je niet meer. Kies een andere, of geen."))


class NotAsked(ValueError):
    """Who was not asked along says nothing of it."""

    def __init__(self) -> None:
        super().__init__(_("Je bent hier niet gevraagd om mee te denken."))


@dataclass(frozen=True)
class Worn:
    """A hat as it is shown beside a name; without one somebody speaks as a neighbour, or as whom it concerns."""

    hat: UUID | None = None
    role: str = ""
    formal: bool | None = False

    @property
    def fields(self) -> dict[str, Any]:
        return {"hat_id": self.hat, "role": self.role, "formal": self.formal}


def hats_to_speak_in() -> list[Worn]:
    """Every hat that whoever acts wears now, also by the link in a letter."""
    with connection.cursor() as cursor:
        cursor.execute("select hat, role, formal from trust.hats_to_speak_in() order by role, hat")
        return [Worn(*row) for row in cursor.fetchall()]


def in_hat(hat: UUID | None) -> Worn:
    """As a neighbour, or in this hat; NotYourHat when it came off."""
    if hat is None:
        return Worn()
    worn = next((one for one in hats_to_speak_in() if one.hat == hat), None)
    if worn is None:
        raise NotYourHat
    return worn


def there_in(dilemma: UUID, *, hat: UUID | None) -> Worn:
    """The same, within one dilemma: whom it concerns is neither formal nor informal."""
    if hat is None and word("select trust.concerns_me(%s)", dilemma):
        return Worn(formal=None)
    return in_hat(hat)


def name_in(dilemma: UUID) -> str:
    """What one is called there, as whoever asked one along wrote it."""
    name = word("select trust.my_name_in(%s)", dilemma)
    if name is None:
        raise NotAsked
    return str(name)


def is_open(dilemma: UUID) -> bool:
    return bool(word("select trust.voices_open(%s)", dilemma))


def word(question: str, *keys: UUID | str | None) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, keys)
        return cursor.fetchone()[0]


def one_at_a_time(dilemma: UUID) -> None:
    """Whoever speaks, decides or is asked along waits for who does so at this moment: the last voice opens them all."""
    word("select pg_advisory_xact_lock(hashtext('weighing'), hashtext(%s))", str(dilemma))
