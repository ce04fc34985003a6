"""Whose day it is: who promised something for today, or wanted to come back to something, is reminded of it by letter.

One letter for each person, which says that there is something and never what; it goes as they want letters. Who has
letters gathered by the week hears on Monday of the week to come. Who cannot log in has letters of their own promises,
each with a link. The office 'reminders' does it; it reads days, and no words.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate, make_aware

from nabij.moments.models import FollowUp
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.preferences import MORNING, Preference
from nabij.post.verbs import write
from nabij.stories.models import Answer, Promise
from nabij.stories.turns import RECURRING
from nabij.trust.models import HasAccount

A_WEEK = timedelta(days=6)  # With today in it.
Pace = Preference.Pace


def remind(*, at: datetime) -> int:
    """Writes to everybody whose day it is, once a day; returns how many letters that made."""
    today = localdate(at)
    wants = paces()
    days = [("day", who) for who in busy(today, today) if wants.get(who) not in (Pace.WEEKLY, Pace.NONE)]
    if today.weekday() == 0:
        days += [("week", who) for who in busy(today, today + A_WEEK) if wants.get(who) == Pace.WEEKLY]
    return sum(_once(kind, who, at=at) for kind, who in days)


def _once(kind: str, who: UUID, *, at: datetime) -> bool:
    due = max(at, make_aware(datetime.combine(localdate(at), MORNING)))
    begun = make_aware(datetime.combine(localdate(at), datetime.min.time()))
    if Letter.objects.filter(about_kind=kind, about_id=who, reader_id=who, written_at__gte=begun).exists():
        return False
    person = Person(id=who)
    write(
        kind=Letter.Kind.NOTICE,
        reader=person,
        writer=person,
        about_kind=kind,
        about_id=who,
        circle=None,
        at=at,
        due=due,
    )
    return True


def paces() -> dict[UUID, str]:
    """What each person chose last, of those who chose."""
    chosen = Preference.objects.filter(writer__isnull=True).order_by("person", "-at", "-id").distinct("person")
    return dict(chosen.values_list("person_id", "pace"))


def busy(first: date, last: date) -> list[UUID]:
    """Everybody who can log in and has something from the one day until the other."""
    return sorted({*_come_back(first, last), *_promised(first, last)})


def _come_back(first: date, last: date) -> Iterator[UUID]:
    waiting = FollowUp.objects.filter(day__range=(first, last), done__isnull=True).filter(HasAccount("person_id"))
    yield from waiting.values_list("person_id", flat=True).distinct()


def _promised(first: date, last: date) -> Iterator[UUID]:
    """Of what comes back its time at hand is looked at, which only Python knows."""
    once, again = Q(rhythm="", day__range=(first, last)), Q(rhythm__in=RECURRING, day__lte=last)
    going = Promise.objects.open().as_it_stands().filter(once | again, answer__kind=Answer.Kind.YES)
    for one in going.filter(HasAccount("who_id")).defer("what", "bounds", "in_memory", "answer__words"):
        day = one.day_on(last)
        if day and first <= day <= last:
            yield one.who_id
