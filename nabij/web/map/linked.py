"""A listing as schema.org tells it, for search engines and other machines: a service, and its activity if it is one.

Only what stands on the page for whoever has no account; nobody is named. Asks the database nothing.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from nabij.directory.hours import WEEK
from nabij.directory.models import Location, Organization
from nabij.directory.needs import costs_nothing
from nabij.directory.reading import SHOWN, Listing
from nabij.web.calendar.ics import ZONE
from nabij.web.days import local_day
from nabij.web.map import whole
from nabij.web.map.lines import shortened
from nabij.web.map.recurring import Recurring, comes_back, is_activity, is_weekly

SCHEMA = "https://schema.org"
DAYS = dict(zip(WEEK, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), strict=True))
LONGEST = 500  # Signs of a description: the page itself has the rest.
GOVERNMENT = re.compile(r"(gemeente|provincie|waterschap|ministerie)\b", re.IGNORECASE)

Node = dict[str, Any]


def linked(told: Listing, *, at: datetime) -> Node | None:
    """The service and what belongs to it; None when it has stopped."""
    if told.hit.service.status not in SHOWN:
        return None
    nodes = [_service(told, at=at)]
    if is_activity(told.hit, at=at):
        nodes.append(_activity(told, at=at))
    return {"@context": SCHEMA, "@graph": nodes}


def _service(told: Listing, *, at: datetime) -> Node:
    provider = _provider(told)
    government = provider and provider["@type"] == "GovernmentOrganization"
    return _filled(
        {
            "@type": "GovernmentService" if government else "Service",
            "@id": _url(told),
            "url": _url(told),
            "name": told.hit.service.name,
            "description": shortened(told.hit.service.description, most=LONGEST),
            "serviceType": list(dict.fromkeys(told.hit.subjects)),
            "provider": provider,
            "areaServed": [{"@type": "AdministrativeArea", "name": area.name} for area in told.areas if area.name],
            "audience": _audience(told),
            "offers": _offer(told),
            "hoursAvailable": list(_opening(told, at=at)),
            "availableChannel": _channel(told),
        }
    )


def _activity(told: Listing, *, at: datetime) -> Node:
    times = comes_back(told.hit, at=at)
    return _filled(
        {
            "@type": "EventSeries",
            "@id": f"{_url(told)}#activiteit",
            "url": _url(told),
            "name": told.hit.service.name,
            "description": shortened(told.hit.service.description, most=LONGEST),
            "startDate": min(timezone.make_aware(one.begins) for one in times).isoformat(),
            "eventSchedule": [schedule for one in times if (schedule := _schedule(one))],
            "eventStatus": f"{SCHEMA}/EventScheduled",
            "location": [_place(one, told) for one in told.locations],
            "organizer": _provider(told),
            "inLanguage": list(told.hit.languages),
            "isAccessibleForFree": _free(told) or None,
        }
    )


def _url(told: Listing) -> str:
    return str(settings.NABIJ_URL + reverse("service", args=[told.hit.service.pk]))


def _filled(node: Node) -> Node:
    """What says nothing is left out."""
    return {name: said for name, said in node.items() if said not in ("", None, [], {})}


def _provider(told: Listing) -> Node | None:
    service = told.hit.service
    organization: Organization | None = service.organization
    name = organization.name if organization else service.group.name if service.group else ""
    if not name:
        return None
    kind = "GovernmentOrganization" if GOVERNMENT.match(name) else "Organization"
    told_more = organization and {
        "url": organization.website if _followed(organization.website) else "",
        "description": shortened(organization.description, most=LONGEST),
    }
    return _filled({"@type": kind, "name": name, **(told_more or {})})


def _followed(address: str) -> bool:
    return bool(re.match(r"https?://", address, re.IGNORECASE))


def _audience(told: Listing) -> Node | None:
    service = told.hit.service
    said = _filled(
        {
            "audienceType": " ".join(told.hit.for_whom.split()),
            "suggestedMinAge": service.minimum_age,
            "suggestedMaxAge": service.maximum_age,
        }
    )
    return {"@type": "PeopleAudience", **said} if said else None


def _free(told: Listing) -> bool:
    said = [(one.amount, one.amount_description + one.option) for one in told.costs]
    return costs_nothing(told.hit.service.fees_description, options=said)


def _offer(told: Listing) -> Node | None:
    words = " ".join(whole.costs(told))
    if _free(told):
        return _filled({"@type": "Offer", "price": "0", "priceCurrency": "EUR", "description": words})
    return {"@type": "Offer", "description": words} if words else None


def _opening(told: Listing, *, at: datetime) -> Iterator[Node]:
    """Of each ordinary week its days; what comes back otherwise is the schedule of an activity."""
    there = told.hit.service.status == told.hit.service.Status.ACTIVE
    for one in dict.fromkeys(told.hit.hours if there else ()):
        if is_weekly(one) and not (one.until and one.until < local_day(at)):
            yield _filled(
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": [DAYS[name] for name in WEEK if name in one.byday],
                    "opens": _clock(one.opens),
                    "closes": _clock(one.closes),
                    "validFrom": one.starts and one.starts.isoformat(),
                    "validThrough": one.until and one.until.isoformat(),
                }
            )


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _schedule(one: Recurring) -> Node | None:
    """How an activity comes back; None when that can only be told day by day."""
    if one.besides:
        return None
    parts = dict(part.split("=") for part in one.rule.split(";") if part)
    every = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M"}.get(parts.get("FREQ", ""), "")
    last = one.hours.until.isoformat() if one.hours.until else ""
    return _filled(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{parts.get('INTERVAL', '1')}{every}" if every else "",
            "byDay": [f"{SCHEMA}/{DAYS[day]}" if day in DAYS else day for day in _listed(parts.get("BYDAY", ""))],
            "byMonthDay": [int(day) for day in _listed(parts.get("BYMONTHDAY", ""))],
            "startDate": one.first.isoformat(),
            "endDate": last,
            "exceptDate": [day.isoformat() for day in one.without],
            "startTime": _clock(one.hours.opens),
            "endTime": _clock(one.hours.closes),
            "scheduleTimezone": ZONE,
        }
    )


def _listed(said: str) -> list[str]:
    return said.split(",") if said else []


def _channel(told: Listing) -> Node | None:
    """Where, how, and in which languages; the numbers and addresses that stand on the page."""
    ways = whole.ways(told)
    reached = {
        "telephone": [way.url.removeprefix("tel:") for way in ways if way.url.startswith("tel:")],
        "email": [way.words for way in ways if way.url.startswith("mailto:")],
    }
    points = _filled(reached)
    said = _filled(
        {
            "serviceUrl": next((way.url for way in ways if _followed(way.url)), ""),
            "servicePhone": {"@type": "ContactPoint", **points} if points else None,
            "serviceLocation": [_place(one, told) for one in told.locations],
            "availableLanguage": list(told.hit.languages),
        }
    )
    return {"@type": "ServiceChannel", **said} if said else None


def _place(there: Location, told: Listing) -> Node:
    address = next(iter(told.addresses_of(there)), None)
    known = there.latitude is not None and there.longitude is not None
    return _filled(
        {
            "@type": "Place",
            "name": there.name,
            "address": address
            and _filled(
                {
                    "@type": "PostalAddress",
                    "streetAddress": ", ".join(filter(None, (address.address_1, address.address_2))),
                    "postalCode": address.postal_code,
                    "addressLocality": address.city,
                    "addressCountry": address.country,
                }
            ),
            "geo": {"@type": "GeoCoordinates", "latitude": there.latitude, "longitude": there.longitude}
            if known
            else None,
        }
    )
