"""Whether somebody's network looks thin: a prompt to talk about it together, never a label, and it orders nothing.

Five signs, each read in this story alone; two of them are enough. What is known of the people in it elsewhere, such as
whether they are helped themselves, does not count: only that they lean on this one, as told here.
"""

from datetime import date, timedelta
from uuid import UUID

from django.utils.timezone import localtime

from nabij.bridge.around import Around
from nabij.moments.models import Tie

NEAR_KINDS = (Tie.Kind.FAMILY, Tie.Kind.FRIEND, Tie.Kind.NEIGHBOUR)
LATELY = timedelta(days=30)
FEW, SHARE, ONE_BEARS_ALL, SIGNS = 3, 0.25, 0.8, 2


def looks_thin(around: Around, *, today: date) -> bool:
    """Two of: few people seen lately, mostly professionals, all hangs on one, most lean on them, nobody strong."""
    near = {tie.other_id: tie for tie in around.ties if tie.kind in NEAR_KINDS and tie.other_id}
    if not near:
        return bool(around.ties)
    others = {tie.other_id for tie in around.ties if tie.other_id} - set(near)
    signs = (
        sum(seen_lately(around, key, today=today) for key in near) < FEW,
        len(near) / (len(near) + len(others)) < SHARE,
        hangs_on_one(around, list(near)),
        2 * sum(bool(tie.takes and not tie.gives) for tie in near.values()) >= len(near),
        not any(tie.weight == Tie.Weight.STRONG for tie in near.values()),
    )
    return sum(signs) >= SIGNS


def seen_lately(around: Around, key: UUID, *, today: date) -> bool:
    seen_at = getattr(around.people.get(key), "seen_at", None)
    return bool(seen_at and today - localtime(seen_at).date() <= LATELY)


def hangs_on_one(around: Around, keys: list[UUID]) -> bool:
    """Whether one of them was in nearly all the moments told here."""
    times = [getattr(around.people.get(key), "times", 0) for key in keys]
    return sum(times) >= FEW and max(times) / sum(times) >= ONE_BEARS_ALL
