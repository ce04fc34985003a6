"""What the ladder asks of the social map, and what it gets back: services that may be of use, best first."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from nabij.directory.hits import Hit
from nabij.directory.hours import WEEK
from nabij.directory.search import find
from nabij.people.models import Person


@dataclass(frozen=True)
class Found:
    """One service of the social map, as the ladder needs it."""

    id: UUID
    name: str
    what: str = ""
    organization: str = ""
    formal: bool = True
    categories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    where: str = ""
    metres: float | None = None
    when: str = ""
    weekdays: tuple[int, ...] = ()
    open_now: bool = False
    by_appointment: bool = False
    phone: str = ""
    mail: str = ""
    url: str = ""
    through: str = ""  # The role of the contact: "sociaal raadsvrouw".
    confirmed: date | None = None
    safety: bool = False  # Where one goes when it is not safe.
    group: UUID | None = None  # Where it is one of our groups.


SocialMap = Callable[[str, Person, datetime], Sequence[Found]]


MOST = 24
BY_WHOM = re.compile(r"^by_whom:(formal|informal)$")


def on_the_map(question: str, near: Person, at: datetime) -> Sequence[Found]:
    """What the search of the social map finds for a question, seen from somebody's street."""
    return [as_found(hit) for hit in find(words=question, at=at, near=near, limit=MOST)]


def as_found(hit: Hit) -> Found:
    service, spot = hit.service, hit.spot
    return Found(
        id=service.pk,
        name=service.name,
        what=service.description,
        organization=service.organization.name if service.organization else "",
        formal=is_formal(hit),
        categories=tuple(code.removeprefix("category:") for code in hit.codes),
        languages=hit.languages,
        where=", ".join(part for part in (spot.name, spot.address) if part) if spot else "",
        metres=hit.distance,
        when=hit.when,
        weekdays=tuple(
            {WEEK.index(day) for one in hit.hours for day in re.findall("[A-Z]{2}", one.byday) if day in WEEK}
        ),
        open_now=bool(hit.open_now),
        by_appointment="way_in:afspraak" in hit.codes,
        phone=hit.phone,
        mail=service.email,
        through=hit.contact.get("title") or hit.contact.get("name") or "",
        confirmed=hit.confirmed,
        group=service.group_id,
        safety=hit.leads_to_safety,
    )


def is_formal(hit: Hit) -> bool:
    """Who does it: as the listing says, else as our group of it is, else an organisation."""
    said = [match.group(1) for code in hit.codes if (match := BY_WHOM.match(code))]
    if said:
        return "informal" not in said
    return hit.service.group.formal if hit.service.group else True


def no_map(question: str, near: Person, at: datetime) -> Sequence[Found]:
    """A neighbourhood without a social map."""
    return ()
