"""Five forms in which people are near a household: told from who took part in each moment.

The five are those of M. Hoijtink (workshop on neighbourhood teams): physical, the own network, between professions,
civil, and governmental. A moment may be of several forms, or of none. They are counted, never added up to one number:
each is a field of its own, with a difficulty of its own.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """From where somebody took part, by the hat they wore in that moment."""

    RESIDENT = "resident"  # Whom it is about.
    OWN = "own"  # Family, friend, neighbour.
    CIVIL = "civil"  # A volunteer, or somebody of an initiative.
    PROFESSION = "profession"
    GOVERNMENT = "government"  # Of the municipality.
    UNKNOWN = "unknown"


class Form(StrEnum):
    """A form of being near."""

    PHYSICAL = "physical"
    OWN_NETWORK = "own_network"
    INTERPROFESSIONAL = "interprofessional"
    CIVIL = "civil"
    GOVERNMENTAL = "governmental"


@dataclass(frozen=True)
class Part:
    """Somebody's part in a moment. there: in the same place; of: the profession or employer, None when not known."""

    side: Side
    there: bool = True
    of: Hashable = None


@dataclass(frozen=True)
class Proximity:
    """How many moments there were in each period, of each form and altogether; and where a hat was not known."""

    counts: Mapping[Form, tuple[int, ...]]
    moments: tuple[int, ...]
    unknown: int


def forms_of(parts: Collection[Part]) -> frozenset[Form]:
    """The forms of one moment.

    physical: whom it is about was there, and somebody else too. interprofessional: two who are known to be of
    different professions or employers took part, the municipality among them. The others: somebody of that side did.
    """
    sides = {one.side for one in parts}
    there = {one.side for one in parts if one.there}
    worked = {one.of for one in parts if one.side in (Side.PROFESSION, Side.GOVERNMENT) and one.of is not None}
    said = {
        Form.PHYSICAL: Side.RESIDENT in there and bool(there - {Side.RESIDENT}),
        Form.OWN_NETWORK: Side.OWN in sides,
        Form.INTERPROFESSIONAL: len(worked) > 1,
        Form.CIVIL: Side.CIVIL in sides,
        Form.GOVERNMENTAL: Side.GOVERNMENT in sides,
    }
    return frozenset(form for form, yes in said.items() if yes)


def proximity(moments: Iterable[tuple[Hashable, Collection[Part]]], *, periods: Sequence[Hashable]) -> Proximity:
    """Counts (period, who took part) for each of these periods; what lies outside them is left out."""
    place = {period: at for at, period in enumerate(periods)}
    counts = {form: [0] * len(periods) for form in Form}
    every, unknown = [0] * len(periods), 0
    for period, parts in moments:
        if period not in place:
            continue
        every[place[period]] += 1
        unknown += any(one.side == Side.UNKNOWN for one in parts)
        for form in forms_of(parts):
            counts[form][place[period]] += 1
    return Proximity({form: tuple(found) for form, found in counts.items()}, tuple(every), unknown)
