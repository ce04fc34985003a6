"""Whatever somebody types: it is read without falling over, it stays as it was, and it is read quickly."""

import re
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nabij.moments.oneline import LONGEST_LINE, Known, Reading, TooLong, for_others, for_search, read
from tests.moments.given import EVERYBODY, GIVEN_DAY, MANY, TWO_HUNDRED, understand

# Pieces that mean something, so that chance meets the grammar.
PIECES = [
    *'@ # ! . , ; ? ( ) " \' “ ” „ - / : \n \x00 @" !! #3 @@ #jeugd#sport'.split(" "),
    *"riet Riet jan Jan mei Wil wil Kim's Riets mw. dhr fam de van der El Tol Lansink buurman oma Kuiperstraat".split(),
    *"morgen overmorgen vrijdag vr do zo ma volgende week weekend maand over twee jl. vorige elke 's eind".split(),
    *"3 31 29 45 0 2026 10-12 12/1 45-13 31-2 februari december dec mei 2025-13-40 9.00 14:30 25.70 om kwart".split(),
    *"half uiterlijk tot op naar gebeld bellen belt zou was heeft komt kijken samen openmaken afgesproken".split(),
    *"noor@dekwelder.example 06-12345678 0299-400000 privé niet zeggen wie kan?? huilend 4e €23,40 Kwelderhof".split(),
    *("de vrouw van 27", "buurman met de hond", "İı", "ß", "\ud800", "👍🏽", "٣", "²", "\u200f", "é", " "),
]
LONE_PIECES = [
    *(
        "@",
        "#",
        "!",
        " ",
        "a",
        "1",
        "0",
        "1 ",
        "1-",
        "A.",
        '@"',
        "@a ",
        "#a ",
        "!a ",
        "Aa ",
        "a@",
        "06 0",
        "jan ",
        "Riet ",
    ),
    *(
        "de ",
        "van ",
        "mw. ",
        "om 3 ",
        "eind ",
        "vrijdag ",
        "!vrijdag ",
        "wie kan ",
        "niet ",
        "of ",
        "en ",
        "#a",
        "ja, ",
    ),
]
LINES = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31))


def holds(text: str, reading: Reading, *, today: date) -> None:
    """What is true of every reading."""
    assert reading.text == text
    for span in reading.spans():
        assert 0 <= span.start < span.end <= len(text)
    for theme in reading.themes:
        assert text[theme.start] == "#" and not theme.name[0].isdigit() and not theme.name.isdigit()
    for mention in reading.mentions:
        assert text[mention.start] == "@" and not re.search(r"\w\Z", text[: mention.start])
        assert mention.words in " ".join(text.split()) or mention.words in text
    for come_back in reading.come_backs:
        assert text[come_back.start] == "!" and (come_back.start == 0 or not text[come_back.start - 1].isalnum())
        assert all(day >= today for day in come_back.days)
        assert (come_back.day is None) == (len(come_back.days) != 1)
        assert len(come_back.action) <= 300
    for offer in reading.offers:
        assert text[offer.start : offer.end].replace("\x00", "") or offer.words
        assert all(today <= day <= today + timedelta(days=366 * 6) for day in offer.days)
        assert bool(offer.days) == (offer.kind in ("come_back", "promise"))
    assert all(str(problem.sentence).endswith(("?", ".")) for problem in reading.problems)


@settings(max_examples=600, deadline=None)
@given(text=LINES, today=DAYS)
def test_any_text_is_read(text, today):
    reading = read(text, today=today, people=EVERYBODY, by=EVERYBODY[3], presume=EVERYBODY[:2])
    holds(text, reading, today=today)
    for_others(reading)
    for_search(reading)


@settings(max_examples=200, deadline=None)
@given(names=st.lists(st.text(max_size=30), min_size=1, max_size=3), known_as=st.booleans(), text=LINES)
def test_any_name_can_be_looked_for(names, known_as, text):
    people = [Known(key=1, names=tuple(names), known_as=known_as)]
    line = f"{text} @{names[0]} {names[-1]} vrijdag bellen"[:LONGEST_LINE]
    holds(line, read(line, today=GIVEN_DAY, people=people), today=GIVEN_DAY)


@settings(max_examples=100, deadline=None)
@given(
    local=st.from_regex(r"[a-z][a-z0-9._-]{0,12}[a-z0-9]", fullmatch=True),
    host=st.from_regex(r"[a-z]{1,9}", fullmatch=True),
)
def test_an_address_mentions_nobody(local, host):
    reading = understand(f"mail {local}@{host}.example en bel")
    assert reading.mentions == ()
    assert understand(f"{local}@{host}.example").offers == ()


def test_a_line_of_ten_megabytes_is_refused_in_one_sentence():
    with pytest.raises(TooLong) as refused:
        read("a" * 10_000_000, today=GIVEN_DAY, people=EVERYBODY)
    assert str(refused.value) == "Dit is te lang voor één moment. Knip het in stukken van hooguit 4000 tekens."
    assert read("a" * LONGEST_LINE, today=GIVEN_DAY, people=EVERYBODY).text


def test_a_small_digit_is_a_digit():
    assert understand("#² #²a @²").themes == () and understand("@²").mentions == ()


def test_nothing_written_is_nothing_read():
    assert understand("") == Reading(text="")
    assert understand(" \n ").offers == ()


def test_a_character_that_no_database_keeps_is_a_problem_and_the_rest_is_read():
    reading = understand("@Riet\x00 gebeld")
    assert [m.keys for m in reading.mentions] == [("riet",)]
    assert [str(p.sentence) for p in reading.problems] == [
        "Er staat een teken in je tekst dat niet bewaard kan worden. Haal het weg."
    ]


def fastest(text: str, *, times: int) -> float:
    """Seconds of work of the quickest of several readings."""
    took = []
    for _ in range(times):
        start = time.process_time()
        read(text, today=GIVEN_DAY, people=MANY)
        took.append(time.process_time() - start)
    return min(took)


def calls(text: str) -> int:
    """How many functions one reading calls; seconds are for `bench.oneline`, on a machine that does nothing else."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(text, today=GIVEN_DAY, people=MANY)
    finally:
        sys.setprofile(None)
    return made


def test_a_note_twice_as_long_costs_twice_the_work_and_three_hundred_people_no_more_than_it():
    read(TWO_HUNDRED, today=GIVEN_DAY, people=MANY)
    once, twice, many = (calls(TWO_HUNDRED * times) for times in (1, 2, 8))
    assert once < 6_000
    assert many - once < 8 * (twice - once)


@pytest.mark.parametrize("piece", LONE_PIECES)
def test_the_longest_line_of_one_piece_is_read_in_a_breath(piece):
    text = (piece * LONGEST_LINE)[:LONGEST_LINE]
    holds(text, read(text, today=GIVEN_DAY, people=EVERYBODY), today=GIVEN_DAY)
    assert fastest(text, times=2) < 0.5
