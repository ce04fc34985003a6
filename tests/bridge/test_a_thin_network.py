"""A network that looks thin prompts to talk, and orders nothing; what is told elsewhere does not count."""

import pytest

from nabij.moments.verbs import Present, note
from tests.bridge.street import AT, Street, Told

pytestmark = pytest.mark.django_db
QUESTION = "Wie kan de lamp ophangen?"


@pytest.fixture
def street() -> Street:
    street = Street()
    for name in ("Riet Kuiper", "Jan Groen", "Anneke Kuiper", "Els Boom", "Yusuf Demir", "Marieke Bos", "Gerda Blom"):
        street.person(name)
    return street


def met(told: Told, *names: str, times: int = 1) -> None:
    people = told.street.people
    with told.street.acting(told.by):
        for _time in range(times):
            note(
                line="koffie",
                circle=told.circle,
                by=people[told.by],
                at=AT,
                present=[Present(people[name]) for name in names],
            )


def test_three_people_who_come_by_and_one_strong_is_not_thin(street):
    told = street.story("riet")
    for name in ("jan", "anneke", "els"):
        told.tie(name, "friend", weight="strong", gives="koffie")
    met(told, "jan", "anneke", "els")
    assert not told.ask(QUESTION, map=False).thin


def test_few_and_nobody_strong_is_thin(street):
    told = street.story("riet")
    told.tie("anneke", "family")
    assert told.ask(QUESTION, map=False).thin


def test_mostly_professionals_and_few_seen_is_thin(street):
    told = street.story("riet")
    told.tie("anneke", "family", weight="strong", gives="belt")
    for name in ("yusuf", "marieke", "gerda", "els"):
        told.tie(name, "professional")
    assert told.ask(QUESTION, map=False).thin


def test_when_all_hangs_on_one_and_the_others_lean_it_is_thin(street):
    told = street.story("riet")
    told.tie("jan", "neighbour", weight="strong", gives="alles")
    for name in ("anneke", "els", "gerda"):
        told.tie(name, "family", takes="geld")
    met(told, "jan", times=8)
    met(told, "anneke", "els")
    assert told.ask(QUESTION, map=False).thin


def test_nobody_drawn_yet_says_nothing(street):
    assert not street.story("riet").ask(QUESTION, map=False).thin


def test_moments_of_another_story_do_not_count(street):
    riet, gerda = street.story("riet", by="marieke"), street.story("gerda", by="marieke")
    for name in ("jan", "anneke", "els"):
        riet.tie(name, "friend", gives="koffie")
    met(gerda, "jan", "anneke", "els")
    assert riet.ask(QUESTION, map=False).thin, "that they came by was told in Gerda's story"
    met(riet, "jan", "anneke", "els")
    assert not riet.ask(QUESTION, map=False).thin
