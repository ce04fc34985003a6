"""Where a row of the map comes from, as its source is called: a list of a neighbourhood, who does it, or elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

from nabij.directory.initiatives import OWN

BY_NEIGHBOURHOOD, BY_ADMINISTRATION = "buurtlijst:", "lijst:"


class Kind(StrEnum):
    LIST = "list"  # Kept by who coordinates in a neighbourhood.
    FILE = "file"  # A list that administration brought in.
    OWN = "own"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Origin:
    """A source in its parts: `place` is the code of a neighbourhood, or empty; `name` what the list is called."""

    kind: Kind
    name: str = ""
    place: str = ""

    @property
    def is_list(self) -> bool:
        return self.kind in (Kind.LIST, Kind.FILE)


def origin_of(came_from: str) -> Origin:
    if came_from.startswith(BY_NEIGHBOURHOOD):
        _kind, place, name = came_from.split(":", 2)
        return Origin(Kind.LIST, name, place)
    if came_from.startswith(OWN):
        return Origin(Kind.OWN, place=came_from.split(":")[1])
    if came_from.startswith(BY_ADMINISTRATION):
        return Origin(Kind.FILE, came_from.removeprefix(BY_ADMINISTRATION))
    return Origin(Kind.ELSEWHERE, came_from)
