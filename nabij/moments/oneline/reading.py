"""What one line says: what its signs set and its plain words offer. A reading is shown; what a person saves is kept."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from django.utils.translation import gettext as _

Kind = Literal["person", "come_back", "promise", "time", "reach", "discuss", "ask", "open_referral", "urgent"]


@dataclass(frozen=True)
class Known:
    """Somebody the writer may see ("bekende"): the first name given is the one screens show."""

    key: Hashable
    names: tuple[str, ...]
    known_as: bool = False


@dataclass(frozen=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True)
class Mention(Span):
    """Who a line is about, set by `@` ("genoemd").

    words: as written. keys: one is that person; none is somebody new, known as `name` after one tap; several ask which.
    there: None asks whether they were there. maybe: whom the writer may have meant by an unknown name.
    """

    words: str
    name: str
    keys: tuple[Hashable, ...] = ()
    there: bool | None = True
    maybe: tuple[Hashable, ...] = ()


@dataclass(frozen=True)
class Theme(Span):
    """What a line is about, set by `#` ("thema")."""

    name: str


@dataclass(frozen=True)
class ComeBack(Span):
    """A day to come back to something, set by `!` ("hier kom ik op terug"); two days or none: it is asked."""

    days: tuple[date, ...]
    action: str
    at: time | None = None
    people: tuple[Hashable, ...] = ()

    @property
    def day(self) -> date | None:
        return self.days[0] if len(self.days) == 1 else None


@dataclass(frozen=True)
class Whose:
    """Whose promise it would be ("van wie"): a known person, or a word such as "mentor"."""

    name: str
    key: Hashable | None = None


@dataclass(frozen=True)
class Offer(Span):
    """What plain words may mean ("voorstel"): proposed, and saved only when tapped.

    person       name, keys as in a mention
    come_back    days (preferred first), action, at
    promise      the same, and whose
    time         at: when it happened
    reach        words: a way to reach keys; private: for the writer alone
    discuss, ask, urgent      words that made us ask
    open_referral             name: where to, count: how many
    """

    kind: Kind
    words: str
    name: str = ""
    keys: tuple[Hashable, ...] = ()
    days: tuple[date, ...] = ()
    at: time | None = None
    action: str = ""
    whose: Whose | None = None
    private: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Problem(Span):
    """What cannot be right, in one sentence for the screen ("klopt niet")."""

    sentence: str


@dataclass(frozen=True)
class Reading:
    """How Nabij reads one line ("Nabij leest"); the text itself stays as it was written."""

    text: str
    mentions: tuple[Mention, ...] = ()
    themes: tuple[Theme, ...] = ()
    come_backs: tuple[ComeBack, ...] = ()
    offers: tuple[Offer, ...] = ()
    problems: tuple[Problem, ...] = ()
    addresses: tuple[Span, ...] = ()
    faces_larger: bool = False

    def spans(self) -> Iterator[Span]:
        """Every sign and word that was understood, to highlight."""
        for found in (self.mentions, self.themes, self.come_backs, self.offers, self.problems, self.addresses):
            yield from found


def for_others(reading: Reading) -> str:
    """The text without somebody's number: a number is given by its owner, not by whoever noted it."""
    numbers = [offer for offer in reading.offers if offer.kind == "reach"]
    return _without(reading.text, spans=numbers, instead=_("(nummer weggelaten)"))


def for_search(reading: Reading) -> str:
    """The text without numbers and addresses, so that nobody is found by where they live."""
    numbers = [offer for offer in reading.offers if offer.kind == "reach"]
    return _without(reading.text, spans=[*numbers, *reading.addresses], instead="")


def _without(text: str, *, spans: Iterable[Span], instead: str) -> str:
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        text = text[: span.start] + instead + text[span.end :]
    return text
