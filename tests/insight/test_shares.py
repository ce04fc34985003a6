"""How sure a share is: the reference values, and the properties that no rounding may break."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nabij.insight.measures.shares import Interval, cluster, wilson

CLUSTERS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)).map(lambda two: (min(two), max(two))), max_size=30)


def said(found: Interval | None) -> Interval:
    """An interval that is there."""
    assert found is not None
    return found


def test_wilson_is_what_the_reference_says(reference: Path) -> None:
    with (reference / "oracle" / "proportions" / "expected_wilson.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 10
    for row in rows:
        expected = (float(row["wilson_lo"]), float(row["wilson_hi"]))
        assert wilson(int(row["k"]), int(row["n"])) == pytest.approx(expected, rel=1e-9, abs=1e-10), row


def test_wilson_of_the_quickscan_of_breda() -> None:
    low, high = said(wilson(99, 275))
    assert (round(low, 3), round(high, 3)) == (0.306, 0.418)


def test_out_of_nothing_nothing_can_be_said() -> None:
    assert wilson(0, 0) is None
    assert cluster([]) is None
    assert cluster([(0, 0), (0, 0)]) is None


@given(st.integers(1, 10_000), st.integers(0, 10_000))
def test_wilson_holds_the_share_and_stays_within_nought_and_one(of: int, count: int) -> None:
    count = min(count, of)
    low, high = said(wilson(count, of))
    assert 0 <= low <= count / of <= high <= 1
    assert low < high


def test_things_that_hang_together_make_the_share_less_sure() -> None:
    """Half of the clients all informal and half none: as loose things this looks far surer than it is."""
    together = said(cluster([(4, 4)] * 30 + [(0, 4)] * 30))
    loose = said(wilson(120, 240))
    assert together[1] - together[0] > 1.8 * (loose[1] - loose[0])


def test_the_bootstrap_is_near_what_theory_says() -> None:
    """Of clusters of one the bootstrap is the plain binomial: p ± 1.96 √(p(1-p)/n)."""
    low, high = said(cluster([(1, 1)] * 60 + [(0, 1)] * 140))
    assert (low, high) == pytest.approx((0.3 - 0.0635, 0.3 + 0.0635), abs=0.011)


def test_the_same_counts_give_the_same_whatever_their_order() -> None:
    counts = [(1, 4), (0, 3), (2, 2), (5, 9), (0, 0), (1, 4)]
    assert cluster(counts) == cluster(list(reversed(counts)))
    assert cluster(counts) != cluster(counts, seed=1)


def test_a_draw_without_anything_is_left_out() -> None:
    """Of one with something among many without, most draws hold nothing; the others all say the same."""
    assert cluster([(0, 0)] * 40 + [(1, 2)]) == (0.5, 0.5)


def test_one_cluster_is_a_point() -> None:
    assert cluster([(3, 4)]) == (0.75, 0.75)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(CLUSTERS)
def test_the_bootstrap_lies_between_the_lowest_and_the_highest_cluster(counts: list[tuple[int, int]]) -> None:
    shares = [count / of for count, of in counts if of]
    found = cluster(counts, draws=200)
    assert (found is None) == (not shares)
    if found:
        assert min(shares) - 1e-9 <= found[0] <= found[1] <= max(shares) + 1e-9
