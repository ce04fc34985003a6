"""Finding how it was weighed before: by the words, and by what they mean; only what whoever asks may read."""

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

import numpy as np
from django.db import connection

from nabij.directory.sentences import meaning_of
from nabij.weighing.precedents import Precedent

NEAREST, SHOWN = 3, 20
COMPARED = 500  # In meaning: the newest of where one lives or works.
LIKE = 0.3  # Below this a likeness is chance: tried by hand, with six sentences against four questions.
EVEN = 60  # How little it matters to be first rather than second, of two lists that are put together.


def like(words: str, *, neighbourhoods: Sequence[str] | None = None, most: int = NEAREST) -> list[Precedent]:
    """The precedents nearest to a question, the nearest first; neighbourhoods: by default all of one's own."""
    places = list(neighbourhoods) if neighbourhoods is not None else None
    points: dict[UUID, float] = {}
    for found in (_by_words(words, places=places), _by_meaning(words, places=places)):
        for place, key in enumerate(found):
            points[key] = points.get(key, 0) + 1 / (EVEN + place)
    keys = sorted(points, key=lambda key: -points[key])[:most]
    there = Precedent.objects.standing().in_bulk(keys)
    return [there[key] for key in keys if key in there]


def search(words: str) -> list[Precedent]:
    """What stands of how it was weighed, for these words; without words the newest."""
    return like(words, most=SHOWN) if words.strip() else list(Precedent.objects.standing()[:SHOWN])


def _by_words(words: str, *, places: list[str] | None) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("select trust.recall_precedents(%s, %s, %s)", [words, places, SHOWN])
        return [key for (key,) in cursor.fetchall()]


def _by_meaning(words: str, *, places: list[str] | None) -> list[UUID]:
    standing = Precedent.objects.standing()
    chosen = standing if places is None else standing.filter(neighbourhood__in=places)
    there = list(chosen.values_list("question", "id")[:COMPARED])
    if not words.strip() or not there:
        return []
    asked = np.asarray(_direction(words))
    near = [(float(np.asarray(_direction(question)) @ asked), key) for question, key in there]
    return [key for likeness, key in sorted(near, key=lambda pair: -pair[0]) if likeness >= LIKE][:SHOWN]


@lru_cache(maxsize=4 * COMPARED)
def _direction(sentence: str) -> tuple[float, ...]:
    """A question does not change once it is told: read once, compared often."""
    return tuple(meaning_of([sentence])[0])
