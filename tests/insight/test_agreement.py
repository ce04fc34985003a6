"""How far voices agree: the reference values, the ends, and what no order of voices may change."""

import csv
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple
from itertools import accumulate, combinations_with_replacement
from math import factorial, prod
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nabij.insight.measures.agreement import (
    Alike,
    Band,
    Gap,
    Matrix,
    Metric,
    Rating,
    Told,
    agreement,
    alike,
    alpha,
    balanced,
    by_chance,
    consensus,
    gap,
    ordinal,
    polarisation,
    ratings,
    told,
)

VOICES = st.lists(st.integers(0, 40), min_size=3, max_size=9)
WEIGHTS = st.lists(st.floats(0, 1000, allow_subnormal=False), min_size=3, max_size=9)
FIVES = st.lists(st.integers(1, 5), min_size=1, max_size=12)
UNITS = st.lists(st.lists(st.none() | st.integers(1, 5), max_size=6), max_size=14)
BINGO = (0, 1, 0, 2, 3)  # Riet goes along without a paper: six voices.


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open() as file:
        yield from csv.DictReader(file)


def said(found: Told | None) -> Told:
    assert found is not None
    return found


def band(voices: int, *, steps: int = 5) -> Band:
    found = by_chance(voices, steps=steps)
    assert found is not None
    return found


def apart(first: list[int], second: list[int]) -> Gap:
    found = gap(first, second)
    assert found is not None
    return found


def test_a_and_polarisation_and_consensus_are_what_the_reference_says(reference: Path) -> None:
    tried = list(rows(reference / "oracle" / "agreement" / "expected_ordinal_agreement.csv"))
    assert len(tried) > 15
    for row in tried:
        found = [int(one) for one in row["freq"].split()]
        assert agreement(found) == pytest.approx(float(row["eijk_A"]), abs=1e-11), row
        assert polarisation(found) == pytest.approx(float(row["polarization"]), abs=1e-11), row
        assert consensus(found) == pytest.approx(float(row["tastle_wierman_consensus"]), abs=1e-11), row


def nominal(values: Matrix, _many: Matrix) -> Matrix:
    return np.asarray(values[:, None] != values[None, :], dtype=np.float64)


def interval(values: Matrix, _many: Matrix) -> Matrix:
    return np.asarray((values[:, None] - values[None, :]) ** 2)


def ratio(values: Matrix, _many: Matrix) -> Matrix:
    both = values[:, None] + values[None, :]
    return np.asarray(((values[:, None] - values[None, :]) / np.where(both, both, 1)) ** 2)


LEVELS: dict[str, Metric] = {"nominal": nominal, "ordinal": ordinal, "interval": interval, "ratio": ratio}


def test_alpha_is_what_the_reference_says(reference: Path) -> None:
    """The other three distances are tried as well, so that the counting under them is right and not only one table."""
    folder = reference / "oracle" / "agreement"
    tried = list(rows(folder / "expected_krippendorff.csv"))
    assert len(tried) == 16
    for row in tried:
        given = list(csv.reader((folder / f"kripp_{row['dataset']}.csv").open()))[1:]
        by_rater = [[float(one) if one else None for one in line[1:]] for line in given]
        units = [list(unit) for unit in zip(*by_rater, strict=True)]
        assert alpha(units, metric=LEVELS[row["level"]]) == pytest.approx(float(row["alpha"]), abs=1e-9), row
        if row["published"]:
            assert round(alpha(units, metric=LEVELS[row["level"]]) or 0, 3) == float(row["published"]), row


def test_the_ends_of_a() -> None:
    assert agreement([0, 0, 7, 0, 0]) == 1
    assert agreement([1, 0, 0]) == 1, "one voice agrees with itself"
    assert agreement([9, 0, 0, 0, 9]) == -1
    assert agreement([3, 3, 3, 3, 3]) == 0, "each step filled: no triple tells anything"
    assert agreement([2.5, 2.5, 2.5]) == 0
    assert agreement([0.1, 0.2, 0.1]) == pytest.approx(agreement([1, 2, 1])), "a weight is a number as well"
    assert consensus([9, 0, 0, 0, 9]) == 0
    assert consensus([0, 9, 0]) == 1
    assert (round(consensus([1] * 5) or 0, 3), round(consensus([1] * 3) or 0, 3)) == (0.434, 0.333)
    assert (polarisation([9, 0, 9]), polarisation([9, 0, 0])) == (1, 0)


