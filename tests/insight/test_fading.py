"""Contact that fades after something came between two: the reference values, and what holds of every rhythm."""

import csv
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nabij.insight.measures.fading import Fading, fading, invites, monday, of_this_week
from nabij.insight.measures.holidays import easter, holidays
from nabij.insight.measures.silence import doubt, rests

DAY = date(2026, 11, 23)  # A Monday.
GAPS = st.lists(st.integers(1, 60), min_size=4, max_size=12)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def told(*between: int, since: int) -> list[date]:
    """Contacts with these gaps, the last of them so many days ago."""
    days = [ago(since)]
    for gap in reversed(between):
        days.append(days[-1] - timedelta(days=gap))
    return days


def stands(days: Collection[date], *, cause: int, today: date = DAY) -> Fading | None:
    return fading(days, causes=[ago(cause)], today=today)


def test_how_rare_a_gap_is_is_what_the_reference_says(reference: Path) -> None:
    """The rhythm before it, with the cause on the day of the last contact."""
    with (reference / "oracle" / "timeseries" / "expected_gap_predictive.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if int(row["k"]) >= 4]
    assert len(rows) > 3
    for row in rows:
        open_now = int(row["current_gap"])
        found = stands(told(*(int(one) for one in row["gaps"].split()), since=open_now), cause=open_now)
        assert found and found.p == pytest.approx(float(row["p_exponential_predictive"]), rel=1e-9), row


def test_it_fades_after_a_cause_and_not_without_one() -> None:
    days = told(7, 7, 8, 7, 7, 6, 7, 7, since=34)
    found = stands(days, cause=34)
    assert found and found.longer and (found.last, found.cause) == (ago(34), ago(34))
    assert fading(days, causes=[], today=DAY) is None, "only silent"
    assert fading(days, causes=[DAY + timedelta(days=1)], today=DAY) is None, "it did not come yet"
    assert fading([], causes=[ago(34)], today=DAY) is None
    earlier = stands(days, cause=34, today=ago(2))
    assert earlier and not earlier.longer, "then it was twenty-five a week before"
    shorter = stands(told(7, 7, 60, 7, 7, 6, 7, 7, since=40), cause=40)
    assert shorter and not shorter.longer, "it was longer once"


def test_the_rhythm_is_that_before_it_and_needs_four_gaps() -> None:
    week = (7, 7, 7, 7)
    assert stands(told(*week, since=50), cause=50)
    assert stands(told(*week, since=50), cause=51) is None, "of the four gaps one came after it"
    slower = stands(told(*week, 21, 22, since=40), cause=83)
    assert slower and slower.p == pytest.approx((28 / 68) ** 4), "twenty-one is of after it, and no rhythm"
    assert slower.longer
    assert not getattr(stands(told(*week, 21, 45, since=40), cause=106), "longer", True), "it was longer after it"


def test_who_went_on_after_it_did_not_fade() -> None:
    before = (7,) * 6
    three, four = told(*before, 3, 3, 3, since=40), told(*before, 3, 3, 3, 3, since=40)
    assert getattr(stands(three, cause=49), "longer", False), "three days of contact after it"
    assert stands(four, cause=52) is None, "four"


def test_an_invitation_stands_for_eight_weeks() -> None:
    for since, invited in ((32, False), (33, True), (60, True), (88, True), (89, False), (300, False)):
        days = told(*(7,) * 8, since=since)
        assert invites(days, causes=[ago(since)], today=DAY) is invited, since
    assert not invites(told(*(7,) * 8, since=20), causes=[ago(20)], today=DAY), "not longer than ever yet"


def test_days_that_do_not_count_are_no_silence() -> None:
    days, away = told(*(7,) * 8, since=34), [ago(n) for n in range(1, 21)]
    assert invites(days, causes=[ago(34)], today=DAY)
    assert not invites(days, causes=[ago(34)], today=DAY, without=away)
    assert not invites(days, causes=[ago(34)], today=DAY, without=[ago(8), ago(9)]), "a week ago 25 of them"


def test_one_a_week_the_rarest_and_only_what_stands_beside_the_others() -> None:
    def of(p: float) -> Fading:
        return Fading(ago(40), ago(40), p, longer=True)

    two = {"one": of(0.03), "other": of(0.01)}
    assert of_this_week(two, invited={"one", "other"}) == "other"
    assert of_this_week(two, invited={"one"}) == "one"
    assert of_this_week({}, invited=set()) is None
    many = {str(n): of(0.9) for n in range(9)} | {"one": of(0.04)}
    assert of_this_week(many, invited={"one"}) is None, "one in ten at .04 may be nothing"
    assert of_this_week({"one": of(0.04)}, invited={"one"}) == "one"
    assert monday(date(2026, 11, 29)) == monday(DAY) == DAY


def test_it_rests_when_it_may_be_wrong_too_often() -> None:
    assert doubt(0, 9) is None and not rests(doubt(0, 9)), "nine answers say nothing"
    assert rests(doubt(5, 10)) and not rests(doubt(6, 10)), "six of ten must be right"


@given(GAPS, st.integers(0, 200), st.integers(1, 40))
def test_more_contact_never_brings_an_invitation(between: list[int], since: int, later: int) -> None:
    """What was said lately takes it away, and so does being away."""
    days = told(*between, since=since)
    found = stands(days, cause=since)
    assert found
    if not found.longer:
        assert not invites(days, causes=[ago(since)], today=DAY)
    spoken = [*days, ago(min(since, 6))]
    again = stands(spoken, cause=since)
    assert again is None or not again.longer, "six days ago there was contact"
    without = fading(days, causes=[ago(since)], today=DAY, without=[ago(n) for n in range(min(later, since))])
    assert without and without.p >= found.p, "days away since then make it less rare"


def test_easter_and_the_days_around_it() -> None:
    """Easter as the tables have it; 1954 and 1981 are those on which shorter rules go wrong."""
    known = {1954: (4, 18), 1981: (4, 19), 2008: (3, 23), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2038: (4, 25)}
    assert {year: easter(year) for year in known} == {year: date(year, *day) for year, day in known.items()}
    told_2026 = [date(2026, *day) for day in ((1, 1), (4, 5), (4, 6), (4, 27), (5, 14), (5, 24), (5, 25))]
    assert list(holidays(date(2026, 1, 1), date(2026, 12, 31))) == [
        *told_2026, date(2026, 12, 25), date(2026, 12, 26),
    ]  # fmt: skip
    assert date(2025, 4, 26) in list(holidays(date(2025, 4, 1), date(2025, 4, 30))), "a Sunday: the king waits not"
    assert list(holidays(date(2025, 12, 26), date(2026, 1, 1))) == [date(2025, 12, 26), date(2026, 1, 1)]
