"""The ladder: six rungs from one's own people to specialists, who stands on them, and why."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class RungName(models.TextChoices):
    """The rungs, nearest first; duty stands before them all when something cannot wait ("trede")."""

    DUTY = "duty", _("Wie nu dienst heeft")
    OWN = "own", _("Eigen mensen")
    NEIGHBOURS = "neighbours", _("Buren")
    INITIATIVES = "initiatives", _("Initiatieven en hulp in de buurt")
    VOLUNTEERS = "volunteers", _("Vrijwilligers")
    PROFESSIONALS = "professionals", _("Beroepskrachten")
    SPECIALISTS = "specialists", _("Specialisten")


RUNGS: list[RungName] = [name for name in RungName if name != RungName.DUTY]


@dataclass(frozen=True)
class Reach:
    """One way to reach somebody: in words, and the phone number or address that does it."""

    words: str
    phone: str = ""
    mail: str = ""
    url: str = ""


@dataclass(frozen=True)
class Entry:
    """Somebody or something on a rung, with the reasons in sentences and how to reach them."""

    name: str
    called: str
    shape: str  # formal, informal or unknown
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    reach: tuple[Reach, ...] = ()
    person: UUID | None = None
    hat: UUID | None = None
    service: UUID | None = None
    first_name: str = ""
    by_letter: bool = False
    why_not: str = ""  # Why this one is not asked now; empty when they may be.
    sentence: str = ""  # Words one could use to ask.
    # What the order is made of; larger is nearer.
    weight: int = 0
    counts: bool = True  # Whether this entry makes its rung worth beginning on.
    chosen: bool = False  # Named by the resident, or offered by themselves.

    @property
    def may_be_asked(self) -> bool:
        return not self.why_not


@dataclass(frozen=True)
class Rung:
    """One rung: its entries, or a sentence why nobody stands there or why not to ask here now."""

    name: RungName
    entries: tuple[Entry, ...] = ()
    why_not: str = ""  # A reason not to begin here; people on it can still be seen.
    empty: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        return str(self.name.label)

    @property
    def is_place_to_begin(self) -> bool:
        return not self.why_not and any(one.counts and one.may_be_asked for one in self.entries)

    @property
    def has_chosen(self) -> bool:
        return not self.why_not and any(one.chosen and one.may_be_asked for one in self.entries)


@dataclass(frozen=True)
class OnDuty:
    """Who is on duty now, and until when."""

    person: UUID | None
    hat: UUID
    name: str
    called: str
    until: datetime
    phone: str


@dataclass(frozen=True)
class Ladder:
    """The nearest help to one question: the rungs, where one could begin and why, and what to be careful about."""

    question: str
    rungs: tuple[Rung, ...]
    first: RungName
    why_first: str
    urgent: bool = False
    ask_danger: bool = False  # Whether to ask if there is danger now, instead of deciding it.
    duty: tuple[OnDuty, ...] = ()
    caution: tuple[str, ...] = ()
    thin: bool = False  # Whether the network looks thin: a prompt to talk, never a label.
    kinds: tuple[str, ...] = field(default=())

    def rung(self, name: RungName) -> Rung:
        return next(rung for rung in self.rungs if rung.name == name)
