"""The outlines of the example neighbourhood as tests ask about them."""

import json
from itertools import pairwise
from pathlib import Path

import nabij.demo

FOLDER = Path(nabij.demo.__file__).parent
FEATURES = json.loads((FOLDER / "neighbourhoods.geojson").read_text(encoding="utf-8"))["features"]
RINGS = {feature["properties"]["statnaam"]: feature["geometry"]["coordinates"][0] for feature in FEATURES}


def contains(*, ring: list[list[float]], longitude: float, latitude: float) -> bool:
    """Whether a ray to the east leaves the ring an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
