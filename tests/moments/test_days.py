"""Dutch day words, one by one. Given day: Wednesday 18 November 2026; other days where the calendar turns."""

from datetime import date, time

import pytest

from nabij.moments.oneline.dutchdays import find_days
from tests.moments.given import GIVEN_DAY, come_backs, days_offered, offers, understand

FIRM = {
    "morgen": date(2026, 11, 19),
    "morgenochtend": date(2026, 11, 19),
    "overmorgen": date(2026, 11, 20),
    "vandaag": date(2026, 11, 18),
    "vrijdag": date(2026, 11, 20),
    "vrijdagmiddag": date(2026, 11, 20),
    "woensdag": date(2026, 11, 25),
    "dinsdag": date(2026, 11, 24),
    "do": date(2026, 11, 19),
    "zo": date(2026, 11, 22),
    "ma": date(2026, 11, 23),
    "komende maandag": date(2026, 11, 23),
    "aanstaande maandag": date(2026, 11, 23),
    "maandag a.s.": date(2026, 11, 23),
    "volgende week dinsdag": date(2026, 11, 24),
    "dinsdag volgende week": date(2026, 11, 24),
    "volgende week vr": date(2026, 11, 27),
    "dinsdag over een week": date(2026, 12, 1),
    "volgende dinsdag": date(2026, 11, 24),
    "over een week": date(2026, 11, 25),
    "over twee weken": date(2026, 12, 2),
    "over 14 dagen": date(2026, 12, 2),
    "over 3 dagen": date(2026, 11, 21),
    "binnen drie weken": date(2026, 12, 9),
    "over een maand": date(2026, 12, 18),
    "over drie maanden": date(2027, 2, 18),
    "over een half jaar": date(2027, 5, 18),
    "over een jaar": date(2027, 11, 18),
    "na het weekend": date(2026, 11, 23),
    "3 december": date(2026, 12, 3),
    "3 dec": date(2026, 12, 3),
    "3 dec.": date(2026, 12, 3),
    "3e december": date(2026, 12, 3),
    "uiterlijk 3 december": date(2026, 12, 3),
    "tot en met 3 december": date(2026, 12, 3),
    "donderdag 3 december": date(2026, 12, 3),
    "do 3 dec": date(2026, 12, 3),
    "3 december 2027": date(2027, 12, 3),
    "18 november": date(2026, 11, 18),
    "12 jan": date(2027, 1, 12),
    "10-12": date(2026, 12, 10),
    "10/12": date(2026, 12, 10),
    "12/1": date(2027, 1, 12),
    "10-12-2026": date(2026, 12, 10),
    "10-12-26": date(2026, 12, 10),
    "2026-12-10": date(2026, 12, 10),
    "di 15/12": date(2026, 12, 15),
    "de 23e": date(2026, 11, 23),
    "de 12e": date(2026, 12, 12),
    "eind van de maand": date(2026, 11, 30),
    "einde vd maand": date(2026, 11, 30),
    "eind v/d maand": date(2026, 11, 30),
    "eind deze maand": date(2026, 11, 30),
    "aan het eind van de maand": date(2026, 11, 30),
    "eind volgende maand": date(2026, 12, 31),
    "begin volgende maand": date(2026, 12, 1),
    "eind van de week": date(2026, 11, 20),
    "begin volgende week": date(2026, 11, 23),
    "eind volgende week": date(2026, 11, 27),
    "eind van het jaar": date(2026, 12, 31),
    "eind januari": date(2027, 1, 31),
    "half december": date(2026, 12, 15),
    "begin februari": date(2027, 2, 1),
}
ASKED = {
    "volgende vrijdag": [date(2026, 11, 27), date(2026, 11, 20)],
    "volgende week": [date(2026, 11, day) for day in (23, 24, 25, 26, 27)],
    "volgende maand": [date(2026, 12, 18), date(2026, 12, 1)],
    "dit weekend": [date(2026, 11, 21), date(2026, 11, 22)],
    "volgend weekend": [date(2026, 11, 28), date(2026, 11, 21)],
    "donderdag 20 november": [date(2026, 11, 20), date(2026, 11, 19)],
}
NO_DAY = [
    *(
        "jl. vrijdag",
        "vrijdag jl.",
        "do jl.",
        "vorige vrijdag",
        "afgelopen maandag",
        "laatste dinsdag",
        "sinds maandag",
    ),
    *(
        "vorige week dinsdag",
        "dinsdag vorige week",
        "gisteren",
        "eergisteren",
        "12 november 2025",
        "drie weken geleden",
    ),
    *("elke vrijdag", "iedere maandag", "'s maandags", "vrijdags", "om de dinsdag", "zondagen"),
    *("goede morgen", "goedemorgen", "'s morgens", "vanmorgen", "de hele morgen", "elke morgen"),
    *("maandag tot vrijdag", "maandag t/m vrijdag", "in mei", "in okt", "deze week", "deze maand", "ooit"),
    *("4 brieven", "de 4e keer", "3 uur", "23,40", "160/95", "24/7", "50/50", "10-12 jaar", "8-12", "2-3 keer", "nr 3"),
    *(
        "20 augustus",
        "12 november",
        "over 0 dagen",
        "over 900 jaar",
        "45 jan",
        "1 op 3",
        "mei",
        "zo",
        "ma",
        "over Hala",
    ),
]
MISSING = {
    "31 februari": "31 februari bestaat niet. Welke dag bedoel je?",
    "30 feb": "30 feb bestaat niet. Welke dag bedoel je?",
    "29 februari": "29 februari bestaat niet in 2027. Welke dag bedoel je?",
    "31 november": "31 november bestaat niet. Welke dag bedoel je?",
    "0 december": "0 december bestaat niet. Welke dag bedoel je?",
    "45-13": "45-13 bestaat niet. Welke dag bedoel je?",
    "31-2-2027": "31-2-2027 bestaat niet. Welke dag bedoel je?",
    "2026-13-40": "2026-13-40 bestaat niet. Welke dag bedoel je?",
    "gisteren": "gisteren is al geweest. Welke dag bedoel je?",
    "vorige vrijdag": "vorige vrijdag is al geweest. Welke dag bedoel je?",
    "12-11": "12-11 is al geweest. Welke dag bedoel je?",
    "3 december 2025": "3 december 2025 is al geweest. Welke dag bedoel je?",
}


