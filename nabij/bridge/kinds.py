"""Kinds of help ("soort hulp"): on which rung each usually starts, and by which words a question is recognised.

The usual ones stand in `usual_kinds.py`; a neighbourhood says otherwise with rows of `KindOfHelp`. Their order is
their weight: of two kinds in one question the earlier decides where it starts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from nabij.base.standing import Standing
from nabij.bridge.ladder import RUNGS, RungName
from nabij.bridge.models import Clause, KindOfHelp


@dataclass(frozen=True)
class Kind:
    """One kind of help."""

    key: str
    name: Any  # Dutch, or lazily translated.
    starts: RungName = RungName.OWN
    # Beginnings of words; `=` before one means the whole word. What holds a blank or a sign is a pattern.
    words: tuple[str, ...] = ()
    # Sentences that mean the same; for questions that use other words.
    examples: tuple[str, ...] = ()
    why: Any = ""  # Why it starts where it starts.
    firm: bool = False  # A right or a rule: nobody's offer puts it on an earlier rung.
    not_near: Any = ""  # Why own people and neighbours are not where this starts.
    listings: RungName = RungName.INITIATIVES  # Where what organisations offer for it stands.
    strangers: bool = True  # Whether a neighbour one does not know yet is a place to begin.
    categories: tuple[str, ...] = ()  # Of the social map.
    search: str = ""  # What the social map is asked beside the question; else the name.
    talk: bool = False  # A conversation, no work: may also be asked of who is busy.
    alone: bool = False  # Own people and neighbours are not even shown: they could be in danger, or the danger.
    careful: Any = ""  # What to be careful about.


# A word of a neighbourhood: no sign of it means anything to a machine, but for `=` in front.
PLAIN = re.compile(r"=?\w[\w' -]{0,58}")


@lru_cache(maxsize=2000)
def pattern(word: str) -> re.Pattern[str]:
    """`=heg` is the whole word, `tuin` the beginning of one; anything with a blank or a sign is a pattern."""
    if word.startswith("="):
        return re.compile(rf"\b{re.escape(word[1:])}\b")
    if re.fullmatch(r"[\w-]+", word):
        return re.compile(rf"\b{re.escape(word)}")
    return re.compile(word if re.search(r"[\\(|]", word) else rf"\b{re.escape(word)}")


def named_in(text: str, kinds: Iterable[Kind]) -> list[Kind]:
    """The kinds whose words stand in a text, in their order."""
    low = text.lower()
    return [kind for kind in kinds if any(pattern(word).search(low) for word in kind.words)]


@dataclass(frozen=True)
class SaidThere:
    """What one neighbourhood says of one kind: noted by administration, or signed by its groups."""

    place: str
    key: str
    name: str
    starts_on: str
    words: list[str]
    categories: list[str]
    why: str
    signed: bool


def kinds_of(neighbourhoods: list[str], *, usual: Iterable[Kind], as_signed: bool = True) -> tuple[Kind, ...]:
    """The kinds as they are agreed in a neighbourhood: what groups signed goes before what administration noted.

    Of each the nearest one that says something has the last word.
    neighbourhoods: codes, from the neighbourhood itself up to the municipality. as_signed: False leaves agreements out.
    """
    kinds = {kind.key: kind for kind in usual}
    said = [row for row in said_in(neighbourhoods) if as_signed or not row.signed]
    for row in sorted(said, key=lambda row: (row.signed, -neighbourhoods.index(row.place))):
        kind = kinds.get(row.key, Kind(row.key, row.name))
        kinds[row.key] = signed(kind, row) if row.signed else agreed(kind, row)
    return tuple(kinds.values())


def said_in(neighbourhoods: list[str]) -> list[SaidThere]:
    """In one question."""
    return [SaidThere(*row) for row in SAID.rows(there=neighbourhoods)]


def _said(*, there: list[str]) -> QuerySet[Any, Any]:
    rows = KindOfHelp.objects.filter(neighbourhood__code__any_of=there).values_list(
        "neighbourhood_id", "key", "name", "starts_on", "words", "categories", "why", Value(value=False)
    )
    clauses = Clause.objects.in_force().filter(agreement__neighbourhood__code__any_of=there)
    none = Value([], output_field=ArrayField(CharField(max_length=60)))
    said = clauses.values_list(
        "agreement__neighbourhood_id", "kind", Value(""), "starts_on", none, none, "first", Value(value=True)
    )
    return rows.union(said, all=True)


SAID = Standing(_said, there=list[str])


def agreed(kind: Kind, row: SaidThere) -> Kind:
    """A kind as administration noted it for a neighbourhood: its rung, and its own words beside the usual ones."""
    why = row.why or _("Zo is het in deze buurt afgesproken.")
    moved = row.starts_on != kind.starts
    return replace(
        kind,
        name=row.name or kind.name,
        starts=RungName(row.starts_on),
        words=(*kind.words, *(word.lower() for word in row.words if PLAIN.fullmatch(word))),
        categories=tuple(row.categories) or kind.categories,
        why=why if moved or row.why else kind.why,
        firm=kind.firm and not moved,
    )


def signed(kind: Kind, row: SaidThere) -> Kind:
    """A kind as groups signed it: on its rung, with who goes first as the reason. What is firm comes no nearer."""
    if is_too_near(kind, row.starts_on):
        return kind
    why = _("In de buurtafspraak staat: “%(first)s”") % {"first": row.why}
    return replace(kind, starts=RungName(row.starts_on), why=why)


def is_too_near(kind: Kind, rung: str) -> bool:
    """A right, care or danger is not signed away to somebody nearer."""
    return kind.firm and RUNGS.index(RungName(rung)) < RUNGS.index(kind.starts)
