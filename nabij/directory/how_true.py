"""How true the map is, counted: by neighbourhood and by what a listing is about. Counts only, and nobody is ranked.

Counting reads every listing; the night keeps what it counted (`count_anew`), and that is what a page shows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from nabij.base.distance import metres
from nabij.directory.map_counts import MapCount, keep_count, kept_count
from nabij.directory.models import Attribute, ServiceAtLocation
from nabij.directory.reading import SUBJECTS
from nabij.directory.sure_of_all import sure_of_all
from nabij.directory.sureness import SEASON, YEAR, Sureness
from nabij.people.models import Neighbourhood

KINDS = ("season", "year", "longer", "never", "missed")
NOT_FAR = 2200  # Metres: what lies further from every middle is of no neighbourhood.


@dataclass(frozen=True)
class Row:
    """One neighbourhood or subject: how many listings stand how; the five together are all of them."""

    name: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def kind_of(sure: Sureness) -> str:
    """When it was last found right, or that it was three times not reached since."""
    if sure.out_of_reach:
        return "missed"
    if sure.confirmed is None:
        return "never"
    gone = sure.today - sure.confirmed
    return "season" if gone <= SEASON else "year" if gone <= YEAR else "longer"


@dataclass(frozen=True)
class HowTrue:
    """The whole map, its neighbourhoods and its subjects; a listing about two things stands with both."""

    whole: Row
    areas: list[Row]
    subjects: list[Row]
    at: datetime

    def as_dict(self) -> dict[str, Any]:
        areas, subjects = ([[row.name, row.counts] for row in rows] for rows in (self.areas, self.subjects))
        return {"whole": self.whole.counts, "areas": areas, "subjects": subjects}

    @classmethod
    def of(cls, kept: MapCount) -> Self:
        areas, subjects = ([Row(*row) for row in kept.said[part]] for part in ("areas", "subjects"))
        return cls(Row("", kept.said["whole"]), areas, subjects, kept.at)


def how_true(*, at: datetime) -> HowTrue:
    """As it was last counted; where it never was, counted now."""
    kept = kept_count()
    return HowTrue.of(kept) if kept else counted(at=at)


def count_anew(*, at: datetime) -> HowTrue:
    """Counts and keeps that; acts as the office beheer."""
    found = counted(at=at)
    keep_count(said=found.as_dict(), at=at)
    return found


def counted(*, at: datetime) -> HowTrue:
    """Five questions to the database, whatever the number of listings; a second for each fifteen thousand of them."""
    kinds = {key: kind_of(sure) for key, sure in sure_of_all(at=at).items()}
    return HowTrue(
        whole=Row("", _counts(kinds.values())),
        areas=_rows(_areas(kinds), kinds),
        subjects=_rows(_subjects(kinds), kinds),
        at=at,
    )


def _counts(kinds: Iterable[str]) -> dict[str, int]:
    found = Counter(kinds)
    return {kind: found[kind] for kind in KINDS}


def _rows(groups: dict[str, set[UUID]], kinds: dict[UUID, str]) -> list[Row]:
    """By name; what has no name last."""
    names = sorted(groups, key=lambda name: (not name, name.casefold()))
    return [Row(name, _counts(kinds[key] for key in groups[name])) for name in names]


def _subjects(kinds: dict[UUID, str]) -> dict[str, set[UUID]]:
    groups: dict[str, set[UUID]] = defaultdict(set)
    about = Attribute.objects.filter(link_entity="service", link_type__in=SUBJECTS).exclude(taxonomy_term__name="")
    for key, name in about.exclude(taxonomy_term=None).values_list("link_id", "taxonomy_term__name"):
        if key in kinds:
            groups[name].add(key)
    return _with_rest(groups, kinds)


def _areas(kinds: dict[UUID, str]) -> dict[str, set[UUID]]:
    """Each listing with the neighbourhood whose middle is nearest to its place."""
    middles = Neighbourhood.objects.filter(kind=Neighbourhood.Kind.BUURT)
    known_to_lie = middles.values_list("name", "latitude", "longitude")
    there = [(name, float(lat), float(lon)) for name, lat, lon in known_to_lie if lat is not None and lon is not None]
    groups: dict[str, set[UUID]] = defaultdict(set)
    places = ServiceAtLocation.objects.filter(location__latitude__isnull=False, location__longitude__isnull=False)
    known: dict[tuple[float, float], str] = {}
    for key, lat, lon in places.values_list("service_id", "location__latitude", "location__longitude"):
        if key in kinds and lat is not None and lon is not None:
            spot = (lat, lon)
            known[spot] = known[spot] if spot in known else _nearest(spot, there)
            if known[spot]:
                groups[known[spot]].add(key)
    return _with_rest(groups, kinds)


def _nearest(spot: tuple[float, float], middles: list[tuple[str, float, float]]) -> str:
    far, name = min(((metres(*spot, lat, lon), name) for name, lat, lon in middles), default=(NOT_FAR, ""))
    return name if far <= NOT_FAR else ""


def _with_rest(groups: dict[str, set[UUID]], kinds: dict[UUID, str]) -> dict[str, set[UUID]]:
    rest = set(kinds) - set().union(*groups.values())
    return {**groups, "": rest} if rest else groups
