"""The three rings around somebody: what they are called, and where on them there is room.

Pure: no database, no clock, no chance. A place is a ring and a turn: degrees from the top, with the clock. Who has a
turn of their own stands there, week after week; who has none takes the free place that is farthest from the others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from django.utils.translation import gettext_lazy as _

RING_WORDS = {1: _("heel dichtbij"), 2: _("dichtbij"), 3: _("verder weg")}

CENTRE = (180.0, 176.0)
RADII = {1: 86.0, 2: 126.0, 3: 162.0}
SLOTS = {1: 9, 2: 13, 3: 17}
# Degrees on either side of the top that stay free, because the names of the rings stand there.
TOP = {1: 48, 2: 30, 3: 28}
# How far two of them stand apart: so that names can be read, and where that is full so that they do not touch.
APART = (48.0, 33.5)

Spot = tuple[float, float]


@dataclass(frozen=True)
class Place:
    """A place on a ring, and where that is in the picture."""

    ring: int
    turn: int

    @property
    def spot(self) -> Spot:
        angle = self.turn * pi / 180
        return CENTRE[0] + RADII[self.ring] * sin(angle), CENTRE[1] - RADII[self.ring] * cos(angle)


Wish = tuple[int, int | None]


def places(wishes: Iterable[Wish]) -> list[Place | None]:
    """A place for each, in this order, so that who comes later moves nobody; None where the ring is full."""
    taken: list[Place] = []
    found: list[Place | None] = []
    for ring, turn in wishes:
        place = widest(ring, taken) if turn is None else nearest(ring, turn, taken)
        found.append(place)
        taken += [place] if place else []
    return found


def widest(ring: int, taken: Sequence[Place]) -> Place | None:
    """The free place of a ring that is farthest from whoever stands already; the first goes to the right."""
    step = (360 - 2 * TOP[ring]) // (SLOTS[ring] - 1)
    slots = [Place(ring, TOP[ring] + step * number) for number in range(SLOTS[ring])]
    free = [slot for slot in slots if _free(slot, taken, APART[1])]
    return max(free, key=lambda slot: _room(slot.spot, taken), default=None)


def nearest(ring: int, turn: int, taken: Sequence[Place]) -> Place | None:
    """The free place of a ring that is nearest to a wish."""
    ways = (turn + way * by for by in range(181) for way in (1, -1))
    open_to = [Place(ring, one % 360) for one in ways if TOP[ring] <= one % 360 <= 360 - TOP[ring]]
    for apart in APART:
        for place in open_to:
            if _free(place, taken, apart):
                return place
    return None


def beside(ring: int, turn: int, *, by: int) -> int:
    """A little further along a ring, with the clock or against it; past the names at the top in one step."""
    wish = (turn + by) % 360
    if TOP[ring] <= wish <= 360 - TOP[ring]:
        return wish
    return TOP[ring] if by > 0 else 360 - TOP[ring]


def _free(place: Place, taken: Sequence[Place], apart: float) -> bool:
    x, y = place.spot
    return all(hypot(x - one.spot[0], y - one.spot[1]) >= apart for one in taken)


def _room(spot: Spot, taken: Sequence[Place]) -> float:
    # Names are wide: what stands beside is in the way sooner than what stands above.
    near = min((hypot((spot[0] - one.spot[0]) * 0.7, spot[1] - one.spot[1]) for one in taken), default=0.0)
    return near + spot[0] / 10_000
