from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from nabij.directory.hours import Hours, doors

HERE = ZoneInfo("Europe/Amsterdam")
THURSDAY = datetime(2026, 11, 19, 18, 0, tzinfo=HERE)


def hours(opens, closes, byday, **more):
    return Hours(opens=time.fromisoformat(opens), closes=time.fromisoformat(closes), byday=byday, **more)


def test_it_is_open_between_its_hours_and_not_outside():
    table = hours("17:30", "19:30", "TH", freq="WEEKLY")
    assert doors([table], at=THURSDAY).open
    assert doors([table], at=THURSDAY).closes == THURSDAY.replace(hour=19, minute=30)
    later = doors([table], at=THURSDAY.replace(hour=20))
    assert not later.open
    assert later.opens == datetime(2026, 11, 26, 17, 30, tzinfo=HERE)


def test_hours_past_midnight_belong_to_the_evening_before():
    line = hours("22:00", "07:00", "FR")
    assert doors([line], at=datetime(2026, 11, 21, 3, 0, tzinfo=HERE)).open
    assert not doors([line], at=datetime(2026, 11, 20, 3, 0, tzinfo=HERE)).open


def test_round_the_clock_is_always_open():
    always = hours("00:00", "00:00", "MO,TU,WE,TH,FR,SA,SU")
    assert doors([always], at=THURSDAY.replace(hour=0)).open
    assert doors([always], at=THURSDAY.replace(hour=23, minute=59)).open


@pytest.mark.parametrize(
    ("byday", "day"), [("1SA", date(2026, 12, 5)), ("-1WE", date(2026, 11, 25)), ("3TH", date(2026, 11, 19))]
)
def test_once_a_month(byday, day):
    once = hours("13:00", "16:00", byday, freq="MONTHLY")
    assert doors([once], at=datetime(2026, 11, 19, 8, 0, tzinfo=HERE)).opens == datetime.combine(day, time(13), HERE)


def test_every_other_week_counts_from_the_first():
    every_other = hours("13:00", "16:00", "TH", interval=2, starts=date(2026, 11, 12))
    assert not every_other.holds_on(date(2026, 11, 19))
    assert every_other.holds_on(date(2026, 11, 26))


def test_a_closed_day_closes_the_doors():
    weekly = hours("17:30", "19:30", "TH")
    closed = Hours(opens=None, closes=None, starts=date(2026, 11, 19), until=date(2026, 11, 19), closed=True)
    assert not doors([weekly, closed], at=THURSDAY).open


def test_an_end_is_an_end():
    assert not doors([hours("17:30", "19:30", "TH", until=date(2026, 11, 1))], at=THURSDAY).open


def test_without_times_nobody_knows():
    assert not doors([Hours(opens=None, closes=None, words="Op afspraak")], at=THURSDAY).known


def test_summer_time_keeps_the_clock_on_the_wall():
    morning = hours("09:00", "12:00", "MO")
    assert doors([morning], at=datetime(2026, 3, 30, 9, 30, tzinfo=HERE)).open
    assert doors([morning], at=datetime(2026, 3, 23, 9, 30, tzinfo=HERE)).open
