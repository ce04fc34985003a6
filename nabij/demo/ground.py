"""Lays the ground of the example neighbourhood: its outlines, groups, people and hats, its duties and its social map.

The office beheer does what an administrator would; what people say of themselves they say themselves.
"""

import csv
import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from nabij.demo import cast
from nabij.demo.calendar import HOME, Calendar
from nabij.demo.cast import PersonFact
from nabij.directory.load import Progress
from nabij.directory.models import Confirmation, Service
from nabij.directory.verbs import confirm, import_hsds
from nabij.people.models import (
    Group,
    Hat,
    Household,
    Neighbourhood,
    Person,
    Place,
    PlaceHours,
    ReachableHours,
    Strength,
    WayToReach,
)
from nabij.people.outlines import import_neighbourhoods, read
from nabij.people.verbs import (
    give_account,
    live_together,
    note_birth,
    note_parent,
    note_person,
    put_on,
    take_duty,
)
from nabij.trust.acting import acting_as, office, person
from nabij.trust.grounds import keep_purpose
from nabij.trust.verbs import introduce

FOLDER = Path(__file__).parent
SOURCE = "voorbeeldbuurt"
DUTY_FOR = "WK043903"
ADMINISTRATOR = "joke"
DUTIES_BEFORE, DUTIES_AFTER = dt.timedelta(days=7), dt.timedelta(days=35)
IMPORT_MAY_LAST = 1800
INQUIRY = "wmo-onderzoek"  # In use in the example, so that there is another reason to tap.


@dataclass
class Ground:
    """What stands: everybody and everything by the short keys of the data."""

    calendar: Calendar
    at: dt.datetime
    people: dict[str, Person] = field(default_factory=dict)
    hats: dict[tuple[str, str], Hat] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    households: dict[str, Household] = field(default_factory=dict)
    met: set[tuple[str, str]] = field(default_factory=set)

    def meet(self, who: str, *others: str) -> None:
        """They were introduced: in a real neighbourhood by a handshake, here by beheer."""
        new = [one for one in others if one and one != who and (who, one) not in self.met]
        if new:
            with acting_as(office("beheer")):
                for one in new:
                    introduce(person=self.people[one], to=self.people[who], at=self.at)
                    self.met.add((who, one))

    def acting(self, who: str, hat: str = "") -> AbstractContextManager[None]:
        worn = self.hats[who, hat].id if hat else None
        return acting_as(person(self.people[who].id, hat=worn))


def lay(*, at: dt.datetime, progress: Progress) -> Ground:
    """Everything that stands before the first moment."""
    ground = Ground(Calendar.around(at), at)
    progress(_("Buurten en mensen"), 0, 2)
    with acting_as(office("beheer")):
        import_neighbourhoods(document=read(FOLDER / "neighbourhoods.geojson"))
        keep_purpose(key=INQUIRY, by_name="beheer", at=_first_day(ground), enabled=True)
        _groups(ground)
        _people(ground, began=_first_day(ground))
        _households(ground)
        _duties(ground)
    progress(_("Buurten en mensen"), 1, 2)
    _of_themselves(ground)
    progress(_("Buurten en mensen"), 2, 2)
    _listings(ground, progress=progress)
    return ground


def _first_day(ground: Ground) -> dt.datetime:
    return ground.calendar.moment(dt.datetime.fromisoformat("2026-05-21T09:00:00"))


def _groups(ground: Ground) -> None:
    places = {key: _place(fact) for key, fact in cast.places().items()}
    for key, fact in cast.groups().items():
        ground.groups[key] = Group.objects.create(
            name=fact.name,
            kind=fact.kind,
            formal=fact.formal,
            about=fact.about,
            neighbourhood_id=fact.neighbourhood,
            place=places[fact.place] if fact.place else None,
            mail=fact.mail,
            phone=fact.phone,
        )


def _place(fact: cast.PlaceFact) -> Place:
    latitude, longitude = fact.point
    place = Place.objects.create(
        name=fact.name,
        what=fact.what,
        address=fact.address,
        neighbourhood_id=fact.neighbourhood,
        latitude=latitude,
        longitude=longitude,
        hours=fact.hours,
        step_free=fact.step_free,
    )
    PlaceHours.objects.bulk_create(
        PlaceHours(place=place, weekday=weekday, opens=opens, closes=closes)
        for written in fact.open
        for weekday, opens, closes in cast.opening_hours(written)
    )
    return place


def _people(ground: Ground, *, began: dt.datetime) -> None:
    """Everybody with a name; whoever is only known as somebody is noted later, by whoever knows them."""
    for key, fact in cast.people().items():
        if fact.name:
            ground.people[key] = note_person(name=fact.name, by=None, at=began, **details(fact))
    for key, fact in cast.people().items():
        if fact.login:
            give_account(person=ground.people[key], email=fact.mail, at=began)
        elif fact.mail:
            WayToReach.objects.create(person=ground.people[key], kind=WayToReach.Kind.MAIL, value=fact.mail)
        if fact.stand_in:
            Person.objects.filter(id=ground.people[key].id).update(stand_in=ground.people[fact.stand_in])
        _hats(ground, fact)
    for key, fact in cast.people().items():
        _child(ground, key, fact, began=began)


