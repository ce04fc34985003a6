"""Neighbourhoods from a GeoJSON file: CBS codes, names and outlines, or every reason why not.

Longitude and latitude in WGS84, as GeoJSON (RFC 7946) asks. One bad feature refuses the whole file: half a
municipality on the map helps nobody.
"""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nabij.people.models import Neighbourhood

CODE_NAMES = (
    *("statcode", "cbs_buurtcode", "buurtcode", "bu_code", "cbs_wijkcode", "wijkcode", "wk_code"),
    *("gemeentecode", "gm_code", "code"),
)
NAME_NAMES = (
    *("statnaam", "buurtnaam", "bu_naam", "buurt", "wijknaam", "wk_naam", "wijk"),
    *("gemeentenaam", "gm_naam", "naam", "name"),
)
CODE = re.compile(r"^(GM\d{4}|WK\d{6}|BU\d{8})$")
KINDS = {"GM": Neighbourhood.Kind.GEMEENTE, "WK": Neighbourhood.Kind.WIJK, "BU": Neighbourhood.Kind.BUURT}
LONGITUDES, LATITUDES = (3.0, 7.5), (50.5, 54.0)  # The Netherlands in Europe.
LARGEST = 200_000_000  # bytes

Ring = list[list[float]]


class NotOutlines(ValueError):
    """The file cannot be read as outlines at all."""


class OutlinesRefused(ValueError):
    """Some features cannot be used; `problems` names each with its number."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass
class Report:
    """How many neighbourhoods were read, and how many of them are new, changed or as they were."""

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    notes: list[str] = field(default_factory=list)


def read(path: Path) -> dict[str, Any]:
    """The GeoJSON document in a file; NotOutlines with one sentence when it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise NotOutlines(_("Dit bestand is te groot: hooguit 200 MB."))
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NotOutlines(_("Dit bestand is niet te lezen: %(why)s.") % {"why": error.strerror}) from error
    except ValueError as error:
        if isinstance(error, NotOutlines):
            raise
        raise NotOutlines(_("Dit is geen GeoJSON: de tekst is niet te begrijpen.")) from error
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise NotOutlines(_("Dit is geen GeoJSON met een verzameling gebieden (FeatureCollection)."))
    return document


@transaction.atomic
def import_neighbourhoods(*, document: dict[str, Any]) -> Report:
    """Makes or changes a neighbourhood for each feature; a second time nothing changes."""
    found = list(_features(document))
    problems = [f"{_('Gebied')} {number}: {what}" for number, what in found if isinstance(what, str)]
    if problems:
        raise OutlinesRefused(problems)
    report = Report(read=len(found))
    # Municipalities first, so that each finds its parent: their codes are the shortest.
    for one in sorted((what for _number, what in found if isinstance(what, Neighbourhood)), key=lambda o: len(o.code)):
        _put(one, report)
    return report


def _put(one: Neighbourhood, report: Report) -> None:
    parent = parent_code(one.code)
    one.parent = Neighbourhood.objects.filter(code=parent).first() if parent else None
    was = Neighbourhood.objects.filter(code=one.code).first()
    fields = ("name", "kind", "parent_id", "outline", "latitude", "longitude", "source")
    if was is None:
        one.save(force_insert=True)
        report.new += 1
    elif any(getattr(was, name) != getattr(one, name) for name in fields):
        one.save(force_update=True)
        report.changed += 1
    else:
        report.same += 1


def parent_code(code: str) -> str | None:
    """BU04390302 lies in WK043903, which lies in GM0439."""
    return {"BU": "WK" + code[2:8], "WK": "GM" + code[2:6]}.get(code[:2])


def _features(document: dict[str, Any]) -> Iterator[tuple[int, Neighbourhood | str]]:
    """Each feature with its number, as a neighbourhood or as the sentence that says what is wrong with it."""
    source = str(document.get("source", ""))[:200]
    for number, feature in enumerate(document.get("features") or [], start=1):
        try:
            yield number, _neighbourhood(feature, source=source)
        except ValueError as problem:
            yield number, str(problem)
        except (TypeError, KeyError, AttributeError, IndexError):
            yield number, _("dit gebied is niet te begrijpen.")


def _neighbourhood(feature: dict[str, Any], *, source: str) -> Neighbourhood:
    said = {str(key).lower(): value for key, value in (feature.get("properties") or {}).items()}
    code = next((str(said[name]).strip() for name in CODE_NAMES if said.get(name)), "")
    if not CODE.match(code):
        raise ValueError(_("“%(code)s” is geen code van het CBS, zoals BU04390302.") % {"code": code[:20]})
    polygons = _polygons(feature.get("geometry") or {})
    longitude, latitude = _middle(polygons)
    return Neighbourhood(
        code=code,
        name=str(next((said[name] for name in NAME_NAMES if said.get(name)), code))[:120],
        kind=KINDS[code[:2]],
        outline=polygons,
        longitude=longitude,
        latitude=latitude,
        source=source,
    )


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    coordinates = geometry.get("coordinates") or []
    kind = geometry.get("type")
    if kind == "Polygon":
        coordinates = [coordinates]
    elif kind != "MultiPolygon":
        raise ValueError(_("dit is geen vlak (Polygon of MultiPolygon) maar “%(kind)s”.") % {"kind": kind})
    polygons = [[[_point(point) for point in ring] for ring in polygon] for polygon in coordinates]
    if not polygons or any(len(ring) < 4 or ring[0] != ring[-1] for polygon in polygons for ring in polygon):
        raise ValueError(_("de omtrek is niet gesloten."))
    return polygons


def _point(point: list[Any]) -> list[float]:
    longitude, latitude = float(point[0]), float(point[1])
    if _within(longitude, LONGITUDES) and _within(latitude, LATITUDES):
        return [longitude, latitude]
    if _within(latitude, LONGITUDES) and _within(longitude, LATITUDES):
        raise ValueError(_("de coördinaten zijn omgedraaid: eerst de lengte (4,9), dan de breedte (52,5)."))
    raise ValueError(_("een punt ligt niet in Nederland. Gebruik lengte en breedte in graden (WGS84)."))


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _middle(polygons: list[list[Ring]]) -> tuple[float, float]:
    """The centroid of the largest outer ring (shoelace formula), in degrees; good enough for a town."""
    ring = max((polygon[0] for polygon in polygons), key=lambda one: abs(_area(one)))
    area = _area(ring)
    if not area:
        return ring[0][0], ring[0][1]
    x0, y0 = ring[0]
    near = [[x - x0, y - y0] for x, y in ring]  # Measured from a corner, or the digits that matter drown.
    pairs = list(itertools.pairwise(near))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    return round(x0 + x, 6), round(y0 + y, 6)


def _area(ring: Ring) -> float:
    x0, y0 = ring[0]
    near = [[x - x0, y - y0] for x, y in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(near)) / 2
