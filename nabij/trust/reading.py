"""Reading the log of looks: who looked at what is about somebody, the same on one day once."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.trust.glass import BreakGlass
from nabij.trust.models import Circle, Look, Looked, Membership, Purpose, member_circles

ENOUGH = 50  # Lines on one page; a day is never cut in two.
READ_AT_ONCE = 2000  # Looks that are counted together at most, and the rest of their day.


@dataclass(frozen=True)
class Line:
    """Somebody looked in one way on one day, once or more often."""

    day: date
    who: UUID | None
    who_name: str
    hat_name: str
    did: str
    why: str
    purpose: str
    first: datetime
    last: datetime
    times: int
    look: UUID  # The newest of them.


@dataclass(frozen=True)
class Days:
    """A page of lines, newest first, and the day from which older ones are."""

    lines: list[Line]
    older: date | None


def looks_at(*, person: Person, since: date | None = None, upto: date | None = None) -> Days:
    """The newest looks at what is about this person, in a period; in a few queries whatever the number of looks."""
    theirs = Look.objects.filter(seen_of(person.id))
    if since:
        theirs = theirs.filter(at__gte=start_of(since))
    if upto:
        theirs = theirs.filter(at__lt=start_of(upto + timedelta(days=1)))
    newest_first = theirs.order_by("-at").values_list("at", flat=True)
    far = newest_first[READ_AT_ONCE : READ_AT_ONCE + 1].first()
    rows = list(by_day(theirs.filter(at__gte=start_of(timezone.localdate(far))) if far else theirs))
    if not rows:
        return Days([], None)
    last_day = rows[min(ENOUGH, len(rows)) - 1]["day"]
    shown = [row for row in rows if row["day"] >= last_day]
    more = newest_first.filter(at__lt=start_of(last_day)).first()
    return Days(lines_of(shown), timezone.localdate(more) if more else None)


def seen_of(person: UUID) -> Q:
    """The looks at what is about this person, also those behind broken glass of which their circle was told.

    Those are about the glass and not about anybody: before it is told only the trusted third may know of them.
    """
    told = list(told_glasses(person).values_list("id", flat=True))
    return Q(about__in=[person, *told]) if told else Q(about=person)


def told_glasses(person: UUID, *, circle: UUID | None = None) -> QuerySet[BreakGlass]:
    """Each broken glass of which was told, and behind which words of this person could be read.

    circle: only what opened this one.
    """
    around = Membership.objects.filter(circle__in=stories_of(person), as_resident=True)
    around = around.filter(circle=circle) if circle else around
    return BreakGlass.objects.filter(tellings__told=True, person__in=around.values("person")).distinct()


def stories_of(person: UUID) -> QuerySet[Membership, Any]:
    """The circles around a story that this person is one of the residents of."""
    theirs = Membership.objects.current().filter(person=person, as_resident=True, circle__kind=Circle.Kind.STORY)
    return theirs.values("circle")


def opened_circle(glass: UUID, *, person: UUID) -> Circle | None:
    """The circle about this person that was opened when this glass was broken."""
    of_both = Circle.objects.filter(id__in=stories_of(person)).order_by("made_at", "id")
    sought = BreakGlass.objects.filter(id=glass).values("person")
    return of_both.filter(memberships__person__in=sought, memberships__as_resident=True).first()


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def by_day(looks: Any) -> Any:
    same = ("day", "who", "who_name", "hat_name", "what", "why", "purpose")
    counted = looks.annotate(day=TruncDate("at")).values(*same).order_by()
    return counted.annotate(
        first=Min("at"), last=Max("at"), times=Count("id"), keys=ArrayAgg("id", order_by="-at")
    ).order_by("-last", "who_name", "what")


def lines_of(rows: list[dict[str, Any]]) -> list[Line]:
    """With each the sentence of its purpose, as far as the register knows it."""
    sentences = said_purposes({row["purpose"] for row in rows})
    return [
        Line(
            day=row["day"],
            who=row["who"],
            who_name=row["who_name"],
            hat_name=row["hat_name"],
            did=str(Looked(row["what"]).label) if row["what"] in Looked.values else row["what"],
            why=row["why"] or (_("noodopening") if row["what"] == Looked.BREAK_GLASS else ""),
            purpose=in_danger() if row["what"] == Looked.BREAK_GLASS else sentences.get(row["purpose"], ""),
            first=row["first"],
            last=row["last"],
            times=row["times"],
            look=row["keys"][0],
        )
        for row in rows
    ]


def said_purposes(keys: set[str]) -> dict[str, str]:
    return {one.key: one.sentence for one in Purpose.objects.filter(key__in=keys)}


def in_danger() -> str:
    """For what the glass is broken, whatever the purpose of the circle is."""
    return _("Om te helpen bij gevaar.")


def said_purpose(look: Look) -> str:
    """For what somebody looked, in words; nothing when the register does not know it."""
    if look.what == Looked.BREAK_GLASS:
        return in_danger()
    return said_purposes({look.purpose}).get(look.purpose, "")


def reads_about(person: Person, *, by: Person) -> bool:
    """Whether somebody is in a circle about this person; who broke the glass sees the seat, and is in none."""
    theirs = Membership.objects.current().filter(person=person, as_resident=True)
    return theirs.filter(circle__in=member_circles(by.id)).exists()
