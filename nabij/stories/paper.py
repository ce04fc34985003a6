"""A story on paper: paper leaves the circle, so only what was chosen is read, and that it was is written down."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from nabij.moments.models import Moment, Saying, Tie
from nabij.people.models import Hat, Person, WayToReach
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.reading import Opened, find, look_into
from nabij.trust.models import Circle, Looked
from nabij.trust.verbs import note_look

WORDS, GOES, AROUND, PROMISES, MOMENTS = PARTS = ("words", "goes", "around", "promises", "moments")
LAST = 10  # Moments on a sheet.
FEW = 3  # Times that somebody said how it goes.


@dataclass(frozen=True)
class Sheet:
    """What goes on one sheet; what was not chosen is empty, and was not read."""

    there: Opened
    circles: list[Circle]
    words: OwnWords | None = None
    going: list[OwnWords] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)


@dataclass(frozen=True)
class Card:
    """The promises of a story that may go on a card, and the numbers that those who made them share."""

    there: Opened
    promises: list[Promise]
    numbers: dict[UUID, str]


def before_printing(*, story_id: UUID, by: Person, hat: Hat | None, at: datetime) -> Opened:
    """The story of which a sheet is asked; Story.DoesNotExist when it is not theirs."""
    return look_into(story=find(story_id), by=by, hat=hat, at=at)


def put_on_sheet(
    there: Opened, *, parts: Collection[str], of: Collection[UUID], by: Person, hat: Hat | None, at: datetime
) -> Sheet:
    """Reads the chosen parts of the chosen circles, as `by` may read them."""
    note_printed(there, by=by, hat=hat, at=at)
    circles = [one for one in there.circles if one.id in of]
    said = OwnWords.objects.filter(story=there.story, circle__in=circles).select_related("person", "noted_by")
    return Sheet(
        there=there,
        circles=circles,
        words=said.wants().order_by("-at", "-id").first() if WORDS in parts else None,
        going=list(said.going()[:FEW]) if GOES in parts else [],
        ties=around(circles, at=at) if AROUND in parts else [],
        promises=going_on(there.story, circles=circles) if PROMISES in parts else [],
        moments=list(Moment.objects.of_circles([one.id for one in circles])[:LAST]) if MOMENTS in parts else [],
    )


def note_printed(there: Opened, *, by: Person, hat: Hat | None, at: datetime) -> None:
    """Writes down that something of a story goes on paper: what becomes of that nobody sees any more."""
    purpose = there.circles[0].purpose_id or ""
    note_look(by=by, hat=hat, about=there.about, thing=there.story, at=at, what=Looked.PRINT, purpose=purpose)


def around(circles: Collection[Circle], *, at: datetime) -> list[Tie]:
    """Who stands around, but for who is not safe: whoever finds the paper must not learn that name from it."""
    said = Saying.objects.filter(circle__in=circles, kind=Saying.Kind.UNSAFE)
    unsafe = set(said.filter(Q(until__isnull=True) | Q(until__gt=at)).values_list("about_id", flat=True))
    there = Tie.objects.current().filter(circle__in=circles)
    return [one for one in there if one.other_id not in unsafe]


def going_on(story: Story, *, circles: Collection[Circle]) -> list[Promise]:
    """What was said yes to and is not over."""
    theirs = Promise.objects.at_hand().filter(story=story, circle__in=circles).earliest_first()
    return [one for one in theirs if one.state == "accepted"]


def card_of(*, story_id: UUID, by: Person, hat: Hat | None, at: datetime) -> Card:
    """What may stand on a card; Story.DoesNotExist when the story is not theirs."""
    there = look_into(story=find(story_id), by=by, hat=hat, at=at, what=Looked.PROMISE)
    promises = going_on(there.story, circles=there.circles)
    return Card(there, promises, shared_numbers(promises))


def shared_numbers(promises: Iterable[Promise]) -> dict[UUID, str]:
    """A number of each who promised: that of their group, or what they share; never what was given to one alone."""
    hats = {one.who_id: one.hat for one in promises}
    phones = WayToReach.objects.filter(person__in=hats, kind=WayToReach.Kind.PHONE, only_for__isnull=True)
    theirs = dict(phones.order_by("-id").values_list("person_id", "value"))
    groups = {who: hat.group.phone for who, hat in hats.items() if hat and hat.group and hat.group.phone}
    return groups | theirs
