"""How sure a share is: Wilson's interval for loose things, the bootstrap for things that hang together."""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

import numpy as np

Interval = tuple[float, float]

DRAWS = 2000
SEED = 20261121


def wilson(count: int, of: int, *, level: float = 0.95) -> Interval | None:
    """The interval of Wilson for `count` out of `of`; None out of nothing.

    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), with p = count / of and z the normal quantile: E. B. Wilson,
    Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212, without continuity
    correction. It never leaves 0 to 1 and is no point at 0 or `of`. It takes each thing as loose from the others.
    """
    if of == 0:
        return None
    z, p = NormalDist().inv_cdf((1 + level) / 2), count / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    # At the ends it is exactly 0 or 1; arithmetic with rounding would leave a trace of dust there.
    return (0.0 if count == 0 else middle - half), (1.0 if count == of else middle + half)


def cluster(
    counts: Sequence[tuple[int, int]], *, draws: int = DRAWS, seed: int = SEED, level: float = 0.95
) -> Interval | None:
    """The percentile interval of a share whose things hang together in clusters; each cluster is (count, of).

    Whole clusters are drawn, with replacement and as many as there are, so things of one cluster come and go together
    (A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, 1997, chapter 3). A draw in which
    there is nothing to share is left out; None when there is nothing at all. One cluster is drawn again and again, so
    its interval is a point: that says nothing about others, and whoever shows it says so.

    The same counts give the same answer whatever their order, and for good: the stream of `RandomState` is frozen
    (NEP 19).
    """
    if not sum(of for _count, of in counts):
        return None
    # Clusters with the same counts are drawn together: as likely as they are many, which is the same as one by one.
    kinds, many = np.unique(np.array(counts, dtype=np.int64), axis=0, return_counts=True)
    drawn = np.random.RandomState(seed).multinomial(len(counts), many / len(counts), size=draws) @ kinds
    some = drawn[drawn[:, 1] > 0]
    if not len(some):
        return None
    found = some[:, 0] / some[:, 1]
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
