"""What memory shows of an answer: by whom, when, in which story, and the piece of text in which the words stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from nabij.base.standing import Standing
from nabij.memory import bridged_hits
from nabij.memory.bridged_hits import Bridged
from nabij.memory.matching import BEGIN, END, Marked
from nabij.memory.search import Candidate, Found, Within, search
from nabij.moments.models import Moment
from nabij.people.models import Hat, Person
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.reading import residents_in, stories_in
from nabij.trust.models import Circle, Looked, member_circles
from nabij.trust.verbs import note_looks

AROUND = 3  # Moments before and after the one that was found.
MOST_STORIES = 12
# The part of an address that says what was found.
MOMENT, PROMISE, WORDS = "moment", "afspraak", "woorden"

Pieces = tuple[tuple[str, bool], ...]
Thing = Moment | Promise | OwnWords


@dataclass(frozen=True)
class Place:
    """Where something stands ("plek van een antwoord"): a story, a smaller circle of it, or another circle."""

    story: Story | None = None
    circle: str = ""
    own: bool = False


@dataclass(frozen=True)
class Hit:
    """One answer ("gevonden"): the thing itself, where it stands, and the text with the words marked."""

    thing: Thing | Bridged
    at: datetime
    place: Place
    pieces: Pieces


@dataclass(frozen=True)
class Answers:
    """A page of answers: the hits, whether there are more, and the stories they are from."""

    hits: list[Hit]
    total: int
    stories: list[Story]


def address_of(thing: Thing) -> tuple[str, UUID]:
    """The part of an address that says what was found, and its key."""
    return kind_of(thing), thing.pk


def kind_of(thing: Thing) -> str:
    return PROMISE if isinstance(thing, Promise) else WORDS if isinstance(thing, OwnWords) else MOMENT


def remember(
    words: str, *, upto: int, by: Person, hat: Hat | None, at: datetime, within: Within | None = None
) -> Answers:
    """The first `upto` answers to a question, and writes down of whose stories something was shown."""
    found = search(words, within=within)
    shown = found.best[:upto]
    things = _things(found, shown)
    circles = {one.circle for one in shown if one.circle}
    stories = stories_in(circles)
    places = _places(circles, stories)
    hits = [
        Hit(thing, datetime.fromtimestamp(one.at, UTC), where(one, thing, places=places), pieces(thing.marked))
        for one in shown
        if (thing := things.get(one.key))
    ]
    _note_seen(hits, by=by, hat=hat, at=at, what=Looked.SOUGHT)
    bridged_hits.note_seen([one.thing for one in hits], by=by, hat=hat, at=at)
    named = {one.id: one for one, _circle in stories.values()}
    return Answers(hits, len(found.best), sorted(named.values(), key=str)[:MOST_STORIES])


TEXT: dict[type, Any] = {Moment: "line", Promise: "what", OwnWords: "words", **bridged_hits.TEXT}


def _marked(rows: Callable[[], QuerySet[Any]]) -> Standing:
    """Those of these keys, with the piece of text that holds the words."""

    def shown(*, keys: list[UUID], marks: str) -> QuerySet[Any]:
        things = rows()
        return things.filter(id__any_of=keys).annotate(marked=Marked(TEXT[things.model], marks))

    return Standing(shown, keys=list[UUID], marks=str)


MOMENTS = _marked(lambda: Moment.objects.select_related("author", "hat", "hat__group", "told_by", "lesson"))
SHOWN = {
    **dict.fromkeys(Moment.Kind.values, MOMENTS),
    "promise": _marked(lambda: Promise.objects.at_hand()),
    "words": _marked(lambda: OwnWords.objects.select_related("person", "noted_by")),
    **{kind: _marked(rows) for kind, rows in bridged_hits.SETS.items()},
}


def _things(found: Found, shown: Sequence[Candidate]) -> dict[UUID, Any]:
    """What is shown, read by the rules once more: one question for each table it stands in."""
    keys = [one.key for one in shown]
    questions = dict.fromkeys(SHOWN[one.kind] for one in shown)
    return {thing.pk: thing for one in questions for thing in one.rows(keys=keys, marks=found.question.marks)}


def where(one: Candidate, thing: Any, *, places: Mapping[UUID, Place]) -> Place:
    if one.circle is None:
        return Place(circle=bridged_hits.place_of(thing))
    return places.get(one.circle, Place())


def pieces(marked: str) -> Pieces:
    """The text in pieces: (words, whether they are what was asked for)."""
    found: list[tuple[str, bool]] = []
    for part in marked.split(BEGIN):
        inside, end, rest = part.partition(END)
        found += [(inside, True), (rest, False)] if end else [(part, False)]
    return tuple((text, hit) for text, hit in found if text)


def _places(circles: set[UUID], stories: Mapping[UUID, tuple[Story, str]]) -> dict[UUID, Place]:
    found = {circle: Place(story, name) for circle, (story, name) in stories.items() if circle in circles}
    rest = Circle.objects.filter(id__in=circles - set(found))
    return found | {one.id: Place(None, one.name, own=one.kind == Circle.Kind.OWN) for one in rest}


def _note_seen(hits: Iterable[Hit], *, by: Person, hat: Hat | None, at: datetime, what: str) -> None:
    """One look for each story of which something was shown."""
    shown = {
        one.place.story.id: (one.place.story, one.thing.circle_id)
        for one in hits
        if one.place.story and isinstance(one.thing, Thing)
    }
    about = residents_in({circle for _story, circle in shown.values()})
    seen = [(story, about.get(circle, [])) for story, circle in shown.values()]
    note_looks(by=by, hat=hat, seen=seen, at=at, what=what)


@dataclass(frozen=True)
class Opened:
    """A hit that was opened ("geopend"): whole, with what happened just before and after it."""

    thing: Thing
    place: Place
    about: list[UUID]
    before: list[Moment]
    after: list[Moment]


def open_hit(*, kind: str, key: UUID, by: Person, hat: Hat | None, at: datetime) -> Opened:
    """Opens what was found, and writes down that `by` did; the model's DoesNotExist when it is not theirs to read."""
    thing = _thing(kind, key, by=by)
    place = _places({thing.circle_id}, stories_in({thing.circle_id})).get(thing.circle_id, Place())
    hit = Hit(thing, at, place, ())
    _note_seen([hit], by=by, hat=hat, at=at, what=Looked.FOUND)
    before, after = _around(thing) if isinstance(thing, Moment) else ([], [])
    return Opened(thing, place, residents_in({thing.circle_id}).get(thing.circle_id, []), before, after)


def _thing(kind: str, key: UUID, *, by: Person) -> Thing:
    """Of a circle one is in, or one's own; what is read behind broken glass has a page of its own."""
    inside = Q(circle__in=member_circles(by.id))
    if kind == PROMISE:
        return Promise.objects.at_hand().within(by.id).get(id=key)
    if kind == WORDS:
        return OwnWords.objects.select_related("person", "noted_by").filter(inside).get(id=key)
    moments = Moment.objects.select_related("author", "hat", "hat__group", "told_by", "lesson").with_beside()
    return moments.filter(inside | Q(author=by)).get(id=key)


def _around(moment: Moment) -> tuple[list[Moment], list[Moment]]:
    """What happened in the same circle just before and just after, the newest first."""
    beside = Moment.objects.of_circles([moment.circle_id]).exclude(id=moment.id)
    before = beside.filter(happened_at__lte=moment.happened_at)[:AROUND]
    after = beside.filter(happened_at__gt=moment.happened_at).order_by("happened_at", "id")[:AROUND]
    return list(before), list(after)[::-1]
