"""What the ladder asks of the social map, and what it gets back: services that may be of use, best first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from nabij.people.models import Person


@dataclass(frozen=True)
class Found:
    """One service of the social map, as the ladder needs it."""

    id: UUID
    name: str
    what: str = ""
    organization: str = ""
    formal: bool = True
    categories: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    where: str = ""
    metres: float | None = None
    when: str = ""
    weekdays: tuple[int, ...] = ()
    open_now: bool = False
    by_appointment: bool = False
    phone: str = ""
    mail: str = ""
    url: str = ""
    through: str = ""  # The role of the contact: "sociaal raadsvrouw".
    confirmed: date | None = None
    group: UUID | None = None  # Where it is one of our groups.


SocialMap = Callable[[str, Person, datetime], Sequence[Found]]


def no_map(question: str, near: Person, at: datetime) -> Sequence[Found]:
    """A neighbourhood without a social map."""
    return ()
