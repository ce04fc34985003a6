"""Sharing a worry with a professional, and the answer that must come back: taken up until a day, and an end."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.models import Story
from nabij.trust.verbs import introduce, leave_trace

ANSWERED_WITHIN = 2  # Working days.


class NothingShared(ValueError):
    """One line is enough, none is not."""

    def __init__(self) -> None:
        super().__init__(_("Waar maak je je zorgen over? Eén zin is genoeg."))


class NothingAnswered(ValueError):
    """Whoever shared a worry hears words, not a tick."""

    def __init__(self) -> None:
        super().__init__(_("Wat laat je weten? Eén zin is genoeg."))


class DayNeeded(ValueError):
    """Who takes it up says when the other hears more, on a day still to come."""

    def __init__(self) -> None:
        super().__init__(_("Wanneer laat je weer iets weten? Kies een dag die nog komt."))


class AnsweredAlready(ValueError):
    """An answer to the end is the end."""

    def __init__(self) -> None:
        super().__init__(_("Hier was al antwoord op. Dat antwoord blijft staan."))


@transaction.atomic
def share(
    *,
    to: Hat,
    words: str,
    by: Person,
    at: datetime,
    story: Story | None = None,
    about: str = "",
    cannot_wait: bool = False,
) -> Concern:
    """Shares a worry with one professional, who is asked to answer within two working days."""
    if not words.strip():
        raise NothingShared
    made = Concern(story=story, about=(about or (str(story) if story else ""))[:120], words=words.strip())
    made.cannot_wait, made.hat, made.at = cannot_wait, to, at
    made.by, made.by_name, made.to, made.to_name = by, by.called, to.person, to.person.called
    made.answer_by = working_days(localdate(at), count=ANSWERED_WITHIN)
    made.save(force_insert=True)
    introduce(person=by, to=to.person, by=by, at=at)
    _notice("concern", concern=made, reader=to.person, by=by, at=at)
    leave_trace(by=by, hat=None, what="share_concern", thing=made, circle=None, at=at)
    return made


def working_days(day: date, *, count: int) -> date:
    """The day that many working days on."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _notice(kind: str, *, concern: Concern, reader: Person, by: Person, at: datetime) -> None:
    write(kind=Letter.Kind.NOTICE, reader=reader, writer=by, about_kind=kind, about_id=concern.id, circle=None, at=at)


@transaction.atomic
def answer_concern(
    *, concern: Concern, kind: str, words: str, by: Person, at: datetime, day: date | None = None
) -> ConcernAnswer:
    """The professional answers: I take it up and you hear more on that day, or this is what was done."""
    if concern.state == ConcernAnswer.Kind.ANSWERED:
        raise AnsweredAlready
    if not words.strip():
        raise NothingAnswered
    taken_up = kind == ConcernAnswer.Kind.TAKEN_UP
    if taken_up and (not day or day <= localdate(at)):
        raise DayNeeded
    given = ConcernAnswer.objects.create(
        concern=concern, kind=kind, words=words.strip(), day=day if taken_up else None, by=by, at=at
    )
    _notice("concern_answered", concern=concern, reader=Person(id=concern.by_id), by=by, at=at)
    leave_trace(by=by, hat=None, what="answer_concern", thing=concern, circle=None, at=at, why=kind)
    return given
