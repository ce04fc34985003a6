"""What is in one hand asks for another: longer than agreed, while worries grow."""

from datetime import date, timedelta
from itertools import product

import pytest

from nabij.insight.measures.one_hand import asks_another, grows

DAY = date(2026, 11, 22)


def ago(*days: int) -> set[date]:
    return {DAY - timedelta(days=one) for one in days}


def test_worries_grow_when_there_are_two_and_more_than_before() -> None:
    assert grows(ago(1, 20), today=DAY)
    assert grows(ago(1, 20, 40), today=DAY)
    assert not grows(ago(1), today=DAY), "one is a worry, and no growth"
    assert not grows(ago(1, 20, 30, 40), today=DAY), "as many as before"
    assert not grows(ago(28, 29), today=DAY), "four weeks ago is before"
    assert not grows(ago(-1, -2, 3), today=DAY), "what is still to come is none"
    assert not grows(set(), today=DAY)


def test_it_asks_when_that_lasts_longer_than_agreed() -> None:
    long_alone = DAY - timedelta(days=200)
    assert asks_another(ago(1, 15), alone_since=long_alone, term=14, today=DAY)
    assert not asks_another(ago(1, 14), alone_since=long_alone, term=14, today=DAY), "fourteen days is as agreed"
    assert not asks_another(ago(1, 20), alone_since=DAY - timedelta(days=3), term=14, today=DAY), "not alone so long"
    assert asks_another(ago(1, 4), alone_since=long_alone, term=3, today=DAY)
    assert not asks_another(ago(20), alone_since=long_alone, term=3, today=DAY), "it does not grow"


@pytest.mark.parametrize("days", [(), (1, 20), (2, 3, 5), (0, 27, 29), (9, 10, 40, 41)])
def test_a_longer_term_and_a_shorter_time_alone_never_ask_sooner(days: tuple[int, ...]) -> None:
    told = ago(*days)
    for alone, term in product(range(0, 60, 4), range(1, 30, 3)):
        since = DAY - timedelta(days=alone)
        if not asks_another(told, alone_since=since, term=term, today=DAY):
            assert not asks_another(told, alone_since=since, term=term + 1, today=DAY)
            assert not asks_another(told, alone_since=min(DAY, since + timedelta(days=1)), term=term, today=DAY)
