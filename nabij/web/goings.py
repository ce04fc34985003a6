"""How it goes as one small picture: each time somebody said it has a place of its own, from long ago to now.

Pure: no database, no clock. No line between the times and no mean: between two days nobody said anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from nabij.stories.going import Face
from nabij.stories.models import OwnWords

WIDTH, HEIGHT, STEP = 300, 112, 30  # So wide that a face stays a face on a phone.
TOP, FOOT = 18, 90  # Where the highest stands, and the floor on which words alone stand.
MOST = WIDTH // STEP
MOUTHS = {
    Face.VERY_HARD: "M-5 6Q0 0 5 6",
    Face.HARD: "M-5 5Q0 2 5 5",
    Face.SO_SO: "M-5 4H5",
    Face.FINE: "M-5 3Q0 6 5 3",
    Face.VERY_FINE: "M-6 2Q0 10 6 2",
}


@dataclass(frozen=True)
class Mark:
    """One time in the picture: a face, a number, or that something was said."""

    x: int
    y: float
    mouth: str
    number: int | None


@dataclass(frozen=True)
class Said:
    """One time in the table: when, in which words, with what beside them, and who said and wrote it."""

    at: datetime
    words: str
    beside: str
    by: str
    only: str = ""


@dataclass(frozen=True)
class Goings:
    """The picture of the newest times and the table of all of them, of one person."""

    name: str
    marks: tuple[Mark, ...]
    rows: tuple[Said, ...]
    first: datetime
    last: datetime
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = FOOT

    @property
    def more(self) -> int:
        """How many times stand in the table alone."""
        return len(self.rows) - len(self.marks)


def goings(told: Sequence[OwnWords], *, only: dict[UUID, str] | None = None) -> list[Goings]:
    """told: the newest first. One picture for each who spoke; only: the name of a circle that alone reads a line."""
    whose: dict[object, list[OwnWords]] = {}
    for one in told:
        whose.setdefault(one.person_id, []).append(one)
    return [_of_one(theirs, only=only or {}) for theirs in whose.values()]


def _of_one(told: Sequence[OwnWords], *, only: dict[UUID, str]) -> Goings:
    drawn = list(reversed(told[:MOST]))
    marks = tuple(_mark(one, place=place) for place, one in enumerate(drawn))
    rows = tuple(_row(one, only=only.get(one.circle_id, "")) for one in told)
    return Goings(told[0].person.first_name, marks, rows, drawn[0].at, drawn[-1].at)


def _mark(one: OwnWords, *, place: int) -> Mark:
    x = STEP // 2 + STEP * place
    if one.face is not None:
        share = (one.face - Face.VERY_HARD) / (Face.VERY_FINE - Face.VERY_HARD)
        return Mark(x, _height(share), MOUTHS[Face(one.face)], None)
    if one.number is not None:
        return Mark(x, _height(one.number / 10), "", one.number)
    return Mark(x, FOOT, "", None)


def _height(share: float) -> float:
    return round(FOOT - 18 - (FOOT - 18 - TOP) * share, 1)


def beside(one: OwnWords) -> str:
    """The face or the number, in words."""
    if one.number is not None:
        return _("een %(number)d") % {"number": one.number}
    return str(Face(one.face).label) if one.face is not None else ""


def who_said(one: OwnWords) -> str:
    told = {"name": one.person.first_name}
    if one.noted_by_id == one.person_id:
        return _("%(name)s zelf") % told
    return _("%(name)s vertelde het, %(writer)s schreef het op") % {**told, "writer": one.noted_by.first_name}


def _row(one: OwnWords, *, only: str) -> Said:
    return Said(one.at, one.words, beside(one), who_said(one), only)
