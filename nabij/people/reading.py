"""Reading who is who: a person with hats and strengths, a group with its people, a neighbourhood with its parts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from nabij.people.chosen import Chosen, area_of, chosen
from nabij.people.models import (
    Duty,
    Group,
    Hat,
    Neighbourhood,
    Person,
    Place,
    ReachableHours,
    Strength,
    WayToReach,
)
from nabij.people.structure import open_places


@dataclass(frozen=True)
class Portrait:
    """A person as whoever reads may see them."""

    person: Person
    hats: list[Hat]
    strengths: list[Strength]
    hours: list[ReachableHours]
    ways: list[WayToReach]


def portrait(*, person_id: UUID, at: datetime) -> Portrait:
    """Person.DoesNotExist when they are not there for whoever acts."""
    person = Person.objects.select_related("neighbourhood", "stand_in", "go_between").get(id=person_id)
    hats = Hat.objects.worn_on(timezone.localdate(at)).filter(person=person)
    return Portrait(
        person=person,
        hats=list(hats.select_related("group", "neighbourhood").order_by("id")),
        strengths=list(Strength.objects.filter(person=person).order_by("kind", "id")),
        hours=list(ReachableHours.objects.filter(person=person).order_by("weekday", "opens")),
        ways=list(WayToReach.objects.filter(person=person).select_related("only_for").order_by("kind", "id")),
    )


def group_people(*, group: Group, at: datetime) -> list[Hat]:
    """Whom one sees in a group, in the hats they wear there."""
    hats = Hat.objects.worn_on(timezone.localdate(at)).filter(group=group)
    return list(hats.select_related("person").order_by("person__name", "id"))


@dataclass(frozen=True)
class Area:
    """A neighbourhood with its parts, and who and what is there."""

    here: Neighbourhood
    parts: list[Neighbourhood]
    around: list[Neighbourhood]
    places: list[Place]
    groups: list[Group]
    hats: list[Hat]
    duty: Duty | None
    chosen: Chosen


def area(*, code: str, at: datetime) -> Area:
    """One neighbourhood; Neighbourhood.DoesNotExist when there is none of that code."""
    here, today = area_of(code), timezone.localdate(at)
    parts = list(Neighbourhood.objects.filter(parent=here).order_by("name"))
    codes = [here.code, *(part.code for part in parts)]
    hats = Hat.objects.worn_on(today).filter(neighbourhood__in=codes, open=True)
    above = [code for code in (here.code, here.parent_id) if code]
    return Area(
        here=here,
        parts=parts,
        around=list(Neighbourhood.objects.filter(parent=here.parent_id).order_by("name")) if here.parent_id else [],
        places=open_places(codes),
        groups=list(Group.objects.filter(neighbourhood__in=codes).order_by("name")),
        hats=list(hats.select_related("person", "group").order_by("person__name", "id")),
        duty=Duty.objects.on(at).filter(neighbourhood__in=above).select_related("hat__person").first(),
        chosen=chosen(here),
    )


def home_of(person: Person, *, worn: Hat | None) -> str | None:
    """The code of the neighbourhood somebody works in, in the hat they wear, or lives in; else the municipality."""
    codes = [worn.neighbourhood_id if worn else None, person.neighbourhood_id]
    found = next((code for code in codes if code), None)
    top = None if found else Neighbourhood.objects.filter(kind=Neighbourhood.Kind.GEMEENTE).order_by("name").first()
    return found or (top.code if top else None)
