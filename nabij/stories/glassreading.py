"""Reading behind broken glass, and what the trusted third and the circle see of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from nabij.moments.models import Moment, Tie
from nabij.people.models import Hat, Person, WayToReach
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.reading import stories_in
from nabij.trust.glass import BreakGlass, GlassAttempt, GlassReview, GlassTelling
from nabij.trust.models import Circle, Look, Looked, Membership, member_circles
from nabij.trust.verbs import note_look

MOST = 200


@dataclass(frozen=True)
class Behind:
    """What somebody reads in danger: everything of the circles around a person, and how they are reached."""

    glass: BreakGlass
    is_open: bool = False
    readers: list[Membership] = field(default_factory=list)
    ways: list[WayToReach] = field(default_factory=list)
    words: list[OwnWords] = field(default_factory=list)
    others: list[OwnWords] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    circles: dict[UUID, str] = field(default_factory=dict)
    review: GlassReview | None = None


def read_behind(*, glass_id: UUID, by: Person, hat: Hat | None, at: datetime) -> Behind:
    """Reads it, and writes each read down as one behind broken glass; BreakGlass.DoesNotExist for anybody else.

    The look names the glass: the resident sees it from when the trusted third agrees, the third at once.
    """
    glass = BreakGlass.objects.select_related("attempt").get(id=glass_id, by=by)
    review = GlassReview.objects.filter(glass=glass).first()
    if not (BreakGlass.objects.open_for(by.id).filter(id=glass.id).exists() and hat and hat.formal):
        return Behind(glass, review=review)
    note_look(by=by, hat=hat, about=[glass.id], thing=glass, at=at, what=Looked.BREAK_GLASS)
    circles = Circle.objects.filter(
        kind=Circle.Kind.STORY,
        memberships__in=Membership.objects.current().filter(person=glass.person_id, as_resident=True),
    )
    named = dict(circles.values_list("id", "name"))
    ids = list(named)
    readers = Membership.objects.current().filter(circle__in=ids).select_related("person", "hat__group")
    said = OwnWords.objects.filter(circle__in=ids).select_related("person", "noted_by").order_by("-at", "-id")
    return Behind(
        glass=glass,
        is_open=True,
        readers=list({one.person_id: one for one in readers.order_by("-as_resident", "since", "id")}.values()),
        ways=list(WayToReach.objects.filter(person=glass.person_id).order_by("kind", "id")),
        words=list(said.filter(person=glass.person_id)[:5]),
        others=list(said.exclude(person=glass.person_id)[:5]),
        moments=list(Moment.objects.of_circles(ids)[:MOST]),
        promises=list(Promise.objects.filter(circle__in=ids).at_hand().open().order_by("day", "id")[:MOST]),
        ties=list(Tie.objects.current().filter(circle__in=ids).select_related("other", "group").order_by("ring", "id")),
        circles=named,
        review=review,
    )


@dataclass(frozen=True)
class Watched:
    """One breaking of the glass as the trusted third, or the circle once told, sees it: never what was read."""

    glass: BreakGlass
    looks: list[Look]
    tellings: list[GlassTelling]
    review: GlassReview | None

    @property
    def told(self) -> GlassTelling | None:
        return next((one for one in self.tellings if one.told), None)

    @property
    def put_off(self) -> GlassTelling | None:
        return None if self.told or not self.tellings else self.tellings[-1]

    def asks(self, at: datetime) -> bool:
        """Whether something waits for the trusted third: to be told or put off, and judged."""
        today = localdate(at)
        waits = not self.told and (self.put_off is None or (self.put_off.again or today) <= today)
        return waits or self.review is None


def watched(*, by: Person) -> list[Watched]:
    """All of which one is the trusted third, the newest first."""
    return _whole(list(BreakGlass.objects.watched_by(by.id).select_related("attempt")[:MOST]))


def missed(*, by: Person) -> list[GlassAttempt]:
    """The attempts that found nothing, which the trusted third sees too."""
    return list(GlassAttempt.objects.filter(third=by, glass__isnull=True).order_by("-at", "-id")[:MOST])


def told_in(*, residents: Sequence[UUID]) -> list[Watched]:
    """What the circle around somebody hears of it, once the third agreed."""
    return _whole(list(BreakGlass.objects.filter(person__in=residents, tellings__told=True).distinct().order_by("-at")))


@dataclass(frozen=True)
class Heard:
    """One breaking of the glass that the circle was told of, with the story in which whoever acts reads of it."""

    glass: BreakGlass
    story: Story


def told_to(*, by: Person, since: datetime | None = None) -> list[Heard]:
    """What was read in danger of the stories that one reads, once the third agreed; those told since then alone."""
    heard = BreakGlass.objects.filter(tellings__told=True).exclude(by=by).exclude(third=by)
    glasses = list((heard.filter(tellings__at__gt=since) if since else heard).distinct().order_by("-at", "-id")[:MOST])
    stories = _stories_about([one.person_id for one in glasses], by=by)
    return [Heard(one, stories[one.person_id]) for one in glasses if one.person_id in stories]


def _stories_about(people: list[UUID], *, by: Person) -> dict[UUID, Story]:
    """Of each of these people the story that one reads: their own before one they share."""
    if not people:
        return {}
    seats = Membership.objects.current().filter(person__in=people, as_resident=True, circle__in=member_circles(by.id))
    about = list(seats.values_list("circle_id", "person_id"))
    stories = stories_in({circle for circle, _who in about})
    there = [(stories[circle][0], who) for circle, who in about if circle in stories]
    there.sort(key=lambda one: (one[0].person_id != one[1], one[0].opened_at, one[0].id), reverse=True)
    return {who: story for story, who in there}


def my_open(*, by: Person) -> list[BreakGlass]:
    """What one has open now."""
    return list(BreakGlass.objects.open_for(by.id).order_by("until"))


def _whole(glasses: list[BreakGlass]) -> list[Watched]:
    ids = [one.id for one in glasses]
    if not ids:
        return []
    looks = list(Look.objects.filter(what="break_glass", about__in=ids).order_by("at"))
    tellings = list(GlassTelling.objects.filter(glass__in=ids).order_by("at"))
    reviews = {one.glass_id: one for one in GlassReview.objects.filter(glass__in=ids)}
    return [
        Watched(
            glass=one,
            looks=[look for look in looks if look.about == one.id],
            tellings=[telling for telling in tellings if telling.glass_id == one.id],
            review=reviews.get(one.id),
        )
        for one in glasses
    ]
