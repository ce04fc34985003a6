"""Whether somebody's network looks thin: a prompt to talk about it together, never a label, and it orders nothing.

The five signs stand with the map of the network (`nabij.stories.netsigns`); two of them are enough.
"""

from datetime import date

from nabij.bridge.around import Around
from nabij.stories.netsigns import Seen, signs_of


def looks_thin(around: Around, *, today: date) -> bool:
    """Two of: few people seen lately, mostly professionals, all hangs on one, most lean on them, nobody strong."""
    seen = {key: Seen(getattr(one, "times", 0), getattr(one, "seen_at", None)) for key, one in around.people.items()}
    return signs_of(around.ties, seen=seen, today=today).thin
