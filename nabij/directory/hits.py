"""What is told of a listing that was found: where, when, in which languages, through whom, last found right when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from nabij.base.distance import metres
from nabij.directory.danger import leads_to_safety
from nabij.directory.hours import Doors, Hours, doors, hours_from
from nabij.directory.models import (
    Attribute,
    Confirmation,
    Contact,
    Language,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)
from nabij.directory.spelling import words_in
from nabij.directory.sureness import Sureness, sureness, word_of

# Of these the last says all; however many there are, they hide nothing that others said.
VISITS = Q(found=Confirmation.Found.RIGHT, said_by=Confirmation.Voice.VISITOR)
LAST_WORDS = 40  # More were said after the last word that counts: they say the same.


@dataclass(frozen=True)
class Spot:
    """One place of a service: its name, street and town, and how far it is in metres."""

    name: str
    address: str
    latitude: float | None
    longitude: float | None
    distance: int | None
    neighbourhood: str = ""


@dataclass(frozen=True)
class Hit:
    """A listing that was found, with the material for its reasons."""

    service: Service
    spots: tuple[Spot, ...]
    doors: Doors
    hours: tuple[Hours, ...]
    languages: tuple[str, ...]
    terms: dict[str, tuple[str, ...]]
    codes: tuple[str, ...]
    contact: dict[str, str]
    phone: str
    sure: Sureness
    by_owner: bool
    words: tuple[str, ...]

    @property
    def confirmed(self) -> date | None:
        """When it was last found right by a word that counts."""
        return self.sure.confirmed

    @property
    def unsure(self) -> bool:
        return self.sure.unsure

    @property
    def distance(self) -> int | None:
        """Metres to its nearest place; None when it comes to you, is by telephone, or lies on no map."""
        return min((spot.distance for spot in self.spots if spot.distance is not None), default=None)

    @property
    def spot(self) -> Spot | None:
        return min(self.spots, key=lambda spot: spot.distance or 0, default=None)

    @property
    def open_now(self) -> bool | None:
        return self.doors.open if self.doors.known else None

    @property
    def when(self) -> str:
        """The hours in the words of the listing."""
        return "; ".join(dict.fromkeys(one.words for one in self.hours if one.words))

    @property
    def subjects(self) -> tuple[str, ...]:
        return self.terms.get("category", ()) or self.terms.get("taxonomy", ())

    @property
    def leads_to_safety(self) -> bool:
        """Whether it is where one goes when it is not safe."""
        return leads_to_safety(self.service.name, codes=self.codes, came_from=self.service.came_from)

    @property
    def for_whom(self) -> str:
        return self.service.eligibility_description or ", ".join(self.terms.get("audience", ()))


def told(services: Sequence[UUID], *, at: datetime, near: Any = None, words: Sequence[str] = ()) -> list[Hit]:
    """The listings with all that is told of them, in the order asked for: one question to the database."""
    rows = {row.pk: row for row in _with_everything().filter(pk__in=list(services))}
    return [_hit(rows[key], at=at, near=near, words=words) for key in services if key in rows]


@cache  # The question itself, never its answer: putting it together takes longer than asking it.
def _with_everything() -> QuerySet[Any]:
    own = Q(service=OuterRef("pk"))
    attributes = Attribute.objects.filter(link_id=OuterRef("pk"), link_entity="service", taxonomy_term__isnull=False)
    places = ServiceAtLocation.objects.filter(own)
    counting = Confirmation.objects.filter(found=Confirmation.Found.RIGHT).exclude(said_by=Confirmation.Voice.VISITOR)
    return Service.objects.select_related("organization", "group").annotate(
        its_languages=_rows(Language.objects.filter(own), "name", "code"),
        its_terms=_rows(attributes, "link_type", name="taxonomy_term__name", code="taxonomy_term__code"),
        its_places=_rows(places, **PLACE),
        its_confirmations=_rows(counting.filter(own).order_by("-at")[:1], *SAID),
        its_other_words=_rows(Confirmation.objects.filter(own).exclude(VISITS).order_by("-at")[:LAST_WORDS], *SAID),
        its_visits=_rows(Confirmation.objects.filter(VISITS, own).order_by("-at")[:1], *SAID),
        **_by_way_of("hours", Schedule.objects.all(), HOURS),
        **_by_way_of("contacts", Contact.objects.all(), ("name", "title", "email")),
        **_by_way_of("phones", Phone.objects.all(), ("number", "extension")),
    )


SAID = ("found", "said_by", "by_id", "at")
# Hours, contact and number stand with a listing, it at its place, its contact, its place, or its organisation.
WAYS = (
    "service",
    "service_at_location__service",
    "contact__service",
    "location__services__service",
    "organization__services",
)


def _by_way_of(what: str, rows: QuerySet[Any], fields: Sequence[str]) -> dict[str, ArraySubquery]:
    """One array for each way, because one `or` over all of them would read the whole table."""
    there = {field.name for field in rows.model._meta.concrete_fields}
    ways = [way for way in WAYS if way.split("__")[0] in there]
    return {f"{what}_{at}": _rows(rows.filter(**{way: OuterRef("pk")}), *fields) for at, way in enumerate(ways)}


def _nearest(service: Any, what: str) -> list[dict[str, Any]]:
    """What stands closest to the listing itself; its own and what it has at its place belong together."""
    arrays = [getattr(service, f"{what}_{at}", []) for at in range(len(WAYS))]
    return (arrays[0] + arrays[1]) or next(filter(None, arrays[2:]), [])


HOURS = (
    *("opens_at", "closes_at", "byday", "freq", "interval", "bymonthday", "dtstart", "until", "valid_from", "valid_to"),
    *("description", "extra", "id"),
)
PLACE = {
    "name": "location__name",
    "latitude": "location__latitude",
    "longitude": "location__longitude",
    "street": "location__addresses__address_1",
    "city": "location__addresses__city",
    "region": "location__addresses__region",
    "kind": "location__addresses__address_type",
}


def _rows(rows: QuerySet[Any], *fields: str, **renamed: str) -> ArraySubquery:
    columns = {field: F(field) for field in fields} | {name: F(path) for name, path in renamed.items()}
    return ArraySubquery((rows if rows.query.order_by else rows.order_by("pk")).values(told=JSONObject(**columns)))


def _hit(service: Any, *, at: datetime, near: Any, words: Sequence[str]) -> Hit:
    hours = tuple(hours_from(row) for row in _nearest(service, "hours"))
    terms: dict[str, tuple[str, ...]] = {}
    for term in service.its_terms:
        terms[term["link_type"]] = (*terms.get(term["link_type"], ()), term["name"])
    said = set(words_in(f"{service.name} {service.description} {service.eligibility_description}"))
    return Hit(
        service=service,
        spots=_spots(service.its_places, near),
        doors=doors(hours, at=at),
        hours=hours,
        languages=_languages(service.its_languages),
        terms=terms,
        codes=tuple(term["code"] for term in service.its_terms),
        contact=next(iter(_nearest(service, "contacts")), {}),
        phone=next((_number(row) for row in _nearest(service, "phones")), ""),
        sure=_sure(service, at=at),
        by_owner=any(row["said_by"] == Confirmation.Voice.OWNER for row in service.its_other_words),
        words=tuple(word for word in words if word in said),
    )


def _languages(rows: list[dict[str, str]]) -> tuple[str, ...]:
    """Dutch first, the others by their code."""
    return tuple(sorted({row["code"] or row["name"] for row in rows}, key=lambda code: (code != "nl", code)))


def _number(row: dict[str, str]) -> str:
    return f"{row['number']} ({row['extension']})" if row["extension"] else row["number"]


def _sure(service: Any, *, at: datetime) -> Sureness:
    said = [word_of(row) for row in (*service.its_confirmations, *service.its_other_words, *service.its_visits)]
    return sureness(said, assured=service.assured_date, today=timezone.localdate(at))


def _spots(places: list[dict[str, Any]], near: Any) -> tuple[Spot, ...]:
    found: dict[str, Spot] = {}
    for row in places:
        if row["kind"] == "postal" and row["name"] in found:
            continue
        address = ", ".join(part for part in (row["street"], row["city"]) if part)
        point = (row["latitude"], row["longitude"])
        found[row["name"]] = Spot(row["name"], address, *point, _metres(near, *point), row["region"] or "")
    return tuple(found.values())


def _metres(near: Any, latitude: float | None, longitude: float | None) -> int | None:
    if near is None or latitude is None or longitude is None or near.latitude is None or near.longitude is None:
        return None
    return round(metres(float(near.latitude), float(near.longitude), latitude, longitude))
