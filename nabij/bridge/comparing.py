"""What differs between two versions of an agreement, clause by clause, side by side and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nabij.bridge.agreements import Clause

# What a clause says, in the order in which one reads it.
PARTS: tuple[tuple[str, Any], ...] = (
    ("starts_on", gettext_lazy("Begint bij")),
    ("first", gettext_lazy("Wie eerst")),
    ("then", gettext_lazy("Wie daarna")),
    ("professional", gettext_lazy("Wanneer een beroepskracht")),
    ("answer_days", gettext_lazy("Antwoord")),
    ("feedback", gettext_lazy("Hoe je het terug hoort")),
)


@dataclass(frozen=True)
class Part:
    """One thing that a clause says, in one version and in another."""

    label: str
    was: str
    now: str

    @property
    def changed(self) -> bool:
        return self.was != self.now

    @property
    def words(self) -> str:
        """The same for who cannot see two columns."""
        said = {"label": self.label, "was": self.was, "now": self.now}
        if not self.was:
            return _("%(label)s: nieuw is “%(now)s”") % said
        if not self.now:
            return _("%(label)s: weg is “%(was)s”") % said
        return _("%(label)s: was “%(was)s”, wordt “%(now)s”") % said


@dataclass(frozen=True)
class Change:
    """One kind of question in two versions."""

    kind: str
    parts: tuple[Part, ...]
    new: bool = False
    gone: bool = False

    @property
    def changed(self) -> list[Part]:
        return [] if self.new or self.gone else [part for part in self.parts if part.changed]

    @property
    def same(self) -> bool:
        return not (self.new or self.gone or self.changed)


def said_by(clause: Clause | None, part: str) -> str:
    """What a clause says of one thing, as it stands on the screen; empty when it says nothing of it."""
    if clause is None:
        return ""
    if part == "starts_on":
        return str(clause.get_starts_on_display())
    if part == "answer_days":
        return within(clause.answer_days)
    return str(getattr(clause, part))


def within(days: int | None) -> str:
    """Binnen drie dagen."""
    return ngettext("Binnen %(days)d dag.", "Binnen %(days)d dagen.", days) % {"days": days} if days else ""


def parts_of(clause: Clause) -> list[tuple[str, str]]:
    """What a clause says, each under its label; what it does not say is left out."""
    return [(str(label), said) for key, label in PARTS if (said := said_by(clause, key))]


def compare(before: Sequence[Clause], after: Sequence[Clause]) -> list[Change]:
    """Each kind of question of the later version in its order, then those that are gone."""
    return list(_changes({one.kind: one for one in before}, {one.kind: one for one in after}))


def _changes(was: dict[str, Clause], now: dict[str, Clause]) -> Iterator[Change]:
    for kind in (*now, *(kind for kind in was if kind not in now)):
        parts = tuple(
            Part(str(label), said_by(was.get(kind), key), said_by(now.get(kind), key)) for key, label in PARTS
        )
        yield Change(kind, tuple(one for one in parts if one.was or one.now), new=kind not in was, gone=kind not in now)
