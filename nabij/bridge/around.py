"""Who stands around in one story: ties, what was said of them in it, its readers, and who is open to the neighbourhood.

Everything is read as whoever acts, and only from this story's own circles: what another circle heard is not here,
also when the same eyes may read it there. Two queries for the story, three for its people, whatever their number.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.utils.translation import gettext as _

from nabij.base.finders import Known
from nabij.bridge.ladder import OnDuty
from nabij.moments.models import Presence, Saying, Tie
from nabij.people.areas import upward
from nabij.people.models import Duty, Hat, Person, ReachableHours, Strength, WayToReach
from nabij.stories.models import Story, StoryCircle
from nabij.trust.models import Membership

AT_MOST = 150  # People of the neighbourhood looked at; the nearest streets first.


class Mailed(Known):
    """Whom a letter reaches, of all the people I see."""

    function = "trust.my_mailed"


@dataclass
class Around:
    """All that the ladder is made of, read once."""

    story: Story
    by: Person
    residents: list[Person]
    readers: list[Membership]
    ties: list[Tie]
    sayings: list[Saying]
    people: dict[UUID, Person]
    area: list[str]
    duties: list[OnDuty]
    known: set[UUID] = field(default_factory=set)  # Whom this story's circles know.

    def said(self, kind: str, *, about: UUID | None = None) -> list[Saying]:
        return [one for one in self.sayings if one.kind == kind and about in (None, one.about_id)]

    def was_said(self, kind: str, *, about: UUID) -> bool:
        return bool(self.said(kind, about=about))

    @property
    def resident_ids(self) -> set[UUID]:
        return {one.id for one in self.residents}

    @property
    def whose(self) -> Person:
        """Whose question it is: of whoever asks, if the story is theirs; else of the first it is about."""
        return next((one for one in self.residents if one.id == self.by.id), self.residents[0])

    @property
    def near(self) -> set[str]:
        """The neighbourhood and district they live in; CBS begins the code of a municipality with GM."""
        return {code for code in self.area if not code.startswith("GM")}

    def first_name(self, key: UUID) -> str:
        """How somebody is called here, also when one does not see them any more."""
        return self.people[key].first_name if key in self.people else _("Iemand")

    def hats_of(self, person: Person) -> list[dict[str, Any]]:
        """The hats that count here: all of whom the circle knows, the open ones of others."""
        worn: list[dict[str, Any]] = getattr(person, "worn", [])
        return [hat for hat in worn if person.id in self.known or (hat["open"] and hat["neighbourhood"] in self.area)]

    def strengths_of(self, person: Person) -> list[str]:
        """What somebody can, as far as this circle or the whole neighbourhood may know it."""
        able = getattr(person, "able", [])
        return [one["what"] for one in able if one["open"] or person.id in self.known]

    @property
    def asks_self(self) -> bool:
        return self.by.id in self.resident_ids


def look_around(*, story: Story, by: Person, at: datetime, today: date) -> Around:
    """Reads who stands around a story, as whoever acts."""
    circles = within(story)
    members = list(
        Membership.objects.current()
        .filter(circles)
        .select_related("person__neighbourhood__parent__parent", "hat__group", "hat__neighbourhood__parent__parent")
        .order_by("since", "id")
    )
    # Whose word it is is not joined: a tie or a danger must not vanish with a teller one does not see any more.
    ties = list(Tie.objects.current().filter(circles))
    sayings = list(Saying.objects.filter(circles).filter(Q(until__isnull=True) | Q(until__gt=at)).order_by("at", "id"))
    residents = list({one.person_id: one.person for one in members if one.as_resident}.values())
    residents = residents or [one for one in (story.person,) if one]
    area = area_of(residents, members=members, by=by)
    tellers = {tie.told_by_id for tie in ties} | {said.said_by_id for said in sayings}
    known = {one.person_id for one in members} | {tie.other_id for tie in ties if tie.other_id}
    return Around(
        story=story,
        by=by,
        residents=residents,
        readers=list({one.person_id: one for one in members if not one.as_resident}.values()),
        ties=ties,
        sayings=sayings,
        people=people_at_hand(story=story, known=known | tellers, area=area, today=today),
        area=area,
        duties=on_duty(area=area, at=at),
        known=known,
    )


def within(story: Story, of: str = "") -> Q:
    """What was written in this story's own circles, and in no other."""
    smaller = StoryCircle.objects.filter(story_id=story.id).values("circle_id")
    return Q(**{f"{of}circle_id": story.circle_id}) | Q(**{f"{of}circle_id__in": smaller})


