"""One thing that somebody carries, of whatever room."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from nabij.memory.handovers import Handover


class State(StrEnum):
    MINE = "mine"
    ASKED = "asked"
    TAKEN = "taken"


@dataclass(frozen=True)
class Carried:
    """One thing that somebody carries: what it is, where it stands, and how it stands with giving it to another."""

    kind: str
    key: UUID
    words: str
    state: State = State.MINE
    note: str = ""
    circle: UUID | None = None  # None or oneself alone: nobody else reads it.
    it: Any = None
    held: bool = True  # Whether one leaves no sooner than another takes it over.

    @property
    def waits(self) -> bool:
        """Whether it must be taken over before one can leave."""
        return self.held and self.state != State.TAKEN

    @property
    def may_be_asked(self) -> bool:
        """Whether whom it is about said yes and nobody was asked yet."""
        allowed = self.kind == "story" and self.it and self.it.past in (Handover.Past.ALL, Handover.Past.FROM_NOW)
        return bool(allowed) and self.state == State.MINE