def _child(ground: Ground, key: str, fact: PersonFact, *, began: dt.datetime) -> None:
    """How old a child is and whose, which decides who reads its story."""
    if fact.born:
        note_birth(person=ground.people[key], day=ground.calendar.day(fact.born), by=None, at=began)
    for parent in fact.parents:
        note_parent(child=ground.people[key], parent=ground.people[parent], by=None, at=began)


def details(fact: PersonFact) -> dict[str, Any]:
    latitude, longitude = fact.point or (None, None)
    return {
        "languages": list(fact.languages),
        "neighbourhood_id": fact.home or None,
        "street": fact.street,
        "latitude": latitude,
        "longitude": longitude,
        "community": fact.community,
    }


def _hats(ground: Ground, fact: PersonFact) -> None:
    for hat in fact.hats:
        where = hat.neighbourhood or (cast.groups()[hat.group].neighbourhood if hat.group else fact.home)
        ground.hats[fact.key, hat.key] = put_on(
            person=ground.people[fact.key],
            role=hat.role,
            formal=hat.formal,
            since=ground.calendar.day(hat.since),
            until=ground.calendar.day(hat.until) if hat.until else None,
            group=ground.groups[hat.group] if hat.group else None,
            neighbourhood=Neighbourhood(code=where) if where else None,
            can=hat.can,
            cannot=hat.cannot,
            employer=hat.employer,
            open=hat.open,
            by=ground.people[fact.key if _own(hat) else ADMINISTRATOR],
        )


def _own(hat: cast.HatFact) -> bool:
    """A neighbour or a daughter put the hat on without asking; a group or a job granted the others."""
    return not (hat.formal or hat.group)


def _households(ground: Ground) -> None:
    for key, fact in cast.households().items():
        ground.households[key] = live_together(people=[ground.people[one] for one in fact.people], name=fact.name)


def _duties(ground: Ground) -> None:
    today = ground.at.astimezone(HOME).date()
    days = range(-DUTIES_BEFORE.days, DUTIES_AFTER.days)
    for duty in cast.duties():
        for day in (today + dt.timedelta(days=n) for n in days):
            if day.weekday() in duty.weekdays:
                ends_on = day if duty.ends > duty.starts else day + dt.timedelta(days=1)
                take_duty(
                    hat=ground.hats[duty.who, duty.hat],
                    neighbourhood=Neighbourhood(code=DUTY_FOR),
                    starts=dt.datetime.combine(day, duty.starts, HOME),
                    ends=dt.datetime.combine(ends_on, duty.ends, HOME),
                    phone=duty.phone,
                )


def _of_themselves(ground: Ground) -> None:
    """What people say of themselves: what they can, when they are reached, and on which number."""
    for key, fact in cast.people().items():
        if fact.can or fact.knows or fact.likes or fact.lived or fact.reachable or fact.phone:
            with ground.acting(key):
                _strengths(ground.people[key], fact)
                _ways(ground.people[key], fact)


def _strengths(one: Person, fact: PersonFact) -> None:
    """What somebody can and knows the neighbourhood may see; what they lived through stays with their circles."""
    for kind in Strength.Kind:
        for what in getattr(fact, kind.value):
            Strength.objects.create(person=one, kind=kind, what=what, open=kind != Strength.Kind.LIVED)


def _ways(one: Person, fact: PersonFact) -> None:
    for written in fact.reachable:
        for weekday, opens, closes in cast.opening_hours(written):
            ReachableHours.objects.create(person=one, weekday=weekday, opens=opens, closes=closes)
    if fact.phone:
        WayToReach.objects.create(person=one, kind=WayToReach.Kind.PHONE, value=fact.phone, noted_by=one)


def _listings(ground: Ground, *, progress: Progress) -> None:
    def on_the_map(_what: str, done: int, total: int) -> None:
        progress(_("De sociale kaart"), done, total)

    with acting_as(office("beheer"), seconds=IMPORT_MAY_LAST):
        with _of_today(ground.calendar) as folder:
            import_hsds(path=folder, at=ground.at, source=SOURCE, progress=on_the_map)
        listed = {f"L{service.email[2:4]}": service for service in Service.objects.filter(email__startswith="l.")}
        for fact in cast.groups().values():
            if fact.listing:
                Service.objects.filter(id=listed[fact.listing].id).update(group=ground.groups[fact.key])
    for code, who in cast.confirmations().items():
        with ground.acting(who):
            _confirm(listed[code], ground.people[who])


def _confirm(service: Service, by: Person) -> None:
    at = dt.datetime.combine(service.assured_date, dt.time(15), HOME)
    confirm(service=service, found=Confirmation.Found.RIGHT, by=by, at=at, how="in de buurt")


@contextmanager
def _of_today(calendar: Calendar) -> Iterator[Path]:
    """The listings in a folder beside, with the days on which they were confirmed moved along."""
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside) / "listings"
        shutil.copytree(FOLDER / "listings", folder)
        services = folder / "services.csv"
        with services.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row["assured_date"] = f"{calendar.day(dt.date.fromisoformat(row['assured_date']))}"
            row["last_modified"] = f"{row['assured_date']}T09:00:00.000Z"
        with services.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        yield folder
