"""Reading a circle of a story: who reads in it, from when and until when, who is asked in, and who was here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, prefetch_related_objects

from nabij.moments.models import Moment, Tie
from nabij.people.models import Person
from nabij.stories.models import Promise, Story
from nabij.stories.reading import circles_of, logs_in
from nabij.trust.models import Circle, HasAccount, Invitation, Membership

MOST = 50  # People to choose from; more than that nobody reads through.


@dataclass(frozen=True)
class Seat:
    """Somebody in a circle, and from when they read; None is all of it."""

    it: Membership
    reads_from: datetime | None
    logs_in: bool


@dataclass(frozen=True)
class Inside:
    """A circle of a story as one of its members sees it."""

    circle: Circle
    story: Story
    circles: list[Circle]
    seats: list[Seat]
    former: list[Membership]
    waiting: list[Invitation]

    def seat_of(self, person: Person) -> Seat | None:
        return next((one for one in self.seats if one.it.person_id == person.id), None)

    @property
    def residents(self) -> list[Person]:
        return [one.it.person for one in self.seats if one.it.as_resident]


def inside(circle_id: UUID, *, at: datetime) -> Inside:
    """A circle of a story; Circle.DoesNotExist when whoever acts is not in it, or it is of no story."""
    circle = Circle.objects.get(id=circle_id, kind=Circle.Kind.STORY)
    story = Story.objects.filter(Q(circle=circle) | Q(smaller_circles__circle=circle))
    found = story.select_related("person", "household").first()
    if found is None:
        raise Circle.DoesNotExist
    seats, former = _seats(circle)
    return Inside(circle, found, circles_of(found), seats, former, _waiting(circle, at=at))


def _seats(circle: Circle) -> tuple[list[Seat], list[Membership]]:
    """Who reads in it now, and who did once."""
    current = set(Membership.objects.current().filter(circle=circle).values_list("id", flat=True))
    everybody = Membership.objects.filter(circle=circle).annotate(has_account=HasAccount("person_id"))
    known = everybody.select_related("person", "hat", "hat__group", "let_in_by").prefetch_related("openings__by")
    rows = list(known.order_by("-as_resident", "since", "id"))
    seats = [Seat(one, reads_from(one), logs_in(one)) for one in rows if one.id in current]
    inside = {one.it.person_id for one in seats}
    return seats, [one for one in rows if one.id not in current and one.person_id not in inside]


def reads_from(membership: Membership) -> datetime | None:
    """From when a member reads: as they were let in, or as it was opened to them later; None is all of it."""
    opened = [one.since for one in membership.openings.all()]
    said = [membership.sees_from, *opened]
    return None if None in said else min(one for one in said if one)


def closed_until(story: Story, *, readers: Sequence[Membership], to: Person) -> datetime | None:
    """From when somebody reads a story of which the past is closed to them; None is all of it.

    What is empty for them before that may hold something they do not read.
    """
    begun = story.opened_at
    later = [one for one in readers if one.person_id == to.id and one.sees_from and one.sees_from > begun]
    prefetch_related_objects(later, "openings")
    return max((since for since in map(reads_from, later) if since and since > begun), default=None)


def _waiting(circle: Circle, *, at: datetime) -> list[Invitation]:
    return list(Invitation.objects.open(at=at).filter(circle=circle).select_related("by").order_by("at", "id"))


@dataclass(frozen=True)
class Leaving:
    """What somebody sees before they leave a circle: what stays of theirs, and what they promised here."""

    membership: Membership
    story: Story | None
    written: int
    promises: list[Promise]


def before_leaving(membership_id: UUID, *, by: Person) -> Leaving:
    """Membership.DoesNotExist when it is over, or not to be seen."""
    there = Membership.objects.current().select_related("person", "circle").get(id=membership_id)
    circle = there.circle_id
    return Leaving(
        membership=there,
        story=story_of(there.circle),
        written=Moment.objects.filter(circle=circle, author=by).count(),
        promises=list(Promise.objects.of(by.id).filter(circle=circle)),
    )


def story_of(circle: Circle) -> Story | None:
    """The story of which this is a circle, the widest or a smaller one."""
    return Story.objects.filter(Q(circle=circle) | Q(smaller_circles__circle=circle)).first()


def noted_by_me(seen: Inside, *, by: Person) -> list[Person]:
    """Whom I noted in this story who cannot log in and is not in this circle: they may be whom I ask in."""
    ties = Tie.objects.current().filter(circle__in=seen.circles).values("other")
    inside = [one.it.person_id for one in seen.seats]
    mine = Person.objects.filter(id__in=ties, made_by=by).exclude(id__in=inside).exclude(HasAccount("id"))
    return list(mine.order_by("name", "known_as", "id")[:MOST])