def area_of(residents: list[Person], *, members: list[Membership], by: Person) -> list[str]:
    """The codes of where they live, up to the municipality; if that is not known, of where whoever asks is at work."""
    theirs = [code for one in residents for code in upward(one.neighbourhood)]
    if theirs:
        return list(dict.fromkeys(theirs))
    mine = [one for one in members if one.person_id == by.id]
    at_work = [code for one in mine if one.hat for code in upward(one.hat.neighbourhood)]
    return list(dict.fromkeys(at_work or [code for one in mine for code in upward(one.person.neighbourhood)]))


def on_duty(*, area: list[str], at: datetime) -> list[OnDuty]:
    """Who is on duty, of the nearest neighbourhood first; the number also when one does not see whose it is."""
    hats = Hat.objects.filter(id=OuterRef("hat_id"))
    people = Person.objects.filter(hats=OuterRef("hat_id"))
    found = Duty.objects.on(at).filter(neighbourhood_id__in=area)
    rows = found.values("hat_id", "neighbourhood_id", "ends", "phone").annotate(
        person=Subquery(hats.values("person_id")[:1]),
        role=Subquery(hats.values("role")[:1]),
        called=Subquery(people.values(said=Coalesce(NullIf("name", Value("")), "known_as"))[:1]),
    )
    return [
        OnDuty(
            person=row["person"],
            hat=row["hat_id"],
            name=row["called"] or "",
            called=row["role"] or "",
            until=row["ends"],
            phone=row["phone"],
        )
        for row in sorted(rows, key=lambda row: area.index(row["neighbourhood_id"]))
    ]


def people_at_hand(*, story: Story, known: set[UUID], area: list[str], today: date) -> dict[UUID, Person]:
    """In one query: whom the story knows and who is open to its neighbourhood, with all one needs to know of them.

    Each has `worn`, `able`, `hours` and `numbers` (lists of dictionaries), `seen_at`, `times` and `mailed`.
    """
    worn = Hat.objects.worn_on(today).filter(person_id=OuterRef("pk"))
    here = worn.filter(open=True, neighbourhood_id__in=area)
    present = Presence.objects.filter(within(story, "moment__"), person_id=OuterRef("pk"), there=True)
    met = present.order_by().values("person_id")
    found = (
        Person.objects.select_related("neighbourhood")
        .annotate(near=Exists(here))
        .filter(Q(id__in=known) | Q(near=True))
        .annotate(
            worn=ArraySubquery(worn.order_by("-formal", "id").values(json=HAT)),
            able=ArraySubquery(Strength.objects.filter(person_id=OuterRef("pk")).values(json=ABLE)),
            hours=ArraySubquery(
                ReachableHours.objects.filter(person_id=OuterRef("pk")).order_by("weekday", "opens").values(json=HOURS)
            ),
            numbers=ArraySubquery(
                WayToReach.objects.filter(person_id=OuterRef("pk")).exclude(kind="mail").order_by("id").values(json=WAY)
            ),
            seen_at=Subquery(met.annotate(last=Max("moment__happened_at")).values("last")),
            times=Coalesce(Subquery(met.annotate(n=Count("id")).values("n")), 0),
            mailed=ExpressionWrapper(Q(id__any_of=Mailed()), output_field=BooleanField()),
        )
        .order_by(Case(When(id__in=known, then=0), When(neighbourhood_id__in=area[:1], then=1), default=2), "id")
    )
    return {person.id: person for person in found[: AT_MOST + len(known)]}


HAT = JSONObject(
    id="id", role="role", formal="formal", can="can", cannot="cannot", open="open", until="until",
    group=F("group__name"), group_id="group_id", group_kind=F("group__kind"), about=F("group__about"),
    phone=F("group__phone"), neighbourhood="neighbourhood_id", place=F("neighbourhood__name"),
)  # fmt: skip
ABLE = JSONObject(kind="kind", what="what", open="open")
HOURS = JSONObject(weekday="weekday", opens="opens", closes="closes")
WAY = JSONObject(kind="kind", value="value", note="note")
