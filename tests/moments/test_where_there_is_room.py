"""Where somebody stands on a ring: their own turn, or the nearest or widest free place."""

from hypothesis import given
from hypothesis import strategies as st

from nabij.moments.rings import SLOTS, TOP, Place, beside, places, settle

WISHES = st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.none() | st.integers(0, 359)), max_size=15)


@given(WISHES)
def test_who_comes_later_moves_nobody(wishes: list[tuple[int, int | None]]) -> None:
    found = places(wishes)
    for count in range(len(wishes)):
        assert places(wishes[:count]) == found[:count]


@given(st.sampled_from([1, 2, 3]), st.integers(0, 359))
def test_alone_on_a_ring_one_stands_where_one_wants_but_for_the_names_at_the_top(ring: int, turn: int) -> None:
    (place,) = places([(ring, turn)])
    assert place
    if TOP[ring] <= turn <= 360 - TOP[ring]:
        assert place == Place(ring, turn)
    else:
        assert place.turn in (TOP[ring], 360 - TOP[ring])


def test_who_is_put_on_somebody_stands_beside_them() -> None:
    first, second = places([(2, 90), (2, 90)])
    assert first == Place(2, 90) and second
    assert 15 < abs(second.turn - 90) < 40


def test_who_is_put_close_to_somebody_leaves_room_for_names_and_who_stood_there_before_stays() -> None:
    close = Place(2, 106)  # They do not touch, but their names would.
    assert places([(2, 90), (2, 106)]) == [Place(2, 90), close]
    put = settle((2, 106), among=places([(2, 90)]))
    assert put and put != close and put.turn > 106


def test_a_full_ring_has_no_place_and_another_ring_has() -> None:
    full = [(1, None)] * (SLOTS[1] + 1)
    assert places(full)[-1] is None
    assert places([*full, (3, None)])[-1]


def test_a_step_aside_goes_past_the_names_at_the_top_at_once() -> None:
    assert beside(1, 90, by=30) == 120
    assert beside(1, 50, by=-30) == 312
    assert beside(1, 312, by=30) == 48
