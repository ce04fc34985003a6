"""Introducing two people: proposing it, answering, when they meet, writing each other, and how it went.

Who answers first. Two who never met are asked at the same time. When an ask met an offer, whoever offers is asked
first, and reads the ask's line alone; only after their yes whoever asks hears who it is, and has the last word. So
nobody is told of somebody who does not want to, and who asks is known to nobody before their own yes. Whoever proposes
to be introduced themselves has said yes by it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nabij.bridge.asks import Ask, Asker
from nabij.bridge.introductions import (
    LONGEST,
    HowItWent,
    Introduction,
    IntroductionAnswer,
    IntroductionOutcome,
    Meeting,
    Side,
)
from nabij.bridge.offering import note_asked
from nabij.bridge.offers import Offer
from nabij.people.models import Hat, Person, Place
from nabij.post.models import Letter, Link
from nabij.post.verbs import use, write
from nabij.trust.models import Acquaintance
from nabij.trust.verbs import introduce, leave_trace

Kind, Via = IntroductionAnswer.Kind, IntroductionAnswer.Via
A_REPLY = timedelta(days=14)  # How long the link in a message answers it.
LETTERS = "write_introduction_letters"  # The job that asks and tells, so that no letter says who asks.


class NotIntroduced(ValueError):
    """One is introduced to somebody else."""

    def __init__(self) -> None:
        super().__init__(_("Kies twee verschillende mensen."))


class NotThesePeople(ValueError):
    """Nobody is proposed again after a no, and nobody twice at a time; which of these it is, nobody learns."""

    def __init__(self) -> None:
        super().__init__(_("Deze twee stellen we nu niet aan elkaar voor. Kies iemand anders."))


class NotYoursToIntroduce(ValueError):
    """One introduces people one knows; who wears no hat, themselves."""

    def __init__(self) -> None:
        super().__init__(_("Je stelt mensen voor die je kent. Draag je geen pet, dan ben je zelf een van de twee."))


class WhyNotSaid(ValueError):
    """Why two people should meet is what they answer to."""

    def __init__(self) -> None:
        super().__init__(_("Waarom zouden zij elkaar leren kennen? Eén zin is genoeg."))


class TimeGone(ValueError):
    """People meet at a time that still comes."""

    def __init__(self) -> None:
        super().__init__(_("Dit tijdstip is al voorbij. Kies een tijd die nog komt."))


class AnsweredAlready(ValueError):
    """A yes or a no stays."""

    def __init__(self) -> None:
        super().__init__(_("Hier is al op geantwoord. Dat antwoord blijft staan."))


class NotGoingOn(ValueError):
    """What was taken back or closed asks nothing any more."""

    def __init__(self) -> None:
        super().__init__(_("Deze kennismaking gaat niet door. Je hoeft niets meer te doen."))


class NoContact(ValueError):
    """Two write each other while both want it."""

    def __init__(self) -> None:
        super().__init__(_("Dit contact is gestopt. Je bericht is niet verstuurd."))


class NothingWritten(ValueError):
    """A message says something."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén zin is genoeg."))


@dataclass(frozen=True)
class When:
    """How, where and when two would meet, as far as that is known: "koffieochtend, De Kwelder, dinsdag 10 uur"."""

    how: str = Meeting.How.COFFEE
    place: Place | None = None
    spot: str = ""
    meets_at: datetime | None = None


@transaction.atomic
def propose(
    *,
    one: Person,
    other: Person,
    why: str,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    when: When | None = None,
    ask: Ask | None = None,
    offer: Offer | None = None,
) -> Introduction:
    """Proposes two people to meet; `one` is whoever it began with. Each of them reads their own side."""
    refuse_these(one, other, why=why, when=when, at=at)
    said = {"one": one, "other": other, "why": why.strip()[:LONGEST], "ask": ask, "offer": offer}
    made = Introduction(**said, proposed_by=by, hat=hat, at=at)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except ProgrammingError as refused:  # Row-level security.
        raise NotYoursToIntroduce from refused
    sides = sides_of(made, at=at)
    Side.objects.bulk_create(sides)
    if when:
        put_time(made, when=when, by=by, at=at)
    for side in sides:
        if side.person_id == by.id:
            IntroductionAnswer.objects.create(side=side, kind=Kind.YES, via=Via.HERE, by=by, at=at)
    leave_trace(by=by, hat=hat, what="introduce", thing=made, circle=None, at=at)
    send_letters(made.id)
    return made


