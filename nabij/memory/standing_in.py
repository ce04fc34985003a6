"""Being away: from until, and who stands in. What a resident closed does not open by it, and it ends by itself.

The stand-in reads along in the stories that were chosen, until the last day. No smaller circle, no sealed note and
nobody's own notes go along. Whom a story is about is told, and stops it as any reading along.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _

from nabij.bridge.models import Ask, Introduction, Referral
from nabij.memory.bridge_carried import asked_by_name, asked_for_others, brought_together, with_names
from nabij.memory.models import Absence, IsAway
from nabij.moments.models import FollowUp
from nabij.people.models import Hat, Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.models import Promise, Story
from nabij.stories.verbs import DayGone
from nabij.trust.logs import Trace
from nabij.trust.models import Circle, HasAccount, Membership, member_circles
from nabij.trust.verbs import leave, leave_trace, let_in
from nabij.trust.whatfor import NeedsYes

AHEAD = timedelta(days=14)  # Whoever stands in reads from the day it is noted: time enough to hear it, and no more.
MOST = 100
A_DAY, A_YEAR = timedelta(days=1), timedelta(days=365)


class EndsBeforeItBegins(ValueError):
    """Nobody is back before they go."""

    def __init__(self) -> None:
        super().__init__(_("De laatste dag ligt voor de eerste. Kies een latere laatste dag."))


class TooFarAhead(ValueError):
    """Who stands in reads along from the day it is noted, so not months before it is needed."""

    def __init__(self) -> None:
        super().__init__(
            _("Dat is nog meer dan twee weken weg. Wie je vervangt leest mee vanaf nu, dus schrijf het dan pas op.")
        )


class StandInYourself(ValueError):
    """Somebody else stands in."""

    def __init__(self) -> None:
        super().__init__(_("Dat ben je zelf. Kies iemand anders."))


class CannotLogIn(ValueError):
    """Who stands in must be able to read what is needed."""

    def __init__(self, person: Person) -> None:
        said = _("%(name)s kan hier niet inloggen, en dus niets lezen. Kies iemand anders.")
        super().__init__(said % {"name": person.first_name})


class AwayToo(ValueError):
    """Who is away stands in for nobody."""

    def __init__(self, person: Person) -> None:
        said = _("%(name)s is er dan zelf ook niet. Kies iemand anders.")
        super().__init__(said % {"name": person.first_name})


class AwayAlready(ValueError):
    """One stand-in at a time, or two would each think the other does it."""

    def __init__(self, absence: Absence) -> None:
        said = _("Voor die dagen vervangt %(name)s je al. Stop dat eerst.")
        super().__init__(said % {"name": absence.stand_in.first_name})


class BackAlready(ValueError):
    """What is over ends once."""

    def __init__(self) -> None:
        super().__init__(_("Dit was al voorbij."))


@dataclass(frozen=True)
class Away:
    """What came of it: the row, and the stories that stayed closed to whoever stands in."""

    absence: Absence
    closed: list[Story]


def my_stories(person: Person) -> "QuerySet[Story]":
    """The stories of others that somebody reads as a whole, and so can be stood in for."""
    theirs = Membership.objects.current().filter(person=person, as_resident=False, parent_of__isnull=True)
    mine = Story.objects.filter(circle__in=theirs.values("circle")).select_related("circle", "person", "household")
    return mine.order_by("opened_at", "id")


@transaction.atomic
def go_away(
    *,
    by: Person,
    at: datetime,
    starts: date,
    ends: date,
    stand_in: Person,
    hat: Hat | None = None,
    stories: Sequence[Story] = (),
    sees_from: datetime | None = None,
) -> Away:
    """Says that one is away, and lets whoever stands in read these stories until the last day.

    hat: in which they read. sees_from: as for `let_in`; None is all that `by` reads.
    """
    refuse_going(by=by, today=localdate(at), starts=starts, ends=ends, stand_in=stand_in)
    absence = Absence.objects.create(person=by, stand_in=stand_in, starts=starts, ends=ends, at=at)
    leave_trace(by=by, hat=None, what="go_away", thing=absence, circle=None, at=at)
    until, closed = make_aware(datetime.combine(ends + timedelta(days=1), time())), []
    for story in stories:
        said = {"circle": story.circle, "person": stand_in, "sees_from": sees_from, "until": until}
        if _reads(story, stand_in) or _seated(said, by=by, at=at, hat=hat):
            _tell_residents(story, by=by, at=at)
        else:
            closed.append(story)
    _letter("absence_asked", to=stand_in, about=absence, by=by, at=at)
    return Away(absence, closed)


def refuse_going(*, by: Person, today: date, starts: date, ends: date, stand_in: Person) -> None:
    """Days that can be, and somebody else who is there then and can read."""
    if ends < starts:
        raise EndsBeforeItBegins
    if starts < today:
        raise DayGone
    if starts > today + AHEAD:
        raise TooFarAhead
    if stand_in == by:
        raise StandInYourself
    theirs = Person.objects.filter(id=stand_in.id).annotate(reads=HasAccount("id"), away=IsAway("id", starts, ends))
    reads, away = theirs.values_list("reads", "away").first() or (False, False)
    if not reads:
        raise CannotLogIn(stand_in)
    if away:
        raise AwayToo(stand_in)
    there = Absence.objects.to_come(starts).filter(person=by, starts__lte=ends).with_people().first()
    if there:
        raise AwayAlready(there)


def _reads(story: Story, person: Person) -> bool:
    return Membership.objects.current().filter(circle=story.circle_id, person=person).exists()


def _seated(seat: dict[str, Any], *, by: Person, at: datetime, hat: Hat | None) -> bool:
    """Lets them in, unless a resident stopped their reading here before, or must say yes first."""
    circle, person = seat["circle"], seat["person"]
    there = Membership.objects.filter(circle=circle)
    residents = there.filter(as_resident=True).values("person")
    theirs = there.filter(person=person).values("id")
    stopped = Trace.objects.filter(what="leave", thing_id__in=theirs, circle_key=circle.id)
    if stopped.filter(who__in=residents).exists():
        return False
    try:
        let_in(by=by, at=at, hat=hat, **seat)
    except NeedsYes:
        return False
    return True


def _tell_residents(story: Story, *, by: Person, at: datetime) -> None:
    """Whom it is about hears it by a letter without words; who cannot log in is told by `by`, who sees whom."""
    theirs = Membership.objects.current().filter(circle=story.circle_id, as_resident=True)
    for one in theirs.filter(HasAccount("person_id")).select_related("person"):
        write(
            kind=Letter.Kind.NOTICE,
            reader=one.person,
            writer=by,
            about_kind="absence_told",
            about_id=story.circle_id,
            circle=story.circle_id,
            at=at,
        )


def _letter(kind: str, *, to: Person, about: Absence, by: Person, at: datetime) -> None:
    notice = Letter.Kind.NOTICE
    write(kind=notice, reader=to, writer=by, about_kind=kind, about_id=about.id, circle=None, at=at)


@transaction.atomic
def be_back(*, absence: Absence, by: Person, at: datetime) -> None:
    """Back sooner, or a stand-in who cannot after all: what was opened for it closes, and the other hears it."""
    ended = Absence.objects.to_come(localdate(at)).filter(id=absence.id).update(ended_at=at, ended_by=by)
    if not ended:
        raise BackAlready
    leave_trace(by=by, hat=None, what="be_back", thing=absence, circle=None, at=at)
    for seat in seats_of(absence):
        leave(membership=seat, by=by, at=at)
    other = absence.person if by.id == absence.stand_in_id else absence.stand_in
    _letter("absence_over", to=other, about=absence, by=by, at=at)


def seats_of(absence: Absence) -> "QuerySet[Membership]":
    """The reading along that this absence opened, as long as it lasts."""
    theirs = Membership.objects.current().filter(person=absence.stand_in_id, let_in_by=absence.person_id)
    return theirs.filter(since=absence.at).select_related("circle")


@dataclass(frozen=True)
class Theirs:
    """What is somebody else's to do as long as they are away, as far as whoever stands in reads it."""

    absence: Absence
    promises: list[Promise]
    come_backs: list[FollowUp]
    referrals: list[Referral]
    asks: list[Ask]
    introductions: list[Introduction]

    @property
    def circles(self) -> set[UUID]:
        return {one.circle_id for one in self.promises} | {one.circle_id for one in self.come_backs}


