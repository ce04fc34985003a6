"""Letters about doing otherwise: who is asked for backing, and what its asker must not forget.

The office 'reminders' writes them, and reads how it stands from the database alone. No letter says what it is about.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localdate

from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.weighing.deviating import State, state_of
from nabij.weighing.deviations import WAITS, BackingAsked, Deviation, Review
from nabij.weighing.speaking_as import word

ASKED, LAPSED, REVIEW, ENDS = "backing", "deviation_lapsed", "deviation_review", "deviation_ends"
STILL_TOLD = timedelta(days=7)  # What lapsed or was over longer ago was told, or nobody was there to hear it.
BEFORE_IT_ENDS = timedelta(days=7)


def write_letters(*, deviation: UUID, at: datetime) -> int:
    """Who is asked for backing and did not hear it yet; returns how many letters that made."""
    found = Deviation.objects.filter(id=deviation).first()
    if found is None or state_of(deviation, at=at) != State.WAITS:
        return 0
    asked = BackingAsked.objects.filter(deviation=found).order_by("at", "id")
    return sum(_ask(found, one=one, at=at) for one in asked)


def remind(*, at: datetime) -> int:
    """Each morning: who asked it hears that it lapsed, that it is time to look back, and that it is nearly over."""
    today = localdate(at)
    going = Deviation.objects.filter(valid_until__gte=today - STILL_TOLD).order_by("at", "id")
    return sum(
        _put(one, about, reader=one.by_id, writer=one.by_id, at=at)
        for one in going
        for about in _due(one, today=today, at=at)
    )


def _due(one: Deviation, *, today: date, at: datetime) -> Iterator[str]:
    """What there is to tell of it this morning."""
    state = state_of(one.id, at=at)
    if state == State.LAPSED and at - WAITS - STILL_TOLD <= one.at:
        yield LAPSED
    looked = Review.objects.filter(deviation=one).only("id").exists()
    if state in (State.STANDS, State.OVER) and one.review_on <= today and not looked:
        yield REVIEW
    if state == State.STANDS and one.valid_until - BEFORE_IT_ENDS <= today:
        yield ENDS


def _ask(found: Deviation, *, one: BackingAsked, at: datetime) -> bool:
    """Once; who cannot log in gets a link, as long as backing may still come."""
    logs_in = word("select trust.has_account(%s)", one.person_id)
    kind, until = (Letter.Kind.NOTICE, None) if logs_in else (Letter.Kind.QUESTION, found.at + WAITS)
    return _put(found, ASKED, reader=one.person_id, writer=one.asked_by_id, at=at, kind=kind, expires=until)


def _put(
    found: Deviation,
    about: str,
    *,
    reader: UUID,
    writer: UUID,
    at: datetime,
    kind: str = Letter.Kind.NOTICE,
    expires: datetime | None = None,
) -> bool:
    if Letter.objects.filter(about_id=found.id, about_kind=about, reader=reader).exists():
        return False
    write(
        kind=kind,
        reader=Person(id=reader),
        writer=Person(id=writer),
        about_kind=about,
        about_id=found.id,
        circle=None,
        at=at,
        expires=expires,
    )
    return True
