"""A quiet sketch of a neighbourhood: outlines as land, places as numbers that are also in the list beside it.

    sketch([Outline("Wheermolen", polygons, here=True)], [Spot("1", "De Wheerplaats", "informal", 4.97, 52.51)])

Pure: longitude and latitude in, SVG paths out. A sketch, no map: coarse on purpose.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from .faces import Shape

WIDTH, EDGE, LOW, HIGH = 360.0, 22.0, 160.0, 420.0
APART = 34.0  # two numbers never lie nearer than this

Point = tuple[float, float]
Ring = Sequence[Sequence[float]]
Polygon = Sequence[Ring]


@dataclass(frozen=True)
class Outline:
    """A neighbourhood ("buurt") as polygons of rings of (longitude, latitude), as in a GeoJSON MultiPolygon."""

    name: str
    polygons: Sequence[Polygon]
    url: str = ""
    here: bool = False


@dataclass(frozen=True)
class Spot:
    """A numbered place ("plek"), formal or informal by its shape."""

    number: str
    name: str
    shape: Shape
    longitude: float
    latitude: float


@dataclass(frozen=True)
class Land:
    """An outline as it is drawn, with the middle where its name stands."""

    outline: Outline
    path: str
    x: float
    y: float
    named: bool


@dataclass(frozen=True)
class Pin:
    """A number as it is drawn."""

    spot: Spot
    x: float
    y: float

    @property
    def corner(self) -> Point:
        return round(self.x - 15, 1), round(self.y - 15, 1)

    @property
    def text_y(self) -> float:
        return round(self.y + 5, 1)


@dataclass(frozen=True)
class Sketch:
    """The whole drawing; `height` goes with a width of 360."""

    height: int
    lands: tuple[Land, ...]
    pins: tuple[Pin, ...]
    minutes: int


def sketch(outlines: Iterable[Outline], spots: Iterable[Spot] = ()) -> Sketch | None:
    """None when there is nothing to draw."""
    outlines, spots = tuple(outlines), tuple(spots)
    seen = [(p[0], p[1]) for one in outlines for polygon in one.polygons for ring in polygon for p in ring]
    seen += [(spot.longitude, spot.latitude) for spot in spots]
    if not seen:
        return None
    frame = _Frame.around(seen)
    pins = _apart([(spot, frame.place(spot.longitude, spot.latitude)) for spot in spots], frame.height)
    lands = tuple(_land(one, frame, pins) for one in outlines)
    return Sketch(frame.height, lands, pins, frame.minutes)


@dataclass(frozen=True)
class _Frame:
    west: float
    north: float
    scale_x: float
    scale_y: float
    left: float
    top: float
    height: int
    minutes: int

    @classmethod
    def around(cls, points: list[Point]) -> "_Frame":
        west, east = min(p[0] for p in points), max(p[0] for p in points)
        south, north = min(p[1] for p in points), max(p[1] for p in points)
        squeeze = cos(radians((south + north) / 2))  # a degree of longitude is shorter the farther north
        wide, tall = max((east - west) * squeeze, 1e-4), max(north - south, 1e-4)
        scale = min((WIDTH - 2 * EDGE) / wide, (HIGH - 2 * EDGE) / tall)
        height = max(tall * scale + 2 * EDGE, LOW)
        left, top = (WIDTH - wide * scale) / 2, (height - tall * scale) / 2
        metres = WIDTH / scale * 111_320
        return cls(west, north, scale * squeeze, scale, left, top, round(height), max(1, round(metres / 75)))

    def place(self, longitude: float, latitude: float) -> Point:
        return self.left + (longitude - self.west) * self.scale_x, self.top + (self.north - latitude) * self.scale_y


def _land(outline: Outline, frame: _Frame, pins: tuple[Pin, ...]) -> Land:
    rings = [[frame.place(p[0], p[1]) for p in ring] for polygon in outline.polygons for ring in polygon]
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in _thin(ring)) + "Z" for ring in rings if len(ring) > 2)
    biggest = max(rings, key=lambda ring: abs(_area(ring)), default=[])
    wide = max((p[0] for p in biggest), default=0.0) - min((p[0] for p in biggest), default=0.0)
    half = 3.6 * len(outline.name)
    x, y = _clear_of(pins, *_middle(biggest), half)
    x = min(max(x, half), WIDTH - half)
    return Land(outline, path, round(x, 1), round(y + 4, 1), wide > 1.7 * half or outline.here)


def _clear_of(pins: tuple[Pin, ...], x: float, y: float, half: float) -> Point:
    """The middle, or just above or below it where no number stands on the name."""
    spots = [(x, y + aside) for aside in (0.0, -24.0, 24.0, -44.0, 44.0)]
    return next((spot for spot in spots if not any(_covers(pin, spot, half) for pin in pins)), (x, y))


def _covers(pin: Pin, at: Point, half: float) -> bool:
    return abs(pin.x - at[0]) < half + 17 and abs(pin.y - at[1]) < 24


def _thin(ring: list[Point]) -> list[Point]:
    """Points that lie within a pixel of the last one say nothing in a sketch."""
    kept = ring[:1]
    for point in ring[1:]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= 1:
            kept.append(point)
    return kept if len(kept) > 2 else ring


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def _middle(ring: list[Point]) -> Point:
    """The centre of gravity; of a ring without an area the mean of its points."""
    area = _area(ring)
    if abs(area) < 1e-6:
        count = max(len(ring), 1)
        return sum(p[0] for p in ring) / count, sum(p[1] for p in ring) / count
    x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return x / (6 * area), y / (6 * area)


def _apart(placed: list[tuple[Spot, Point]], height: int) -> tuple[Pin, ...]:
    """Numbers that would lie on each other step aside, a little each time, always in the same way."""
    at = [list(point) for _, point in placed]
    for _ in range(60):
        stepped = [_step_aside(at, i, j) for i in range(len(at)) for j in range(i)]
        if not any(stepped):
            break
        for point in at:
            point[0] = min(max(point[0], 18), WIDTH - 18)
            point[1] = min(max(point[1], 18), height - 18)
    return tuple(Pin(spot, round(x, 1), round(y, 1)) for (spot, _), (x, y) in zip(placed, at, strict=True))


def _step_aside(at: list[list[float]], i: int, j: int) -> bool:
    dx, dy = at[i][0] - at[j][0], at[i][1] - at[j][1]
    far = hypot(dx, dy)
    if far >= APART - 0.5:
        return False
    if far < 0.01:
        dx, dy, far = 1.0, 0.35 * (i + j), hypot(1.0, 0.35 * (i + j))
    push = (APART - min(far, APART)) / 2 + 0.5
    for k, sign in ((i, 1), (j, -1)):
        at[k][0] += sign * push * dx / far
        at[k][1] += sign * push * dy / far
    return True
