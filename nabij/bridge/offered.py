"""Offers on the ladder: whoever offers what a question asks for, with what they say themselves."""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from nabij.bridge.ladder import Entry
from nabij.bridge.listening import Heard
from nabij.bridge.offering import load_of
from nabij.bridge.offers import Offer
from nabij.bridge.safeguards import Safeguard
from nabij.bridge.weeks import in_words

MOST, OFTEN = 60, 3  # After three times in a month the fourth is told so.


@dataclass(frozen=True)
class Offered:
    """What one person offers that fits, how often they were asked for it, and what was seen of them."""

    offer: Offer
    asked: int = 0
    seen: tuple[Safeguard, ...] = field(default=())


def offers_for(heard: Heard, *, area: list[str], today: date) -> dict[UUID, Offered]:
    """By person what is offered around here that fits; nothing where no neighbour is asked."""
    keys = [kind.key for kind in heard.kinds]
    if not keys or any(kind.alone or kind.firm for kind in heard.kinds[:1]):
        return {}
    near = Offer.objects.open_on(today).filter(neighbourhood__in=area, kinds__overlap=keys)
    offers = list(near.select_related("person__neighbourhood", "group").order_by("-at", "-id")[:MOST])
    if not offers:
        return {}
    load, seen = load_of(offers), dict[UUID, list[Safeguard]]()
    for one in Safeguard.objects.filter(person__in=[offer.person_id for offer in offers]).order_by("kind", "at"):
        seen.setdefault(one.person_id, []).append(one)
    return {
        one.person_id: Offered(one, load.get(one.id, 0), tuple(seen.get(one.person_id, ()))) for one in reversed(offers)
    }


def with_offer(entry: Entry, offered: Offered | None, *, today: date) -> Entry:
    """Somebody with what they offer as the first reason; that they are asked often comes behind, never instead."""
    if offered is None:
        return entry
    line = offered.offer.line.rstrip(".")
    when = in_words(offered.offer.week)
    good = [_("Biedt zelf aan: “%(line)s”.") % {"line": line}]
    good += [_("Kan: %(when)s.") % {"when": when}] if when else []
    good += [one.in_words(today) for one in offered.seen]
    often = offered.asked >= min(OFTEN, offered.offer.room or OFTEN)
    said = [_("Is deze maand al vaak gevraagd. Kijk ook naar een ander.")] if often else []
    return replace(
        entry,
        reasons=tuple(dict.fromkeys((*good, *entry.reasons))),
        remarks=(*said, *entry.remarks),
        weight=entry.weight + 25 - 20 * often,
    )
