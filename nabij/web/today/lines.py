"""What I wanted to come back to, as lines for the yellow note."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from nabij.moments.models import FollowUp
from nabij.web.faces import Act
from nabij.web.me import Me


@dataclass(frozen=True)
class ComeBackLine:
    """One thing to come back to: what to do, what was noted then, and where."""

    action: str
    day: date
    noted: str
    circle: str
    acts: tuple[Act, ...]


def come_back_lines(follow_ups: Iterable[FollowUp], *, me: Me) -> list[ComeBackLine]:
    return [
        ComeBackLine(
            action=one.action,
            day=one.day,
            noted=one.moment.line,
            circle=one.moment.circle.name,
            acts=(Act(label=_("Gedaan"), url=reverse("came_back", args=[one.id]), post=True, icon="check"),),
        )
        for one in follow_ups
    ]