def standing_in(*, by: Person, today: date) -> list[Theirs]:
    """For whom one stands in today, with what is theirs."""
    running = Absence.objects.running(today).filter(stand_in=by).with_people().order_by("ends", "id")
    return [theirs(one, by=by, until=today) for one in running]


def theirs(absence: Absence, *, by: Person, until: date) -> Theirs:
    """What was promised and must be done before they are back, and what comes back up to a day."""
    mine = member_circles(by.id)
    promised = Promise.objects.of(absence.person_id).filter(circle__in=mine)[:MOST]
    days = [(one, one.day_on(until)) for one in promised]
    return Theirs(
        absence,
        [one for one, day in days if day is None or day <= absence.ends],
        list(FollowUp.objects.open_for(absence.person_id, until=until).filter(circle__in=mine)[:MOST]),
        list(asked_by_name(absence.person_id)[:MOST]),
        list(asked_for_others(absence.person_id)[:MOST]),
        with_names(brought_together(absence.person_id)[:MOST]),
    )


def days_away(*, by: Person, until: date) -> set[date]:
    """The days of the last year on which one was away oneself."""
    return _days_read(by.id, until=until)


def away_of(person: UUID, *, until: date) -> set[date]:
    """Of anybody, as far as whoever acts may know: what they read of it, and what `IsAway` says of whom they know."""
    with connection.cursor() as cursor:
        cursor.execute("select day from trust.away_days(%s)", [person])
        said = {day for (day,) in cursor.fetchall()}
    return {day for day in said if day <= until} | _days_read(person, until=until)


