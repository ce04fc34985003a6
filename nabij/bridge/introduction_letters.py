"""Letters of introductions: who is asked, who hears what came of it, and when both are asked how it went.

The office 'reminders' writes them, each in the name of its reader: no letter says who asks, nor who said no.
"""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.timezone import localdate, make_aware

from nabij.bridge.introductions import (
    LATER,
    HowItWent,
    Introduction,
    IntroductionAnswer,
    IntroductionOutcome,
    Meeting,
    Side,
)
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write

MORNING = time(8)
ASKED, TOGETHER, OFF, WENT, TOLD, WANTED = (
    "introduction",
    "introduced",
    "introduction_off",
    "introduction_went",
    "introduction_told",
    "introduction_wanted",
)
STAYS_OPEN = timedelta(days=14)  # The link in a letter.
AGAIN = timedelta(days=14)  # Who says nothing is asked once more, and after that no more.
NO_TIME = timedelta(days=14)  # After which both are asked how it went when no time was said.


def write_letters(*, introduction: UUID, at: datetime) -> int:
    """What there is to ask or to tell of one introduction, each once; returns how many letters that made."""
    found = Introduction.objects.filter(id=introduction).select_related("outcome").first()
    if found is None:
        return 0
    sides = list(found.sides.prefetch_related("answers"))
    outcome = getattr(found, "outcome", None) or _over(found, at=at)
    if outcome is None:
        asked = sum(_ask(side, at=at) for side in sides if waits(side, sides))
        return asked + _tell_who_asks_for_another(found, sides, at=at)
    if outcome.kind == IntroductionOutcome.Kind.TOGETHER:
        made = sum(_put(side, about=TOGETHER, at=at) for side in sides) + sum(_went(side, at=at) for side in sides)
    else:
        made = sum(_put(side, about=OFF, at=at) for side in sides if side.said == IntroductionAnswer.Kind.YES)
    return made + _tell_proposer(found, at=at)


def _over(found: Introduction, *, at: datetime) -> IntroductionOutcome | None:
    """What was asked and is over brings nobody together any more; who said yes hears that."""
    if found.ask_id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("select trust.ask_stands(%s)", [found.ask_id])
        if cursor.fetchone()[0]:
            return None
    return IntroductionOutcome.objects.create(introduction=found, kind=IntroductionOutcome.Kind.OFF, at=at)


def remind(*, at: datetime) -> int:
    """Each morning: who said later is asked again when that is over, who said nothing once; then it does not go on."""
    return sum(write_letters(introduction=one, at=at) for one in _open(at))


def _open(at: datetime) -> list[UUID]:
    """Those that still ask something, and those of which somebody must yet be asked how it went."""
    asked = Introduction.objects.filter(outcome__isnull=True)
    return list(asked.order_by("id").values_list("id", flat=True))


def waits(side: Side, sides: list[Side]) -> bool:
    """Whether it is their turn, and they said neither yes nor no."""
    first_said_yes = any(one.said == IntroductionAnswer.Kind.YES for one in sides if one.id != side.id)
    return side.said in ("", IntroductionAnswer.Kind.LATER) and (not side.second or first_said_yes)


def _ask(side: Side, *, at: datetime) -> bool:
    """The first time, again when later has come, and once more when nothing was said; then it ends."""
    asked = list(letters_of(side, about=ASKED).order_by("-written_at").values_list("written_at", flat=True))
    laters = [one.at for one in side.answers.all() if one.kind == IntroductionAnswer.Kind.LATER]
    if not asked:
        return _write(side, about=ASKED, at=at)
    if laters and max(laters) >= asked[0]:
        return max(laters) + LATER <= at and _write(side, about=ASKED, at=at)
    if asked[0] + AGAIN > at:
        return False
    if len(asked) < 2 + len(laters):
        return _write(side, about=ASKED, at=at)
    off = IntroductionOutcome.Kind.OFF
    IntroductionOutcome.objects.get_or_create(introduction_id=side.introduction_id, defaults={"kind": off, "at": at})
    return False


def _put(side: Side, *, about: str, at: datetime) -> bool:
    return not letters_of(side, about=about).exists() and _write(side, about=about, at=at)


def _went(side: Side, *, at: datetime) -> bool:
    """On the morning after they meet; a letter of a time that was moved says nothing when its day comes."""
    if HowItWent.objects.filter(introduction=side.introduction_id, person=side.person_id).only("id").exists():
        return False
    due = asks_how_at(side.introduction_id, at=at)
    return not letters_of(side, about=WENT).filter(due=due).exists() and _write(side, about=WENT, at=at, due=due)


def asks_how_at(introduction: UUID, *, at: datetime) -> datetime:
    meeting = Meeting.objects.filter(introduction=introduction).order_by("-at", "-id").first()
    outcome = IntroductionOutcome.objects.filter(introduction=introduction).values_list("at", flat=True).first()
    day = meeting.meets_at + timedelta(days=1) if meeting and meeting.meets_at else (outcome or at) + NO_TIME
    return make_aware(datetime.combine(localdate(day), MORNING))


def letters_of(side: Side, *, about: str) -> QuerySet[Letter]:
    return Letter.objects.filter(about_id=side.introduction_id, about_kind=about, reader=side.person_id)


def _write(side: Side, *, about: str, at: datetime, due: datetime | None = None) -> bool:
    person = Person(id=side.person_id)
    write(
        kind=Letter.Kind.INTRODUCTION,
        reader=person,
        writer=person,
        about_kind=about,
        about_id=side.introduction_id,
        circle=None,
        at=at,
        due=due,
        expires=(due or at) + STAYS_OPEN,
    )
    return True


def _tell_who_asks_for_another(found: Introduction, sides: list[Side], *, at: datetime) -> bool:
    """Who asked it for another hears that somebody wants to, and passes it on: perhaps no letter reaches the other."""
    if not any(side.second and waits(side, sides) for side in sides):
        return False
    with connection.cursor() as cursor:
        cursor.execute("select trust.asked_for_by(%s)", [found.id])
        who = cursor.fetchone()[0]
    if who is None or Letter.objects.filter(about_id=found.id, about_kind=WANTED, reader=who).exists():
        return False
    person = Person(id=who)
    said: dict[str, Any] = {"about_kind": WANTED, "about_id": found.id, "circle": None}
    write(kind=Letter.Kind.NOTICE, reader=person, writer=person, at=at, **said)
    return True


def _tell_proposer(found: Introduction, *, at: datetime) -> bool:
    """Whoever brought two others together hears that there is an answer, and reads it behind the log-in."""
    told = Letter.objects.filter(about_id=found.id, about_kind=TOLD, reader=found.proposed_by_id)
    if not found.by_a_third or told.exists():
        return False
    person = Person(id=found.proposed_by_id)
    said: dict[str, Any] = {"about_kind": TOLD, "about_id": found.id, "circle": None}
    write(kind=Letter.Kind.NOTICE, reader=person, writer=person, at=at, **said)
    return True
