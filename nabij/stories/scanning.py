"""Counting who helps around a story, and reading the counts back: last time beside today."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Person
from nabij.stories.circles import closed_until
from nabij.stories.models import Story
from nabij.stories.reading import find, look_into
from nabij.stories.scans import Resource, Scan
from nabij.trust.models import Circle
from nabij.trust.verbs import leave_trace
from nabij.trust.whatfor import purpose_for

MOST = 40  # Of one kind: more than anybody can name at a kitchen table.
LONGEST = 120
MOST_READ = 200  # Counts of one story: more than one a month for fifteen years.


class NobodyNamed(ValueError):
    """Nobody helps is a count as well, but then somebody says so."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niemand. Helpt er nu niemand, vink dit dan aan."))


class SomebodyNamed(ValueError):
    """Nobody helps, and here is who: one of the two."""

    def __init__(self) -> None:
        super().__init__(_("Je noemde wie er helpt. Haal dan het vinkje bij niemand weg."))


class InBoth(ValueError):
    """What helps is from one's own circle or from work; who does both is written down as both."""

    def __init__(self, what: str) -> None:
        said = _("“%(what)s” staat in beide lijsten. Kies er één, of schrijf erbij wat wie doet.")
        super().__init__(said % {"what": what})


class TooMany(ValueError):
    """A list nobody can oversee is no count."""

    def __init__(self) -> None:
        super().__init__(_("Dit zijn er meer dan veertig. Noem alleen wie nu helpt."))


class TooLong(ValueError):
    """One line, one name."""

    def __init__(self, line: int) -> None:
        said = _("Regel %(line)s is te lang. Houd het kort: wie of wat helpt, in hooguit 120 tekens.")
        super().__init__(said % {"line": line})


class DayToCome(ValueError):
    """Who will help is no count yet."""

    def __init__(self) -> None:
        super().__init__(_("Die dag moet nog komen. Kies vandaag, of een dag die geweest is."))


@transaction.atomic
def count_help(
    *,
    story: Story,
    circle: Circle,
    informal: Iterable[str],
    formal: Iterable[str],
    by: Person,
    at: datetime,
    day: date | None = None,
    nobody: bool = False,
    hat: Hat | None = None,
) -> Scan:
    """Writes down who and what helps on a day: the same twice counts once. An earlier count stays as it was.

    nobody: somebody said that nobody helps now.
    """
    ours, theirs = each_once(informal), each_once(formal)
    _refuse(ours, theirs, nobody=nobody)
    if day and day > localdate(at):
        raise DayToCome
    purpose_for(circle=circle)
    scan = Scan.objects.create(story=story, circle=circle, day=day or localdate(at), by=by, at=at)
    told = [(what, False) for what in ours] + [(what, True) for what in theirs]
    Resource.objects.bulk_create(Resource(scan=scan, what=what, formal=formal) for what, formal in told)
    leave_trace(by=by, hat=hat, what="count_help", thing=scan, circle=circle.id, at=at)
    return scan


def each_once(lines: Iterable[str]) -> list[str]:
    """The lines in which something stands, each once whatever its capitals."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        said = " ".join(unicodedata.normalize("NFC", line).split())
        if len(said) > LONGEST:
            raise TooLong(number)
        if said:
            found.setdefault(said.lower(), said)
    return list(found.values())


def _refuse(ours: Sequence[str], theirs: Sequence[str], *, nobody: bool) -> None:
    if not (ours or theirs or nobody):
        raise NobodyNamed
    if nobody and (ours or theirs):
        raise SomebodyNamed
    if max(len(ours), len(theirs)) > MOST:
        raise TooMany
    names = {one.lower() for one in theirs}
    both = next((one for one in ours if one.lower() in names), "")
    if both:
        raise InBoth(both)


@dataclass(frozen=True)
class Counted:
    """The counts in one circle, the newest first; of one day the last word stands."""

    circle: Circle
    scans: list[Scan]

    @property
    def now(self) -> Scan:
        return self.scans[0]

    @property
    def before(self) -> Scan | None:
        """Last time, to stand beside today."""
        return self.scans[1] if len(self.scans) > 1 else None

    def is_new(self, one: Resource) -> bool:
        """Whether it was not named last time; the first time nothing is new."""
        return self.before is not None and one.what.lower() not in named(self.before, formal=one.formal)

    def gone(self, *, formal: bool) -> list[str]:
        """What was named last time and is not now."""
        now, was = named(self.now, formal=formal), named(self.before, formal=formal) if self.before else {}
        return [what for key, what in was.items() if key not in now]


def named(scan: Scan, *, formal: bool) -> dict[str, str]:
    """Who and what was named of one kind: as it is compared, and as it was told."""
    return {one.what.lower(): one.what for one in scan.resources.all() if one.formal is formal}


@dataclass(frozen=True)
class Helping:
    """Who helps around a story, as one reader sees it."""

    story: Story
    circles: list[Circle]
    residents: list[Person]
    counted: list[Counted]
    past_closed: bool = False  # Whether there may be earlier counts that one does not read.


def who_helps(*, story_id: UUID, by: Person, hat: Hat | None, at: datetime) -> Helping:
    """Reads the counts of a story, and writes down that `by` looked; Story.DoesNotExist when it is not theirs."""
    story = find(story_id)
    there = look_into(story=story, by=by, hat=hat, at=at)
    counted, closed = counts_of(story, circles=there.circles), closed_until(story, readers=there.readers, to=by)
    return Helping(story, there.circles, there.residents, counted, past_closed=closed is not None)


def counts_of(story: Story, *, circles: Sequence[Circle]) -> list[Counted]:
    """The newest counts of a story in each of these circles that has any, as far as whoever acts may read them."""
    by_circle: dict[UUID, dict[date, Scan]] = {}
    for scan in Scan.objects.filter(story=story, circle__in=circles).newest_first()[:MOST_READ]:
        by_circle.setdefault(scan.circle_id, {}).setdefault(scan.day, scan)
    return [Counted(one, list(by_circle[one.id].values())) for one in circles if one.id in by_circle]
