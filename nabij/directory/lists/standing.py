"""What of a list stands on the map already: by the list itself, or by another one that says the same."""

from collections import Counter
from dataclasses import dataclass

from nabij.directory.lists.bringing import ListReport
from nabij.directory.lists.rows import slug
from nabij.directory.models import Service
from nabij.directory.origins import BY_NEIGHBOURHOOD
from nabij.directory.reading import SHOWN


def there_already(report: ListReport) -> int:
    """How many listings of a list that was read are on show now."""
    return Service.objects.filter(pk__in=report.services, status__in=SHOWN).count()


@dataclass(frozen=True)
class Elsewhere:
    """Another list that has rows of this one: what its source is called, how many rows, and of how many."""

    source: str
    count: int
    of: int


def elsewhere(report: ListReport, *, source: str) -> Elsewhere | None:
    """The list of a neighbourhood that names at least half of what this one names, when this one is not there yet.

    The same file under another neighbourhood, or under another name, would stand on the map twice.
    """
    lists = Service.objects.filter(came_from__startswith=BY_NEIGHBOURHOOD, status__in=SHOWN)
    if lists.filter(came_from=source).exists():
        return None
    names = {slug(name) for name in report.lines.values()}
    known = {(list_, slug(name)) for list_, name in lists.values_list("came_from", "name")}
    shared = Counter(list_ for list_, name in sorted(known) if name in names)
    for list_, count in shared.most_common(1):
        if 2 * count >= len(names):
            return Elsewhere(list_, count, len(names))
    return None
