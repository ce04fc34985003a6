"""Voices side by side: a dot for each, and the same in a sentence and in a table. No mean, and nobody is counted away.

Pure: no database, no clock. A voice is shown only once all are open; whoever makes these has seen to that.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nabij.web.days import number, opening
from nabij.web.faces import Shape
from nabij.web.story.lines import listed
from nabij.web.weighing.agreed import STEPS, Agreed, agreed

ENDS = ((4, 5), (1, 2))
# Whose dot it is; from the floor up, and from left to right.
SHAPES = {
    "own": gettext_lazy("de bewoner"),
    "informal": gettext_lazy("informele pet"),
    "formal": gettext_lazy("formele pet"),
    "unknown": gettext_lazy("iemand zonder pet"),
}
STACKED, PAIRED = 4, 12  # As many on one step stand in one column, and in two; with more the dots are small.
FEW = 3  # As many kinds of voices are told one by one.


@dataclass(frozen=True)
class Voice:
    """One voice on one choice ("stem"): its value, the shape of its hat, and who and why as far as they were said."""

    value: int
    shape: Shape
    name: str = ""
    why: str = ""

    @property
    def by(self) -> str:
        """Who it is, as far as it may be said."""
        return self.name or str(SHAPES[self.shape])


@dataclass(frozen=True)
class Option:
    """One choice ("keuze") and its voices."""

    title: str
    voices: tuple[Voice, ...]

    @property
    def columns(self) -> tuple[tuple[Voice, ...], ...]:
        """Per step whose voices stand there, the resident's at the bottom."""
        return tuple(tuple(one for one in self._ordered() if one.value == step) for step in STEPS)

    @property
    def reasons(self) -> tuple[Voice, ...]:
        """Those that said why, the lowest first: whoever thinks otherwise is not at the end."""
        return tuple(sorted((one for one in self._ordered() if one.why), key=lambda one: one.value))

    @property
    def sentence(self) -> str:
        return sentence(self.voices)

    @cached_property
    def agreed(self) -> Agreed | None:
        """How far the voices agree; of fewer than eight nothing is said in a number."""
        return agreed([(one.value, one.shape) for one in self.voices])

    def told(self, shape: Shape) -> str:
        """What those of one shape chose, the highest first: by name, and those without one together."""
        theirs = sorted((one for one in self.voices if one.shape == shape), key=lambda one: -one.value)
        named = [f"{one.name}\N{NO-BREAK SPACE}{one.value}" for one in theirs if one.name]
        many = Counter(one.value for one in theirs if not one.name)
        times = _("%(count)s keer %(value)s")
        rest = [times % {"count": number(of), "value": one} if of > 1 else str(one) for one, of in many.items()]
        return ", ".join([*named, *rest]) or _("geen")

    def _ordered(self) -> list[Voice]:
        return sorted(self.voices, key=lambda one: list(SHAPES).index(one.shape))


@dataclass(frozen=True)
class Dots:
    """All choices of one dilemma on the same scale."""

    options: tuple[Option, ...]

    @property
    def crowd(self) -> str:
        """How many stand together at most, for all choices alike: "" in one column, "more" in two, "many" small."""
        tallest = max((len(column) for option in self.options for column in option.columns), default=0)
        return "" if tallest <= STACKED else "more" if tallest <= PAIRED else "many"

    @property
    def agreed(self) -> tuple[Option, ...]:
        """The choices of which may be said how far voices agree."""
        return tuple(option for option in self.options if option.agreed)

    @property
    def kinds(self) -> tuple[tuple[Shape, str], ...]:
        """Each shape that is there, with its word."""
        there = {voice.shape for option in self.options for voice in option.voices}
        return tuple((shape, str(word)) for shape, word in SHAPES.items() if shape in there)

    @property
    def rows(self) -> tuple[tuple[Option, tuple[tuple[Shape, str], ...]], ...]:
        """The table: per choice what those of each shape chose."""
        shapes = [shape for shape, _word in self.kinds]
        return tuple((option, tuple((shape, option.told(shape)) for shape in shapes)) for option in self.options)


def sentence(voices: Sequence[Voice]) -> str:
    """What the dots of one choice show, in words.

    Where two thirds stand at one end that comes first, and then everybody else; otherwise each step by its count.
    """
    if not voices:
        return _("Nog geen stemmen.")
    end = next((end for end in ENDS if 3 * sum(one.value in end for one in voices) >= 2 * len(voices)), ())
    most = [one for one in voices if one.value in end]
    rest = [one for one in voices if one.value not in end]
    if len(voices) == 1 or not most:
        return _told(_parts(voices))
    if not rest:
        return _("Alle %(count)s kiezen %(values)s.") % {"count": number(len(most)), "values": _values(most)}
    first = _("%(count)s van de %(all)s kiezen %(values)s.") % {
        "count": opening(number(len(most))),
        "all": number(len(voices)),
        "values": _values(most),
    }
    return f"{first} {_told(_parts(rest))}"


def _values(voices: Sequence[Voice]) -> str:
    low, *high = sorted({one.value for one in voices})
    return _("%(low)s of %(high)s") % {"low": low, "high": high[0]} if high else str(low)


def _told(parts: Sequence[str]) -> str:
    return f"{opening(listed(parts))}."


def _parts(voices: Sequence[Voice]) -> list[str]:
    """The resident first; then the others by hat when that takes few words, else by step alone."""
    own = [_("%(who)s kiest %(value)s") % {"who": one.by, "value": one.value} for one in voices if one.shape == "own"]
    others = [one for one in voices if one.shape != "own"]
    kinds = Counter((one.value, one.shape) for one in sorted(others, key=lambda one: list(SHAPES).index(one.shape)))
    if len(kinds) > FEW:
        kinds = Counter((one.value, "beside" if own else "") for one in others)
    return own + list(_counted(kinds))


def _counted(kinds: Counter[tuple[int, str]]) -> Iterator[str]:
    for (value, shape), many in sorted(kinds.items(), key=lambda kind: kind[0][0]):
        if shape == "formal":
            said = ngettext(
                "%(count)s formele stem kiest %(value)s", "%(count)s formele stemmen kiezen %(value)s", many
            )
        elif shape == "informal":
            said = ngettext(
                "%(count)s informele stem kiest %(value)s", "%(count)s informele stemmen kiezen %(value)s", many
            )
        elif shape == "beside":
            said = ngettext("%(count)s ander kiest %(value)s", "%(count)s anderen kiezen %(value)s", many)
        else:
            said = ngettext("%(count)s stem kiest %(value)s", "%(count)s stemmen kiezen %(value)s", many)
        yield said % {"count": number(many), "value": value}
