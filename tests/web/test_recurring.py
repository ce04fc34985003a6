"""The rule in a calendar gives the days on which the map says that something is open, and no others."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil import rrule  # type: ignore[import-untyped]
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nabij.directory.hours import WEEK, Hours
from nabij.web.map.recurring import AHEAD, LISTED, Recurring, recurring

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)


def hours(byday: str = "", **more: Any) -> Hours:
    return Hours(**({"opens": time(10), "closes": time(12)} | more), byday=byday)


def one(*said: Hours) -> Recurring:
    (found,) = recurring(said, today=TODAY)
    return found


@pytest.mark.parametrize(
    ("said", "first", "rule"),
    [
        (hours("SA", freq="WEEKLY"), date(2026, 11, 21), "FREQ=WEEKLY;BYDAY=SA"),
        (hours("MO,TH"), MONDAY, "FREQ=WEEKLY;BYDAY=MO,TH"),
        (hours("1SA", freq="MONTHLY"), date(2026, 12, 5), "FREQ=MONTHLY;BYDAY=1SA"),
        (hours("-1WE"), date(2026, 11, 25), "FREQ=MONTHLY;BYDAY=-1WE"),
        (hours(freq="MONTHLY", bymonthday="15,-1"), date(2026, 11, 30), "FREQ=MONTHLY;BYMONTHDAY=15,-1"),
        (
            hours("TU", freq="WEEKLY", interval=2, starts=date(2026, 11, 10)),
            date(2026, 11, 24),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        ),
        (hours("TU", starts=date(2027, 1, 4)), date(2027, 1, 5), "FREQ=WEEKLY;BYDAY=TU"),
        (
            hours("TU", until=date(2026, 12, 31)),
            date(2026, 11, 17),
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T090000Z",
        ),
        (hours(starts=date(2026, 12, 5), until=date(2026, 12, 5)), date(2026, 12, 5), ""),
    ],
)
def test_how_often_is_a_rule_from_this_week_on(said, first, rule):
    found = one(said)
    assert (found.first, found.rule, found.besides, found.without) == (first, rule, (), ())


@pytest.mark.parametrize(
    "said",
    [
        hours(opens=None),
        hours("MO,TU,WE,TH,FR,SA,SU", opens=time(), closes=time(23, 59)),
        hours("TU", until=date(2026, 11, 1)),
        hours("XX"),
        hours(""),
    ],
)
def test_without_a_beginning_an_end_or_a_day_there_is_nothing(said):
    assert recurring([said], today=TODAY) == []


def test_a_closed_day_is_left_out_and_is_never_the_first():
    closed = Hours(None, None, starts=date(2026, 12, 21), until=date(2027, 1, 3), closed=True)
    found = one(hours("SA"), closed)
    assert found.without == (date(2026, 12, 26), date(2027, 1, 2))
    assert "EXDATE;TZID=Europe/Amsterdam:20261226T100000,20270102T100000" in list(found.lines())
    assert one(hours("SA"), Hours(None, None, starts=TODAY, until=TODAY + timedelta(2), closed=True)).first == date(
        2026, 11, 28
    )


def test_the_same_hours_in_two_places_are_told_once_and_in_the_words_of_the_first():
    first, other = hours("SA", words="zaterdag", key="a"), hours("SA", words="op zaterdag", key="b")
    assert one(first, other).hours.key == "a"


def test_past_midnight_it_ends_the_next_day():
    assert list(one(hours("FR", opens=time(22), closes=time(7))).lines())[:2] == [
        "DTSTART;TZID=Europe/Amsterdam:20261120T220000",
        "DTEND;TZID=Europe/Amsterdam:20261121T070000",
    ]


DAY_NAMES = st.builds("".join, st.tuples(st.sampled_from(["", "", "", "1", "2", "-1", "5"]), st.sampled_from(WEEK)))
ANY_HOURS = st.builds(
    hours,
    st.builds(",".join, st.lists(DAY_NAMES, max_size=3)),
    freq=st.sampled_from(["", "WEEKLY", "MONTHLY"]),
    interval=st.integers(1, 3),
    bymonthday=st.sampled_from(["", "", "", "15", "-1", "31", "1,15"]),
    starts=st.none() | st.dates(date(2026, 1, 1), date(2027, 6, 1)),
    until=st.none() | st.dates(date(2026, 10, 1), date(2028, 1, 1)),
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ANY_HOURS, st.none() | st.dates(MONDAY, MONDAY + timedelta(300)))
def test_a_calendar_has_the_same_days_as_the_map(said, shut):
    closed = [Hours(None, None, starts=shut, until=shut, closed=True)] if shut else []
    found = recurring([said, *closed], today=TODAY)
    last = max(MONDAY, said.starts or MONDAY) + timedelta(AHEAD - 1)
    wanted = [day for day in days(MONDAY, last) if said.holds_on(day) and day != shut]
    if not found:
        assert wanted == []
        return
    if not found[0].rule and said.until != found[0].first:
        last = max(found[0].first, max(MONDAY, said.starts or MONDAY) + timedelta(LISTED))
    assert drawn(found[0], last) == [day for day in wanted if day <= last]


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(step) for step in range((last - first).days + 1)]


def drawn(found: Recurring, last: date) -> list[date]:
    """The days a calendar shows, as another library reads the rule."""
    begins = timezone.make_aware(found.begins)
    there = rrule.rrulestr(found.rule, dtstart=begins) if found.rule else [begins]
    upto = timezone.make_aware(datetime.combine(last, time(23)))
    shown = {found.first, *found.besides, *(one.date() for one in until(there, upto))}
    return sorted(shown - set(found.without))


def until(there: Any, last: datetime) -> list[datetime]:
    found = []
    for moment in there:
        if moment > last:
            break
        found.append(moment)
    return found
