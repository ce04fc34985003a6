"""Memory: a question in Dutch over everything whoever acts may read, what means most the same first, then the newest.

Each room finds its own candidates, and the database lets through what may be read; here they are weighed together.
A word that is rare among them counts more; a word itself more than what is nearly it, and that more than its kin.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from nabij.bridge.searching import KINDS as OF_BRIDGE
from nabij.bridge.searching import words_lately
from nabij.memory.matching import BRIDGED, EXACT, MOMENTS, NEAR, OWN_WORDS, PROMISES, bridged, held, stemmed
from nabij.memory.wording import LONGEST, Term, either, forgiving, meant_by
from nabij.moments.models import Moment

CANDIDATES = 120
ENOUGH = 5  # With fewer hits that hold every word, slips of the pen are forgiven.
WORTH = (0.0, 0.4, 0.8, 1.0)  # Of a word that is not there, its kin, nearly it, itself.
LEAST = 0.34  # Of all that was asked; with less a line only shares a word.
STEP = 0.04  # Within a step the newest stands first.
VOCABULARY = 1000  # Newest moments of all my circles whose words may be what was meant.


class NothingToLookFor(ValueError):
    """A question holds a word that says something."""

    def __init__(self) -> None:
        super().__init__(_("Waar zoek je naar? Schrijf een paar woorden, zoals: brief van de gemeente."))


class TooManyWords(ValueError):
    """A question is no letter."""

    def __init__(self) -> None:
        super().__init__(_("Dit is te lang om mee te zoeken. Met een paar woorden vind je meer."))


@dataclass(frozen=True)
class Within:
    """What narrows a question down: kinds of things, the circles of one story, and from when until when."""

    kinds: frozenset[str] = frozenset()
    circles: tuple[UUID, ...] | None = None
    since: datetime | None = None
    until: datetime | None = None

    def holds(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class Candidate:
    """Something that may answer a question ("mogelijk antwoord"): what it is, and which of the words it holds."""

    kind: str  # of Moment.Kind or of the bridge, or "promise"; "words" are those on top of a story
    key: UUID
    circle: UUID | None  # What stands in the bridge stands in no circle.
    at: float  # Seconds since 1970: most are only put in order, and a moment in time is dear to read.
    levels: tuple[int, ...]
    size: int


@dataclass
class Question:
    """A question while it is answered: its words, and whom the names in it mean."""

    terms: list[Term]
    within: Within
    named: dict[str, tuple[set[UUID], set[UUID]]] = field(default_factory=dict)  # {word: (people, circles)}

    @cached_property
    def unnamed(self) -> list[Term]:
        return [one for one in self.terms if one.word not in self.named]

    @property
    def people(self) -> set[UUID]:
        return {person for persons, _circles in self.named.values() for person in persons}

    @property
    def about(self) -> set[UUID]:
        return {circle for _people, circles in self.named.values() for circle in circles}

    def with_names(self, levels: Sequence[int], *, circle: UUID | None, whose: UUID | None) -> tuple[int, ...]:
        """What is about or by somebody holds their name, also where it does not stand in the line."""
        if not self.named:
            return tuple(levels)
        return tuple(
            EXACT if one.word in self.named and self._means(one.word, circle=circle, whose=whose) else level
            for one, level in zip(self.terms, levels, strict=True)
        )

    def _means(self, word: str, *, circle: UUID | None, whose: UUID | None) -> bool:
        people, circles = self.named[word]
        return circle in circles or whose in people

    @property
    def marks(self) -> str:
        """What is marked in a snippet: the words, and the names."""
        return either(one.wide for one in self.terms)


@dataclass(frozen=True)
class Found:
    """The answers to a question, the best first; `question` knows what to mark in them."""

    question: Question
    best: list[Candidate]


def search(words: str, *, within: Within | None = None) -> Found:
    """What may be read of what was asked; a name means a person, and a slip of the pen is forgiven."""
    question = understood(words, within=within or Within())
    if rare := seldom(question):
        question = forgiven(question, rare)
    found = candidates(question)
    if not enough(found) and (more := rarely_held(question, found) - rare):
        question = forgiven(question, more)
        found = candidates(question)
    return Found(question, weighed(found))


def understood(words: str, *, within: Within) -> Question:
    if len(words) > LONGEST:
        raise TooManyWords
    terms = stemmed(meant_by(words))
    if not terms:
        raise NothingToLookFor
    return Question(terms, within, named=_named(terms))


def _named(terms: Sequence[Term]) -> dict[str, tuple[set[UUID], set[UUID]]]:
    """Whom the words mean that are names, and which circles are about them."""
    found: dict[str, tuple[set[UUID], set[UUID]]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select word, person, circle from trust.named(%s)", [[one.word for one in terms]])
        for word, person, circle in cursor.fetchall():
            people, circles = found.setdefault(word, (set(), set()))
            people.add(person)
            circles |= {circle} if circle else set()
    return found


def candidates(question: Question) -> list[Candidate]:
    """From each room what holds one of the words at least, or is about or by whom a name means."""
    within, terms = question.within, question.terms
    kinds = [kind for kind in Moment.Kind.values if within.holds(kind)]
    sources = [MOMENTS] if kinds else []
    sources += [PROMISES] if within.holds("promise") else []
    sources += [OWN_WORDS] if within.holds(Moment.Kind.OWN_WORDS) else []
    place = {
        "terms": [one.wide for one in terms],
        "leaves": list(dict.fromkeys(leaf for one in terms for leaf in one.leaves)),
        "within": None if within.circles is None else list(within.circles),
        "about": sorted(question.about),
        "people": sorted(question.people),
        "whose": not question.unnamed,
        "since": within.since,
        "until": within.until,
        "most": CANDIDATES,
        "kinds": kinds if within.kinds else None,
    }
    there = of_bridge(within, place=place)
    sources += [BRIDGED[kind] for kind in there]
    return [
        Candidate(of, key, circle, at, question.with_names(levels, circle=circle, whose=whose), size)
        for of, key, circle, at, whose, levels, size in held(sources, terms=terms, place=place | there)
    ]


def of_bridge(within: Within, *, place: dict[str, Any]) -> dict[str, list[UUID]]:
    """What stands in no story is not looked for in one."""
    kinds = [kind for kind in OF_BRIDGE if within.holds(kind)]
    return bridged(place, kinds=kinds) if kinds and within.circles is None else {}


def enough(found: Sequence[Candidate]) -> bool:
    return len([one for one in found if all(one.levels)]) >= ENOUGH


def seldom(question: Question) -> set[str]:
    """The words of which is known at once that hardly a line holds them: looking for them as they stand is no use."""
    asked = {one.wide: one.word for one in question.unnamed}
    with connection.cursor() as cursor:
        cursor.execute("select trust.seldom(%s::text[], %s)", [list(asked), ENOUGH])
        return {asked[wide] for (wide,) in cursor.fetchall()}


def rarely_held(question: Question, found: Sequence[Candidate]) -> set[str]:
    """The words that hardly anything holds, itself or nearly: they may be slips of the pen. A name is none."""
    counts = [sum(1 for one in found if one.levels[place] >= NEAR) for place in range(len(question.terms))]
    few = [one.word for one, count in zip(question.terms, counts, strict=True) if count < ENOUGH]
    return set(few) - set(question.named)


def forgiven(question: Question, rare: set[str]) -> Question:
    """The same question, in which a rare word may also mean what resembles it among the words that are there."""
    there = _vocabulary() + (words_lately() if question.within.circles is None else [])
    terms = [forgiving(one, vocabulary=there) if one.word in rare else one for one in question.terms]
    return Question(terms, question.within, named=question.named)


def _vocabulary() -> list[str]:
    """The words of what I read lately, by the same rules as everything."""
    with connection.cursor() as cursor:
        cursor.execute(
            """select trust.words_lately(%s)
               union select unnest(tsvector_to_array(in_memory)) from public.stories_promise
               where id = any(array(select trust.recall_promises('{}', null, '{}', '{}', true, null, null, 200)))
               union select unnest(tsvector_to_array(in_memory)) from public.stories_ownwords
               where id = any(array(select trust.recall_own_words('{}', null, '{}', '{}', true, null, null, 200)))""",
            [VOCABULARY],
        )
        return [row[0] for row in cursor.fetchall()]


def weighed(found: Sequence[Candidate]) -> list[Candidate]:
    """The best first: how much of the question they hold, rare words for more; then the newest."""
    if not found:
        return []
    places = range(len(found[0].levels))
    counts = [sum(1 for one in found if one.levels[place] > 1) or len(found) for place in places]
    worth = [0.3 + math.log(1 + len(found) / count) for count in counts]
    whole = sum(worth)
    scores = {
        one.key: sum(worth[place] * WORTH[one.levels[place]] for place in places) / whole
        - 0.01 * math.log(1 + one.size)
        for one in found
    }
    kept = [one for one in found if scores[one.key] > LEAST * max(scores.values())]
    return sorted(kept, key=lambda one: (round(scores[one.key] / STEP), one.at, str(one.key)), reverse=True)
