"""Closing a story with what it brought, in the resident's words, and opening it again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from nabij.moments.models import FollowUp
from nabij.people.models import Hat, Person
from nabij.stories.closings import Closing, Reopening
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.reading import circles_of
from nabij.stories.verbs import tell
from nabij.trust.models import Circle
from nabij.trust.verbs import leave_trace


class StillOpen(ValueError):
    """What was promised gets a place or an end before a story closes."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog iets open. Geef het eerst een plek of een einde."))


class NotInWidest(ValueError):
    """Who reads in a smaller circle alone does not close the story of everybody."""

    def __init__(self) -> None:
        super().__init__(_("Je leest maar een deel van dit verhaal. Vraag iemand die het hele verhaal leest."))


class ClosedAlready(ValueError):
    """A story closes once, until it is opened again."""

    def __init__(self) -> None:
        super().__init__(_("Dit verhaal is al afgesloten."))


class NotClosed(ValueError):
    """Only what is closed is opened again."""

    def __init__(self) -> None:
        super().__init__(_("Dit verhaal is open. Je kunt er gewoon in schrijven."))


@dataclass(frozen=True)
class LeftOpen:
    """What is not finished yet in a story, as far as whoever asks sees it."""

    promises: list[Promise]
    come_backs: list[FollowUp]

    def __bool__(self) -> bool:
        return bool(self.promises or self.come_backs)


def left_open(story: Story, *, circles: list[Circle]) -> LeftOpen:
    """What was asked or promised, and what somebody wants to come back to."""
    promises = Promise.objects.at_hand().open().filter(story=story).earliest_first()
    waiting = FollowUp.objects.filter(circle__in=circles, done__isnull=True)
    return LeftOpen(list(promises), list(waiting.select_related("person", "moment").order_by("day", "id")))


@dataclass(frozen=True)
class Closed:
    """How a story was closed: by whom and when, and with which words of the resident, as far as one reads them."""

    closing: Closing
    words: OwnWords | None


def closed(story: Story) -> Closed | None:
    """None while the story is open."""
    last = Closing.objects.standing().filter(story=story).select_related("by").order_by("-at", "-id").first()
    if last is None:
        return None
    words = OwnWords.objects.filter(id=last.words).select_related("person", "noted_by").first() if last.words else None
    return Closed(last, words)


def closed_among(stories: list[Story]) -> dict[UUID, datetime]:
    """Which of these stories are closed, and since when."""
    standing = Closing.objects.standing().filter(story__in=stories).order_by("at")
    return dict(standing.values_list("story_id", "at"))


@transaction.atomic
def close(
    *, story: Story, by: Person, at: datetime, outcome: str = "", person: Person | None = None, hat: Hat | None = None
) -> Closing:
    """Closes a story for everybody who reads it.

    outcome: what it brought, in the words of `person`, whom it is about; without any, nobody's words are made up.
    """
    circles = circles_of(story)
    if story.circle_id not in [one.id for one in circles]:
        raise NotInWidest
    if Closing.objects.standing().filter(story=story).exists():
        raise ClosedAlready
    if left_open(story, circles=circles):
        raise StillOpen
    said = outcome.strip()
    words = _outcome(story, person=person, said=said, by=by, at=at) if said and person else None
    closing = Closing.objects.create(story=story, circle_id=story.circle_id, words=words, by=by, at=at)
    leave_trace(by=by, hat=hat, what="close_story", thing=story, circle=story.circle_id, at=at)
    return closing


def _outcome(story: Story, *, person: Person, said: str, by: Person, at: datetime) -> UUID:
    return tell(story=story, person=person, words=said, by=by, at=at, kind=OwnWords.Kind.OUTCOME).id


@transaction.atomic
def reopen(*, story: Story, by: Person, at: datetime, hat: Hat | None = None) -> list[Reopening]:
    """Opens a closed story again; all of it is as it was, and one can write in it."""
    standing = list(Closing.objects.standing().filter(story=story))
    if not standing:
        raise NotClosed
    if story.circle_id not in [one.id for one in circles_of(story)]:
        raise NotInWidest
    opened = [Reopening.objects.create(closing=one, by=by, at=at) for one in standing]
    leave_trace(by=by, hat=hat, what="reopen_story", thing=story, circle=story.circle_id, at=at)
    return opened
