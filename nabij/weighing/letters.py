"""Letters about what is weighed: who is asked along, that the voices are open, what was decided, and a month after it.

The office 'reminders' writes them and reads no voice: it learns that they are open, and from the database alone between
whom a decision stood. No letter says what it is about.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.weighing.decisions import A_MONTH, Decision
from nabij.weighing.dilemmas import Dilemma, Participant
from nabij.weighing.speaking_as import is_open, word

ASKED, OPEN, DECIDED, TOGETHER = "dilemma", "dilemma_open", "dilemma_decided", "working_together"
STAYS_OPEN = timedelta(days=14)  # A link, after what it is for.
STILL_TOLD = timedelta(days=7)  # Voices that closed longer ago were told, or nobody was there to hear it.


def write_letters(*, dilemma: UUID, at: datetime) -> int:
    """What there is to ask or to tell of one dilemma, each once; returns how many letters that made."""
    found = Dilemma.objects.filter(id=dilemma).first()
    if found is None:
        return 0
    people = list(Participant.objects.filter(dilemma=found, ended__isnull=True).order_by("at", "id"))
    asked = sum(_put(found, ASKED, reader=one.person_id, writer=one.asked_by_id, at=at) for one in people)
    if not is_open(dilemma):
        return asked
    told = sum(_put(found, OPEN, reader=one.person_id, writer=found.raised_by_id, at=at) for one in people)
    decision = Decision.objects.filter(dilemma=found).only("id", "carried_by", "at").first()
    if decision is None:
        return asked + told
    who = decision.carried_by_id
    told += sum(_put(found, DECIDED, reader=one.person_id, writer=who, at=at) for one in people)
    due = max(decision.at + A_MONTH, at)
    # In nobody's name but their own: that it stood between these two is nobody else's.
    return (
        asked + told + sum(_put(found, TOGETHER, reader=one, writer=one, at=at, due=due) for one in between(decision))
    )


def remind(*, at: datetime) -> int:
    """Each morning: what closed although not all have spoken is told."""
    closed = Dilemma.objects.filter(closes__lte=at, closes__gt=at - STILL_TOLD).order_by("closes", "id")
    return sum(write_letters(dilemma=one, at=at) for one in closed.values_list("id", flat=True))


def between(decision: Decision) -> Iterator[UUID]:
    """Everybody who is asked how working together goes, once."""
    with connection.cursor() as cursor:
        cursor.execute("select distinct person from trust.clashes(%s) order by person", [decision.id])
        yield from (person for (person,) in cursor.fetchall())


def _put(it: Dilemma, about: str, *, reader: UUID, writer: UUID, at: datetime, due: datetime | None = None) -> bool:
    """Once; whoever does something hears nothing of it. Who cannot log in gets a link that answers while it lives."""
    if reader == writer and about != TOGETHER:
        return False
    if Letter.objects.filter(about_id=it.id, about_kind=about, reader=reader).exists():
        return False
    logs_in = word("select trust.has_account(%s)", reader)
    closes = it.closes if about == ASKED else due or at
    write(
        kind=Letter.Kind.NOTICE if logs_in else Letter.Kind.QUESTION,
        reader=Person(id=reader),
        writer=Person(id=writer),
        about_kind=about,
        about_id=it.id,
        circle=None,
        at=at,
        due=due,
        expires=None if logs_in else max(closes, at) + STAYS_OPEN,
    )
    return True