@pytest.mark.parametrize("words", FIRM)
def test_a_day_word_behind_the_sign_is_one_day(words):
    assert come_backs(understand(f"@Riet koffie !{words} bellen")) == [([FIRM[words]], "bellen")]


# These are days only where the sign says so: "zo" is also so, "10-12" also a score.
BY_SIGN_ONLY = ("zo", "ma", "10-12", "10/12", "12/1", "10-12-26", "de 23e", "de 12e")


@pytest.mark.parametrize("words", [words for words in FIRM if words not in BY_SIGN_ONLY])
def test_a_day_word_in_plain_text_is_offered_with_what_to_do(words):
    assert [day for day, _ in days_offered(understand(f"{words} samen openmaken"))] == [FIRM[words]]


@pytest.mark.parametrize("words", ASKED)
def test_what_may_be_two_days_is_asked_the_likeliest_first(words):
    reading = understand(f"!{words} bellen")
    assert come_backs(reading) == [(ASKED[words], "bellen")]
    assert reading.come_backs[0].day is None


@pytest.mark.parametrize("words", NO_DAY)
def test_what_is_over_a_habit_or_a_number_is_no_day(words):
    for note in (f"Riet samen {words} gebeld", f"samen openmaken, {words}", f"{words} openmaken"):
        assert not offers(understand(note), "come_back", "promise") and not understand(note).problems


@pytest.mark.parametrize("words", MISSING)
def test_a_day_that_cannot_be_gets_one_sentence_and_keeps_the_rest(words):
    reading = understand(f"@Riet #rouw !{words} bellen")
    assert come_backs(reading) == [([], "bellen")]
    assert [str(problem.sentence) for problem in reading.problems] == [MISSING[words]]
    assert reading.mentions and reading.themes


@pytest.mark.parametrize(
    ("today", "words", "day"),
    [
        (date(2026, 11, 20), "vrijdag", date(2026, 11, 27)),
        (date(2026, 11, 20), "volgende vrijdag", date(2026, 11, 27)),
        (date(2026, 11, 21), "volgende vrijdag", date(2026, 11, 27)),
        (date(2026, 11, 22), "volgende week maandag", date(2026, 11, 23)),
        (date(2026, 12, 31), "morgen", date(2027, 1, 1)),
        (date(2026, 12, 31), "31 december", date(2026, 12, 31)),
        (date(2026, 12, 31), "eind van de maand", date(2026, 12, 31)),
        (date(2026, 1, 31), "over een maand", date(2026, 2, 28)),
        (date(2028, 1, 31), "over een maand", date(2028, 2, 29)),
        (date(2027, 11, 18), "29 februari", date(2028, 2, 29)),
        (date(2028, 2, 28), "morgen", date(2028, 2, 29)),
    ],
)
def test_the_calendar_turns(today, words, day):
    assert come_backs(understand(f"!{words} bellen", today=today)) == [([day], "bellen")]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("9.00", time(9)),
        ("14:30", time(14, 30)),
        ("14.30 uur", time(14, 30)),
        ("14u30", time(14, 30)),
        ("om 9 uur", time(9)),
        ("half 3", time(14, 30)),
        ("half tien", time(9, 30)),
        ("om kwart voor 7", time(6, 45)),
        ("om kwart over drie", time(15, 15)),
        ("tien voor half 9", time(8, 20)),
        ("vijf over 10", time(10, 5)),
        ("om 8 uur 's avonds", time(20)),
        ("om 5 uur 's ochtends", time(5)),
        ("10u-12u", time(10)),
        ("van 9.00 tot 12.00", time(9)),
    ],
)
def test_an_hour_behind_a_day_goes_with_it(words, at):
    (come_back,) = understand(f"!vrijdag {words} Kim bellen").come_backs
    assert (come_back.day, come_back.at, come_back.action) == (date(2026, 11, 20), at, "Kim bellen")


def test_a_bare_number_is_an_hour_only_at_the_end():
    assert understand("!Kim bellen vrijdag om 10").come_backs[0].at == time(10)
    assert understand("!vrijdag om 3 redenen bellen").come_backs[0].at is None


def test_an_evening_hour_is_in_the_evening():
    (day,) = find_days("vrijdagavond 8 uur", today=GIVEN_DAY)
    assert day.at == time(20)


def test_an_hour_in_the_same_part_goes_with_the_day():
    (offer,) = offers(understand("om 10 uur komt zaterdag de monteur"), "come_back", "promise")
    assert (offer.days, offer.at, offer.action) == ((date(2026, 11, 21),), time(10), "komt de monteur")


def test_two_names_for_one_day_are_one():
    (day,) = find_days("volgende week maandag 23 november langs", today=GIVEN_DAY)
    assert day.days == (date(2026, 11, 23),)
    assert "volgende week maandag 23 november langs"[day.start : day.end] == "volgende week maandag 23 november"


def test_a_holiday_has_two_ends():
    note = "vakantie van 21 december tot 4 januari"
    assert days_offered(understand(note)) == [(date(2026, 12, 21), "vakantie"), (date(2027, 1, 4), "vakantie")]
