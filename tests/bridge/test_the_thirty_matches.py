"""The thirty asks of the field, A01 to A30: who comes first and why, what is remarked, and who is left out."""

import pytest

from nabij.bridge.fit import ShortList
from nabij.bridge.matching import shortlist
from tests.bridge.pool import POOL
from tests.bridge.thirty import THIRTY, Situation

pytestmark = pytest.mark.django_db  # The social map of this folder is brought in once.
BY_NUMBER = {one.number: one for one in THIRTY}
NUMBERS = {one.offer: number for number, one in POOL.items()}


def matched(situation: Situation) -> ShortList:
    offers = [POOL[number] for number in situation.offers.split()]
    return shortlist(wanted=situation.wanted, offers=offers, known=situation.known)


@pytest.mark.parametrize("situation", THIRTY, ids=lambda one: one.number)
def test_who_comes_first_and_why(situation):
    found = matched(situation)
    numbers = [NUMBERS[one.offer] for one in found.candidates]
    expected = [number for number in situation.offers.split() if number not in situation.out.split()]
    assert sorted(numbers) == (sorted(expected) if situation.first else [])
    first = situation.first.split()
    assert sorted(numbers[: len(first)]) == sorted(first)
    for one in found.candidates[: len(first)]:
        why = " ".join(reason.words for reason in one.reasons)
        assert all(words in why for words in situation.says), why
    beside = {number: " ".join(one.remarks) for number, one in zip(numbers, found.candidates, strict=True)}
    assert all(words in beside[number] for number, words in situation.remarks), beside
    assert situation.before in " ".join(found.first)
    assert not situation.last or numbers[-1] == situation.last
    assert found.map_first == ("sociale kaart" in situation.before)


def test_a_medical_act_is_nobodys_and_that_is_said():
    found = matched(BY_NUMBER["A14"])
    assert found.candidates == ()
    assert "wijkverpleging" in found.nobody


@pytest.mark.parametrize("number", ["A14", "A04", "A26"])
def test_what_stays_with_who_asks_is_nowhere_in_the_words_of_another(number):
    """Whoever looks along knows nothing of whom somebody would rather not have."""
    situation = BY_NUMBER[number]
    offers = [POOL[one] for one in situation.offers.split()]
    known = type(situation.known)(by=situation.known.by)
    assert "Je vroeg liever iemand anders" not in repr(shortlist(wanted=situation.wanted, offers=offers, known=known))
