"""How far voices agree in a weighing, and how sure that is.

A scale has K steps in order; `frequencies` holds one number of voices for each step, from the lowest to the highest,
those that nobody chose too. A weight may stand in the place of a number. Nothing here has a unit. What cannot be said
is None, and never nought; what can be no frequency raises a ValueError.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import fsum, isfinite, log2

import numpy as np
import numpy.typing as npt

from nabij.insight.measures.shares import DRAWS, SEED, Interval

FEWEST = 8  # Voices. Of fewer even random ones often look agreed: then the dots and the words say more.
FEWEST_OF_A_HAT = 3
FEWEST_UNITS = 10
CHANCES = 9_999

Frequencies = Sequence[float]
Matrix = npt.NDArray[np.float64]
Rating = float | None
Metric = Callable[[Matrix, Matrix], Matrix]  # Of the values and how many of each.


@dataclass(frozen=True)
class Band:
    """What random voices give: 5, 50 and 95 of every hundred times A is at most this."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Gap:
    """How far two hats lie apart. delta: from -1 to 1, above 0 when the first rates higher; p: how rare by chance."""

    delta: float
    p: float


@dataclass(frozen=True)
class Told:
    """What may be said of one question: A of all voices with its band, and beside it what the hats make of it."""

    voices: int
    agreement: float
    polarisation: float
    consensus: float
    by_chance: Band
    balanced: float | None  # Each hat weighs the same. It stands beside `agreement` and never in its place.
    gap: Gap | None

    @property
    def beyond_chance(self) -> bool:
        """Whether A lies outside the band of random voices."""
        return not self.by_chance.low <= self.agreement <= self.by_chance.high


@dataclass(frozen=True)
class Alike:
    """Whether the same voices weigh alike over many questions. interval: the bootstrap's, at 95 %."""

    alpha: float
    interval: Interval
    units: int


def agreement(frequencies: Frequencies) -> float | None:
    """A, from -1 (half at each end) by 0 (each step as many) to 1 (all the same); None below three steps or of nobody.

    The frequencies are cut into layers of equal height, and A = Σ w A(layer), each weighing by the voices in it:
    C. van der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35 (2001), 325-341.
    """
    found = _checked(frequencies)
    total = fsum(found)
    if len(found) < 3 or not total:
        return None
    parts, under = [], 0.0
    for height in sorted(set(found) - {0.0}):
        layer = tuple(one >= height for one in found)
        parts.append((height - under) * sum(layer) / total * _of_layer(layer))
        under = height
    return min(1.0, max(-1.0, fsum(parts)))


@lru_cache(maxsize=4096)
def _of_layer(layer: tuple[bool, ...]) -> float:
    """A = U (1 - (S - 1) / (K - 1)) of a layer with S of its K steps filled; one step alone is 1.

    U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU)), 0 without any: TU is how many of all triples of steps lie
    together (110, 011), TDU how many lie apart (101).
    """
    steps, filled = len(layer), sum(layer)
    if filled == 1:
        return 1.0
    triples = list(combinations(layer, 3))
    together = triples.count((True, True, False)) + triples.count((False, True, True))
    apart = triples.count((True, False, True))
    if not together + apart:
        return 0.0
    whole = ((steps - 2) * together - (steps - 1) * apart) / ((steps - 2) * (together + apart))
    return whole * (1 - (filled - 1) / (steps - 1))


def polarisation(frequencies: Frequencies) -> float | None:
    """(1 - A) / 2: 0 when all say the same, 1 when half stand at each end; None as A is."""
    found = agreement(frequencies)
    return None if found is None else (1 - found) / 2


def consensus(frequencies: Frequencies) -> float | None:
    """1 + Σ p log2(1 - |x - mean| / (K - 1)): 1 when all say the same, 0 when half stand at each end.

    W. J. Tastle and M. J. Wierman, Consensus and dissention, International Journal of Approximate Reasoning 45
    (2007), 531-545. It needs the whole scale, and each step as many is not 0 (.434 of five steps): read it beside A,
    which has a sign. None below two steps or of nobody.
    """
    found = _checked(frequencies)
    total, widest = fsum(found), len(found) - 1
    if widest < 1 or not total:
        return None
    mean = fsum(step * one for step, one in enumerate(found)) / total
    away = [abs(step - mean) / widest for step in range(len(found))]
    # Of a weight beside which the others vanish, the far end rounds to 1: those others add nothing.
    parts = [one / total * log2(1 - far) for one, far in zip(found, away, strict=True) if one and far < 1]
    return min(1.0, max(0.0, 1 + fsum(parts)))


def balanced(hats: Sequence[Frequencies]) -> float | None:
    """A when each of these hats weighs the same, however many wear it; who has none of the voices weighs nothing."""
    shares = [[one / fsum(found) for one in found] for found in map(_checked, hats) if fsum(found)]
    return agreement([fsum(step) for step in zip(*shares, strict=True)])


@lru_cache(maxsize=256)
def by_chance(voices: int, *, steps: int) -> Band | None:
    """The band in which A lies when so many voices choose each of the steps as likely; None as A is.

    9,999 draws with a fixed seed, percentiles 5, 50 and 95. The middle is not 0: of few voices it lies well above.
    """
    if steps < 3 or voices < 1:
        return None
    drawn = np.random.RandomState(SEED).multinomial(voices, [1 / steps] * steps, size=CHANCES)
    kinds, many = np.unique(drawn, axis=0, return_counts=True)
    found = np.repeat([agreement(kind) or 0.0 for kind in kinds.tolist()], many)
    low, middle, high = np.quantile(found, [0.05, 0.5, 0.95], method="inverted_cdf")
    return Band(float(low), float(middle), float(high))