def _days_read(person: UUID, *, until: date) -> set[date]:
    since = until - A_YEAR
    theirs = Absence.objects.filter(person=person, ends__gte=since, starts__lte=until)
    found: set[date] = set()
    for one in theirs:
        last = min(one.ends, until, localdate(one.ended_at) - A_DAY if one.ended_at else until)
        first = max(one.starts, since)
        found |= {first + A_DAY * n for n in range((last - first).days + 1)}
    return found


def stood_in_for(*, by: Person, today: date) -> "QuerySet[Absence]":
    """Whose things one may say were done."""
    return Absence.objects.running(today).filter(stand_in=by)


def told_of(*, by: Person, today: date) -> list[tuple[Absence, Circle]]:
    """Who is away, or will be, and who reads along instead in what is about oneself."""
    own = Membership.objects.current().filter(person=by, as_resident=True).values("circle")
    seat = Membership.objects.current().filter(
        circle__in=own, person=OuterRef("stand_in"), let_in_by=OuterRef("person"), since=OuterRef("at")
    )
    there = Absence.objects.to_come(today).annotate(reads=seat.values("circle")[:1]).filter(reads__isnull=False)
    reads = dict(there.values_list("id", "reads"))
    circles = Circle.objects.in_bulk(reads.values())
    found = Absence.objects.filter(id__in=reads).with_people().order_by("starts", "id")
    return [(one, circles[reads[one.id]]) for one in found]


def to_tell(absence: Absence) -> list[Person]:
    """Whom a story is about and who cannot log in: nobody else tells them."""
    theirs = Membership.objects.current().filter(circle__in=seats_of(absence).values("circle"), as_resident=True)
    return list(Person.objects.filter(id__in=theirs.values("person")).exclude(HasAccount("id")).order_by("name", "id"))
