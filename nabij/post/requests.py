"""Requests about one's own data: asked, answered, taking longer; each side gets a letter, which tells no content."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.trust.merging import answers_for_double, same_as
from nabij.trust.models import Circle, Extension, Limit, Objection, Reply, Request
from nabij.trust.requesting import (
    LONGEST_WORDS,
    Answerer,
    NothingSaid,
    lift,
    limit,
    months_later,
    refuse_limited,
    who_answers,
)
from nabij.trust.requests import LONGEST_NAME
from nabij.trust.verbs import leave_trace


class AskedAlready(ValueError):
    """The same is not asked, and not objected to, again while nobody answered."""

    def __init__(self, request: Request, *, by: Person) -> None:
        said = _("Dit heb je al gevraagd op %(day)s. %(name)s antwoordt nog. Je vindt je vraag bij Mijn gegevens.")
        if request.person_id != by.id:
            said = _("Dit is al gevraagd op %(day)s voor %(who)s. %(name)s antwoordt nog.")
        words = {"day": localdate(request.made_at).strftime("%d-%m-%Y"), "name": request.answerer_name}
        super().__init__(said % (words | {"who": request.person_name}))


class AnsweredAlready(ValueError):
    """A request is answered once."""

    def __init__(self) -> None:
        super().__init__(_("Hier was al antwoord op. Dat antwoord blijft staan."))


class NotYoursToAnswer(ValueError):
    """Whoever was asked answers, and nobody else."""

    def __init__(self) -> None:
        super().__init__(_("Dit verzoek is aan iemand anders gevraagd."))


class SayWhy(ValueError):
    """A no, a part and a longer term come with their reason."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf ook waarom. Dat hoort wie het vroeg te weten."))


class TooLate(ValueError):
    """A longer term is said within the first month, and once."""

    def __init__(self) -> None:
        super().__init__(_("Uitstel kan één keer, en alleen voor de eerste datum voorbij is."))


@dataclass(frozen=True)
class Thing:
    """What a request is about: one row by its kind and key, the circle it stands in, and who wrote it."""

    kind: str
    id: UUID
    circle: Circle | None = None
    author: UUID | None = None
    words: str = ""  # For whoever answers and may not see the thing: a sentence that tells no content.


@transaction.atomic
def ask(
    *,
    kind: str,
    person: Person,
    by: Person,
    at: datetime,
    words: str = "",
    thing: Thing | None = None,
    way: str = Request.Way.HERE,
    answerer: Answerer | None = None,
) -> Request:
    """Asks something about what is known of `person`; `by` is that person, or who notes it for them.

    answerer: by default as `who_answers` says.
    """
    refuse_twice(kind=kind, thing=thing, person=person, by=by)
    asked = _write_down(kind=kind, person=person, by=by, at=at, words=words, thing=thing, way=way, answerer=answerer)
    if kind == Request.Kind.ERASE and not thing:
        for double in same_as(person.id):
            _also_forget(double, asked=asked, by=by, way=way)
    return asked


def _also_forget(double: UUID, *, asked: Request, by: Person, way: str) -> None:
    """The same of who is the same person, asked of whoever answers for what was noted under that name.

    Whoever asks for themselves need not see their double: it is asked in their own name.
    """
    known = Person.objects.filter(id=double).first()
    twice = known or Person(id=double, name=asked.person_name)
    waiting = Request.objects.filter(kind=Request.Kind.ERASE, person=double, about_id=None, reply__isnull=True)
    answerer = answers_for_double(double) if asked.person_id == by.id else who_answers(person=twice)
    if answerer and not waiting.exists():
        said: dict[str, Any] = {"kind": Request.Kind.ERASE, "by": by, "at": asked.made_at, "words": asked.words}
        _write_down(person=twice, thing=None, answerer=answerer, way=way, **said)


def _write_down(
    *,
    kind: str,
    person: Person,
    by: Person,
    at: datetime,
    words: str,
    thing: Thing | None,
    answerer: Answerer | None,
    way: str = Request.Way.HERE,
) -> Request:
    """The request with its letter to whoever answers."""
    circle = thing.circle if thing else None
    answerer = answerer or who_answers(
        person=person, circle=circle.id if circle else None, against=thing.author if thing else None
    )
    made = Request.objects.create(
        kind=kind,
        person=person,
        person_name=person.called,
        noted_by=by,
        way=way,
        about_kind=thing.kind if thing else "",
        about_id=thing.id if thing else None,
        about_words=thing.words[:LONGEST_NAME] if thing else "",
        words=words.strip()[:LONGEST_WORDS],
        made_at=at,
        answer_by=months_later(localdate(at), months=1),
        answerer_id=answerer.id,
        answerer_name=answerer.name,
    )
    leave_trace(by=by, hat=None, what="request", thing=made, circle=None, at=at)
    if answerer.id != by.id:
        tell(made, reader=answerer.id, by=by, at=at)
    return made


