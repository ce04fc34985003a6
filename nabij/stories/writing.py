"""Writing one line: how it is read, who will read it, and what is kept of what was set or tapped.

The circle follows from whom the line is about: somebody's story, when exactly one is known here; else only oneself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.moments.models import Moment
from nabij.moments.oneline import Known, Mention, Offer, Reading, for_others, for_search, read
from nabij.moments.oneline.names import TITLES, fold
from nabij.moments.verbs import ComeBack, Present, note
from nabij.people.models import Hat, Person, WayToReach
from nabij.people.verbs import note_person
from nabij.stories.circles import story_of
from nabij.stories.merging import doubles_among
from nabij.stories.models import Story
from nabij.stories.verbs import note_agreed, open_story, promise, tell
from nabij.trust.merging import pairs, same_as
from nabij.trust.models import Circle, Membership, MyPeople, member_circles
from nabij.trust.verbs import note_in, own_circle

MOST_ASKED = 20
A_MOMENT = timedelta(seconds=15)  # So soon nobody writes the same again; a thumb does.


@dataclass(frozen=True)
class Taps:
    """What was tapped beside the line: {"offer-0": "yes", "new-1": "yes", "there-0": "no", "day-0": "2026-11-27"}."""

    said: Mapping[str, str] = field(default_factory=dict)

    def yes(self, name: str) -> bool:
        return self.said.get(name) == "yes"

    def day(self, name: str, days: tuple[date, ...]) -> date | None:
        """The day chosen among those that were offered; the only one when there is one."""
        chosen = self.said.get(name, "")
        return next((day for day in days if day.isoformat() == chosen), days[0] if len(days) == 1 else None)


@dataclass(frozen=True)
class Understood:
    """A line as it was read, and everybody the writer may have meant."""

    reading: Reading
    people: tuple[Known, ...]

    @property
    def names(self) -> dict[object, str]:
        return {one.key: one.names[0] for one in self.people}


def understand(*, line: str, by: Person, today: date, circle: UUID | None = None) -> Understood:
    """Reads a line with the names of everybody the writer may see; those in `circle` are meant first."""
    everybody = list(Person.objects.filter(id__any_of=MyPeople()).only("id", "name", "known_as"))
    near = set(Membership.objects.current().filter(circle=circle).values_list("person", flat=True)) if circle else set()
    people = each_once([known(person) for person in everybody], near=near)
    presume = [one for one in people if one.key in near]
    return Understood(read(line, today=today, people=people, by=known(by), presume=presume), people)


def known(person: Person) -> Known:
    names = tuple(name for name in (person.name, person.known_as) if name)
    return Known(key=person.id, names=names, known_as=not person.name)


def each_once(people: list[Known], *, near: set[UUID]) -> tuple[Known, ...]:
    """A double goes by whoever remains, by either name; not in a circle that knows the double alone."""
    by_key, gone = {one.key: one for one in people}, set()
    for kept, double in pairs():
        if double in near - {kept} or not {kept, double} <= by_key.keys():
            continue
        names = (*by_key[kept].names, *by_key[double].names)
        by_key[kept] = replace(by_key[kept], names=tuple(dict.fromkeys(names)))
        gone.add(double)
    return tuple(one for key, one in by_key.items() if key not in gone)


def meant(reading: Reading) -> list[UUID]:
    """Whom a line is about: those set by a sign, and those it names."""
    keys = [one.keys[0] for one in reading.mentions if len(one.keys) == 1]
    keys += [one.keys[0] for one in reading.offers if one.kind == "person" and len(one.keys) == 1]
    return [key for key in keys if isinstance(key, UUID)]


def circles_meant(reading: Reading) -> list[Circle]:
    """The circles of the stories this line is about; with more than one the writer is asked, nothing is chosen."""
    whom = set(meant(reading))
    if not whom:
        return []
    among = pairs()
    whom |= {same for one in whom for same in same_as(one, among=among)}
    about = Membership.objects.current().filter(person__in=whom, as_resident=True)
    theirs = Circle.objects.filter(id__in=about.values("circle"), story__isnull=False)
    found = list(theirs.order_by("name", "id")[:MOST_ASKED])
    hidden = doubles_among(one.id for one in found) if among or len(found) > 1 else set()
    return [one for one in found if one.id not in hidden]


def called_so(name: str) -> list[Person]:
    """Whom the writer sees who goes by this name, wholly, by the first name, or by a title: perhaps the same person."""
    name = " ".join(name.split())
    if not name:
        return []
    so_called = Q(name__iexact=name) | Q(known_as__iexact=name) | Q(name__istartswith=f"{name} ") | by_title(name)
    theirs = Person.objects.filter(so_called, id__any_of=MyPeople()).select_related("neighbourhood")
    found = list(theirs.order_by("name", "known_as", "id")[:MOST_ASKED])
    keys = {one.id for one in found}
    doubles = {double for kept, double in pairs() if kept in keys} if len(found) > 1 else set()
    return [one for one in found if one.id not in doubles]


def by_title(name: str) -> Q:
    """Mevrouw Kuiper may be Riet Kuiper, and Riet Kuiper whom somebody noted as mevr. Kuiper."""
    first, _space, family = name.partition(" ")
    if not family:
        return Q(id__isnull=True)
    if fold(first).rstrip(".") in TITLES:
        return Q(name__iendswith=f" {family}")
    titled = rf"^({'|'.join(sorted(TITLES))})\.? {re.escape(family)}$"
    return Q(name__iregex=titled) | Q(known_as__iregex=titled)


@transaction.atomic
def begin_with(*, person: Person, words: str, by: Person, at: datetime, hat: Hat | None = None) -> Story:
    """Opens a story about somebody one knows already, with their own words if there are any."""
    story = open_story(by=by, at=at, person=person, hat=hat)
    if words.strip():
        tell(story=story, person=person, words=words.strip(), by=by, at=at)
    return story


def circles(*, by: Person) -> list[Circle]:
    """Where one may write: one's own circle first, then by name."""
    return sorted(member_circles(by.id), key=lambda one: (one.kind != Circle.Kind.OWN, one.name.casefold()))