@transaction.atomic
def propose_for_ask(
    *,
    ask: Ask,
    by: Person,
    at: datetime,
    offer: Offer | None = None,
    other: Person | None = None,
    hat: Hat | None = None,
) -> Introduction:
    """An ask meets an offer, or somebody who may want to; by whoever asks, or a coordinator who may know who asks.

    That somebody was asked for what they offer is noted when a third does it: they see by whom.
    """
    asker = Asker.objects.filter(ask=ask).first()
    whom = offer.person_id if offer else other.id if other else None
    if asker is None or whom is None:
        raise NotYoursToIntroduce
    made = propose(
        one=asker.about,
        other=Person.objects.filter(id=whom).first() or Person(id=whom),
        why=offer.line if offer else ask.line,
        by=by,
        at=at,
        hat=hat,
        ask=ask,
        offer=offer,
    )
    if offer and by.id not in (asker.about_id, asker.asked_by_id):
        note_asked(offer=offer, by=by, at=at)
    return made


def refuse_these(one: Person, other: Person, *, why: str, when: When | None, at: datetime) -> None:
    """In plain words what the rules would refuse. Who proposes the same two at this moment waits for the first."""
    if one.id == other.id:
        raise NotIntroduced
    if not why.strip():
        raise WhyNotSaid
    if when and when.meets_at and when.meets_at <= at:
        raise TimeGone
    with connection.cursor() as cursor:
        pair = sorted((str(one.id), str(other.id)))
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", pair)
        cursor.execute("select trust.may_be_introduced(%s, %s)", [one.id, other.id])
        if not cursor.fetchone()[0]:
            raise NotThesePeople


def sides_of(made: Introduction, *, at: datetime) -> list[Side]:
    """What each of the two reads before both said yes: why, and whom as far as everybody in the neighbourhood may.

    Who offers reads the ask's line, and never who asks; who asks is asked second, unless they propose it themselves.
    """
    ask, said = made.ask, {"introduction": made, "at": at}
    known = whom_of(made.other, made=made, at=at)
    if ask is None:
        first = whom_of(made.one, made=made, at=at)
        return [
            Side(person=made.one, whom=known, why=made.why, **said),
            Side(person=made.other, whom=first, why=made.why, **said),
        ]
    second = made.one_id != made.proposed_by_id
    return [
        Side(person=made.one, whom=known, why=made.why, second=second, **said),
        Side(person=made.other, whom=_("iemand uit je buurt"), why=ask.line, **said),
    ]


def whom_of(person: Person, *, made: Introduction, at: datetime) -> str:
    """By name and hat who proposes it themselves or is known in the neighbourhood in an open hat; else somebody."""
    hats = Hat.objects.worn_on(localdate(at)).filter(person=person).select_related("group")
    hat = hats.filter(Q(open=True) | Q(id=made.hat_id)).order_by(F("open").desc(), "id").first()
    if not person.called or (hat is None and person.id != made.proposed_by_id and made.offer is None):
        return _("iemand uit je buurt")
    where = [hat.role, *([hat.group.name] if hat.group else [])] if hat else []
    return ", ".join([person.called, *where])[:160]


@transaction.atomic
def answer(*, side: Side, kind: str, by: Person, at: datetime, via: str = Via.HERE) -> IntroductionAnswer:
    """Yes, no or later; what it brings about the database does. via: on the telephone whoever proposed it notes it."""
    refuse_answered(side)
    try:
        with transaction.atomic():
            said = IntroductionAnswer.objects.create(side=side, kind=kind, via=via, by=by, at=at)
    except IntegrityError as there:
        raise AnsweredAlready from there
    with connection.cursor() as cursor:
        cursor.execute("select trust.settle(%s, %s)", [side.introduction_id, at])
    leave_trace(by=by, hat=None, what="answer_introduction", thing=said, circle=None, at=at)
    send_letters(side.introduction_id)
    return said


def refuse_answered(side: Side) -> None:
    if IntroductionAnswer.objects.filter(side=side).exclude(kind=Kind.LATER).exists():
        raise AnsweredAlready
    with connection.cursor() as cursor:
        cursor.execute("select trust.waits_for_answer(%s)", [side.id])
        if not cursor.fetchone()[0]:
            raise NotGoingOn


@transaction.atomic
def answer_by_link(*, link: Link, kind: str, at: datetime) -> IntroductionAnswer:
    """Without a log-in, and once: the actor is that link."""
    use(link=link, at=at)
    return answer(side=side_of(link), kind=kind, by=link.reader, at=at, via=Via.MAIL)


def side_of(link: Link) -> Side:
    """What a letter is about; refused when it is gone."""
    side = Side.objects.filter(introduction=link.letter.about_id, person=link.reader_id).first()
    if side is None:
        raise NotGoingOn
    return side


