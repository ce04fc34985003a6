"""A neighbourhood chooses its structure, and somebody says that they are there for something."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.people.granting import NameTaken, named
from nabij.people.models import Hat, Neighbourhood, Person, Place, PlaceHours, Signpost, Structure
from nabij.people.own import ClosesTooEarly, NothingSaid, Unsaid
from nabij.people.structure import end_of


class NoReason(Unsaid):
    """Somebody is taken off a page without why."""

    why = gettext_lazy("Schrijf in één zin waarom. Wie het schreef, leest dat.")
    field = "why"


class NotThere(Unsaid):
    """It was taken away meanwhile, or is not one's own to take away."""

    why = gettext_lazy("Dit stond er al niet meer.")


class OpenThenAlready(Unsaid):
    """Two times of one day overlap: then nobody knows which of the two holds."""

    field = "opens"

    def __init__(self, there: PlaceHours) -> None:
        said = _("Op %(day)s staat er al %(times)s. Haal dat eerst weg, of kies tijden die daar buiten vallen.")
        ValueError.__init__(self, said % {"day": WEEKDAYS[there.weekday], "times": there})


def choose(*, neighbourhood: Neighbourhood, phone: str, hours: str, team: bool, at: datetime) -> Structure:
    """One number or none, a page of the team or none; what was chosen last holds."""
    said = {"phone": phone.strip(), "hours": hours.strip() if phone.strip() else "", "team": team}
    return Structure.objects.create(neighbourhood=neighbourhood, at=at, **said)


def change_place(*, place: Place, name: str, **said: object) -> None:
    """Says anew what a place is. Raises `NameTaken`."""
    name = named(name)
    others = Place.objects.filter(name__iexact=name, neighbourhood=place.neighbourhood_id, until__isnull=True)
    if others.exclude(pk=place.pk).exists():
        raise NameTaken(name)
    Place.objects.filter(pk=place.pk).update(name=name, **said)


def close_place(*, place: Place, at: datetime) -> None:
    """It is no place to go to any more, from today; who met there still did."""
    Place.objects.filter(pk=place.pk, until__isnull=True).update(until=timezone.localdate(at))


@transaction.atomic
def keep_open(*, place: Place, weekdays: Iterable[int], opens: time, closes: time) -> None:
    """The place is open on these days (0 is Monday), from and until, beside what was said.

    closes: 0:00 is midnight at the end of that day. Raises `ClosesTooEarly`, `OpenThenAlready`.
    """
    if end_of(closes) <= opens:
        raise ClosesTooEarly
    weekdays = list(weekdays)
    for one in PlaceHours.objects.filter(place=place, weekday__in=weekdays).order_by("weekday", "opens"):
        if one.overlaps(opens=opens, closes=closes) and (one.opens, one.closes) != (opens, closes):
            raise OpenThenAlready(one)
    rows = [PlaceHours(place=place, weekday=weekday, opens=opens, closes=closes) for weekday in weekdays]
    PlaceHours.objects.bulk_create(rows, ignore_conflicts=True)  # Said twice is said once.


@transaction.atomic
def stand(
    *,
    neighbourhood: Neighbourhood,
    hat: Hat | None,
    called: str,
    what: str,
    languages: Sequence[str],
    reach: str,
    public: bool,
    by: Person,
    at: datetime,
) -> Signpost:
    """Somebody says what they are there for: in a hat in the team, or without one as a guide; it replaces the former.

    Raises `NothingSaid`.
    """
    if not what.strip():
        raise NothingSaid
    Person.objects.select_for_update().get(pk=by.pk)  # Pressed twice, the second waits for the first.
    kind = Signpost.Kind.TEAM if hat else Signpost.Kind.GUIDE
    now = Signpost.objects.current().filter(person=by, neighbourhood=neighbourhood, kind=kind)
    now.update(until=at, ended_by=by)
    return Signpost.objects.create(
        kind=kind,
        neighbourhood=neighbourhood,
        person=by,
        hat=hat,
        called=called.strip() or by.first_name,
        role=hat.role if hat else "",
        formal=bool(hat and hat.formal),
        what=what.strip(),
        languages=list(languages),
        reach=reach.strip(),
        public=public,
        at=at,
    )


def step_back(*, signpost: Signpost, by: Person, at: datetime) -> None:
    """Somebody is not there for it any more. Raises `NotThere`."""
    _end(signpost, by=by, at=at)


def take_off(*, signpost: Signpost, why: str, by: Person, at: datetime) -> None:
    """Who coordinates there takes somebody off, with why they read. Raises `NoReason`, `NotThere`."""
    if not why.strip():
        raise NoReason
    _end(signpost, by=by, at=at, why=why.strip())


def _end(signpost: Signpost, *, by: Person, at: datetime, why: str = "") -> None:
    if not Signpost.objects.current().filter(pk=signpost.pk).update(until=at, ended_by=by, why=why):
        raise NotThere
