"""Two listings that look the same, side by side: each with where it comes from, so that one knows whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nabij.directory.doubles.joining import Proposal
from nabij.directory.models import Service
from nabij.directory.origins import Kind, Origin, origin_of
from nabij.people.models import Neighbourhood

SENTENCES = {
    Kind.LIST: lambda: _("Uit de lijst “%(name)s” van %(place)s."),
    Kind.FILE: lambda: _("Uit de lijst “%(name)s”, die beheer op de kaart zette."),
    Kind.OWN: lambda: _("Zelf op de kaart gezet, in %(place)s."),
    Kind.ELSEWHERE: lambda: _("Uit “%(name)s”, dat beheer op de kaart zette."),
}


@dataclass(frozen=True)
class Card:
    """One of the two, and the sentence that says where it comes from; empty when nobody knows."""

    service: Service
    origin: str


@dataclass(frozen=True)
class Pair:
    """What is asked: are these one? The first stays when they are."""

    both: tuple[Card, Card]
    reasons: tuple[str, ...]


def pairs(found: Iterable[Proposal]) -> list[Pair]:
    """The proposals with where both come from: one question to the database, however many there are."""
    proposals = list(found)
    origins = {one.came_from: origin_of(one.came_from) for each in proposals for one in each.both}
    places = names_of(origins.values())
    said = {source: sentence(origin, places) if source else "" for source, origin in origins.items()}
    return [
        Pair((Card(one.kept, said[one.kept.came_from]), Card(one.double, said[one.double.came_from])), one.reasons)
        for one in proposals
    ]


def names_of(origins: Iterable[Origin]) -> dict[str, str]:
    """How the neighbourhoods of these are called, by code."""
    codes = {one.place for one in origins} - {""}
    return dict(Neighbourhood.objects.filter(code__in=codes).values_list("code", "name"))


def sentence(origin: Origin, places: dict[str, str]) -> str:
    return SENTENCES[origin.kind]() % {"name": origin.name, "place": places.get(origin.place, origin.place)}