@transaction.atomic
def withdraw(*, introduction: Introduction, by: Person, at: datetime) -> IntroductionOutcome:
    """Takes it back while it is asked; who said yes hears that it does not go on, and not why."""
    if IntroductionOutcome.objects.filter(introduction=introduction).exists():
        raise AnsweredAlready
    off = IntroductionOutcome.objects.create(introduction=introduction, kind=IntroductionOutcome.Kind.OFF, at=at)
    leave_trace(by=by, hat=None, what="withdraw_introduction", thing=introduction, circle=None, at=at)
    send_letters(introduction.id)
    return off


@transaction.atomic
def say_when(*, introduction: Introduction, when: When, by: Person, at: datetime) -> Meeting:
    """Another time or place, for both; after it both are asked how it went."""
    if when.meets_at and when.meets_at <= at:
        raise TimeGone
    put = put_time(introduction, when=when, by=by, at=at)
    leave_trace(by=by, hat=None, what="say_when", thing=put, circle=None, at=at)
    send_letters(introduction.id)
    return put


def put_time(introduction: Introduction, *, when: When, by: Person, at: datetime) -> Meeting:
    said: dict[str, Any] = {
        "how": when.how,
        "place": when.place,
        "spot": when.spot.strip()[:120],
        "meets_at": when.meets_at,
    }
    return Meeting.objects.create(introduction=introduction, by=by, at=at, **said)


@dataclass(frozen=True)
class Went:
    """What one of the two says of it."""

    met: bool
    contact: bool | None = None
    face: int | None = None
    line: str = ""


@transaction.atomic
def say_how(*, introduction: UUID, went: Went, by: Person, at: datetime, via: str = Via.HERE) -> HowItWent:
    """How it went, once; read by who says it, and by a third who brought them together. Never by the other.

    When both said that they met, what was asked is met; when not, it goes on.
    """
    if HowItWent.objects.filter(introduction=introduction, person=by).only("id").exists():
        raise AnsweredAlready
    said: dict[str, Any] = {
        "met": went.met,
        "contact": went.contact,
        "face": went.face,
        "line": went.line.strip()[:LONGEST],
    }
    made = HowItWent.objects.create(introduction_id=introduction, person=by, via=via, at=at, **said)
    with connection.cursor() as cursor:
        cursor.execute("select trust.meet_ask(%s, %s)", [introduction, at])
    leave_trace(by=by, hat=None, what="say_how_it_went", thing=made, circle=None, at=at)
    return made


@transaction.atomic
def say_how_by_link(*, link: Link, went: Went, at: datetime) -> HowItWent:
    use(link=link, at=at)
    return say_how(introduction=link.letter.about_id, went=went, by=link.reader, at=at, via=Via.MAIL)


def introduced_to(introduction: UUID) -> Person | None:
    """Who the other is, for one of the two once both said yes; with a name and a key, and nothing more."""
    with connection.cursor() as cursor:
        cursor.execute("select person, name from trust.introduced_to(%s)", [introduction])
        found = cursor.fetchone()
    return Person(id=found[0], name=found[1]) if found else None


def in_touch(*, one: UUID, other: UUID) -> bool:
    """Whether the two may write each other: brought together, and neither stopped it."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.acquainted(%s, %s)", [one, other])
        return bool(cursor.fetchone()[0])


@transaction.atomic
def write_message(*, introduction: UUID, words: str, by: Person, at: datetime) -> Letter:
    """A message to the other, by mail and without anybody's address or number; their answer comes the same way."""
    other = introduced_to(introduction)
    if not words.strip():
        raise NothingWritten
    if other is None or not in_touch(one=by.id, other=other.id):
        raise NoContact
    said: dict[str, Any] = {"about_kind": "introduction", "about_id": introduction, "words": words.strip()[:2000]}
    said |= {"expires": at + A_REPLY}
    return write(kind=Letter.Kind.MESSAGE, reader=other, writer=by, circle=None, at=at, **said)


@transaction.atomic
def write_message_by_link(*, link: Link, words: str, at: datetime) -> Letter:
    if not words.strip():
        raise NothingWritten
    use(link=link, at=at)
    return write_message(introduction=link.letter.about_id, words=words, by=link.reader, at=at)


@transaction.atomic
def keep_in_touch(*, introduction: Introduction, go_on: bool, by: Person, at: datetime) -> None:
    """Stops the messages of both, without a reason; or lets them come again, as far as the other wants it too."""
    other = introduction.one if introduction.other_id == by.id else introduction.other
    if go_on:
        introduce(person=by, to=other, by=by, at=at)
        leave_trace(by=by, hat=None, what="go_on_writing", thing=introduction, circle=None, at=at)
    else:
        Acquaintance.objects.filter(person=by, who=other).delete()
        leave_trace(by=by, hat=None, what="stop_writing", thing=introduction, circle=None, at=at)


def send_letters(introduction: UUID) -> None:
    app.configure_task(LETTERS).defer(introduction=str(introduction))
