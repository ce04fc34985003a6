"""Five signs that somebody's network may be thin, each a plain fact told in this story alone: prompts to talk about.

Two of them are enough to ask. What is known of the people in it elsewhere, such as whether they are helped themselves,
does not count: only that they lean on this one, as told here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localtime

from nabij.moments.models import Tie

NEAR_KINDS = (Tie.Kind.FAMILY, Tie.Kind.FRIEND, Tie.Kind.NEIGHBOUR, Tie.Kind.KNOWN)
LATELY = timedelta(days=30)
FEW, SHARE, ONE_BEARS_ALL, ENOUGH = 3, 0.25, 0.8, 2


@dataclass(frozen=True)
class Seen:
    """How often somebody was in what was noted here, and when last."""

    times: int = 0
    last: datetime | None = None


NEVER = Seen()


@dataclass(frozen=True)
class Signs:
    """What is so in this network now."""

    nobody_near: bool = False  # There are people, and none of them is family, a friend, a neighbour or known otherwise.
    few_seen: bool = False
    mostly_work: bool = False
    hangs_on: UUID | None = None
    most_lean: bool = False
    none_strong: bool = False

    @property
    def thin(self) -> bool:
        five = (self.few_seen, self.mostly_work, bool(self.hangs_on), self.most_lean, self.none_strong)
        return self.nobody_near or sum(five) >= ENOUGH


def signs_of(ties: Sequence[Tie], *, seen: Mapping[UUID, Seen], today: date) -> Signs:
    near = {tie.other_id: tie for tie in ties if tie.kind in NEAR_KINDS and tie.other_id}
    if not near:
        return Signs(nobody_near=bool(ties))
    others = {tie.other_id for tie in ties if tie.other_id} - set(near)
    return Signs(
        few_seen=sum(_lately(seen.get(key, NEVER), today=today) for key in near) < FEW,
        mostly_work=len(near) / (len(near) + len(others)) < SHARE,
        hangs_on=_bears_all({key: seen.get(key, NEVER).times for key in near}),
        most_lean=2 * sum(bool(tie.takes and not tie.gives) for tie in near.values()) >= len(near),
        none_strong=not any(tie.weight == Tie.Weight.STRONG for tie in near.values()),
    )


def _lately(seen: Seen, *, today: date) -> bool:
    return bool(seen.last and today - localtime(seen.last).date() <= LATELY)


def _bears_all(times: Mapping[UUID, int]) -> UUID | None:
    """Who was in nearly all the moments told here."""
    most = max(times, key=lambda key: times[key])
    return most if sum(times.values()) >= FEW and times[most] / sum(times.values()) >= ONE_BEARS_ALL else None
