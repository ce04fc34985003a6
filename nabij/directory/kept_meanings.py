"""Comparing meanings in memory: the directions of all listings, of which only what changed is read again.

The database would have to take each direction apart for each question: 15 ms for a thousand listings. What is kept is
public, takes 2 kB a listing, and is checked at every question by a fingerprint of what listings say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db import connection

NEAREST = 400
BATCH = 2000
SIZE = 512  # Numbers in a direction.
# Which listings there are and what each says, together as one text.
FINGERPRINT = (
    "select concat_ws(' ', count(*), bit_xor(hashtextextended(service_id::text || told, 0)))"
    " from directory_servicemeaning"
)
# The numbers as the server holds them, because reading them as text takes ten times as long.
DIRECTIONS = "select service_id, array_send(meaning) from directory_servicemeaning where service_id = any(%s)"
HEAD, NUMBER = 20, np.dtype([("length", ">i4"), ("value", ">f4")])


@dataclass(frozen=True)
class Kept:
    """The directions (listings by numbers) of which listings, what each said, and the fingerprint of all together."""

    state: str
    services: list[UUID]
    told: list[str]
    directions: np.ndarray


_kept = [Kept("", [], [], np.empty((0, SIZE), dtype=np.float32))]


def closest(direction: list[float], *, state: str, filtered: bool = False) -> dict[UUID, float]:
    """The services nearest in meaning, with how far: 0 is the same. state: the fingerprint of now.

    filtered: of what is nearest only a part will pass, so of a large map a tenth is looked at.
    """
    kept = _up_to_date(state)
    most = max(NEAREST, len(kept.services) // 10) if filtered else NEAREST
    far = 1 - kept.directions @ np.asarray(direction, dtype=np.float32)
    return {kept.services[at]: float(far[at]) for at in np.argsort(far)[:most]}


def _up_to_date(state: str) -> Kept:
    if _kept[0].state != state:
        with connection.cursor() as cursor:
            cursor.execute("select service_id, told from directory_servicemeaning")
            _kept[0] = _renewed(_kept[0], state=state, told=dict(cursor.fetchall()))
    return _kept[0]


def _renewed(kept: Kept, *, state: str, told: dict[UUID, str]) -> Kept:
    """What says the same stays; the rest is read, or goes."""
    stays = [at for at, said in enumerate(zip(kept.services, kept.told, strict=True)) if told.get(said[0]) == said[1]]
    same = [kept.services[at] for at in stays]
    fresh = dict(_read(list(told.keys() - set(same))))
    services = same + list(fresh)
    directions = np.vstack([kept.directions[stays], *fresh.values()])
    return Kept(state, services, [told[one] for one in services], directions)


def _read(services: list[UUID]) -> Iterator[tuple[UUID, np.ndarray]]:
    for start in range(0, len(services), BATCH):
        with connection.cursor() as cursor:
            cursor.execute(DIRECTIONS, [services[start : start + BATCH]])
            for service, sent in cursor.fetchall():
                if len(sent) == HEAD + SIZE * NUMBER.itemsize:  # Of what was not thought about there is none.
                    yield service, np.frombuffer(sent, dtype=NUMBER, offset=HEAD)["value"].astype(np.float32)
