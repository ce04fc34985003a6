"""Memory: a question in Dutch over everything whoever acts may read, what means most the same first, then the newest.

Each room finds its own candidates, and the database lets through what may be read; here they are weighed together.
A word that is rare among them counts more; a word itself more than what is nearly it, and that more than its kin.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from nabij.memory.matching import EXACT, Levels, Size, stemmed
from nabij.memory.wording import LONGEST, Term, either, forgiving, meant_by
from nabij.moments.models import Moment, Recall
from nabij.stories.models import OwnWords, Promise
from nabij.stories.searching import RecallOwnWords, RecallPromises

CANDIDATES = 120
ENOUGH = 5  # With fewer hits that hold every word, slips of the pen are forgiven.
WORTH = (0.0, 0.4, 0.8, 1.0)  # Of a word that is not there, its kin, nearly it, itself.
LEAST = 0.34  # Of all that was asked; with less a line only shares a word.
STEP = 0.04  # Within a step the newest stands first.
VOCABULARY = 1500  # Newest moments whose words may be what was meant.
FIRST, LAST = datetime(1, 1, 2, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)


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
    since: datetime = FIRST
    until: datetime = LAST

    def holds(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class Candidate:
    """Something that may answer a question ("mogelijk antwoord"): its kind, key, circle, day, and which words it holds."""

    kind: str  # of Moment.Kind, or "promise"; "words" are those on top of a story
    key: UUID
    circle: UUID
    at: datetime
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
    found = candidates(question)
    if not enough(found) and (unknown := _unheard(question, found)):
        question = forgiven(question, unknown=unknown)
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
    """By all words as they stand in the text; and, with a name, what is about, by or with who is called so."""
    found = {(one.kind, one.key): one for one in _of_all_rooms(question, question.terms)}
    if question.named:
        about = {circle for _people, circles in question.named.values() for circle in circles}
        people = {person for persons, _circles in question.named.values() for person in persons}
        for one in _of_all_rooms(question, question.unnamed, about=sorted(about), people=sorted(people)):
            levels = [
                max(level, EXACT) if term.word in question.named else level
                for term, level in zip(question.terms, one.levels, strict=True)
            ]
            found[one.kind, one.key] = Candidate(one.kind, one.key, one.circle, one.at, tuple(levels), one.size)
    return list(found.values())


def _of_all_rooms(
    question: Question, terms: Sequence[Term], *, about: Sequence[UUID] = (), people: Sequence[UUID] = ()
) -> Iterable[Candidate]:
    within = question.within
    circles = None if within.circles is None else list(within.circles)
    place = ([one.wide for one in terms], circles, list(about), list(people))
    time = (within.since, within.until, CANDIDATES)
    kinds = [kind for kind in Moment.Kind.values if within.holds(kind)]
    if kinds:
        moments = Moment.objects.filter(id__any_of=Recall(*place, kinds, *time))
        yield from _held(moments.annotate(at=F("happened_at"), called=F("kind")), question.terms, words="words")
    if within.holds("promise"):
        promises = Promise.objects.filter(id__any_of=RecallPromises(*place, *time))
        yield from _held(promises.annotate(at=F("asked_at")), question.terms, kind="promise")
    if within.holds(Moment.Kind.OWN_WORDS):
        own = OwnWords.objects.filter(id__any_of=RecallOwnWords(*place, *time))
        yield from _held(own, question.terms, kind="words")


def _held(
    things: "QuerySet[Any]", terms: Sequence[Term], *, words: str = "in_memory", kind: str = ""
) -> Iterable[Candidate]:
    rows = things.order_by().annotate(levels=Levels(words, terms), size=Size(words))
    columns = ("id", "circle_id", "at", "levels", "size", *(() if kind else ("called",)))
    for key, circle, at, levels, size, *called in rows.values_list(*columns):
        yield Candidate(kind or called[0], key, circle, at, tuple(levels), size)


def enough(found: Sequence[Candidate]) -> bool:
    return len([one for one in found if all(one.levels)]) >= ENOUGH


def _unheard(question: Question, found: Sequence[Candidate]) -> set[str]:
    """The words that stand nowhere, or only as their kin."""
    best = [max((one.levels[place] for one in found), default=0) for place in range(len(question.terms))]
    return {
        term.word
        for term, level in zip(question.terms, best, strict=True)
        if level < EXACT - 1 and term.word not in question.named
    }


def forgiven(question: Question, *, unknown: set[str]) -> Question:
    """The same question, in which words that nobody wrote may mean those that are there."""
    there = _vocabulary()
    terms = [forgiving(one, vocabulary=there) if one.word in unknown else one for one in question.terms]
    return Question(terms, question.within, named=question.named)


def _vocabulary() -> list[str]:
    """The words of what I read lately, by the same rules as everything."""
    with connection.cursor() as cursor:
        cursor.execute(
            """select distinct unnest(tsvector_to_array(words)) from public.moments_moment
               where id = any(array(select trust.stream(%s)))
               union select unnest(tsvector_to_array(in_memory)) from public.stories_promise
               where id = any(array(select trust.recall_promises('{}', null, '{}', '{}', %s, %s, 200)))
               union select unnest(tsvector_to_array(in_memory)) from public.stories_ownwords
               where id = any(array(select trust.recall_own_words('{}', null, '{}', '{}', %s, %s, 200)))""",
            [VOCABULARY, FIRST, LAST, FIRST, LAST],
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
