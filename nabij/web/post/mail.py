"""The words of a mail, in the language of whoever reads it. Its subject tells nothing that was confided."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from nabij.post.models import Letter
from nabij.post.verbs import make_link
from nabij.stories.models import Answer, Promise
from nabij.web.post.notices import notice

Context = dict[str, Any]


@dataclass(frozen=True)
class Mail:
    """What goes into the envelope: the subject, and the same words as plain text and as a page."""

    subject: str
    text: str
    html: str


class NothingToSay(ValueError):
    """A letter whose reason is gone stays here."""


def mail_of(letter: Letter, *, at: datetime) -> Mail:
    """Renders a letter; a question gets its link here, because the token is kept in the mail alone."""
    subject, context = SAYS[letter.kind](letter, at)
    name = f"post/{letter.kind}"
    context |= {"letter": letter, "installation": settings.NABIJ_NAME, "home": settings.NABIJ_URL}
    return Mail(
        subject=" ".join(subject.split()),
        text=render_to_string(f"{name}.txt", context),
        html=render_to_string(f"{name}.html", context | {"subject": subject}),
    )


def question(letter: Letter, at: datetime) -> tuple[str, Context]:
    if letter.expires and letter.expires <= at:
        raise NothingToSay(_("De brief kwam te laat om nog te antwoorden. Hij is niet verstuurd."))
    promise = Promise.objects.filter(id=letter.about_id, who=letter.reader_id, asked_by=letter.writer_id).first()
    if promise is None or Answer.objects.filter(promise=promise).exists():
        raise NothingToSay(_("Er was al antwoord. De brief is niet verstuurd."))
    expires = letter.expires or at
    address = settings.NABIJ_URL + reverse("letter", args=[make_link(letter=letter, expires=expires)])
    asked = _("%(name)s vraagt je iets") % {"name": letter.writer.called}
    words = letter.words or f"{letter.reader.first_name}: {promise.what}"
    return asked, {"promise": promise, "words": words, "address": address}


def news(letter: Letter, at: datetime) -> tuple[str, Context]:
    answer = Answer.objects.filter(promise_id=letter.about_id, promise__asked_by=letter.reader_id).first()
    if answer is None:
        raise NothingToSay(_("Het antwoord is er niet meer. De brief is niet verstuurd."))
    return _("Antwoord op je vraag"), {"said": said(answer, name=letter.writer.first_name)}


def said(answer: Answer, *, name: str) -> str:
    """What somebody answered, and nothing of what was asked."""
    return {
        Answer.Kind.YES: _("%(name)s zegt ja op je vraag."),
        Answer.Kind.NO: _("%(name)s kan dit keer niet."),
        Answer.Kind.OTHER_DAY: _("%(name)s stelt een andere dag voor."),
    }[Answer.Kind(answer.kind)] % {"name": name}


SAYS: dict[str, Callable[[Letter, datetime], tuple[str, Context]]] = {
    Letter.Kind.QUESTION: question,
    Letter.Kind.NEWS: news,
    Letter.Kind.NOTICE: notice,
}
