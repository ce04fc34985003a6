"""A story on paper: paper leaves the circle, so only what was chosen is read, and that it was is written down."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from nabij.moments.models import Moment, Saying, Tie
from nabij.people.models import Hat, Person, WayToReach
from nabij.stories.merging import joined, was_merged
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.reading import Opened, find, for_whom, look_into
from nabij.trust.models import Circle, Looked
from nabij.trust.verbs import note_look

WORDS, GOES, AROUND, PROMISES, MOMENTS = PARTS = ("words", "goes", "around", "promises", "moments")
LAST = 10  # Moments on a sheet.
FEW = 3  # Times that somebody said how it goes.


@dataclass(frozen=True)
class ForPaper(Opened):
    """A story of which something goes on paper, with the circles of the stories that are read on its page too."""

    beside: tuple[Opened, ...] = ()

    @property
    def stories(self) -> list[Story]:
        return [self.story, *(one.story for one in self.beside)]

    @property
    def only(self) -> dict[UUID, str]:
        """What not everybody reads who reads this story, by circle: for whom it is."""
        _own, *twice = self.stories
        return for_whom([one for one in self.circles if one.id != self.story.circle_id], twice=twice)


@dataclass(frozen=True)
class Sheet:
    """What goes on one sheet; what was not chosen is empty, and was not read."""

    there: ForPaper
    circles: list[Circle]
    words: OwnWords | None = None
    going: list[OwnWords] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)


@dataclass(frozen=True)
class Card:
    """The promises of a story that may go on a card, and the numbers that those who made them share."""

    there: ForPaper
    promises: list[Promise]
    numbers: dict[UUID, str]


def before_printing(*, story_id: UUID, by: Person, hat: Hat | None, at: datetime, what: str = Looked.READ) -> ForPaper:
    """The story of which paper is asked; Story.DoesNotExist when it is not theirs."""
    story = find(story_id)
    twice = joined(story) if was_merged(story) else []
    there, *beside = [look_into(story=one, by=by, hat=hat, at=at, what=what) for one in (story, *twice)]
    circles = [*there.circles, *(circle for one in beside for circle in one.circles)]
    return ForPaper(story, circles, there.readers, tuple(beside))


def put_on_sheet(
    there: ForPaper, *, parts: Collection[str], of: Collection[UUID], by: Person, hat: Hat | None, at: datetime
) -> Sheet:
    """Reads the chosen parts of the chosen circles, as `by` may read them."""
    note_printed(there, by=by, hat=hat, at=at)
    circles = [one for one in there.circles if one.id in of]
    said = OwnWords.objects.filter(story__in=there.stories, circle__in=circles).select_related("person", "noted_by")
    return Sheet(
        there=there,
        circles=circles,
        words=said.wants().order_by("-at", "-id").first() if WORDS in parts else None,
        going=list(said.going()[:FEW]) if GOES in parts else [],
        ties=around(circles, at=at) if AROUND in parts else [],
        promises=going_on(there.stories, circles=circles) if PROMISES in parts else [],
        moments=list(Moment.objects.of_circles([one.id for one in circles])[:LAST]) if MOMENTS in parts else [],
    )


def note_printed(there: ForPaper, *, by: Person, hat: Hat | None, at: datetime) -> None:
    """Writes down that something of a story goes on paper: what becomes of that nobody sees any more."""
    for one in (there, *there.beside):
        purpose = one.circles[0].purpose_id or ""
        note_look(by=by, hat=hat, about=one.about, thing=one.story, at=at, what=Looked.PRINT, purpose=purpose)


def around(circles: Collection[Circle], *, at: datetime) -> list[Tie]:
    """Who stands around, but for who is not safe: whoever finds the paper must not learn that name from it."""
    said = Saying.objects.filter(circle__in=circles, kind=Saying.Kind.UNSAFE)
    unsafe = set(said.filter(Q(until__isnull=True) | Q(until__gt=at)).values_list("about_id", flat=True))
    there = Tie.objects.current().filter(circle__in=circles)
    return [one for one in there if one.other_id not in unsafe]


def going_on(stories: Collection[Story], *, circles: Collection[Circle]) -> list[Promise]:
    """What was said yes to and is not over."""
    theirs = Promise.objects.at_hand().filter(story__in=stories, circle__in=circles).earliest_first()
    return [one for one in theirs if one.state == "accepted"]


def card_of(*, story_id: UUID, by: Person, hat: Hat | None, at: datetime) -> Card:
    """What may stand on a card; Story.DoesNotExist when the story is not theirs."""
    there = before_printing(story_id=story_id, by=by, hat=hat, at=at, what=Looked.PROMISE)
    promises = going_on(there.stories, circles=there.circles)
    return Card(there, promises, shared_numbers(promises))


def shared_numbers(promises: Iterable[Promise]) -> dict[UUID, str]:
    """A number of each who promised: that of their group, or what they share; never what was given to one alone."""
    hats = {one.who_id: one.hat for one in promises}
    phones = WayToReach.objects.filter(person__in=hats, kind=WayToReach.Kind.PHONE, only_for__isnull=True)
    theirs = dict(phones.order_by("-id").values_list("person_id", "value"))
    groups = {who: hat.group.phone for who, hat in hats.items() if hat and hat.group and hat.group.phone}
    return groups | theirs
