"""Derives `neighbourhoods.geojson` from the CBS outlines of 2014: `python -m nabij.demo.outlines REFERENCE`.

The layer of buurten is too coarse to draw (a cell of 260 by 310 metres: a buurt becomes a triangle), but the wijken and
the middle of each buurt are known to some thirty metres. So each buurt becomes the part of its wijk that lies
nearest to its own middle: every outline tiles its wijk, and nobody will take the sketch for a map of properties.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

SKETCH = Path(__file__).parent / "neighbourhoods.geojson"
SOURCE = "CBS/Kadaster, CC BY 4.0, 2014, vereenvoudigd tot een schets"
CODE, NAME = "GM0439", "Purmerend"
# One degree of longitude is shorter than one of latitude by the cosine of the latitude (52.5 degrees).
SQUEEZE = 0.609

Point = tuple[float, float]
Ring = list[Point]


class Area(NamedTuple):
    code: str
    name: str
    kind: str
    parent: str
    ring: Ring


def main() -> None:
    """Writes the sketch; without an argument the reference stands where `NABIJ_REFERENCE` says."""
    where = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("NABIJ_REFERENCE", "../shared")
    SKETCH.write_text(sketch(reference=Path(where)), encoding="utf-8")


def sketch(*, reference: Path) -> str:
    """The municipality, its wijken and its buurten as GeoJSON, one feature a line so that a change can be read."""
    folder = reference / "data" / "geo-cbs-2014-topojson" / "derived"
    wijken = sorted(_features(folder / "purmerend_wijken_2014.geojson"), key=_code)
    middles = sorted(_features(folder / "purmerend_buurtpunten_2014.geojson"), key=_code)
    areas = [Area(CODE, NAME, "gemeente", "", _union([_ring(wijk) for wijk in wijken]))]
    for wijk in wijken:
        areas += _wijk_and_its_buurten(wijk, [middle for middle in middles if _code(middle)[2:8] == _code(wijk)[2:]])
    lines = ",\n".join(json.dumps(_feature(area), ensure_ascii=False) for area in areas)
    return f'{{"type": "FeatureCollection", "source": {json.dumps(SOURCE)}, "features": [\n{lines}\n]}}\n'


def _wijk_and_its_buurten(wijk: dict[str, Any], middles: list[dict[str, Any]]) -> list[Area]:
    ring = _ring(wijk)
    name = wijk["properties"]["statnaam"].split(" ", 2)[2]
    points = [_point(middle) for middle in middles]
    buurten = [
        Area(_code(middle), middle["properties"]["statnaam"], "buurt", _code(wijk), _cell(ring, point, points))
        for middle, point in zip(middles, points, strict=True)
    ]
    return [Area(_code(wijk), name, "wijk", CODE, ring), *buurten]


def _cell(ring: Ring, own: Point, points: list[Point]) -> Ring:
    """What of the ring lies nearer to the own middle than to any other."""
    cell = ring
    for other in points:
        if other != own:
            cell = _nearer_half(cell, own, other)
    return cell


def _nearer_half(ring: Ring, own: Point, other: Point) -> Ring:
    """Cuts the ring along the line halfway between the two middles (Sutherland and Hodgman, one edge)."""
    kept: Ring = []
    for start, end in zip(ring, [*ring[1:], ring[0]], strict=True):
        before, after = _lean(start, own, other), _lean(end, own, other)
        if before >= 0:
            kept.append(start)
        if (before > 0 > after) or (before < 0 < after):
            share = before / (before - after)
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
    return kept


def _lean(point: Point, own: Point, other: Point) -> float:
    """Above nought on the own side of the line halfway, below it on the other's."""
    return _squared(point, other) - _squared(point, own)


def _squared(one: Point, two: Point) -> float:
    return ((one[0] - two[0]) * SQUEEZE) ** 2 + (one[1] - two[1]) ** 2


def _union(rings: list[Ring]) -> Ring:
    """The border around areas that share their inner edges exactly: what runs both ways falls away."""
    edges = {edge for ring in rings for edge in _edges(ring)}
    border = dict(edge for edge in edges if edge[::-1] not in edges)
    start = min(border)
    around = [start]
    while (following := border[around[-1]]) != start:
        around.append(following)
    return around


def _edges(ring: Ring) -> Iterable[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _feature(area: Area) -> dict[str, Any]:
    closed = [[round(x, 6), round(y, 6)] for x, y in [*area.ring, area.ring[0]]]
    properties = {"statcode": area.code, "statnaam": area.name, "rubriek": area.kind, "parent": area.parent}
    return {
        "type": "Feature",
        "properties": {name: value for name, value in properties.items() if value},
        "geometry": {"type": "Polygon", "coordinates": [closed]},
    }


def _features(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def _code(feature: dict[str, Any]) -> str:
    return str(feature["properties"]["statcode"])


def _point(feature: dict[str, Any]) -> Point:
    x, y = feature["geometry"]["coordinates"]
    return x, y


def _ring(feature: dict[str, Any]) -> Ring:
    """The outer ring, open and anticlockwise, so that two neighbours walk their shared edge in opposite ways."""
    ring = [(x, y) for x, y in feature["geometry"]["coordinates"][0]][:-1]
    surface = sum(one[0] * two[1] - two[0] * one[1] for one, two in _edges(ring))
    return ring if surface > 0 else ring[::-1]


if __name__ == "__main__":
    main()
