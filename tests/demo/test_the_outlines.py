import os
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from nabij.demo import outlines
from tests.demo.areas import FEATURES, FOLDER, RINGS

REFERENCE = Path(os.environ.get("NABIJ_REFERENCE", "../shared"))


def test_there_is_one_town_with_seven_wijken_and_twenty_seven_buurten():
    kinds = Counter(feature["properties"]["rubriek"] for feature in FEATURES)
    assert kinds == {"gemeente": 1, "wijk": 7, "buurt": 27}


def test_every_area_lies_in_the_area_its_code_names():
    for feature in FEATURES:
        code, parent = feature["properties"]["statcode"], feature["properties"].get("parent")
        expected = {"buurt": f"WK{code[2:8]}", "wijk": "GM0439", "gemeente": None}
        assert parent == expected[feature["properties"]["rubriek"]]


@pytest.mark.parametrize("name", RINGS)
def test_every_ring_is_closed_runs_anticlockwise_and_stays_in_the_box(name):
    ring = RINGS[name]
    assert ring[0] == ring[-1]
    assert len(ring) >= 4
    assert _surface(ring) > 0
    assert all(4.92 < x < 5.03 and 52.47 < y < 52.53 for x, y in ring)


@pytest.mark.parametrize("name", RINGS)
def test_no_ring_crosses_itself(name):
    edges = list(pairwise(RINGS[name]))
    crossings = [(one, two) for place, one in enumerate(edges) for two in edges[place + 2 :] if _crosses(one, two)]
    assert crossings == []


def test_the_buurten_of_a_wijk_fill_it_and_the_wijken_fill_the_town():
    surface = {f["properties"]["statcode"]: _surface(f["geometry"]["coordinates"][0]) for f in FEATURES}
    parts: Counter[str] = Counter()
    for feature in FEATURES:
        parts[feature["properties"].get("parent", "")] += surface[feature["properties"]["statcode"]]
    for parent in [code for code in parts if code]:
        assert parts[parent] == pytest.approx(surface[parent], rel=0.001)


def test_the_sketch_can_be_made_again_from_the_source():
    if not REFERENCE.is_dir():
        pytest.skip(f"the reference files are not at {REFERENCE}: set NABIJ_REFERENCE")
    made = outlines.sketch(reference=REFERENCE)
    assert made == (FOLDER / "neighbourhoods.geojson").read_text(encoding="utf-8")


def test_the_source_stands_in_the_file_and_beside_it():
    for name in ("neighbourhoods.geojson", "NOTICE.md"):
        assert outlines.SOURCE in (FOLDER / name).read_text(encoding="utf-8")


def _surface(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _crosses(one, two):
    """Whether two edges cross in a point that is an end of neither."""
    return _side(one, two[0]) * _side(one, two[1]) < 0 and _side(two, one[0]) * _side(two, one[1]) < 0


def _side(edge, point):
    (x1, y1), (x2, y2) = edge
    return (x2 - x1) * (point[1] - y1) - (y2 - y1) * (point[0] - x1)
