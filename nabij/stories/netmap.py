"""Reading the map of somebody's network: who stands where now, who stood where on an earlier day, and plain facts.

Everything as whoever acts may read it: who came later sees no earlier map than from when they read. Reading is a look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from django.db.models import Count, Max, Q
from django.utils.timezone import get_default_timezone, localdate, make_aware

from nabij.moments.models import Placing, Presence, Saying, Tie
from nabij.people.models import Hat, Person
from nabij.stories.circles import closed_until, story_of
from nabij.stories.merging import joined, was_merged
from nabij.stories.models import Story
from nabij.stories.netsigns import Seen, Signs, signs_of
from nabij.stories.reading import look_into, readers_of
from nabij.trust.models import Circle, Looked, Membership


@dataclass(frozen=True)
class Standing:
    """A tie and where it stands on one day."""

    tie: Tie
    ring: int
    turn: int | None

    @property
    def whom(self) -> tuple[UUID | None, UUID | None, UUID | None, str]:
        """The same for two ties with one person, group or place."""
        return self.tie.other_id, self.tie.group_id, self.tie.place_id, self.tie.name.casefold()


@dataclass(frozen=True)
class NetMap:
    """A network as one reader sees it. then: as it stood at the end of an earlier day, when that was asked.

    circles: those of the story, and of the stories that are read as one with it. ever: whether anybody stands there or
    stood there before, as far as they read.
    """

    story: Story
    circles: list[Circle]
    readers: list[Membership]
    residents: list[Person]
    now: list[Standing]
    then: list[Standing]
    signs: Signs
    too_much: set[UUID]
    closed_before: datetime | None
    ever: bool

    @property
    def centre(self) -> Person:
        return self.story.person or self.residents[0]

    def is_about(self, person: Person) -> bool:
        return person in self.residents

    def may_draw(self, person: Person) -> bool:
        """Who has a seat draws along; who reads in danger only reads."""
        return person.id in [one.person_id for one in self.readers]

    def name_of(self, key: UUID) -> str:
        """How somebody on the map is called."""
        return next((one.tie.with_whom for one in self.now if one.tie.other_id == key), "")


def open_map(
    *, story: Story, by: Person, hat: Hat | None, at: datetime, day: date | None = None, what: str = Looked.NETWORK
) -> NetMap:
    """Reads the map of a story as `find` gives it, and writes down that `by` looked."""
    there = look_into(story=story, by=by, hat=hat, at=at, what=what)
    twice = joined(story) if was_merged(story) else []
    beside = [look_into(story=one, by=by, hat=hat, at=at, what=what) for one in twice]
    circles = [circle for one in (there, *beside) for circle in one.circles]
    ties = told_of(circles, middle={person for one in beside for person in one.about})
    own = {one.id for one in there.circles}
    now = standing(ties, own=own)
    seen = seen_here(circles, people=[one.tie.other_id for one in now if one.tie.other_id])
    return NetMap(
        story=story,
        circles=circles,
        readers=there.readers,
        residents=there.residents,
        now=now,
        then=standing(ties, own=own, before=end_of(day)) if day else [],
        signs=signs_of([one.tie for one in now], seen=seen, today=localdate(at)),
        too_much=carrying_too_much(circles, at=at),
        closed_before=closed_until(story, readers=there.readers, to=by),
        ever=bool(ties),
    )


def end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day + timedelta(days=1), time()), get_default_timezone())


def told_of(circles: list[Circle], *, middle: set[UUID]) -> list[Tie]:
    """The ties of these circles. middle: the doubles of who stands in the middle, who do not stand around as well."""
    ties = Tie.objects.filter(circle__in=circles).with_history()
    return list(ties.exclude(other__in=middle) if middle else ties)


def standing(ties: Sequence[Tie], *, own: set[UUID], before: datetime | None = None) -> list[Standing]:
    """Who stood there just before a moment, the nearest first; without one, who stands there now.

    own: the circles of the story itself. Who is known in a double's story too stands there once, as it says itself.
    """
    there = [_place(tie, before=before) for tie in ties if _was_there(tie, before=before)]
    known = {one.whom for one in there if one.tie.circle_id in own}
    once = [one for one in there if one.tie.circle_id in own or one.whom not in known]
    return sorted(once, key=lambda one: (one.ring, one.tie.id))


def _was_there(tie: Tie, *, before: datetime | None) -> bool:
    over = getattr(tie, "ended", None)
    if before is None:
        return over is None
    return tie.noted_at < before and not (over and over.at < before)


def _place(tie: Tie, *, before: datetime | None) -> Standing:
    moves = [one for one in tie.placings.all() if before is None or one.at < before]
    last = max(moves, key=lambda one: (one.at, one.id), default=None)
    return Standing(tie, last.ring, last.turn) if last else Standing(tie, tie.ring, tie.turn)


def seen_here(circles: list[Circle], *, people: list[UUID]) -> Mapping[UUID, Seen]:
    """How often each was in a moment of this story, and when last."""
    there = Presence.objects.filter(moment__circle__in=circles, person__in=people, there=True)
    counted = there.order_by().values("person_id").annotate(n=Count("id"), last=Max("moment__happened_at"))
    return {row["person_id"]: Seen(row["n"], row["last"]) for row in counted}


def carrying_too_much(circles: list[Circle], *, at: datetime) -> set[UUID]:
    """Of whom it was said in this story that it is too much, and not taken back."""
    still = Q(until__isnull=True) | Q(until__gt=at)
    said = Saying.objects.filter(still, circle__in=circles, kind=Saying.Kind.TOO_MUCH)
    return set(said.values_list("about_id", flat=True))


@dataclass(frozen=True)
class OneTie:
    """One tie of a network, where it stood and stands, and the story it belongs to."""

    tie: Tie
    story: Story
    readers: list[Membership]

    @property
    def is_over(self) -> bool:
        return getattr(self.tie, "ended", None) is not None

    @property
    def residents(self) -> list[Person]:
        return [one.person for one in self.readers if one.as_resident]

    @property
    def lasting(self) -> UUID:
        """A key that stays the same when it is told anew."""
        return lasting(self.tie)

    @property
    def stood(self) -> list[Placing]:
        """Where it was moved to, the newest first."""
        return sorted(self.tie.placings.all(), key=lambda one: (one.at, one.id), reverse=True)

    def name_of(self, key: UUID) -> str:
        """Whose word it was, of whoever reads here now."""
        return next((one.person.first_name for one in self.readers if one.person_id == key), "")


def find_tie(tie_id: UUID, *, by: Person) -> OneTie:
    """Tie.DoesNotExist when it is not there for whoever acts, or they have no seat in its circle."""
    tie = Tie.objects.placed().with_history().select_related("circle").get(id=tie_id)
    story, readers = story_of(tie.circle), readers_of([tie.circle])
    if story is None or by.id not in [one.person_id for one in readers]:
        raise Tie.DoesNotExist
    return OneTie(tie, story, readers)


def lasting(tie: Tie) -> UUID:
    """A key that stays the same when a tie is told anew, and names nobody."""
    whom = tie.other_id or tie.group_id or tie.place_id or tie.name
    return uuid5(tie.owner_id, f"{tie.circle_id} {whom}")
