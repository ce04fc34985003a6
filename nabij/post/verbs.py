"""What writes letters and links."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nabij.people.models import Hat, Person
from nabij.post.models import Letter, Link, hash_of
from nabij.trust.models import Membership


class LinkUsed(ValueError):
    """A link answers once."""

    def __init__(self) -> None:
        super().__init__(_("Met deze brief is al geantwoord. Dat antwoord blijft staan."))


class LinkExpired(ValueError):
    """A link lives until its letter says."""

    def __init__(self) -> None:
        super().__init__(_("Deze brief werkt niet meer. Vraag wie hem stuurde om een nieuwe."))


@transaction.atomic
def write(
    *,
    kind: str,
    reader: Person,
    writer: Person | None,
    about_kind: str,
    about_id: UUID,
    circle: UUID | None,
    at: datetime,
    hat: Hat | None = None,
    words: str = "",
    expires: datetime | None = None,
    due: datetime | None = None,
) -> Letter:
    """Writes a letter; the worker sends it after this transaction, or never when it is rolled back.

    due: when it is to go, by default at once. hat: in which the writer asks; without one, the hat in which they are in
    the circle.
    """
    letter = Letter.objects.create(
        kind=kind,
        reader=reader,
        writer=writer,
        hat_id=hat.id if hat else worn_in(circle=circle, person=writer) if circle and writer else None,
        about_kind=about_kind,
        about_id=about_id,
        circle_key=circle,
        words=words,
        written_at=at,
        due=due or at,
        expires=expires,
    )
    app.configure_task("send_letter").defer(letter=str(letter.id))
    return letter


def worn_in(*, circle: UUID, person: Person) -> UUID | None:
    memberships = Membership.objects.current().filter(circle_id=circle, person=person)
    return memberships.values_list("hat_id", flat=True).first()


def make_link(*, letter: Letter, expires: datetime) -> str:
    """A new link for a letter; returns the token, which is kept nowhere else than in the mail."""
    token = secrets.token_urlsafe(32)
    Link.objects.create(letter=letter, reader_id=letter.reader_id, token_hash=hash_of(token), expires=expires)
    return token


def use(*, link: Link, at: datetime) -> None:
    """Uses a link up; whoever comes second is refused, also at the same moment."""
    if link.expires < at:
        raise LinkExpired
    if not Link.objects.filter(id=link.id, used_at__isnull=True).update(used_at=at):
        raise LinkUsed
