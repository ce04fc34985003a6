"""What a view hands to the pieces on the screen: small frozen things that know nothing of the database."""

from dataclasses import dataclass, field
from datetime import date, datetime

# formal (a square), informal (a circle), own (the one it is about: filled) or unknown (neither).
Shape = str

# Words inside a name that give no initial: Jan van der Berg is JB.
_SMALL = {"de", "den", "der", "het", "'t", "te", "ten", "ter", "van", "von", "el", "al", "la", "le", "da", "di", "bin"}


@dataclass(frozen=True)
class Face:
    """Somebody as the screen shows them ("gezicht"): the shape says the hat, `role` names it."""

    name: str
    shape: Shape
    role: str = ""
    url: str = ""
    whole: str = ""  # The whole name, for the letters in the face when only the first name stands beside it.

    @property
    def initials(self) -> str:
        return initials(self.whole or self.name) if self.shape != "unknown" else "?"

    @property
    def first_name(self) -> str:
        return self.name.split(" ", 1)[0]


def initials(name: str) -> str:
    """At most two letters: of the first word and of the last that is no small word; `?` when there is none."""
    words = [word.lstrip("'’\"“(") for word in name.split()]
    words = [word for word in words if word[:1].isalnum()]
    telling = [word for word in words if word.lower() not in _SMALL] or words
    if not telling:
        return "?"
    letters = telling[0][:2] if len(telling) == 1 else telling[0][0] + telling[-1][0]
    return letters.upper()


@dataclass(frozen=True)
class HatPeg:
    """One hat somebody can put on ("pet"), as it hangs in the head of the page."""

    id: str
    title: str
    face: Face
    worn: bool = False
    short: str = ""  # What fits in the head of a page on a phone.


@dataclass(frozen=True)
class Wardrobe:
    """Who is here and in which hat; base.html shows it when the context holds `wardrobe`.

    `person` is a key that says nothing (the id): drafts are kept under it.
    `action` takes a POST with `hat` (an id) and `next` (where to go after).
    """

    person: str
    pegs: tuple[HatPeg, ...]
    name: str = ""
    action: str = ""
    leave: str = ""
    profile: str = ""
    administration: str = ""
    mandate: str = ""

    @property
    def worn(self) -> HatPeg | None:
        return next((peg for peg in self.pegs if peg.worn), None)


@dataclass(frozen=True)
class Act:
    """Something one can do beside a line: a link, or a button that posts. `weight` is primary, secondary or subtle."""

    label: str
    url: str
    post: bool = False
    weight: str = "secondary"
    icon: str = ""
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class Paper:
    """A picture or paper with a moment ("bijlage"); `small` is the address of the small picture, if it is one."""

    url: str
    said: str
    alt: str = ""
    small: str = ""


@dataclass(frozen=True)
class MomentLine:
    """One moment on the timeline. `own` words are set as a voice; `said` follows the name ("schreef zelf")."""

    face: Face
    text: str
    at: datetime
    said: str = ""
    own: bool = False
    themes: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    anchor: str = ""
    about: str = ""  # Whose story it is in, where the page itself does not say so.
    about_url: str = ""
    only: str = ""  # The smaller circle that reads it, where that is not everybody of the story.
    papers: tuple[Paper, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()  # (name, words) of whom it is about, put beside the note.


@dataclass(frozen=True)
class PromiseLine:
    """One promise: who does what, until when. Without `face` it is the reader's own and the day stands first."""

    what: str
    until: date | datetime | None = None
    face: Face | None = None
    note: str = ""
    done: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True)
class CarriedLine:
    """A responsibility at a glance: who carries what, from when until when, and where it begins and ends in words."""

    face: Face
    what: str
    runs: str
    bounds: str = ""
    url: str = ""


@dataclass(frozen=True)
class Entry:
    """Somebody or something on a rung: why, and how to reach them."""

    face: Face
    reasons: tuple[str, ...] = ()
    reach: str = ""
    reach_url: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Rung:
    """One rung of the ladder; an empty one says in `empty` why nobody stands there."""

    number: int
    title: str
    shape: Shape
    entries: tuple[Entry, ...] = ()
    empty: str = ""
    note: str = ""
    anchor: str = field(default="")
