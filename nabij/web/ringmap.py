"""The ring map: somebody in the middle, the people around them in three rings, drawn the same way every time.

    picture = ringmap(Face("Riet Kuiper", "own"), [Around("key", Face("Jan", "informal"), ring=1, gives="..")])

Pure: no database, no clock, no chance. People are placed in the order of their key, so who comes later moves nobody.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from math import hypot
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nabij.moments.rings import CENTRE, RADII, RING_WORDS, Place, places
from nabij.web.days import number, opening
from nabij.web.faces import Face

_GIVES = ("gives", gettext_lazy("Geeft %(what)s."))
_TAKES = ("takes", gettext_lazy("Krijgt %(what)s."))
Strength = Literal["weak", "plain", "strong"]

WIDTH, HEIGHT = 360, 372
NODE, MIDDLE, GAP = 16.5, 23.0, 9.0
STRENGTH_WORDS = {"weak": gettext_lazy("zwak"), "plain": gettext_lazy("gewoon"), "strong": gettext_lazy("sterk")}
LONGEST = 14  # Letters of a name in the picture; the table has all of it.
LETTER = 3.9  # Half of what a letter is wide.
HEAD = {"weak": 9.0, "plain": 10.0, "strong": 12.0}
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Around:
    """Who or what stands in a person's own network ("band"): how near, how strong, what they give and what they take.

    thing: a person, a group or a place. turn: where on the ring, in degrees; without one it finds a place itself.
    """

    key: str
    face: Face
    ring: int
    strength: Strength = "plain"
    gives: str = ""
    takes: str = ""
    words: str = ""
    turn: int | None = None
    thing: str = "person"

    @property
    def nearness(self) -> str:
        return f"{RING_WORDS[self.ring]}, {STRENGTH_WORDS[self.strength]}"

    @property
    def to_and_fro(self) -> str:
        return self.words or " ".join(part for part in (self._said(_GIVES), self._said(_TAKES)) if part)

    def _said(self, way: tuple[str, Any]) -> str:
        """What goes one way, as a sentence; who wrote a sentence of their own keeps it."""
        field, sentence = way
        what = getattr(self, field).strip()
        return what if not what or what[-1] in ".?!" else str(sentence) % {"what": what}


@dataclass(frozen=True)
class Name:
    """A name as it is written in the picture, and the room it takes."""

    text: str
    x: float
    y: float

    @property
    def box(self) -> Box:
        half = len(self.text) * LETTER
        return self.x - half, self.y - 11, self.x + half, self.y + 3


@dataclass(frozen=True)
class Node:
    """Where somebody stands in the picture, and where their name does."""

    around: Around
    turn: int
    x: float
    y: float
    label: str
    label_x: float
    label_y: float

    @property
    def initial_y(self) -> float:
        return round(self.y + 4.5, 1)

    @property
    def corner(self) -> tuple[float, float]:
        """The upper left corner of a square of 30."""
        return round(self.x - 15, 1), round(self.y - 15, 1)

    @property
    def outer(self) -> tuple[float, float]:
        """The upper left corner of a square of 38, the second line around a group."""
        return round(self.x - 19, 1), round(self.y - 19, 1)

    @property
    def house(self) -> str:
        """A small house, for a place."""
        x, y = self.x, self.y
        return f"M{x - 16:.1f} {y - 3:.1f}L{x:.1f} {y - 18:.1f}L{x + 16:.1f} {y - 3:.1f}V{y + 14:.1f}H{x - 16:.1f}Z"


@dataclass(frozen=True)
class Line:
    """A tie: a line, and an arrow at each end that receives."""

    key: str
    strength: Strength
    path: str
    arrows: tuple[str, ...]


@dataclass(frozen=True)
class RingMap:
    """The whole picture, its name in a sentence, what it means in words, and its rows for the table."""

    centre: Face
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    rows: tuple[Around, ...]
    unseen: int
    title: str
    meaning: str

    @property
    def things(self) -> set[str]:
        """What stands in it: people, groups, places."""
        return {one.thing for one in self.rows}


def ringmap(centre: Face, people: Iterable[Around]) -> RingMap:
    rows = tuple(sorted(people, key=lambda one: (one.ring, one.key)))
    nodes, unseen = _place(sorted(rows, key=lambda one: one.key))
    return RingMap(
        centre=centre,
        nodes=nodes,
        lines=tuple(_line(node) for node in nodes),
        rows=rows,
        unseen=unseen,
        title=_title(centre.first_name, rows),
        meaning=_meaning(centre.first_name, rows),
    )


def _place(people: list[Around]) -> tuple[tuple[Node, ...], int]:
    """Everybody in the order of their key: on their own turn, or in the free place farthest from whoever stands."""
    found = places((one.ring, one.turn) for one in people)
    standing = [(one, place) for one, place in zip(people, found, strict=True) if place]
    nodes = tuple(_node(one, place, name) for (one, place), name in zip(standing, _named(standing), strict=True))
    return nodes, len(people) - len(nodes)


def _node(one: Around, place: Place, name: Name) -> Node:
    x, y = place.spot
    return Node(one, place.turn, round(x, 1), round(y, 1), name.text, name.x, name.y)


def _named(standing: list[tuple[Around, Place]]) -> list[Name]:
    """A name stands away from the middle, or on the other side where fewer faces and names are covered.

    Twice, since a name can step aside for one that comes later in the list.
    """
    sides = [_sides(_called(one), place) for one, place in standing]
    faces = [_box(*place.spot, NODE + 2) for _one, place in standing]
    names = [usual for usual, _other in sides]
    for _round in range(2):
        for here, both in enumerate(sides):
            others = [name.box for name in names[:here] + names[here + 1 :]]
            # A face that is written over is worse than a name that touches a name.
            in_the_way = [*others, *2 * (faces[:here] + faces[here + 1 :])]
            names[here] = min(both, key=partial(_covers, in_the_way))
    return names


def _called(one: Around) -> str:
    # "buurman met de hond" is known by all of it, Jan Groen by his first name.
    whole = one.face.shape == "unknown" or one.thing != "person" or one.face.name[:1].islower()
    name = one.face.name if whole else one.face.first_name
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _sides(text: str, place: Place) -> tuple[Name, Name]:
    """Where a name can be written, the usual side first."""
    above = place.spot[1] < CENTRE[1] - 30
    return _beside(place, text, above=above), _beside(place, text, above=not above)


def _beside(place: Place, text: str, *, above: bool) -> Name:
    """Above somebody a name leans outward, away from whoever stands nearer to the top."""
    x, y = place.spot
    leaning = 14.0 * (x - CENTRE[0]) / RADII[place.ring] if above else 0.0
    half = len(text) * LETTER
    return Name(text, round(min(max(x + leaning, half), WIDTH - half), 1), round(y + (-22.0 if above else 32.0), 1))


def _covers(boxes: list[Box], name: Name) -> int:
    return sum(_meet(name.box, box) for box in boxes)


def _box(x: float, y: float, half: float) -> Box:
    return x - half, y - half, x + half, y + half


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _line(node: Node) -> Line:
    """From the middle outwards; the arrow points at who receives, and no arrow is contact without help."""
    dx, dy = node.x - CENTRE[0], node.y - CENTRE[1]
    far = hypot(dx, dy)
    unit = (dx / far, dy / far)
    one = node.around
    head = HEAD[one.strength]
    start, end = MIDDLE + GAP / 2, far - NODE - GAP / 2
    inner = start + (head - 1 if one.gives else 0)
    outer = end - (head - 1 if one.takes else 0)
    arrows = []
    if one.gives:
        arrows.append(_arrow(start, unit, head, -1))
    if one.takes:
        arrows.append(_arrow(end, unit, head, 1))
    return Line(one.key, one.strength, f"M{_point(inner, unit)}L{_point(outer, unit)}", tuple(arrows))


def _point(along: float, unit: tuple[float, float], aside: float = 0.0) -> str:
    x = CENTRE[0] + along * unit[0] - aside * unit[1]
    y = CENTRE[1] + along * unit[1] + aside * unit[0]
    return f"{x:.1f} {y:.1f}"


def _arrow(tip: float, unit: tuple[float, float], size: float, way: int) -> str:
    back, half = tip - way * size, size * 0.48
    return f"M{_point(tip, unit)}L{_point(back, unit, half)}L{_point(back, unit, -half)}Z"


def _title(name: str, rows: tuple[Around, ...]) -> str:
    if not rows:
        return _("Om %(name)s staat nog niemand.") % {"name": name}
    if any(one.thing == "place" for one in rows):
        said = _("%(count)s mensen, groepen en plekken om %(name)s. De tabel zegt hetzelfde in woorden.")
        return opening(said % {"count": number(len(rows)), "name": name})
    said = ngettext(
        "%(count)s mens of groep om %(name)s, in drie ringen. De tabel zegt hetzelfde in woorden.",
        "%(count)s mensen en groepen om %(name)s, in drie ringen. De tabel zegt hetzelfde in woorden.",
        len(rows),
    ) % {"count": number(len(rows)), "name": name}
    return opening(said)


def _meaning(name: str, rows: tuple[Around, ...]) -> str:
    """Count and meaning first, and what not to ask."""
    if not rows:
        return _("Nog niemand genoemd. Wie ziet %(name)s wel eens?") % {"name": name}
    rings, strengths = Counter(one.ring for one in rows), Counter(one.strength for one in rows)
    said = [_how_many(name, rows), _near(rings[1])]
    if strengths["weak"]:
        said.append(_weak(strengths["weak"]))
    return " ".join(said)


def _how_many(name: str, rows: tuple[Around, ...]) -> str:
    said = ngettext(
        "%(name)s heeft %(count)s mens of groep om zich heen.",
        "%(name)s heeft %(count)s mensen en groepen om zich heen.",
        len(rows),
    )
    if any(one.thing == "place" for one in rows):
        said = _("%(name)s heeft %(count)s mensen, groepen en plekken om zich heen.")
    return said % {"name": name, "count": number(len(rows))}


def _near(count: int) -> str:
    if not count:
        return _("Niemand is heel dichtbij.")
    said = ngettext("%(count)s is heel dichtbij.", "%(count)s zijn heel dichtbij.", count) % {"count": number(count)}
    return opening(said)


def _weak(count: int) -> str:
    said = ngettext(
        "%(count)s band is zwak: vraag daar niet te veel.",
        "%(count)s banden zijn zwak: vraag daar niet te veel.",
        count,
    ) % {"count": number(count)}
    return opening(said)
