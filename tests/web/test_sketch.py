"""The sketch: land and numbers inside the frame, north up, numbers never on top of each other."""

import re
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from nabij.web.sketch import WIDTH, Outline, Spot, sketch

SQUARE = [[[(4.94, 52.50), (4.97, 52.50), (4.97, 52.52), (4.94, 52.52), (4.94, 52.50)]]]
SPOTS = st.lists(
    st.builds(
        Spot,
        number=st.just("1"),
        name=st.just("plek"),
        shape=st.sampled_from(["formal", "informal"]),
        longitude=st.floats(4.9, 5.0),
        latitude=st.floats(52.4, 52.6),
    ),
    max_size=12,
)


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path)]


@given(SPOTS)
def test_everything_lies_inside_the_frame(spots: list[Spot]) -> None:
    drawing = sketch([Outline("Wheermolen", SQUARE)], spots)

    assert drawing is not None
    for x, y in [*points(drawing.lands[0].path), *((pin.x, pin.y) for pin in drawing.pins)]:
        assert 0 <= x <= WIDTH
        assert 0 <= y <= drawing.height


def test_north_is_up_and_east_is_right() -> None:
    north_east = Spot("1", "hoek", "formal", 4.969, 52.519)
    south_west = Spot("2", "hoek", "formal", 4.941, 52.501)
    drawing = sketch([Outline("Wheermolen", SQUARE)], [north_east, south_west])

    assert drawing is not None
    first, second = drawing.pins
    assert first.x > second.x
    assert first.y < second.y


def test_numbers_in_one_building_step_aside() -> None:
    spots = [Spot(str(n), "buurthuis", "informal", 4.95, 52.51) for n in range(1, 7)]
    drawing = sketch([Outline("Wheermolen", SQUARE)], spots)

    assert drawing is not None
    pins = drawing.pins
    apart = [hypot(a.x - b.x, a.y - b.y) for i, a in enumerate(pins) for b in pins[:i]]
    assert min(apart) >= 30
    assert drawing == sketch([Outline("Wheermolen", SQUARE)], spots)


def test_nothing_to_draw_is_no_drawing() -> None:
    assert sketch([], []) is None
    assert sketch([Outline("leeg", [])]) is None


def test_a_ring_without_area_does_not_break_the_sketch() -> None:
    line = [[[(4.94, 52.50), (4.95, 52.51), (4.94, 52.50)]]]

    drawing = sketch([Outline("streep", line)])

    assert drawing is not None
    assert drawing.lands[0].path.startswith("M")