@transaction.atomic
def object_to(
    *,
    thing: Thing,
    words: str,
    person: Person,
    by: Person,
    at: datetime,
    show_circle: bool = False,
    answerer: Answerer | None = None,
) -> Objection:
    """Objects to a look, a reader or a note; whoever answers reads it, and the circle when that is asked."""
    if not words.strip():
        raise NothingSaid
    shown_in = thing.circle.id if show_circle and thing.circle else None
    kind = Request.Kind.OBJECT
    refuse_twice(kind=kind, thing=thing, person=person, by=by, shown_in=shown_in)
    asked = _write_down(kind=kind, person=person, by=by, at=at, words=words, thing=thing, answerer=answerer)
    return Objection.objects.create(
        request=asked,
        person=person,
        about_kind=thing.kind,
        about_id=thing.id,
        shown_in=shown_in,
        words=words.strip()[:LONGEST_WORDS],
        at=at,
    )


def refuse_twice(*, kind: str, thing: Thing | None, person: Person, by: Person, shown_in: UUID | None = None) -> None:
    """What still waits for an answer is not asked again; only that the circle is shown it now is something new.

    A limit that its asker ended is over, and may be asked again. Who asks twice at the same moment waits here for the
    first, until the end of its transaction. What `by` does not see is not refused: that would tell what was asked.
    """
    about = {"about_kind": thing.kind if thing else "", "about_id": thing.id if thing else None}
    with connection.cursor() as cursor:
        same = f"{kind} {about['about_id']}"
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", [same, str(person.id)])
    waiting = Request.objects.filter(kind=kind, person=person, reply__isnull=True, limit__lifting__isnull=True)
    waiting = waiting.filter(about_kind=about["about_kind"], about_id=about["about_id"])
    there = (waiting.filter(objection__shown_in=shown_in) if shown_in else waiting).first()
    if there:
        raise AskedAlready(there, by=by)


@transaction.atomic
def limit_own(*, thing: Thing, words: str, by: Person, at: datetime, whole: bool = False) -> Request:
    """Limits what stands in a circle about oneself, at once, and asks whoever answers to look at it.

    whole: everything in the circle, and not one note. Whom a circle is about may already end each reader's reading, so
    this gives them nothing new; it can be undone without anybody being lost.
    """
    if thing.circle is None:
        raise NothingSaid
    refuse_limited(circle=thing.circle, note=None if whole else thing.id)
    asked = ask(kind=Request.Kind.LIMIT, person=by, by=by, at=at, words=words, thing=thing)
    note, author = (None, None) if whole else (thing.id, thing.author)
    limit(request=asked, circle=thing.circle, note=note, author=author, by=by, at=at)
    return asked


@transaction.atomic
def reply(*, request: Request, kind: str, words: str, by: Person, at: datetime) -> Reply:
    """Answers a request; whoever asked hears it. A limit ends when it is refused."""
    if request.answerer_id != by.id:
        raise NotYoursToAnswer
    if kind != Reply.Kind.GRANTED and not words.strip():
        raise SayWhy
    try:
        with transaction.atomic():
            said = Reply.objects.create(request=request, kind=kind, words=words.strip()[:LONGEST_WORDS], by=by, at=at)
    except IntegrityError as there:
        raise AnsweredAlready from there
    leave_trace(by=by, hat=None, what=f"reply_{kind}", thing=request, circle=None, at=at)
    if kind == Reply.Kind.REFUSED:
        for one in Limit.objects.in_force().filter(request=request):
            lift(limit=one, by=by, at=at)
    if request.person_id != by.id:
        tell(request, reader=request.person_id, by=by, at=at)
    return said


@transaction.atomic
def take_longer(*, request: Request, why: str, by: Person, at: datetime) -> Extension:
    """Two months more, once, with the reason, said before the first day is over."""
    if request.answerer_id != by.id:
        raise NotYoursToAnswer
    if not why.strip():
        raise SayWhy
    if localdate(at) > request.answer_by or Reply.objects.filter(request=request).exists():
        raise TooLate
    try:
        with transaction.atomic():
            longer = Extension.objects.create(
                request=request, until=months_later(request.answer_by, months=2), why=why.strip()[:500], by=by, at=at
            )
    except IntegrityError as there:
        raise TooLate from there
    leave_trace(by=by, hat=None, what="extend", thing=request, circle=None, at=at)
    if request.person_id != by.id:
        tell(request, reader=request.person_id, by=by, at=at)
    return longer


def tell(request: Request, *, reader: UUID, by: Person, at: datetime) -> Letter:
    """A letter that something happened to a request, and where it is read."""
    return write(
        kind=Letter.Kind.NEWS,
        reader=Person(id=reader),
        writer=by,
        about_kind="request",
        about_id=request.id,
        circle=None,
        at=at,
    )
