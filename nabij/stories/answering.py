"""Answering without a login: the link in a letter answers the one thing that was asked, once."""

from datetime import date, datetime

from django.db import transaction

from nabij.post.models import Link
from nabij.post.verbs import use
from nabij.stories.models import Answer, Promise
from nabij.stories.verbs import answer
from nabij.trust.verbs import leave_trace


@transaction.atomic
def answer_by_link(*, link: Link, kind: str, at: datetime, day: date | None = None) -> Answer:
    """Answers what a letter asked and uses its link up; the actor is that link.

    Whoever opens the same link at the same moment is refused by `use`.
    """
    use(link=link, at=at)
    asked = Promise.objects.get(id=link.letter.about_id)
    given = answer(promise=asked, kind=kind, by=link.reader, at=at, day=day, by_link=True)
    leave_trace(by=link.reader, hat=None, what="answer", thing=given, circle=asked.circle_id, at=at)
    return given
