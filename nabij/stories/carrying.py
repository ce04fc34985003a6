"""What becomes of a promise: how it went (each time, of what comes back), another day, or in other hands."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.models import Answer, Keeping, Promise, Turn
from nabij.stories.verbs import DayNeeded, SaidAlready, answer, ask, keep, note_agreed
from nabij.stories.verbs import promise as promise_oneself
from nabij.trust.verbs import leave_trace


class NotGoing(ValueError):
    """What was not agreed, or is over, cannot be kept or given away."""

    def __init__(self) -> None:
        super().__init__(_("Deze afspraak loopt niet meer."))


class DoesItAlready(ValueError):
    """A promise is handed to somebody else."""

    def __init__(self, person: Person) -> None:
        super().__init__(_("%(name)s doet dit al. Kies iemand anders.") % {"name": person.first_name})


class AskedAnother(ValueError):
    """One person at a time is asked to take something over, or two would."""

    def __init__(self, person: Person) -> None:
        said = _("Je wacht nog op antwoord van %(name)s. Zegt %(name)s nee, schrijf dat dan eerst op.")
        super().__init__(said % {"name": person.first_name})


@transaction.atomic
def say_how(
    *, promise: Promise, kept: bool, by: Person, at: datetime, why: str = "", day: date | None = None
) -> Keeping | Turn:
    """How it went: of what comes back this one time, which ends it when it was the last; of all else the whole.

    day: the time that is meant, as it stood on the screen; said of another than is at hand now, nothing is noted.
    """
    if promise.state != "accepted":
        raise NotGoing
    if not promise.recurs:
        return keep(promise=promise, kept=kept, by=by, at=at, why=why)
    at_hand = promise.day_on(localdate(at))
    if at_hand is None or (day and day != at_hand):
        raise SaidAlready
    try:
        with transaction.atomic():
            turn = Turn.objects.create(promise=promise, day=at_hand, kept=kept, why=why, by=by, at=at)
    except IntegrityError as there:
        raise SaidAlready from there
    what = "keep_turn" if kept else "not_keep_turn"
    leave_trace(by=by, hat=None, what=what, thing=promise, circle=promise.circle_id, at=at)
    if next_day(promise, after=at_hand) is None:
        keep(promise=promise, kept=True, by=by, at=at)
    return turn


def next_day(promise: Promise, *, after: date) -> date | None:
    """The time that comes after a day, whatever was said of those before; None when it ends there."""
    if promise.day is None:
        return None
    return next((day for day in promise.course.days_from(promise.day) if day > after), None)


@transaction.atomic
def take_other_day(*, promise: Promise, by: Person, at: datetime) -> Promise:
    """Says yes to the day that was proposed instead: the first promise ends, and the same stands for that day."""
    return move(promise=promise, day=promise.answer.day, by=by, at=at)


@transaction.atomic
def move(*, promise: Promise, day: date | None, by: Person, at: datetime) -> Promise:
    """Another day that both are fine with: the first promise ends, and the same stands for that day."""
    keep(promise=promise, kept=False, by=by, at=at, why=_("Het werd een andere dag."))
    return note_agreed(
        who=promise.who,
        by=by,
        at=at,
        circle=promise.circle,
        what=promise.what,
        story=promise.story,
        for_whom=promise.for_whom,
        hat=promise.hat,
        service=promise.service,
        day=day,
        course=promise.course,
        instead_of=promise.instead_of,
    )


@transaction.atomic
def put_off(*, promise: Promise, day: date | None, by: Person, at: datetime, words: str = "") -> None:
    """Another day for what was agreed: at once when one promised it oneself, else proposed to whoever asked it."""
    if not day:
        raise DayNeeded
    if promise.who_id == by.id != promise.asked_by_id:
        answer(promise=promise, kind=Answer.Kind.OTHER_DAY, day=day, words=words, by=by, at=at)
    else:
        move(promise=promise, day=day, by=by, at=at)


@transaction.atomic
def hand_over(
    *,
    promise: Promise,
    to: Person,
    by: Person,
    at: datetime,
    day: date | None = None,
    agreed: bool = False,
    words: str = "",
) -> Promise:
    """Asks somebody else to do it from then on. Until they say yes it stays with whoever does it now.

    day: by default the time that is at hand. agreed: they said yes already; who takes it over oneself did.
    """
    refuse_handing(promise=promise, to=to)
    same: dict[str, Any] = {
        "circle": promise.circle,
        "story": promise.story,
        "for_whom": promise.for_whom,
        "what": promise.what,
        "time": promise.time,
        "day": day or promise.day_on(localdate(at)),
        "course": promise.course,
        "instead_of": promise.id,
        "by": by,
        "at": at,
    }
    if to == by:
        made = promise_oneself(**same)
    else:
        made = note_agreed(who=to, **same) if agreed else ask(who=to, words=words, **same)
    if promise.who_id not in (by.id, to.id):
        _tell_former(promise, by=by, at=at)
    return made


def refuse_handing(*, promise: Promise, to: Person) -> None:
    """Only what is still to be done, to somebody else, and to one person at a time."""
    if promise.is_over:
        raise NotGoing
    if to.id == promise.who_id:
        raise DoesItAlready(to)
    waiting = Promise.objects.open().filter(instead_of=promise.id).exclude(answer__kind=Answer.Kind.YES)
    if asked := waiting.select_related("who").first():
        raise AskedAnother(asked.who)


def _tell_former(promise: Promise, *, by: Person, at: datetime) -> None:
    """Nobody finds by chance that something is asked of another."""
    write(
        kind=Letter.Kind.NOTICE,
        reader=Person(id=promise.who_id),
        writer=by,
        about_kind="promise_handed",
        about_id=promise.id,
        circle=promise.circle_id,
        at=at,
    )
