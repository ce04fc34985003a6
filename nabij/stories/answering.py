"""Answering without a login: the link in a letter answers the one thing that was asked, once."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from nabij.post.models import Link
from nabij.post.verbs import use
from nabij.stories.models import Answer, Promise
from nabij.stories.verbs import answer
from nabij.trust.verbs import leave_trace


class AnsweredAlready(ValueError):
    """Somebody answered in another way before the link did."""

    def __init__(self) -> None:
        super().__init__(_("Hier was al antwoord op. Dat antwoord blijft staan."))


@transaction.atomic
def answer_by_link(*, link: Link, kind: str, at: datetime, day: date | None = None) -> Answer:
    """Answers what a letter asked and uses its link up; the actor is that link.

    Whoever opens the same link at the same moment is refused by `use`.
    """
    use(link=link, at=at)
    asked = Promise.objects.get(id=link.letter.about_id)
    try:
        with transaction.atomic():
            given = answer(promise=asked, kind=kind, by=link.reader, at=at, day=day, by_link=True)
    except IntegrityError as there:
        raise AnsweredAlready from there
    leave_trace(by=link.reader, hat=None, what="answer", thing=given, circle=asked.circle_id, at=at)
    return given
