"""Reading what a neighbourhood chose, and who is there for what; what a district chose holds in its neighbourhoods."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from nabij.people.areas import upward
from nabij.people.models import Hat, Neighbourhood, Person, Signpost, Structure
from nabij.people.structure import Signposted


@dataclass(frozen=True)
class Chosen:
    """number: of where one calls, or None. team: of where the page of the team is, or None. guides: whether any."""

    number: Structure | None
    team: Structure | None
    guides: bool


def kept_places() -> list[str]:
    """The codes of the neighbourhoods where whoever acts coordinates, and so keeps the places and what was chosen."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.my_kept_places()")
        return list(cursor.fetchone()[0])


def area_of(code: str) -> Neighbourhood:
    """With what it lies in. Raises Neighbourhood.DoesNotExist."""
    return Neighbourhood.objects.select_related("parent__parent").get(code=code)


def chosen(here: Neighbourhood) -> Chosen:
    """The nearest that was chosen, here or in what this lies in."""
    above = upward(here)
    there = Structure.objects.standing().filter(neighbourhood__in=above).select_related("neighbourhood")
    by_code = {one.neighbourhood_id: one for one in there.defer("neighbourhood__outline")}
    near = [by_code[code] for code in above if code in by_code]
    return Chosen(
        number=next((one for one in near if one.phone), None),
        team=next((one for one in near if one.team), None),
        guides=has_guides(here),
    )


def has_guides(here: Neighbourhood) -> bool:
    return _around(here).filter(kind=Signpost.Kind.GUIDE).exists()


def guides(here: Neighbourhood) -> list[Signpost]:
    """Who knows the way here, in a part of it, or in what it lies in."""
    return list(_around(here).filter(kind=Signpost.Kind.GUIDE))


def team(here: Neighbourhood) -> list[Signpost]:
    """Who says on the page of this team what they are there for."""
    return list(_now().filter(kind=Signpost.Kind.TEAM, neighbourhood=here))


def of_mine(person: Person) -> list[tuple[Signpost, bool]]:
    """Where somebody stands, and where they were taken off, the newest first; each place once, and whether it shows."""
    own = Signpost.objects.filter(person=person).select_related("neighbourhood").defer("neighbourhood__outline")
    newest: dict[tuple[str, str], Signpost] = {}
    for one in own.order_by("-at", "-id"):
        newest.setdefault((one.kind, one.neighbourhood_id), one)
    shows = set(
        Signpost.objects.filter(person=person, id__any_of=Signposted(openly=False)).values_list("id", flat=True)
    )
    return [(one, one.id in shows) for one in newest.values() if one.until is None or one.why]


def belongs(person: Person, *, here: Neighbourhood, at: datetime) -> bool:
    """Whether somebody lives or wears a hat here, in a part of it, or in what it lies in."""
    home = person.neighbourhood
    if home and (home.code in upward(here) or here.code in upward(home)):
        return True
    return bool(hats_there(person, here=here, at=at))


def hats_there(person: Person, *, here: Neighbourhood, at: datetime) -> list[Hat]:
    """The hats somebody wears here, in a part of it, or in what it lies in; the rules say the same."""
    above = upward(here)
    worn = Hat.objects.worn_on(timezone.localdate(at)).filter(person=person, neighbourhood__isnull=False)
    near = worn.select_related("neighbourhood__parent__parent").order_by("id")
    return [hat for hat in near if hat.neighbourhood_id in above or here.code in upward(hat.neighbourhood)]


def _now() -> QuerySet[Signpost]:
    there = (
        Signpost.objects.filter(id__any_of=Signposted(openly=False))
        .select_related("neighbourhood")
        .defer("neighbourhood__outline")
    )
    return there.order_by("called", "id")


def _around(here: Neighbourhood) -> QuerySet[Signpost]:
    near = Q(code=here.code) | Q(parent=here) | Q(parent__parent=here) | Q(parts=here) | Q(parts__parts=here)
    return _now().filter(neighbourhood__in=Neighbourhood.objects.filter(near).values("code"))
