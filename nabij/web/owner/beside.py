"""What people see at a listing that is not its own: of its place, or of the organisation."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from nabij.directory.correcting import Stands
from nabij.directory.hits import Hit, Spot
from nabij.web.map.whole import hours_of


@dataclass(frozen=True)
class Beside:
    """Each with what it is called; inherited: what gives way as soon as the listing says it itself."""

    fixed: list[tuple[str, str]]
    inherited: list[tuple[str, str]]


def beside(hit: Hit, *, own: Stands, now: datetime) -> Beside:
    """As a visitor reads it; only what the listing does not say itself."""
    organization = hit.service.organization
    fixed = [
        (_("Wie het doet"), organization.name if organization and organization.name != hit.service.name else ""),
        (_("Waar"), "\n".join(filter(None, map(_at, hit.spots)))),
    ]
    inherited = [
        (_("Wanneer"), "" if own.times else _when(hit, now=now)),
        (_("Telefoon"), "" if own.phone else hit.phone),
        (_("Mail"), "" if own.mail or not organization else organization.email),
        (_("Website"), "" if own.web or not organization else organization.website),
    ]
    return Beside(*([one for one in told if one[1]] for told in (fixed, inherited)))


def _at(spot: Spot) -> str:
    return ", ".join(filter(None, (spot.name, spot.address)))


def _when(hit: Hit, *, now: datetime) -> str:
    opening = hours_of(hit.hours, now=now)
    days = [f"{day.name} {', '.join(day.times)}" for day in opening.days if day.times]
    return "\n".join((*days, *opening.also))
