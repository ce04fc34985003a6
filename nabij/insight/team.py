"""What a team carries together: counts above a threshold, as they stood when the month began."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

FEW = 5  # Fewer than so many are not said; the database keeps to that (`nabij.stories.teamwords`).
COUNTS = ("stories", "stories_alone", "promises", "promises_alone", "ties_alone", "hours")


@dataclass(frozen=True)
class TeamCount:
    """One count; None when it is of too few, or when another could be worked out from it."""

    what: str
    count: int | None


def team_counts(group: UUID) -> list[TeamCount]:
    """The counts of a group in which whoever acts wears a hat that was granted; none of any other group."""
    with connection.cursor() as cursor:
        cursor.execute("select what, n from trust.team_counts(%s)", [group])
        found = dict(cursor.fetchall())
    return [TeamCount(what, found[what]) for what in COUNTS if what in found]
