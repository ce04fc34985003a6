"""Bringing in what somebody kept in a spreadsheet, as themselves: all rows, or none when one cannot be used.

What was told stays as it was written. "Terug volgende week" in an old row was said then, and puts nothing on a day now:
only the column for it does.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.base.bringing import Report, Unusable, fill
from nabij.moments.models import FollowUp, Moment
from nabij.moments.oneline import Reading, TooLong, for_others, for_search
from nabij.moments.oneline import read as read_line
from nabij.moments.verbs import ComeBack, NothingSaid, Unwritable, note
from nabij.people.models import Hat, Person
from nabij.post.verbs import worn_in
from nabij.stories.merging import doubles_among
from nabij.stories.moments_file import Line, clock_in, day_in, moment_of, read, split
from nabij.stories.writing import called_so, known, understand
from nabij.trust.merging import pairs, same_as
from nabij.trust.models import Circle, Membership, member_circles
from nabij.trust.verbs import own_circle
from nabij.trust.whatfor import MayNotWrite

MYSELF = ("alleen ik", "alleen voor mij", "mijzelf", "ikzelf", "only me", "myself")
NO_STORY = gettext_lazy("Er is geen verhaal over %(name)s waar je in schrijft. Begin het eerst, of noem een kring.")
LONGEST_ACTION = FollowUp._meta.get_field("action").max_length


@dataclass(frozen=True)
class Brought:
    """What became, or would become, of one row: new, there already, or somebody else's to bring in."""

    row: int
    day: str
    circle: str
    what: str


class MomentsReport(Report[Brought]):
    """What was brought in, or would be."""

    def how_many(self, what: str) -> int:
        return sum(one.what == what for one in self.brought)

    def counts(self) -> dict[str, int]:
        return {what: self.how_many(what) for what in ("new", "there", "others")}


@transaction.atomic
def import_moments(*, path: Path, by: Person, at: datetime, dry_run: bool = False) -> MomentsReport:
    """As `by`; what stands there already is left alone: twice is once."""
    sheet = read(path)
    report = MomentsReport(sheet.name, dry_run)
    fill(report, sheet=sheet, bring=Bringing(by=by, at=at).bring)
    return report