def test_of_nobody_and_of_a_scale_without_order_nothing_is_said() -> None:
    for measure in (agreement, polarisation, consensus):
        assert measure([]) is measure([5]) is measure([0, 0, 0, 0, 0]) is None
    assert agreement([3, 4]) is polarisation([3, 4]) is None
    assert consensus([4, 4]) == 0
    assert balanced([]) is balanced([[0, 0, 0], [0, 0, 0]]) is None
    assert by_chance(0, steps=5) is by_chance(9, steps=2) is None
    assert gap([], [1]) is gap([1], []) is None
    assert told([0] * 5) is told([9, 9]) is told([]) is None


@pytest.mark.parametrize("wrong", [[1, -1, 3], [1, float("nan"), 2], [float("inf"), 0, 0]])
def test_what_can_be_no_frequency_is_refused(wrong: list[float]) -> None:
    for measure in (agreement, polarisation, consensus):
        with pytest.raises(ValueError, match="nought or more"):
            measure(wrong)


@given(WEIGHTS | VOICES)
def test_a_and_consensus_stay_on_their_scale_and_do_not_mind_which_end_is_which(found: list[float]) -> None:
    one, two = agreement(found), consensus(found)
    assert (one is None) == (two is None) == (not any(found))
    if one is None or two is None:
        return
    assert -1 <= one <= 1 and 0 <= two <= 1
    assert agreement(found[::-1]) == pytest.approx(one, abs=1e-9)
    assert consensus(found[::-1]) == pytest.approx(two, abs=1e-9)
    assert agreement([7 * many for many in found]) == pytest.approx(one, abs=1e-9)


@given(FIVES)
def test_the_order_of_voices_changes_nothing(voices: list[int]) -> None:
    mixed = sorted(voices)
    found = [voices.count(step) for step in range(1, 6)]
    assert ratings(found) == mixed
    assert gap(voices, [1, 3, 3, 5]) == gap(mixed, [5, 3, 1, 3])


def exactly(voices: int) -> Band:
    """The band by counting every way in which so many can choose one of five, in place of drawing some."""
    ways: Counter[float] = Counter()
    for chosen in combinations_with_replacement(range(5), voices):
        found = [chosen.count(step) for step in range(5)]
        ways[round(agreement(found) or 0, 9)] += factorial(voices) // prod(factorial(many) for many in found)
    sums = list(accumulate(ways[one] for one in sorted(ways)))
    return Band(*(sorted(ways)[bisect_left(sums, part * 5**voices)] for part in (0.05, 0.5, 0.95)))


def test_a_random_few_look_agreed_and_the_band_says_so() -> None:
    """With ever more voices the band closes around nought."""
    for many, expected in ((5, (-1 / 3, 0.7 / 3, 0.7)), (8, (-0.125, 0.1875, 0.5625))):
        assert astuple(exactly(many)) == pytest.approx(expected, abs=1e-8)
        assert astuple(band(many)) == pytest.approx(expected, abs=1e-8), "drawn and counted are the same"
    assert band(15).middle == pytest.approx(0.13, abs=0.02)
    assert band(1) == Band(1, 1, 1), "one voice always agrees"
    widths = [band(many).high - band(many).low for many in (8, 15, 40, 200)]
    assert widths == sorted(widths, reverse=True) and band(200).low < 0.05 < band(200).high
    assert by_chance.__wrapped__(12, steps=7) == by_chance.__wrapped__(12, steps=7)


def test_below_eight_voices_no_number_and_from_eight_one_with_its_band() -> None:
    assert told(BINGO) is None
    assert told([0, 0, 0, 0, 7]) is None, "not when all seven say the same either"
    found = said(told([0, 1, 0, 3, 4]))
    assert (found.voices, found.by_chance) == (8, by_chance(8, steps=5))
    assert found.agreement == agreement([0, 1, 0, 3, 4]) and found.polarisation == (1 - found.agreement) / 2
    assert found.consensus == consensus([0, 1, 0, 3, 4])
    assert (found.balanced, found.gap) == (None, None)
    assert said(told([0, 0, 0, 0, 8])).beyond_chance and said(told([4, 0, 0, 0, 4])).beyond_chance
    assert not said(told([0, 1, 0, 3, 4])).beyond_chance and not said(told([2, 2, 2, 1, 1])).beyond_chance


