"""Kinds of help ("soort hulp"): on which rung each usually starts, and by which words a question is recognised.

The usual ones stand in `usual_kinds.py`; a neighbourhood says otherwise with rows of `KindOfHelp`. Their order is
their weight: of two kinds in one question the earlier decides where it starts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from nabij.bridge.ladder import RungName
from nabij.bridge.models import KindOfHelp


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


def kinds_of(neighbourhoods: list[str], *, usual: Iterable[Kind]) -> tuple[Kind, ...]:
    """The kinds as they are agreed in a neighbourhood; the nearest one that says something has the last word.

    neighbourhoods: codes, from the neighbourhood itself up to the municipality.
    """
    rows = KindOfHelp.objects.filter(neighbourhood_id__in=neighbourhoods)
    said = sorted(rows, key=lambda row: -neighbourhoods.index(row.neighbourhood_id))
    kinds = {kind.key: kind for kind in usual}
    for row in said:
        kinds[row.key] = agreed(kinds.get(row.key, Kind(row.key, row.name)), row)
    return tuple(kinds.values())


def agreed(kind: Kind, row: KindOfHelp) -> Kind:
    """A kind as one neighbourhood has it: its rung, and its own words beside the usual ones."""
    why = row.why or _("Zo is het in deze buurt afgesproken.")
    moved = row.starts_on != kind.starts
    return replace(
        kind,
        name=row.name or kind.name,
        starts=RungName(row.starts_on),
        words=(*kind.words, *(word.lower() for word in row.words)),
        why=why if moved or row.why else kind.why,
        firm=kind.firm and not moved,
    )
