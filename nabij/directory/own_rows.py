"""What neighbours said of what they do, as the rows of HSDS: the same rows as those of a list.

What is to stay hidden is in no row: then no rule, page, export or mistake can show it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from nabij.directory.hours import DAYS
from nabij.directory.hsds.filling import parts
from nabij.directory.hsds.rows import Row
from nabij.directory.languages import name_of
from nabij.directory.lists.rows import Account, Telling, slug
from nabij.directory.models import Location, TaxonomyTerm
from nabij.people.models import Neighbourhood

SELF = "zelf"  # What its rows are called within their source: there is one of it.
MEETING = "Plekken om elkaar te treffen"
VIRTUAL = "Groep op de telefoon of op internet"
INTRODUCED = "alleen via een kennismaking"
# Terms that the screens know by their code.
BY_NEIGHBOURS = ("by_whom", "by_whom:informal", "Buren en vrijwilligers")
BY_INTRODUCTION = ("way_in", "way_in:kennismaking", INTRODUCED)

OF_WHO_KEEPS = ("contact", "role", "phone", "email", "signup")  # Goes with whoever keeps it.
NEAR = 0.05  # Degrees of latitude: five kilometres; a degree of longitude is some three fifths of that here.
Said = Mapping[str, str]


def others_can_come(said: Said) -> bool:
    """Whether one finds the way without whoever kept it: not to somebody's home, and not by an introduction."""
    if said.get("introduction"):
        return False
    placed = not said.get("at_home") and (said.get("place") or said.get("address"))
    return bool(placed or (said.get("virtual") and said.get("link")))


def told(said: Said, *, area: Neighbourhood, day: date, source: str) -> Iterator[Row]:
    """All rows of one initiative. area: of which neighbourhood. day: when it was last said. source: of its own rows."""
    telling = Telling("", 1, SELF, dict(said), {}, Account())
    if said.get("stopped"):
        telling.row("service", name=said["name"], status="defunct")
        yield from telling.rows
        return
    _service(telling, day=day)
    hidden, virtual = bool(said.get("introduction")), bool(said.get("virtual"))
    if not hidden:
        _reach(telling)
    if virtual and not hidden:
        _group(telling)
    else:
        _place(telling, area=area, hidden=hidden, source=source)
    if said.get("days") or said.get("hours") or said.get("opens"):
        _hours(telling)
    _about(telling, hidden=hidden, virtual=virtual)
    for code in parts(said.get("languages", "")):
        telling.row("language", service_id=SELF, name=name_of(code), code=code)
    counts: dict[str, int] = {}
    for row in telling.rows:
        row.nested = True  # Nobody misses who the organisation is.
        row.extra = {}  # What could not be read stays where they wrote it.
        if row.key == SELF and row.table not in ("service", "location", "contact"):
            counts[row.table] = counts.get(row.table, 0) + 1
            row.key = f"{SELF}~{counts[row.table]}"
        yield row


def _service(telling: Telling, *, day: date) -> None:
    said, hidden = telling.said, bool(telling.said.get("introduction"))
    telling.row(
        "service",
        name=said["name"],
        description=said.get("description", ""),
        eligibility_description=said.get("for_whom", ""),
        application_process="" if hidden else said.get("signup", ""),
        url="" if hidden else said.get("link", ""),
        status="active",
        assured_date=f"{day:%Y-%m-%d}",
    )


def _reach(telling: Telling) -> None:
    """Through whom; without a role they are a private person, whom visitors and open data do not see."""
    said = telling.said
    if not said.get("contact"):
        return
    who: dict[str, Any] = {"name": said["contact"], "title": said.get("role", ""), "email": said.get("email", "")}
    telling.row("contact", service_id=SELF, **who)
    if said.get("phone"):
        telling.row("phone", contact_id=SELF, number=said["phone"])


def _group(telling: Telling) -> None:
    telling.row("location", name=VIRTUAL, location_type="virtual", url=telling.said.get("link", ""))
    telling.row("service_at_location", service_id=SELF, location_id=SELF)


def _place(telling: Telling, *, area: Neighbourhood, hidden: bool, source: str) -> None:
    """Where; of what is hidden, or at somebody's home, the neighbourhood alone, and no point on the map."""
    said = telling.said
    if hidden or said.get("at_home") or not (said.get("place") or said.get("address")):
        telling.row("location", name=area.name, location_type="physical")
    else:
        telling.row(
            "location", name=said.get("place", ""), location_type="physical", **_point(said, area=area, source=source)
        )
        where: dict[str, Any] = {"address_1": said.get("address", ""), "postal_code": said.get("postcode", "")}
        if any(where.values()):
            telling.row("address", location_id=SELF, region=area.name, address_type="physical", **where)
    telling.row("service_at_location", service_id=SELF, location_id=SELF)


def _point(said: Said, *, area: Neighbourhood, source: str) -> dict[str, Any]:
    """Where the map has this place, or this address, already; near here, for many towns have a street of that name."""
    if area.latitude is None or area.longitude is None:
        return {}
    here = Q(name__iexact=said["place"]) if said.get("place") else Q(pk__in=())
    if said.get("address"):
        here |= Q(addresses__address_1__iexact=said["address"])
    around = {
        "latitude__range": (area.latitude - NEAR, area.latitude + NEAR),
        "longitude__range": (area.longitude - 2 * NEAR, area.longitude + 2 * NEAR),
    }
    # Not by its own row: that says where it was before.
    known = Location.objects.filter(here, **around).exclude(came_from=source).order_by("pk").first()
    return {"latitude": f"{known.latitude}", "longitude": f"{known.longitude}"} if known else {}


def _hours(telling: Telling) -> None:
    said = telling.said
    days = said.get("days", "")
    when: dict[str, Any] = {"byday": days, "freq": "WEEKLY" if days else ""}
    when |= {"opens_at": said.get("opens", ""), "closes_at": said.get("closes", "")}
    words = said.get("hours", "")
    if days and not said.get("opens"):  # Without a time no calendar tells the day, so the words do.
        words = ": ".join(filter(None, (", ".join(DAYS[day] for day in days.split(",")), words)))
    telling.row("schedule", service_id=SELF, description=words, **when)


def _called(code: str) -> str:
    """What the map calls a term already that the screens know by its code."""
    return TaxonomyTerm.objects.filter(code=code).order_by("pk").values_list("name", flat=True).first() or ""


def _about(telling: Telling, *, hidden: bool, virtual: bool) -> None:
    """Its subjects, that neighbours do it, and that one comes in by being introduced."""
    subjects = [one for one in (telling.said.get("category", ""), MEETING if virtual else "") if one]
    terms = [("category", "", name) for name in dict.fromkeys(subjects)]
    for kind, code, usual in (*terms, BY_NEIGHBOURS, *((BY_INTRODUCTION,) if hidden else ())):
        name = (code and _called(code)) or usual
        telling.row("taxonomy_term", key=slug(name), name=name, code=code)
        about: dict[str, Any] = {"link_entity": "service", "link_type": kind, "link_id": SELF}
        telling.row("attribute", taxonomy_term_id=slug(name), **about)
