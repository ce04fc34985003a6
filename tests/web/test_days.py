"""Dates as people say them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from nabij.web import days

HOME = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 19, 9, 12, tzinfo=HOME)  # a Thursday


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 19), "vandaag"),
        (date(2026, 11, 18), "gisteren"),
        (date(2026, 11, 17), "eergisteren"),
        (date(2026, 11, 16), "maandag"),
        (date(2026, 11, 13), "vrijdag"),
        (date(2026, 11, 12), "donderdag 12 november"),
        (date(2026, 11, 20), "morgen"),
        (date(2026, 11, 21), "overmorgen"),
        (date(2026, 11, 24), "dinsdag 24 november"),
        (date(2027, 1, 4), "maandag 4 januari"),
        (date(2027, 3, 1), "1 maart 2027"),
        (date(2024, 2, 29), "29 februari 2024"),
    ],
)
def test_a_day_is_said_as_people_say_it(day: date, said: str) -> None:
    assert days.say_day(day, now=NOW) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW.replace(hour=8, minute=40), "vanmorgen 8.40 uur"),
        (NOW.replace(hour=3, minute=5), "vannacht 3.05 uur"),
        (NOW.replace(hour=14, minute=0), "vanmiddag 14 uur"),
        (NOW.replace(hour=19, minute=30), "vanavond 19.30 uur"),
        (NOW - timedelta(hours=17, minutes=2), "gisteren 16.10 uur"),
        (datetime(2026, 11, 16, 9, 2, tzinfo=HOME), "maandag 9.02 uur"),
        (datetime(2026, 11, 24, 10, 0, tzinfo=HOME), "dinsdag 24 november, 10 uur"),
        (datetime(2026, 11, 5, 10, 0, tzinfo=HOME), "donderdag 5 november"),
    ],
)
def test_a_moment_is_said_with_its_part_of_the_day(at: datetime, said: str) -> None:
    assert days.say_moment(at, now=NOW) == said


def test_the_day_is_that_of_the_clock_on_the_wall_here() -> None:
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)  # half past midnight on the 19th in Purmerend

    assert days.say_moment(late, now=NOW) == "vannacht 0.30 uur"


def test_the_hour_that_comes_twice_in_october_breaks_nothing() -> None:
    twice = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    assert days.say_moment(twice, now=twice) == "vannacht 2.30 uur"


def test_numbers_are_words_up_to_ten() -> None:
    assert [days.number(count) for count in (0, 1, 10, 11)] == ["nul", "één", "tien", "11"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dat mama niet verdrietig wordt", "dat mama niet verdrietig wordt."),
        ("Rust!", "Rust!"),
        ("Ze zei “laat maar.”", "Ze zei “laat maar.”"),
        ("Rust. ", "Rust."),
        ("", ""),
    ],
)
def test_another_sentence_follows_a_full_stop(words: str, said: str) -> None:
    assert days.full_stop(words) == said
