"""What came back held against what went away: a backup is made while people work."""

import pytest

from nabij.cli.likeness import Likeness, differences


def stood(**sequences: int) -> Likeness:
    return {"tables": {"public.one": ["1", "2"]}, "sequences": sequences, "rules": {"policies": "3 abc"}}


@pytest.mark.parametrize(
    ("was", "now", "wrong"),
    [
        ({"jobs": 5}, {"jobs": 5}, []),
        ({"jobs": 5}, {"jobs": 7}, []),  # Drawn from while the dump was made.
        ({"jobs": 5}, {"jobs": 4}, ["jobs"]),  # It would give a number twice.
        ({"jobs": 5}, {}, ["jobs"]),
        ({}, {"jobs": 5}, ["jobs"]),
    ],
)
def test_a_sequence_may_stand_further_and_never_behind(was, now, wrong) -> None:
    assert differences(stood(**was), stood(**now), same_server=True) == wrong


def test_a_row_more_or_another_rule_is_no_likeness() -> None:
    other = {**stood(jobs=5), "tables": {"public.one": ["2", "2"]}, "rules": {"policies": "3 abd"}}
    assert differences(stood(jobs=5), other, same_server=True) == ["public.one", "policies"]
