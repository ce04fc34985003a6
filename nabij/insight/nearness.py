"""How near people were in one story, month by month: read from the moments and hats that are there, by who may read.

Reading it is a look at the story. Who was only spoken of did not take part.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone
from django.utils.timezone import localdate

from nabij.insight.measures.proximity import Form, Part, Proximity, Side, forms_of, proximity
from nabij.moments.models import Moment, Presence, Tie
from nabij.people.models import Group, Hat, Person
from nabij.stories.circles import closed_until
from nabij.stories.models import Story
from nabij.stories.reading import find, look_into
from nabij.trust.models import Circle, Membership

MONTHS = 12
SIDES = {
    Tie.Kind.FAMILY: Side.OWN,
    Tie.Kind.FRIEND: Side.OWN,
    Tie.Kind.NEIGHBOUR: Side.OWN,
    Tie.Kind.KNOWN: Side.OWN,
    Tie.Kind.GROUP: Side.CIVIL,
    Tie.Kind.VOLUNTEER: Side.CIVIL,
    Tie.Kind.PROFESSIONAL: Side.PROFESSION,
}


@dataclass(frozen=True)
class Nearness:
    """The five forms of one story as one reader sees them. last: the day on which each was last seen.

    since: from which day this reader reads it, where what was before is closed to them.
    """

    story: Story
    residents: list[Person]
    months: list[date]
    found: Proximity
    last: Mapping[Form, date]
    since: date | None = None


def nearness(*, story_id: UUID, by: Person, hat: Hat | None, at: datetime, last_month: date | None = None) -> Nearness:
    """Reads twelve months of a story, and writes down that `by` looked; Story.DoesNotExist when it is not theirs."""
    story = find(story_id)
    there = look_into(story=story, by=by, hat=hat, at=at)
    months = months_until(last_month or localdate(at))
    told = took_part(there.circles, months=months)
    last: dict[Form, date] = {}
    for day, parts in told:
        for form in forms_of(parts):
            last[form] = max(day, last.get(form, day))
    found = proximity(((day.replace(day=1), parts) for day, parts in told), periods=months)
    since = closed_until(story, readers=there.readers, to=by)
    return Nearness(story, there.residents, months, found, last, since=localdate(since) if since else None)


def months_until(day: date) -> list[date]:
    """The first days of twelve months, of which the last holds this day."""
    count = day.year * 12 + day.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(count - MONTHS + 1, count + 1)]


def took_part(circles: list[Circle], *, months: list[date]) -> list[tuple[date, list[Part]]]:
    """Of each moment in these months its day, and everybody who took part in it."""
    after = date(months[-1].year + months[-1].month // 12, months[-1].month % 12 + 1, 1)
    since, until = (timezone.make_aware(datetime.combine(day, time())) for day in (months[0], after))
    theirs = Moment.objects.filter(circle__in=circles, happened_at__gte=since, happened_at__lt=until)
    moments = list(theirs.only("id", "author", "hat", "told_by", "shown_from", "happened_at"))
    there: dict[UUID, list[Presence]] = {}
    for one in Presence.objects.filter(moment__in=[moment.id for moment in moments], there=True):
        there.setdefault(one.moment_id, []).append(one)
    present = [one.hat_id for everybody in there.values() for one in everybody]
    sides = Sides.of(circles, worn=[*(one.hat_id for one in moments), *present])
    seen = {one.id for one in moments}
    return [
        (localdate(one.happened_at), sides.parts(one, there.get(one.id, [])))
        for one in moments
        if one.shown_from_id not in seen  # What a child showed its parents is one moment, and stands in two circles.
    ]


@dataclass(frozen=True)
class Sides:
    """From where each person of a story takes part: by the hat of that moment, else of this circle, else by a tie."""

    residents: set[UUID]
    hats: Mapping[UUID, Hat]
    read_in: Mapping[UUID, Hat]
    ties: Mapping[UUID, str]

    @classmethod
    def of(cls, circles: list[Circle], *, worn: Iterable[UUID | None]) -> "Sides":
        seats = list(Membership.objects.filter(circle__in=circles).select_related("hat", "hat__group").order_by("id"))
        keys = [key for key in worn if key]
        ties = Tie.objects.filter(circle__in=circles, other__isnull=False).order_by("id")
        return cls(
            residents={one.person_id for one in seats if one.as_resident},
            hats={one.id: one for one in Hat.objects.filter(id__in=keys).select_related("group")},
            read_in={one.person_id: one.hat for one in seats if one.hat},
            ties={key: kind for key, kind in ties.values_list("other_id", "kind") if key},
        )

    def parts(self, moment: Moment, there: Iterable[Presence]) -> list[Part]:
        """Who wrote it, who told it and who was there, each once. Who tells may be on the phone."""
        found = {moment.told_by_id: self._part(moment.told_by_id, None, there=False)} if moment.told_by_id else {}
        for person, hat in [(one.person_id, one.hat_id) for one in there] + [(moment.author_id, moment.hat_id)]:
            found[person] = self._part(person, hat, there=True)
        return list(found.values())

    def _part(self, person: UUID, hat: UUID | None, *, there: bool) -> Part:
        if person in self.residents:
            return Part(Side.RESIDENT, there=there)
        worn = (self.hats.get(hat) if hat else None) or self.read_in.get(person)
        tie = SIDES.get(Tie.Kind(self.ties[person])) if person in self.ties else None
        if worn is None:
            return Part(tie or Side.UNKNOWN, there=there)
        return Part(_side(worn, tie), there=there, of=worn.group_id or worn.role.casefold() if worn.formal else None)


def _side(hat: Hat, tie: Side | None) -> Side:
    """By a hat: of work or not, of the municipality or not, for a group or from oneself."""
    if hat.formal:
        of_town = hat.group and hat.group.kind == Group.Kind.MUNICIPALITY
        return Side.GOVERNMENT if of_town else Side.PROFESSION
    return Side.CIVIL if hat.group_id or tie == Side.CIVIL else Side.OWN
