"""What there is in and around a neighbourhood, by subject: for a list on paper, or to look through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from nabij.directory.hits import Hit
from nabij.directory.search import Point, find

MOST = 300  # More is a book; who lives in a large town prints a list of their own neighbourhood.


@dataclass(frozen=True)
class Part:
    """One subject of the list ("onderwerp"), with what is about it; without a name what is about none.

    also: what is about this too and stands under another subject, with the name of that one.
    """

    name: str
    hits: list[Hit]
    also: list[tuple[Hit, str]]


def around(near: Point, *, within: int | None, at: datetime) -> list[Part]:
    """Every listing once, under the first of its subjects: what nobody confirmed lately last, then the nearest first.

    within: metres; what has no place on the map, such as help at home or a telephone line, is in each list.
    """
    return by_subject(find(words="", at=at, near=near, within=within, limit=MOST))


def by_subject(hits: Sequence[Hit]) -> list[Part]:
    parts: dict[str, Part] = {}
    for hit in sorted(hits, key=_place):
        first, *more = sorted(set(hit.subjects)) or [""]
        parts.setdefault(first, Part(first, [], [])).hits.append(hit)
        for name in more:
            parts.setdefault(name, Part(name, [], [])).also.append((hit, first))
    return [parts[name] for name in sorted(parts, key=lambda name: (not name, name))]


def _place(hit: Hit) -> tuple[bool, bool, int, str]:
    return (hit.unsure or hit.confirmed is None, hit.distance is None, hit.distance or 0, hit.service.name)
