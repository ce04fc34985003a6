from datetime import time

import pytest

from nabij.directory.hsds.hours import DAYS, between, clock, days_in, openings

WORKDAYS = DAYS[:5]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("8:30am-5:00pm, Mon-Fri", [(WORKDAYS, "08:30", "17:00")]),
        ("8:30amGÇô5:00pm, Mon-Fri", [(WORKDAYS, "08:30", "17:00")]),
        ("ma-vr 9-16", [(WORKDAYS, "09:00", "16:00")]),
        ("ma t/m vr 9.00 - 16.30 uur", [(WORKDAYS, "09:00", "16:30")]),
        ("ma do 15.30-17", [(("MO", "TH"), "15:30", "17:00")]),
        ("24/7", [(DAYS, "00:00", "00:00")]),
        ("24 hours a day, 7 days a week", [(DAYS, "00:00", "00:00")]),
        ("dag en nacht", [(DAYS, "00:00", "00:00")]),
        ("22-7 elke dag", [(DAYS, "22:00", "07:00")]),
        ("Sunday: 11:00-20:00  Monday: 9:00-22:00", [(("SU",), "11:00", "20:00"), (("MO",), "09:00", "22:00")]),
        ("8:00am-12:00pm; 1:00pm-5:00pm, Fri", [(("FR",), "08:00", "12:00"), (("FR",), "13:00", "17:00")]),
        ("9:00am-1:00pm / 2:00pm-5:00pm, Fri;", [(("FR",), "09:00", "13:00"), (("FR",), "14:00", "17:00")]),
    ],
)
def test_a_sentence_that_can_be_read_one_way(prose, found):
    assert [(o.days, f"{o.opens:%H:%M}", f"{o.closes:%H:%M}") for o in openings(prose) or []] == found


@pytest.mark.parametrize(
    "prose",
    [
        "8:00-4:00pm, Mon-Fri",
        "9:00am, Tue, Thur",
        "6:30am-12:00pm (dispensing), Mon-Fri",
        "Grades K-1: \n2:00pm-6:00pm, Mon-Fri",
        "Dismissal Bell - 6:00pm, Mon-Fri",
        "10:00am- -3:00pm, Mon-Fri",
        "op afspraak",
        "",
    ],
)
def test_a_sentence_with_something_else_in_it_is_left_alone(prose):
    assert openings(prose) is None


@pytest.mark.parametrize(
    ("text", "hour"), [("9am", 9), ("12am", 0), ("12:00pm", 12), ("1600", 16), ("24:00", 0), ("9 uur", 9)]
)
def test_a_time(text, hour):
    read = clock(text)
    assert read is not None
    assert read[0] == time(hour)


@pytest.mark.parametrize("text", ["25:00", "9:75", "13pm", "8:00m", "straks"])
def test_no_time(text):
    assert clock(text) is None


def test_morning_and_evening_must_be_said_of_both_or_of_none():
    assert between("9:00am", "5:00") is None
    assert between("9:00", "17:00") == (time(9), time(17))
    assert between("14:00", "4:00 PM") == (time(14), time(16))


def test_days_may_run_past_the_weekend():
    assert days_in("vr-ma") == ("MO", "FR", "SA", "SU")
    assert days_in("Mon, Wed & Fri") == ("MO", "WE", "FR")
    assert days_in("feestdagen") is None
