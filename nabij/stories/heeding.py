"""Heeding a silence: when there was contact, and what one does or says when there was none for long.

When there was contact is asked of one word, which reads no more than whoever acts does.
"""

from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Person
from nabij.stories.merging import read_elsewhere
from nabij.stories.models import Promise, SilenceAnswer, Story
from nabij.stories.silences import YEAR
from nabij.stories.verbs import promise
from nabij.trust.models import Circle


class RestsTooLong(ValueError):
    """A rest ends on a day to come, within a year."""

    def __init__(self) -> None:
        super().__init__(_("Kies een dag die nog komt, binnen een jaar."))


def contact_days(*, since: date) -> dict[UUID, list[date]]:
    """By open story of others that whoever acts reads: the days on which they and its residents were in touch.

    Two stories that are read as one were in touch as one.
    """
    found: dict[UUID, set[date]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select story, day from trust.contact_days(%s)", [since])
        for story, day in cursor.fetchall():
            found.setdefault(story, set()).add(day)
    for double, story in read_elsewhere().items() if found else ():
        found.setdefault(story, set()).update(found.pop(double, ()))
    return {story: sorted(days) for story, days in found.items() if days}


def answer_silence(*, circle: Circle, last: date, kind: str, by: Person, at: datetime) -> SilenceAnswer:
    """Says whether it was right that this silence was shown; the same silence is not shown again."""
    return SilenceAnswer.objects.create(person=by, circle=circle, last=last, kind=kind, at=at)


@transaction.atomic
def get_in_touch(
    *,
    story: Story,
    circle: Circle,
    silent: Circle,
    last: date,
    what: str,
    day: date,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
) -> Promise:
    """Promises to get in touch, in the circle that was chosen; so it was right to show this silence."""
    made = promise(story=story, circle=circle, for_whom=story.person, what=what, day=day, by=by, at=at, hat=hat)
    answer_silence(circle=silent, last=last, kind=SilenceAnswer.Kind.RIGHT, by=by, at=at)
    return made


def let_rest(*, circle: Circle, last: date, until: date, by: Person, at: datetime, reason: str = "") -> SilenceAnswer:
    """Says until when a silence is expected, and why if they like."""
    today = localdate(at)
    if not today < until <= today + YEAR:
        raise RestsTooLong
    said = {"kind": SilenceAnswer.Kind.REST, "until": until, "reason": reason}
    return SilenceAnswer.objects.create(person=by, circle=circle, last=last, at=at, **said)


def is_answered(answers: list[SilenceAnswer], *, last: date, today: date) -> bool:
    """Whether this silence was answered, or rests still."""
    return any(
        one.until > today if one.kind == SilenceAnswer.Kind.REST and one.until else one.last == last for one in answers
    )


def how_often_right(answers: list[SilenceAnswer]) -> tuple[int, int]:
    """How often it was right, of how often somebody said so or not; a rest says neither."""
    said = [one.kind for one in answers if one.kind != SilenceAnswer.Kind.REST]
    return said.count(SilenceAnswer.Kind.RIGHT), len(said)


def by_circle(answers: list[SilenceAnswer]) -> dict[UUID, list[SilenceAnswer]]:
    found: dict[UUID, list[SilenceAnswer]] = {}
    for one in answers:
        found.setdefault(one.circle_id, []).append(one)
    return found