def test_hats_are_weighed_alike_beside_the_equal_count_and_never_instead() -> None:
    formal, informal = (5, 2, 0, 0, 0), (0, 0, 0, 1, 2)
    found = said(told([5, 2, 0, 1, 2], hats=[formal, informal]))
    assert found.agreement == agreement([5, 2, 0, 1, 2])
    expected = agreement([15, 6, 0, 7, 14])
    assert found.balanced == pytest.approx(expected) and found.balanced != found.agreement
    assert found.gap == gap([1] * 5 + [2] * 2, [4, 5, 5]) and found.gap and found.gap.delta == -1
    alone = said(told([5, 2, 0, 1, 2], hats=[(5, 2, 0, 0, 0), (0, 0, 0, 0, 2)]))
    assert (alone.balanced, alone.gap) == (None, None), "of a hat with two voices nothing is said"
    with pytest.raises(ValueError, match="shorter"):
        told([5, 2, 0, 1, 2], hats=[formal, (0, 3)])


@given(VOICES)
def test_one_hat_and_the_same_hat_twice_are_balanced_as_they_are(found: list[int]) -> None:
    assert balanced([found]) == pytest.approx(agreement(found), abs=1e-9)
    assert balanced([found, [3 * many for many in found]]) == pytest.approx(agreement(found), abs=1e-9)


def test_how_far_two_hats_lie_apart_and_how_rare_that_is() -> None:
    assert apart([3, 3, 3], [3, 3]) == Gap(0, 1)
    far = apart([5] * 8, [1] * 8)
    assert far.delta == 1 and far.p == pytest.approx(2 / 12870, abs=4e-4), "two of all 12,870 ways to mix them"
    assert apart([4, 5], [1, 2]).p == pytest.approx(2 / 6, abs=0.02), "two of six ways: nothing to build on"
    assert apart([1, 2, 3, 4], [2, 3, 4, 5]).delta == pytest.approx((3 - 10) / 16)


@settings(deadline=None, max_examples=30)
@given(FIVES, FIVES)
def test_a_gap_looks_the_same_from_the_other_side(first: list[int], second: list[int]) -> None:
    found, turned = apart(first, second), apart(second, first)
    assert -1 <= found.delta <= 1 and 1 / 10_000 <= found.p <= 1
    assert (turned.delta, turned.p) == (-found.delta, found.p)
    assert apart([6 - one for one in first], [6 - one for one in second]).delta == -found.delta


def test_weighing_alike_is_said_from_ten_questions_on() -> None:
    same: list[list[Rating]] = [[1 + n % 5, 1 + n % 5, None] for n in range(10)]
    assert alike(same) == Alike(1, (1, 1), 10)
    assert alike(same[:9]) is alike([*same[:9], [4, None, None]]) is None, "nine that two or more rated"
    assert alike([[3, 3]] * 20) is None, "all the same everywhere: nothing to tell apart"
    assert alike([]) is alpha([]) is alpha([[1], [2], [None, 3]]) is alpha([[2, 2], [2, 2]]) is None
    assert alpha([[1, 5], [5, 1]]) == pytest.approx(-0.5), "against each other each time"


def test_the_doubt_about_weighing_alike_is_wide_and_the_same_in_any_order() -> None:
    chance = np.random.RandomState(1)
    units: list[list[Rating]] = []
    for _n in range(14):
        true = int(chance.randint(1, 6))
        units.append([min(5, max(1, true + int(step))) for step in chance.randint(-1, 2, size=3)])
    found = alike(units)
    assert found is not None
    low, high = found.interval
    assert low < found.alpha < high and high - low > 0.1
    assert alike([unit[::-1] for unit in units[::-1]]) == found


@given(UNITS)
def test_alpha_is_never_above_one_and_does_not_mind_who_rated_or_which_end_is_which(units: list[list[Rating]]) -> None:
    found = alpha(units)
    turned = alpha([[None if one is None else 6 - one for one in reversed(unit)] for unit in units])
    assert (found is None) == (turned is None)
    if found is not None:
        assert -1 <= found <= 1
        assert turned == pytest.approx(found, abs=1e-9)
