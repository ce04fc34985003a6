"""Names as people have them: nicknames, accents, initials, small words, and words that are names as well."""

from datetime import date

import pytest

from nabij.moments.oneline import Known, read
from tests.moments.given import people_offered

PEOPLE = [
    Known(key="groen", names=("Jan Groen", "buurman Jan")),
    Known(key="wit", names=("Jan de Wit",)),
    Known(key="riet", names=("Riet Kuiper", "Rietje")),
    Known(key="boer", names=("mw. De Boer",)),
    Known(key="jose", names=("José Álvarez",)),
    Known(key="velde", names=("Anne-Marie van der Velde",)),
    Known(key="sukru", names=("Şükrü Öztürk",)),
    Known(key="mark", names=("Mark Post",)),
    Known(key="bruin", names=("A. de Bruin",)),
    Known(key="hond", names=("buurman met de hond",), known_as=True),
    Known(key="oma", names=("oma Pinas",), known_as=True),
]


def named(note: str) -> list[str]:
    return people_offered(read(note, today=date(2026, 11, 18), people=PEOPLE))


@pytest.mark.parametrize(
    ("note", "people"),
    [
        ("jan belde", ["groen|wit"]),
        ("Jan de Wit en Jan Groen", ["wit", "groen"]),
        ("buurman Jan belde", ["groen"]),
        ("rietje en riet", ["riet"]),
        ("Riets zus, Riet's zus", ["riet"]),
        ("mevrouw de boer langs", ["boer"]),
        ("mw. Boer langs", ["boer"]),
        ("jose gezien", ["jose"]),
        ("anne-marie en mw van der velde", ["velde"]),
        ("dhr ozturk", ["sukru"]),
        ("bij Mark langs", ["mark"]),
        ("mevrouw de Bruin", ["bruin"]),
        ("de buurman met de hond was er", ["hond"]),
        ("oma pinas is ziek", ["oma"]),
        ("gesproken met buurman Kees en zus Ineke", ["buurman Kees", "Ineke"]),
    ],
)
def test_a_name_is_found_as_people_write_it(note, people):
    assert named(note) == people


@pytest.mark.parametrize(
    "note",
    [
        "de buurman belde",
        "oma belde, en de vrouw ook",
        "op de mark gekocht, post gehaald, een a gekregen",
        "een groen licht en een witte jas",
        "Jan de Witstraat 4, en de Riet Kuiperlaan",
        "in jan of begin jan",
        "naar de Koemarkt en het Twiskehuis",
    ],
)
def test_a_word_is_nobody(note):
    assert named(note) == []


def test_where_one_writes_in_a_story_its_own_people_go_first():
    reading = read("jan belde", today=date(2026, 11, 18), people=PEOPLE, presume=PEOPLE[1:2])
    assert people_offered(reading) == ["wit"]


def test_the_writer_is_offered_to_nobody():
    assert people_offered(read("Riet en jan langs", today=date(2026, 11, 18), people=PEOPLE, by=PEOPLE[2])) == [
        "groen|wit"
    ]