class Bringing:
    """One file for one person, who writes in their own name to the circles they are in."""

    def __init__(self, *, by: Person, at: datetime) -> None:
        self.by, self.at, self.today = by, at, timezone.localdate(at)
        self.circles = list(member_circles(by.id).exclude(kind=Circle.Kind.OWN))
        self.same = pairs()
        self.people = understand(line="", by=by, today=self.today).people
        self.about: dict[str, list[Circle]] = {}
        self.hats: dict[UUID, Hat | None] = {}

    def bring(self, line: Line) -> Brought:
        if line.by and not self.is_me(line.by):
            return Brought(line.row, line.when, "", "others")
        when = self.happened(line)
        circle = self.circle_of(line)
        reading = self.reading(line, day=timezone.localdate(when))
        text = reading.text if circle.kind == Circle.Kind.OWN else for_others(reading)
        day, backs = timezone.localdate(when).isoformat(), self.come_backs(line)
        if Moment.objects.filter(circle=circle, author=self.by, happened_at=when, line=text).exists():
            return Brought(line.row, day, circle.name, "there")
        try:
            self.write(text, circle=circle, when=when, reading=reading, backs=backs)
        except MayNotWrite as problem:
            raise Unusable("circle" if line.circle else "about", str(problem)) from problem
        return Brought(line.row, day, circle.name, "new")

    def write(self, text: str, *, circle: Circle, when: datetime, reading: Reading, backs: list[ComeBack]) -> Moment:
        return note(
            line=text,
            findable=for_search(reading),
            circle=circle,
            by=self.by,
            hat=self.hat_in(circle),
            at=self.at,
            happened_at=when,
            themes=list(dict.fromkeys(theme.name for theme in reading.themes)),
            come_backs=backs,
        )

    def reading(self, line: Line, *, day: date) -> Reading:
        """For the numbers that are left out, and the themes; nothing of it is planned."""
        try:
            if not line.text:
                raise NothingSaid
            if "\0" in line.text:
                raise Unwritable
            return read_line(line.text, today=day, people=self.people, by=known(self.by))
        except (NothingSaid, TooLong, Unwritable) as problem:
            raise Unusable("text", str(problem)) from problem

    # -- When --------------------------------------------------------------------------------------------------------

    def happened(self, line: Line) -> datetime:
        if not line.when:
            raise Unusable("when", _("Wanneer was het? Vul een dag in."))
        said, beside = split(line.when)
        day, clock = self.day(said, column="when"), line.time or beside
        at = clock_in(clock) if clock else None
        if clock and not at:
            raise Unusable("time" if line.time else "when", _("Deze tijd bestaat niet. Schrijf hem zo: 14:30."))
        when = moment_of(day, at)
        if day > self.today or (at and when > self.at):
            raise Unusable("when", _("Dit moet nog gebeuren. Schrijf op wat al is gebeurd."))
        return when

    def day(self, said: str, *, column: str) -> date:
        day = day_in(said)
        if day is None:
            raise Unusable(column, _("“%(said)s” is geen dag. Schrijf hem zo: 3-12-2026.") % {"said": said})
        if day.year < 1950:
            raise Unusable(column, _("“%(said)s” is te lang geleden. Klopt het jaar?") % {"said": said})
        return day

    def come_backs(self, line: Line) -> list[ComeBack]:
        """Only a day that still comes, and only in its own column."""
        day = self.day(line.back, column="back") if line.back else None
        if day and day < self.today:
            return []
        return [ComeBack(day, " ".join(line.text.split())[:LONGEST_ACTION])] if day else []

    # -- To whom -----------------------------------------------------------------------------------------------------

    def is_me(self, said: str) -> bool:
        names = {self.by.name, self.by.known_as, self.by.first_name}
        return said.casefold() in {name.casefold() for name in names if name}

    def circle_of(self, line: Line) -> Circle:
        """The circle that is named, else that of the one story about them, else one's own."""
        if line.circle.casefold() in MYSELF or not (line.circle or line.about):
            return own_circle(by=self.by, at=self.at)
        among = self.around(line.about) if line.about else self.circles
        found = [one for one in among if one.name.casefold() == line.circle.casefold()] if line.circle else among
        if len(found) == 1:
            return found[0]
        if line.circle:
            said = _("Er zijn meer kringen die zo heten.") if found else _("In een kring “%(name)s” schrijf je niet.")
            raise Unusable("circle", said % {"name": line.circle})
        several = _("Er is meer dan één verhaal over %(name)s. Noem de kring.") if found else NO_STORY
        raise Unusable("about", str(several) % {"name": line.about})

    def around(self, name: str) -> list[Circle]:
        """The circles about whoever is called so; two stories that were merged are one."""
        if name not in self.about:
            self.about[name] = self._around(name)
        return self.about[name]

    def _around(self, name: str) -> list[Circle]:
        whom = {key for one in self.so_called(name) for key in (one.id, *same_as(one.id, among=self.same))}
        theirs = Membership.objects.current().filter(person__in=whom, as_resident=True).values("circle")
        found = [one for one in Circle.objects.filter(id__in=theirs, story__isnull=False) if one in self.circles]
        hidden = doubles_among(one.id for one in found)
        return [one for one in found if one.id not in hidden]

    def so_called(self, name: str) -> list[Person]:
        """One person, also when they were noted twice."""
        found = called_so(name)
        found = [one for one in found if name.casefold() in (one.name.casefold(), one.known_as.casefold())] or found
        if not found:
            raise Unusable("about", _("Je kent hier niemand die “%(name)s” heet. Klopt de naam?") % {"name": name})
        first, *others = found
        if {one.id for one in others} - same_as(first.id, among=self.same):
            said = _("Er zijn meer mensen die “%(name)s” heten. Schrijf de voornaam en de achternaam.")
            raise Unusable("about", said % {"name": name})
        return found

    def hat_in(self, circle: Circle) -> Hat | None:
        """The hat they are in that circle with, while they wear it."""
        if circle.id not in self.hats:
            there = worn_in(circle=circle.id, person=self.by)
            worn = Hat.objects.worn_on(self.today).filter(person=self.by)
            self.hats[circle.id] = worn.filter(id=there).first() if there else None
        return self.hats[circle.id]
