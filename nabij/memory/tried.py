"""What was tried before: lessons of a story and its promises first, then lessons like it from what else one reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from nabij.memory.search import NothingToLookFor, Within, search
from nabij.memory.wording import LONGEST
from nabij.moments.models import Moment, MomentQuerySet
from nabij.people.models import Hat, Person
from nabij.stories.circles import closed_until
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.reading import find, look_into
from nabij.trust.models import Circle, Membership

MOST, ALIKE = 30, 5


@dataclass(frozen=True)
class Tried:
    """What was tried in one story ("wat we eerder probeerden"), and lessons like it."""

    story: Story
    circles: list[Circle]
    readers: list[Membership]
    about: list[UUID]
    lessons: list[Moment]
    promises: list[Promise]
    alike: list[Moment]
    past_closed: bool  # Whether what is empty here may hold something that one does not read.
    sources: set[UUID]  # Of the moments a lesson came from, those that still stand and may be read.


def tried_before(*, story_id: UUID, by: Person, hat: Hat | None, at: datetime) -> Tried:
    """Reads it, and writes down that `by` looked; Story.DoesNotExist when the story is not theirs to read."""
    story = find(story_id)
    there = look_into(story=story, by=by, hat=hat, at=at)
    keys = [one.id for one in there.circles]
    lessons = list(_lessons().filter(circle__in=keys)[:MOST])
    alike = _like(story, circles=keys)
    promises = Promise.objects.at_hand().filter(story=story, keeping__isnull=False)
    return Tried(
        story=story,
        circles=there.circles,
        readers=[one for one in there.readers if one.circle_id == keys[0]],
        about=there.about,
        lessons=lessons,
        promises=list(promises.order_by("-keeping__at", "-id")[:MOST]),
        alike=alike,
        past_closed=closed_until(story, readers=there.readers, to=by) is not None,
        sources=_sources([*lessons, *alike]),
    )


def _lessons() -> MomentQuerySet:
    return (
        Moment.objects.filter(kind=Moment.Kind.LESSON)
        .select_related("author", "hat", "hat__group", "told_by", "lesson")
        .newest_first()
    )


def _like(story: Story, *, circles: Sequence[UUID]) -> list[Moment]:
    """Lessons without names from other circles, nearest to what this story is about."""
    try:
        found = search(_gist(story, circles=circles), within=Within(kinds=frozenset({Moment.Kind.LESSON})))
    except NothingToLookFor:
        return []
    keys = [one.key for one in found.best if one.circle not in circles]
    written = {one.id: one for one in _lessons().filter(id__in=keys, lesson__isnull=False)}
    return [written[key] for key in keys if key in written][:ALIKE]


def _gist(story: Story, *, circles: Sequence[UUID]) -> str:
    """What a story is about, in a few words: its newest themes, what matters, and what was last agreed."""
    themes = Moment.objects.filter(circle__in=circles).newest_first().values_list("themes", flat=True)[:MOST]
    matters = OwnWords.objects.wants().filter(story=story).order_by("-at", "-id").values_list("matters", flat=True)[:1]
    promises = Promise.objects.filter(story=story).order_by("-asked_at").values_list("what", flat=True)[:3]
    said = [*dict.fromkeys(theme for found in themes for theme in found), *matters, *promises]
    return " ".join(said)[:LONGEST]


def _sources(lessons: Sequence[Moment]) -> set[UUID]:
    keys = {one.lesson.came_from for one in lessons if hasattr(one, "lesson") and one.lesson.came_from}
    return set(Moment.objects.filter(id__in=keys).values_list("id", flat=True)) if keys else set()
