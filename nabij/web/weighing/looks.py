"""How people look at a dilemma from four sides, and what whoever thinks otherwise leaves with the decision."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What somebody said, in their own words ("blik"); by: who, as far as it is told."""

    words: str
    by: str = ""


@dataclass(frozen=True)
class Logic:
    """One of four ways to look at it; own: the side of whom it is about, which comes first."""

    title: str
    said: tuple[Said, ...] = ()
    own: bool = False