@transaction.atomic
def keep_line(
    *,
    reading: Reading,
    circle: Circle | None,
    taps: Taps,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    purpose: str = "",
) -> Moment:
    """Keeps a line for the members of one circle (None: only oneself), with what was set by a sign or tapped.

    purpose: the key of why, when that is another than the circle's.
    """
    there = circle or own_circle(by=by, at=at)
    line = reading.text if there.kind == Circle.Kind.OWN else for_others(reading)
    # With something tapped beside it, it may be the same line to which only now something is added.
    twice = None if "yes" in taps.said.values() else _just_kept(line, circle=there, by=by, at=at)
    if twice:
        return twice
    moment = note(
        line=line,
        findable=for_search(reading),
        circle=there,
        by=by,
        hat=hat,
        at=at,
        happened_at=_when(reading, taps, at=at),
        themes=list(dict.fromkeys(theme.name for theme in reading.themes)),
        present=_present(reading, taps, by=by, at=at),
        come_backs=_come_backs(reading, taps),
        purpose=purpose if circle else "",
    )
    for number, offer in enumerate(reading.offers):
        if taps.yes(f"offer-{number}"):
            _keep_offer(offer, number=number, circle=there, taps=taps, by=by, hat=hat, at=at)
    return moment


def _just_kept(line: str, *, circle: Circle, by: Person, at: datetime) -> Moment | None:
    """The same line of the same writer, kept a moment ago: a button that was tapped twice writes once.

    The second tap waits here for the first, until the end of its transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", [str(by.id), str(circle.id)])
    newest = Moment.objects.filter(circle=circle, author=by, noted_at__gt=at - A_MOMENT)
    return next((one for one in newest if one.line == line), None)


def _when(reading: Reading, taps: Taps, *, at: datetime) -> datetime:
    """The time of day somebody tapped, today; never later than now."""
    for number, offer in enumerate(reading.offers):
        if offer.kind == "time" and offer.at and taps.yes(f"offer-{number}"):
            said = timezone.make_aware(datetime.combine(timezone.localdate(at), offer.at))
            return min(said, at)
    return at


def _present(reading: Reading, taps: Taps, *, by: Person, at: datetime) -> list[Present]:
    """Everybody in the moment, once: set by a sign, or tapped."""
    found: dict[UUID, Present] = {}
    for number, mention in enumerate(reading.mentions):
        person = _mentioned(mention, number=number, taps=taps, by=by, at=at)
        if person:
            there = taps.yes(f"there-{number}") if mention.there is None else mention.there
            found.setdefault(person, Present(Person(id=person), there=there))
    for number, offer in enumerate(reading.offers):
        who = _offered(offer, number=number, taps=taps) if offer.kind == "person" else None
        if who:
            found.setdefault(who, Present(Person(id=who)))
    return list(found.values())


def _offered(offer: Offer, *, number: int, taps: Taps) -> UUID | None:
    """Who was tapped: the one there is, or the one chosen among several of that name."""
    if len(offer.keys) == 1 and taps.yes(f"offer-{number}"):
        return _uuid(offer.keys[0])
    chosen = taps.said.get(f"offerwho-{number}", "")
    return next((_uuid(key) for key in offer.keys if str(key) == chosen), None)


def _mentioned(mention: Mention, *, number: int, taps: Taps, by: Person, at: datetime) -> UUID | None:
    if len(mention.keys) == 1:
        return _uuid(mention.keys[0])
    chosen = taps.said.get(f"which-{number}", "")
    for key in (*mention.keys, *mention.maybe):
        if str(key) == chosen:
            return _uuid(key)
    return note_person(known_as=mention.name, by=by, at=at).id if taps.yes(f"new-{number}") else None


def _come_backs(reading: Reading, taps: Taps) -> list[ComeBack]:
    """The days set by `!`, and those tapped; a day that was asked and not chosen is not kept."""
    kept = [(one.days, one.action, f"day-{number}") for number, one in enumerate(reading.come_backs)]
    kept += [
        (offer.days, offer.action or offer.words, f"offerday-{number}")
        for number, offer in enumerate(reading.offers)
        if offer.kind == "come_back" and taps.yes(f"offer-{number}")
    ]
    days = ((taps.day(name, days) or _first(days, name), action) for days, action, name in kept)
    return [ComeBack(day, action[:300] or _("hierop terugkomen")) for day, action in days if day]


def _first(days: tuple[date, ...], name: str) -> date | None:
    """A tapped offer means its first day; a sign with two days is asked."""
    return days[0] if days and name.startswith("offerday") else None


def _keep_offer(
    offer: Offer, *, number: int, circle: Circle, taps: Taps, by: Person, hat: Hat | None, at: datetime
) -> None:
    if offer.kind == "promise":
        _keep_promise(offer, circle=circle, day=taps.day(f"offerday-{number}", offer.days), by=by, hat=hat, at=at)
    elif offer.kind == "reach" and len(offer.keys) == 1:
        WayToReach.objects.create(
            person_id=_uuid(offer.keys[0]),
            kind=WayToReach.Kind.PHONE,
            value=offer.words,
            only_for=by,
            noted_by=by,
        )


def _keep_promise(offer: Offer, *, circle: Circle, day: date | None, by: Person, hat: Hat | None, at: datetime) -> None:
    what = (offer.action or offer.words)[:300]
    shared: dict[str, Any] = {
        "circle": circle,
        "what": what,
        "by": by,
        "at": at,
        "story": story_of(circle),
        "day": day or (offer.days[0] if offer.days else None),
        "time": offer.at if isinstance(offer.at, time) else None,
    }
    whose = offer.whose
    if whose is None or whose.key == by.id:
        promise(**shared, hat=hat)
        return
    who = Person(id=_uuid(whose.key)) if whose.key else note_person(known_as=whose.name, by=by, at=at)
    note_in(circle=circle, person=who, at=at)
    note_agreed(who=who, **shared)


def _uuid(key: object) -> UUID:
    if not isinstance(key, UUID):
        raise TypeError(f"a key of people.Person was expected, not {key!r}")
    return key
