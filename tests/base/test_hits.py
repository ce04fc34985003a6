"""What in a text may say whom it is about: each name, number and address, where it stands and of what sort it is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nabij.base.naming import Hit, Sort, hits, is_citizen

NAMES = ("Riet Kuiper", "Fatima El Amrani", "Roos Bloem", "Jan Groen", "Jo")
KNOWN_AS = ("buurman met de hond", "oma")
TEXT = (
    "Riet |roos|Roos Bloem|0612345678 |123456782|. |\n| op Kwelderpad 14|mevrouw |Kuipers|@|riet@huis.example|1442 AB"
)
PIECES = st.sampled_from([*TEXT.split("|"), "NL91 ABNA 0417 1643 00", "é", "12-10-2026 "])


def told(text: str) -> list[tuple[str, str]]:
    return [(hit.words, hit.sort) for hit in hits(text, names=NAMES, known_as=KNOWN_AS)]


def test_a_hit_says_what_was_found_where_and_of_what_sort() -> None:
    assert hits("Ik vroeg riet.", names=["Riet Kuiper"]) == [Hit("riet", 9, 13, Sort.NAME)]
    assert hits("", names=NAMES) == hits("Iemand kwam langs.", names=()) == []
    assert told("Bel Riet op 06 12 34 56 78, zei Fatima.") == [
        ("Riet", "name"),
        ("06 12 34 56 78", "phone"),
        ("Fatima", "name"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Riet Kuiper en RIET KUIPER", ["Riet Kuiper", "RIET KUIPER"]),
        ("riets bril, Kuipers fiets en Riet's tas", ["riets", "Kuipers", "Riet"]),
        ("De kuiper maakt een vat.", []),
        (
            "Mevrouw Kuiper, mw. R. Pietersen en de familie De Wit",
            ["Mevrouw Kuiper", "mw. R. Pietersen", "de familie De Wit"],
        ),
        ("mevrouw Riet Kuiper", ["mevrouw Riet Kuiper"]),
        ("Vraag @riet of de Buurman met de hond", ["riet", "Buurman met de hond"]),
        ("Een roos voor Roos, en oma Jo.", ["Roos"]),
        ("Roos kwam. Bloem ook.", ["Roos", "Bloem"]),
        ("Amrani las, amrani niet.", ["Amrani"]),
        ("De januarimaand, driet en Rietje.", []),
    ],
)
def test_names_are_found_as_people_write_them(text: str, words: list[str]) -> None:
    assert told(text) == [(one, "name") for one in words]


def test_which_first_names_are_words_of_every_day_is_told() -> None:
    assert [hit.words for hit in hits("ik ben Ben", names=["Ben Smit"], ordinary={"ben"})] == ["Ben"]
    assert [hit.words for hit in hits("ik ben Ben", names=["Ben Smit"])] == ["ben", "Ben"], "rather one too many"


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("mail riet@huis.example nu", "riet@huis.example", "mail"),
        ("op NL91 ABNA 0417 1643 00 graag", "NL91 ABNA 0417 1643 00", "account"),
        ("in de Jan Groenstraat 3-2", "de Jan Groenstraat 3-2", "address"),
        ("woont op 1442 AB", "1442 AB", "postcode"),
        ("dossier 4471234", "4471234", "number"),
        ("thuis (0299) 12 34 56", "(0299) 12 34 56", "phone"),
        ("bsn 123456782", "123456782", "citizen"),
        ("bsn123456782", "123456782", "citizen"),
        ("123 456 782 staat erop", "123 456 782", "citizen"),
        ("123-456-782", "123-456-782", "citizen"),
        ("1234.56.782.", "1234.56.782", "citizen"),
        ("12.34.56.782", "12.34.56.782", "citizen"),
        ("btw NL123456782B01", "NL123456782B01", "account"),
        ("nummer 123456789", "123456789", "number"),
    ],
)
def test_what_leads_to_somebody_is_one_hit_of_its_sort(text: str, words: str, sort: str) -> None:
    assert told(text) == [(words, sort)]


def test_days_hours_and_money_are_no_hit() -> None:
    said = "12-10-2026 om 10.00-11.30 uur, 2025 2026, onderweg 14 mensen, €1.250, 123-456-789 en 000000000"
    assert [words for words, _sort in told(said)] == ["000000000"], "nine noughts are a number, and nobody's"


def test_a_number_of_a_citizen_satisfies_the_test_of_eleven() -> None:
    assert is_citizen("123456782") and is_citizen("111222333") and is_citizen("1234.56.782")
    assert not is_citizen("123456783") and not is_citizen("000000000") and not is_citizen("12345678")
    assert not is_citizen("1234567820") and not is_citizen("")


@given(st.lists(PIECES, max_size=12).map("".join))
def test_hits_stand_in_order_apart_and_as_the_text_has_them(text: str) -> None:
    found = hits(text, names=NAMES, known_as=KNOWN_AS)
    assert all(text[hit.start : hit.end] == hit.words and hit.words.strip() for hit in found)
    assert all(one.end <= after.start for one, after in pairwise(found))


@given(st.integers(0, 999_999_999), st.sampled_from(["", " ", ".", "-"]))
def test_whatever_satisfies_the_test_of_eleven_is_found_grouped_or_not(number: int, between: str) -> None:
    digits = f"{number:09}"
    written = between.join((digits[:3], digits[3:6], digits[6:]))
    found = [hit.sort for hit in hits(f"Het is {written}.", names=())]
    assert (found == [Sort.CITIZEN]) == is_citizen(digits)
