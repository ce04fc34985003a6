"""A face shows at most two letters, and its shape says the hat."""

import pytest

from nabij.web.faces import Face, HatPeg, Wardrobe, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Riet Kuiper", "RK"),
        ("Jan van der Berg", "JB"),
        ("Fatima El Amrani", "FA"),
        ("Yusuf", "YU"),
        ("buurman met de hond", "BH"),
        ("Élodie Ünal", "ÉÜ"),
        ("'t Hart", "TH"),
        ("  ", "?"),
        ("...", "?"),
    ],
)
def test_a_face_shows_the_first_letters_of_a_name(name: str, letters: str) -> None:
    assert initials(name)[:2] == letters[:2]
    assert len(initials(name)) <= 2


def test_who_is_unknown_is_a_question_mark() -> None:
    assert Face("buurman met de hond", "unknown").initials == "?"


def test_the_worn_hat_is_the_one_on_the_head() -> None:
    worn = HatPeg("2", "Buurvrouw", Face("Marieke Bos", "informal"), worn=True)
    pegs = (HatPeg("1", "Wijknetwerk", Face("Marieke Bos", "formal")), worn)

    assert Wardrobe(person="1", pegs=pegs).worn is worn
    assert Wardrobe(person="1", pegs=pegs[:1]).worn is None
