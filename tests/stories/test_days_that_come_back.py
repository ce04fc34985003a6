"""Which days a promise comes back on, and which of them is at hand; held against another reading of the same rule."""

from datetime import date, timedelta
from itertools import islice

import pytest
from dateutil import rrule  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from nabij.stories.turns import Course, EndsOnce, EndsTooSoon, FirstDayNeeded, Rhythm

FIRST = date(2026, 11, 24)
WEEK = timedelta(weeks=1)


def test_monthly_on_the_31st_is_the_last_day_of_a_shorter_month():
    days = list(islice(Course(Rhythm.MONTH).days_from(date(2027, 12, 31)), 4))
    assert days == [date(2027, 12, 31), date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31)]


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from([Rhythm.WEEK, Rhythm.TWO_WEEKS]))
def test_weeks_are_those_of_another_calendar(first, rhythm):
    other = rrule.rrule(rrule.WEEKLY, interval=2 if rhythm == Rhythm.TWO_WEEKS else 1, dtstart=first, count=20)
    assert list(islice(Course(rhythm).days_from(first), 20)) == [one.date() for one in other]


def test_it_ends_on_its_last_day():
    assert list(Course(Rhythm.WEEK, FIRST + WEEK).days_from(FIRST)) == [FIRST, FIRST + WEEK]


@pytest.mark.parametrize(
    ("last", "today", "at_hand"),
    [
        (None, FIRST - WEEK, FIRST),
        (None, FIRST, FIRST),
        (None, FIRST + timedelta(days=3), FIRST),
        (None, FIRST + 3 * WEEK, FIRST + 3 * WEEK),  # Nobody is asked about the three before.
        (FIRST, FIRST, FIRST + WEEK),
        (FIRST, FIRST + timedelta(days=20), FIRST + 2 * WEEK),
        (FIRST + 3 * WEEK, FIRST, None),
    ],
)
def test_the_day_at_hand_is_the_latest_that_came_else_the_first_to_come(last, today, at_hand):
    assert Course(Rhythm.WEEK, FIRST + 3 * WEEK).at_hand(first=FIRST, last=last, today=today) == at_hand


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([Rhythm.WEEK, Rhythm.TWO_WEEKS, Rhythm.MONTH]))
def test_what_was_said_is_not_asked_again(said, passed, rhythm):
    course, today = Course(rhythm), FIRST + timedelta(days=passed)
    last = FIRST + timedelta(days=said)
    day = course.at_hand(first=FIRST, last=last, today=today)
    assert day is not None
    assert day > last
    later = [one for one in islice(course.days_from(FIRST), 500) if last < one <= today]
    assert day == (later[-1] if later else next(one for one in course.days_from(FIRST) if one > last))


@pytest.mark.parametrize(
    ("course", "first", "refused"),
    [
        (Course(Rhythm.WEEK), None, FirstDayNeeded),
        (Course(Rhythm.MONTH, FIRST - WEEK), FIRST, EndsTooSoon),
        (Course(Rhythm.ALWAYS, FIRST - WEEK), None, EndsTooSoon),
        (Course(Rhythm.ONCE, FIRST + WEEK), FIRST, EndsOnce),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(course, first, refused):
    with pytest.raises(refused, match=r"\."):
        course.check(first=first, today=FIRST)


@pytest.mark.parametrize("course", [Course(), Course(Rhythm.ALWAYS), Course(Rhythm.WEEK, FIRST)])
def test_what_can_be_is_not(course):
    course.check(first=FIRST, today=FIRST)
