"""One line about somebody around the resident: the name first, the rest in any order, nothing that must be learned."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from nabij.moments.tieline import NoName, TieLine, TieTooLong, read_tie

LINES = {
    "Els": TieLine("Els"),
    "zus Els, heel dichtbij, geeft soep en krijgt gezelschap": TieLine(
        "Els", kind="family", called="zus", ring=1, gives="soep", takes="gezelschap"
    ),
    "mijn zus Ineke, woont in Edam, verder weg, zwak": TieLine(
        "Ineke", kind="family", called="zus, woont in Edam", ring=3, weight="weak"
    ),
    "buurman met de hond, dichtbij": TieLine("buurman met de hond", kind="neighbour"),
    "buurman Jan geeft een hand met de lamp": TieLine("buurman Jan", kind="neighbour", gives="een hand met de lamp"),
    "Jan, buurman, heel dichtbij, sterk": TieLine("Jan", kind="neighbour", called="buurman", ring=1, weight="strong"),
    "vriendin Sonja krijgt boodschappen": TieLine("Sonja", kind="friend", called="vriendin", takes="boodschappen"),
    "huisarts Bram, verder weg": TieLine("Bram", kind="professional", called="huisarts", ring=3),
    "bridgeclub, dichtbij": TieLine("bridgeclub", thing="group", kind="group"),
    "De Toonladder, koor": TieLine("De Toonladder", thing="group", kind="group", called="koor"),
    "groep: De Schakel": TieLine("De Schakel", thing="group", kind="group"),
    "plek: De Wheer, verder weg": TieLine("De Wheer", thing="place", kind="place", ring=3),
    "de bibliotheek, geeft rust, een kop thee, verder weg": TieLine(
        "de bibliotheek", thing="place", kind="place", ring=3, gives="rust, een kop thee"
    ),
    "wijkteam Oost": TieLine("wijkteam Oost", thing="group", kind="professional"),
    '@"Tante Annie"': TieLine("Tante Annie", kind="family"),
    "sister Ann, very near, gives soup": TieLine("Ann", kind="family", called="sister", ring=1, gives="soup"),
    "Bram, werkt bij het wijkteam": TieLine("Bram", kind="professional", called="werkt bij het wijkteam"),
    "Els, van de bridgeclub": TieLine("Els", called="van de bridgeclub"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read(line: str) -> None:
    assert read_tie(line) == LINES[line]


@pytest.mark.parametrize("line", ["", "  ", ", heel dichtbij", "geeft soep", "\x00", "groep:"])
def test_without_a_name_it_says_so(line: str) -> None:
    with translation.override("nl"), pytest.raises(NoName, match="nog geen naam"):
        read_tie(line)


def test_what_does_not_fit_is_refused_and_what_just_fits_is_not() -> None:
    assert read_tie("E" * 120).name == "E" * 120
    for line in ("E" * 121, "Els, " + "x" * 121, "Els geeft " + "x" * 301):
        with translation.override("nl"), pytest.raises(TieTooLong, match="te lang"):
            read_tie(line)


@given(st.text(max_size=200))
def test_whatever_is_typed_becomes_a_tie_or_a_clear_sentence(line: str) -> None:
    try:
        read = read_tie(line)
    except (NoName, TieTooLong) as problem:
        assert str(problem)
    else:
        assert read.name and read.ring in (1, 2, 3)
