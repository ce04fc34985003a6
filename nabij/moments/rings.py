"""The three rings around somebody: what they are called, and where on them there is room.

Pure: no database, no clock, no chance. A place is a ring and a turn: degrees from the top, with the clock. Who has a
turn of their own stands there, week after week; who has none takes the free place that is farthest from the others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, pi, sin

from django.utils.translation import gettext_lazy as _

RING_WORDS = {1: _("heel dichtbij"), 2: _("dichtbij"), 3: _("verder weg")}

CENTRE = (180.0, 176.0)
RADII = {1: 86.0, 2: 126.0, 3: 162.0}
SLOTS = {1: 9, 2: 13, 3: 17}
# Degrees on either side of the top that stay free, because the names of the rings stand there.
TOP = {1: 48, 2: 30, 3: 28}
# How far two of them stand apart: so that names can be read, and where that is full so that they do not touch.
ROOMY, TIGHT = 46.0, 33.5
IN_LINE = 11  # Degrees within which one hides the line to another.

Spot = tuple[float, float]


@dataclass(frozen=True)
class Place:
    """A place on a ring, and where that is in the picture."""

    ring: int
    turn: int

    @property
    def spot(self) -> Spot:
        return _spot(self.ring, self.turn)


@cache
def _spot(ring: int, turn: int) -> Spot:
    angle = turn * pi / 180
    return CENTRE[0] + RADII[ring] * sin(angle), CENTRE[1] - RADII[ring] * cos(angle)


Wish = tuple[int, int | None]


def places(standing: Iterable[Wish]) -> list[Place | None]:
    """A place for each, in this order, so that who comes later moves nobody; None where the ring is full.

    Who settled on a turn stands there as long as they touch nobody, also when another goes and there is more room.
    """
    taken: list[Place] = []
    found: list[Place | None] = []
    for ring, turn in standing:
        place = settle((ring, turn), among=taken) if turn is None else stays(ring, turn, taken)
        found.append(place)
        taken += [place] if place else []
    return found


def settle(wish: Wish, *, among: Sequence[Place | None]) -> Place | None:
    """Where somebody comes to stand who is put on a ring: as near to the wish as names leave room."""
    ring, turn = wish
    taken = [place for place in among if place]
    return widest(ring, taken) if turn is None else nearest(ring, turn, taken)


def stays(ring: int, turn: int, taken: Sequence[Place]) -> Place | None:
    """Where somebody settled, or beside it when another stands there."""
    there = Place(ring, turn)
    free = TOP[ring] <= turn <= 360 - TOP[ring] and all(_far(there, one) >= TIGHT for one in taken)
    return there if free else nearest(ring, turn, taken)


def widest(ring: int, taken: Sequence[Place]) -> Place | None:
    """The free place of a ring that is farthest from whoever stands already; the first goes to the right."""
    step = (360 - 2 * TOP[ring]) // (SLOTS[ring] - 1)
    slots = [Place(ring, TOP[ring] + step * number) for number in range(SLOTS[ring])]
    free = [slot for slot in slots if all(_far(slot, one) >= TIGHT for one in taken)]
    return max(free, key=lambda slot: (not _in_line(slot, taken), _room(slot, taken)), default=None)


def nearest(ring: int, turn: int, taken: Sequence[Place]) -> Place | None:
    """The free place of a ring that is nearest to a wish."""
    ways = (turn + way * by for by in range(181) for way in (1, -1))
    open_to = [Place(ring, one % 360) for one in ways if TOP[ring] <= one % 360 <= 360 - TOP[ring]]
    roomy = (one for one in open_to if all(_wide(one, other) >= ROOMY for other in taken))
    tight = (one for one in open_to if all(_far(one, other) >= TIGHT for other in taken))
    return next(roomy, None) or next(tight, None)


def beside(ring: int, turn: int, *, by: int) -> int:
    """A little further along a ring, with the clock or against it; past the names at the top in one step."""
    wish = (turn + by) % 360
    if TOP[ring] <= wish <= 360 - TOP[ring]:
        return wish
    return TOP[ring] if by > 0 else 360 - TOP[ring]


def _far(one: Place, other: Place) -> float:
    return hypot(one.spot[0] - other.spot[0], one.spot[1] - other.spot[1])


def _wide(one: Place, other: Place) -> float:
    # Names are wide: what stands beside is in the way sooner than what stands above.
    return hypot((one.spot[0] - other.spot[0]) * 0.7, one.spot[1] - other.spot[1])


def _in_line(place: Place, taken: Sequence[Place]) -> bool:
    """Whether somebody nearer or farther stands in the same direction."""
    return any(min((place.turn - one.turn) % 360, (one.turn - place.turn) % 360) < IN_LINE for one in taken)


def _room(place: Place, taken: Sequence[Place]) -> float:
    return min((_wide(place, one) for one in taken), default=0.0) + place.spot[0] / 10_000
