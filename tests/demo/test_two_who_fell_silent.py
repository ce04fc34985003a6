"""The example neighbourhood holds two who work together and fell silent; both are invited, and nobody else."""

from datetime import timedelta

import pytest

from nabij.insight.fading import invitation
from nabij.trust.acting import acting_as, person
from tests.demo.conftest import AT
from tests.demo.test_danger_there import somebody

pytestmark = pytest.mark.usefixtures("neighbourhood", "db")
OTHERS = ("marieke", "sanne", "yusuf", "henk", "noor", "fatima", "jan", "riet", "loes", "chantal", "wil")


def invited(key: str, *, days: int = 0) -> str:
    who = somebody(key)
    with acting_as(person(who.id)):
        found = invitation(by=who, at=AT + timedelta(days=days), away=lambda _person: ())
    return found.other.first_name if found else ""


def test_emine_and_bart_are_invited_on_every_day_of_that_week() -> None:
    for days in range(7):
        assert (invited("emine", days=days), invited("bart", days=days)) == ("Bart", "Emine"), days


def test_nobody_else_is_and_nothing_of_it_is_theirs_to_read() -> None:
    assert {key: invited(key) for key in OTHERS} == dict.fromkeys(OTHERS, "")
