"""What open data gives for a question to the social map: the filters of HSDS 3 and of HSDS-UK, all of them at once."""

from dataclasses import dataclass
from datetime import datetime, time
from math import cos, radians
from typing import Any

from django.db.models import Avg, F, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL, Value
from django.db.models.functions import Replace, Upper

from nabij.directory.hsds.settling import as_uuid
from nabij.directory.load import model_of
from nabij.directory.models import Address, Attribute, Location, Schedule, Service, Twin
from nabij.directory.spelling import words_in

METRES_A_DEGREE = 111_195
MOST_WORDS = 24


@dataclass(frozen=True)
class Sought:
    """What somebody asks for; what is not asked is empty. Keys that are no keys fit nothing."""

    search: str = ""
    taxonomy_term_id: str = ""
    taxonomy_id: str = ""
    organization_id: str = ""
    parent_id: str = ""
    top_only: bool = False
    modified_after: datetime | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    start_time: time | None = None
    end_time: time | None = None
    day: str = ""
    postcode: str = ""
    proximity: float | None = None


def sought(table: str, *, asked: Sought) -> "QuerySet[Any]":
    """The rows of a table that fit all that is asked, by their key, so that pages stay apart when names change."""
    rows = model_of(table)._default_manager.all()
    if table == "service":
        rows = rows.filter(_of_services(asked))
    elif table == "service_at_location":
        rows = _at_locations(rows, asked)
    else:
        rows = rows.filter(_by_words(asked.search, table))
    if table == "taxonomy_term":
        rows = rows.filter(_key("taxonomy_id", asked.taxonomy_id) & _key("parent_id", asked.parent_id))
        rows = rows.filter(parent=None) if asked.top_only else rows
    return rows.order_by("pk")


def _at_locations(rows: "QuerySet[Any]", asked: Sought) -> "QuerySet[Any]":
    """A service at a place: what is asked of the service, and where the place is."""
    rows = rows.filter(service__in=Service.objects.filter(_of_services(asked, by_hours=False)))
    if asked.start_time or asked.end_time or asked.day:
        open_then = _open_then(asked)
        rows = rows.filter(
            Q(pk__in=open_then.values("service_at_location"))
            | Q(service__in=open_then.values("service"))
            | Q(location__in=open_then.values("location"))
        )
    return rows.filter(location__in=_near(asked)) if asked.postcode else rows


def _of_services(asked: Sought, *, by_hours: bool = True) -> Q:
    doubles = Twin.objects.standing().values("double")  # One stands here once, as on our own pages.
    fits = _key("organization_id", asked.organization_id) & _about(asked) & ~Q(pk__in=doubles)
    if asked.search:
        fits &= Q(pk__in=_said(asked.search))
    if asked.modified_after:
        fits &= Q(changed_at__gte=asked.modified_after) | Q(last_modified__gte=asked.modified_after)
    if asked.minimum_age is not None:
        fits &= Q(minimum_age__gte=asked.minimum_age)
    if asked.maximum_age is not None:
        fits &= Q(maximum_age__lte=asked.maximum_age)
    if by_hours and (asked.start_time or asked.end_time or asked.day):
        open_then = _open_then(asked)
        ways = ("service", "service_at_location__service", "location__services__service")
        at_all = Q()
        for way in ways:
            at_all |= Q(pk__in=open_then.exclude(**{way: None}).values(way))
        fits &= at_all
    return fits


def _key(column: str, asked: str) -> Q:
    if not asked:
        return Q()
    return Q(**{column: as_uuid(asked)}) if as_uuid(asked) else Q(pk__in=[])


def _about(asked: Sought) -> Q:
    """About this subject, and about a subject of this taxonomy: each may be another attribute."""
    fits = Q()
    for column, said in (
        ("taxonomy_term_id", asked.taxonomy_term_id),
        ("taxonomy_term__taxonomy_id", asked.taxonomy_id),
    ):
        if said:
            about = Attribute.objects.filter(_key(column, said), link_entity="service")
            fits &= Q(pk__in=about.values("link_id"))
    return fits


def _said(search: str) -> Any:
    """Services with all these words in their name, in what they are or for whom; never by who stands around them."""
    words = list(dict.fromkeys(words_in(search)))[:MOST_WORDS]
    query = " & ".join(f"{word}:AB" for word in words)
    found = "select service_id from directory_servicemeaning where words @@ to_tsquery('pg_catalog.dutch', %s)"
    return RawSQL(found, [query])  # nosec B611: a fixed question with a parameter


def _by_words(search: str, table: str) -> Q:
    """Each word somewhere in the name or description."""
    fits = Q()
    for word in search.split()[:MOST_WORDS]:
        said = Q(name__icontains=word) | Q(description__icontains=word)
        fits &= said | Q(code__iexact=word) if table == "taxonomy_term" else said
    return fits


def _open_then(asked: Sought) -> "QuerySet[Schedule]":
    """Schedules that begin no sooner, end no later and are about that day: one of them must fit all three."""
    hours = Schedule.objects.all()
    hours = hours.filter(opens_at__gte=asked.start_time) if asked.start_time else hours
    if asked.end_time:  # What closes at midnight or after it closes later than any hour of its day.
        same_day = Q(opens_at=None) | Q(closes_at__gt=F("opens_at"))
        hours = hours.filter(same_day, closes_at__lte=asked.end_time)
    return hours.filter(byday__regex=rf"(^|,)\s*[-+]?\d*{asked.day}") if asked.day else hours


def _near(asked: Sought) -> "QuerySet[Location]":
    """Places in this postcode; or within so many metres from the middle of the places that the map knows there."""
    plain = "".join(asked.postcode.split()).upper()
    stored = Upper(Replace("postal_code", Value(" ", TextField()), Value("", TextField())))
    there = Address.objects.annotate(plain=stored).filter(plain__startswith=plain).exclude(location=None)
    inside = Location.objects.filter(pk__in=there.values("location"))
    if asked.proximity is None:
        return inside
    middle = inside.aggregate(north=Avg("latitude"), east=Avg("longitude"))
    if middle["north"] is None or middle["east"] is None:
        return Location.objects.none()
    north = (F("latitude") - middle["north"]) * METRES_A_DEGREE
    east = (F("longitude") - middle["east"]) * METRES_A_DEGREE * cos(radians(middle["north"]))
    return Location.objects.annotate(squared=north * north + east * east).filter(squared__lte=asked.proximity**2)
