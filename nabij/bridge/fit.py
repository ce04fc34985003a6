"""What matching is made of: what is wanted, what is offered, what whoever looks knows, and what is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from nabij.bridge.fit_words import Wish
from nabij.bridge.listening import Heard


@dataclass(frozen=True)
class Spot:
    """Where somebody lives: a point no finer than the street, and the neighbourhood."""

    latitude: float | None = None
    longitude: float | None = None
    area: str = ""  # The code of the neighbourhood.
    place: str = ""  # Its name.


@dataclass(frozen=True)
class Trait:
    """What somebody can, knows, likes or has lived through, by their own word."""

    kind: str  # As in `Strength.Kind`.
    what: str


@dataclass(frozen=True)
class Wanted:
    """What is asked, for whom, and what that person says of themselves. Nothing of what stands in a story."""

    ask: UUID
    line: str
    heard: Heard
    wish: Wish
    about: UUID
    asked_by: UUID
    today: date
    name: str = ""  # First name of whom it is for; empty when whoever looks may not know.
    week: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    spot: Spot = Spot()
    vog_for: frozenset[str] = frozenset()  # Kinds of organised help for which this neighbourhood asks a VOG.

    @property
    def tongues(self) -> tuple[str, ...]:
        """The languages it cannot do without: those it names; to interpret, one's own beside Dutch."""
        if self.heard.tongues or not self.heard.is_about("interpreting"):
            return self.heard.tongues
        return tuple(code for code in self.languages if code != "nl")


@dataclass(frozen=True)
class Offered:
    """What is offered, by whom."""

    offer: UUID
    person: UUID
    name: str  # First name, or of the group.
    line: str
    kinds: tuple[str, ...] = ()
    group: bool = False
    week: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()
    spot: Spot = Spot()
    room: int | None = None
    asked: int = 0  # How often they were asked this month.
    again: date | None = None  # Until this day they rest.
    resting: bool = False
    safeguards: tuple[tuple[str, date | None], ...] = ()  # "vog", "training"; until when each holds.

    @property
    def words(self) -> tuple[str, ...]:
        """All that they say of themselves."""
        return (self.line, *(trait.what for trait in self.traits))

    def holds(self, kind: str, *, on: date) -> bool:
        return any(one == kind and (until is None or until >= on) for one, until in self.safeguards)

    def until(self, kind: str) -> date | None:
        """The last day of the safeguard of this kind that holds longest; None without one, or without an end."""
        days = [until for one, until in self.safeguards if one == kind]
        return None if None in days else max((day for day in days if day), default=None)

    def has_shown(self, kind: str) -> bool:
        return any(one == kind for one, _until in self.safeguards)


@dataclass(frozen=True)
class Bond:
    """How whoever looks knows somebody: in their own words."""

    gives: str = ""
    close: bool = False
    helps_now: bool = False  # What fills their month is already this.


@dataclass(frozen=True)
class Helped:
    """That somebody was of use before, and what was said of it."""

    times: int = 1
    words: str = ""


@dataclass(frozen=True)
class Speaker:
    """Somebody whom whoever looks knows, and who could come along for the language."""

    person: UUID
    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What whoever looks may know themselves; two who look may know different things."""

    by: UUID
    named: frozenset[UUID] = frozenset()
    bonds: Mapping[UUID, Bond] = field(default_factory=dict)
    helped: Mapping[UUID, Helped] = field(default_factory=dict)
    said_no: frozenset[UUID] = frozenset()  # Offers or persons: they are not asked again.
    rather_not: frozenset[UUID] = frozenset()  # Persons; that stays with whoever said so.
    # Persons, as was said in the circle the ask came from, and for its readers alone.
    not_now: frozenset[UUID] = frozenset()
    unsafe: frozenset[UUID] = frozenset()
    speakers: Sequence[Speaker] = ()
    # (offer, ground) -> what was said against it.
    against: Mapping[tuple[UUID, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """One sentence about how an offer fits, and how much it counts; the number never leaves the ordering."""

    ground: str
    words: object  # Made into words when it is shown.
    counts: int = 0


@dataclass(frozen=True)
class Reason:
    """One reason as it is shown. By its ground it can be contradicted."""

    ground: str
    words: str


@dataclass(frozen=True)
class Candidate:
    """Who could be asked: why, and what to know first."""

    offer: UUID
    person: UUID
    name: str
    line: str
    group: bool = False
    reasons: tuple[Reason, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShortList:
    """Who could be asked for one ask, first who fits best; and what is to be known of the ask itself."""

    candidates: tuple[Candidate, ...] = ()
    first: tuple[str, ...] = ()  # What to do or know before anybody is asked.
    map_first: bool = False  # Whether the social map comes before people.
    nobody: str = ""  # Why nobody is asked at all.