def gap(first: Sequence[float], second: Sequence[float]) -> Gap | None:
    """How far the ratings of two groups lie apart, of any length and order; None when either is empty.

    delta = (#{x > y} - #{x < y}) / (n m): N. Cliff, Dominance statistics, Psychological Bulletin 114 (1993), 494-509.
    p = (1 + #{|delta*| >= |delta|}) / (R + 1) over R = 9,999 draws in which the groups are mixed, with a fixed seed.
    """
    if not first or not second:
        return None
    delta = sum((x > y) - (x < y) for x in first for y in second)
    few, every = min(len(first), len(second)), np.sort(np.array([*first, *second], dtype=np.float64))
    # Twice the middle rank of each, so that nothing is rounded; what the fewest should hold together is few (n + 1).
    ranks = np.searchsorted(every, every, side="left") + np.searchsorted(every, every, side="right") + 1
    mixed = np.random.RandomState(SEED).random_sample((CHANCES, len(every))).argsort(axis=1)[:, :few]
    away = np.abs(ranks[mixed].sum(axis=1) - few * (len(every) + 1))
    return Gap(delta / (len(first) * len(second)), float((1 + np.sum(away >= abs(delta))) / (CHANCES + 1)))


def told(frequencies: Sequence[int], *, hats: Sequence[Sequence[int]] = ()) -> Told | None:
    """What may be said of the voices on one question: nothing in numbers of fewer than eight, or below three steps.

    hats: the frequencies of two hats, each at least three voices; otherwise nothing is said of hats. Who has no hat,
    as the resident, counts in `frequencies` alone.
    """
    voices, found, cns = sum(frequencies), agreement(frequencies), consensus(frequencies)
    band = by_chance(voices, steps=len(frequencies)) if voices >= FEWEST else None
    if found is None or cns is None or band is None:
        return None
    beside: tuple[float | None, Gap | None] = (None, None)
    if len(hats) == 2 and min(map(sum, hats)) >= FEWEST_OF_A_HAT:
        beside = balanced(hats), gap(*(ratings(hat) for hat in hats))
    return Told(voices, found, (1 - found) / 2, cns, band, *beside)


def ratings(frequencies: Sequence[int]) -> list[int]:
    """The voices one by one, each by its step from 1 on."""
    return [step for step, many in enumerate(frequencies, start=1) for _voice in range(many)]


def alike(units: Sequence[Sequence[Rating]]) -> Alike | None:
    """Krippendorff's alpha over at least ten questions that two or more people rated, with a bootstrap interval.

    2,000 draws of whole questions, with replacement and as many as there are, percentiles 2.5 and 97.5 and a fixed
    seed; a draw in which all rate the same has no alpha and is left out. The order of questions and of ratings changes
    nothing. None below ten questions, or when everybody gave the same everywhere: then there is nothing to tell apart.
    """
    values, met = _met(units)
    found = _alpha(values, met.sum(axis=0), metric=ordinal)
    if len(met) < FEWEST_UNITS or found is None:
        return None
    kinds, many = np.unique(met, axis=0, return_counts=True)
    drawn = np.random.RandomState(SEED).multinomial(len(met), many / len(met), size=DRAWS)
    each = [_alpha(values, np.tensordot(draw, kinds, axes=1), metric=ordinal) for draw in drawn]
    low, high = np.quantile([one for one in each if one is not None], [0.025, 0.975])
    return Alike(found, (float(low), float(high)), len(met))


def alpha(units: Sequence[Sequence[Rating]], *, metric: Metric | None = None) -> float | None:
    """1 - D(observed) / D(expected): 1 all alike, 0 as by chance, below 0 when people differ more than by chance.

    units: what was rated, each with the ratings it got; None for who did not rate. A unit with fewer than two ratings
    drops out. None when there is nothing to compare or D(expected) is 0. K. Krippendorff, Computing Krippendorff's
    alpha-reliability (2011). It speaks of many questions, rated by people who could take each other's place: of one
    question it says nothing.
    """
    values, met = _met(units)
    return _alpha(values, met.sum(axis=0), metric=metric or ordinal)


def ordinal(_values: Matrix, many: Matrix) -> Matrix:
    """How far each two values lie apart, squared, by how many ratings lie from one up to the other.

    (Σ n(g) - (n(c) + n(k)) / 2)² with g from c up to k; many: the ratings of each value, in order.
    """
    middle = np.cumsum(many) - many / 2
    return np.asarray((middle[:, None] - middle[None, :]) ** 2)


def _met(units: Sequence[Sequence[Rating]]) -> tuple[Matrix, Matrix]:
    """The values in order; and per unit how often each two of them met, a unit weighing as many as its ratings."""
    rated = [[one for one in unit if one is not None] for unit in units]
    rated = [unit for unit in rated if len(unit) > 1]
    values = sorted({one for unit in rated for one in unit})
    met = np.zeros((len(rated), len(values), len(values)))
    for place, unit in enumerate(rated):
        many = np.array([unit.count(one) for one in values], dtype=np.float64)
        met[place] = (np.outer(many, many) - np.diag(many)) / (len(unit) - 1)
    return np.array(values, dtype=np.float64), met


def _alpha(values: Matrix, met: Matrix, *, metric: Metric) -> float | None:
    many = met.sum(axis=0)
    apart = metric(values, many)
    expected = float(many @ apart @ many)
    return 1 - float((many.sum() - 1) * (met * apart).sum() / expected) if expected else None


def _checked(frequencies: Frequencies) -> list[float]:
    found = [float(one) for one in frequencies]
    if any(one < 0 or not isfinite(one) for one in found):
        raise ValueError(f"a frequency is nought or more: {list(frequencies)}")
    return found
