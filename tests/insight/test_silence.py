"""Longer silent than usual: the reference values, and what holds of every rhythm."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nabij.insight.measures.silence import Silence, gaps, held, predictive, rank, silence

DAY = date(2026, 11, 22)
GAPS = st.lists(st.integers(1, 90), min_size=1, max_size=30)
PS = st.lists(st.floats(0, 1), max_size=30)


def told(*between: int, ago: int) -> list[date]:
    """Contacts with these gaps, the last of them so many days ago."""
    days = [DAY - timedelta(days=ago)]
    for gap in reversed(between):
        days.append(days[-1] - timedelta(days=gap))
    return days


def said(found: Silence | None) -> Silence:
    assert found is not None
    return found


def test_how_rare_a_gap_is_is_what_the_reference_says(reference: Path) -> None:
    with (reference / "oracle" / "timeseries" / "expected_gap_predictive.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 5
    for row in rows:
        before, current = [int(one) for one in row["gaps"].split()], int(row["current_gap"])
        assert predictive(before, current) == pytest.approx(float(row["p_exponential_predictive"]), rel=1e-9), row
        exceeds = rank(before, current) == 1 / (len(before) + 1)
        assert exceeds == bool(int(row["exceeds_max"])), row
        assert said(silence(told(*before, ago=current), today=DAY)).open == current if len(before) > 3 else True


def test_longer_than_ever_and_rarely_so_long_today_and_a_week_ago() -> None:
    week = told(7, 7, 8, 7, 7, 6, 7, 7, ago=34)
    assert said(silence(week, today=DAY)).longer, "thirty-four days, and twenty-seven a week ago"
    assert not said(silence(week, today=DAY - timedelta(days=2))).longer, "then it was twenty-five a week before"
    assert not said(silence(told(7, 7, 60, 7, 7, 6, 7, 7, ago=40), today=DAY)).longer, "it was longer before"
    assert not said(silence(told(7, 30, 2, 21, ago=38), today=DAY)).longer, "longest, but not rare"
    assert silence(told(7, 7, 7, ago=300), today=DAY) is None, "three gaps say nothing"
    assert silence([], today=DAY) is None


def test_the_usual_is_the_median_and_a_day_counts_once() -> None:
    found = said(silence([*told(9, 9, 8, 30, 9, ago=40), DAY - timedelta(days=40)], today=DAY))
    assert (found.usual, found.open, found.last) == (9, 40, DAY - timedelta(days=40))


def test_days_away_count_in_no_gap() -> None:
    regular = told(7, 7, 7, 7, 7, 7, 7, 7, ago=34)
    assert said(silence(regular, today=DAY)).longer
    away = [DAY - timedelta(days=ago) for ago in range(25)]
    found = said(silence(regular, today=DAY, without=away))
    assert (found.open, found.longer) == (9, False)
    assert gaps(told(7, 7, ago=1), without=away) == [1, 1], "two contacts are never on one day"


def test_of_many_at_once_only_what_is_rare_enough_stands() -> None:
    assert held([0.001, 0.04, 0.9]) == [True, True, False]
    assert held([0.04] + [0.9] * 9) == [False] * 10, "one in ten looks rare by itself"
    assert held([0.01, 0.02, 0.03] + [0.9] * 27) == [False] * 30
    assert held([]) == []


@given(GAPS, st.integers(1, 400), st.integers(0, 100))
def test_a_longer_gap_is_never_less_rare(before: list[int], current: int, more: int) -> None:
    assert 0 < predictive(before, current) < 1
    assert predictive(before, current + more) <= predictive(before, current)
    assert rank(before, current + more) <= rank(before, current) <= 1
    assert rank(before, max(before) + 1) == 1 / (len(before) + 1)


@given(st.lists(st.integers(1, 40), min_size=4, max_size=20), st.integers(0, 200))
def test_who_is_silent_is_longer_silent_than_ever_and_rarely_so_long(before: list[int], ago: int) -> None:
    found = said(silence(told(*before, ago=ago), today=DAY))
    assert gaps(told(*before, ago=ago)) == before
    assert not found.longer or (found.open - 7 > max(before) and found.p <= 0.05)
    assert min(before) <= found.usual <= max(before)


@given(PS)
def test_those_that_stand_are_the_rarest_and_each_is_rare_enough(ps: list[float]) -> None:
    kept = held(ps)
    stand, rest = (
        [p for p, yes in zip(ps, kept, strict=True) if yes],
        [p for p, yes in zip(ps, kept, strict=True) if not yes],
    )
    assert all(p <= 0.10 * len(stand) / len(ps) for p in stand)
    assert not stand or not rest or max(stand) <= min(rest)
    assert held(ps, q=1.0) == [True] * len(ps)
