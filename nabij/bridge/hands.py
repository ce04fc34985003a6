"""Raising one's hand for an ask on the board: "Dit wil ik wel doen", with one sentence beside it or none.

It is an introduction like any other, that began with whoever wants to help. Their yes is given by it; then whoever asks
reads who it is and what they said, and answers. Until that is a yes, nobody learns who asks: so also what is refused
because of who asks, or of what was between the two, is refused with one and the same sentence.

A hand hangs on no offer. Who wants to do one thing for once does not offer it to everybody from then on.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.base.finders import Known
from nabij.bridge.asking import AskOver
from nabij.bridge.asks import Ask
from nabij.bridge.introducing import send_letters, whom_of
from nabij.bridge.introductions import LONGEST, Introduction, IntroductionOutcome, Side
from nabij.people.models import Person
from nabij.trust.verbs import leave_trace


class OwnAsk(ValueError):
    """Whoever asks something does not offer to do it."""

    def __init__(self) -> None:
        super().__init__(_("Dit is een vraag van jezelf. Iemand anders kan zich hiervoor opgeven."))


class RaisedAlready(ValueError):
    """One raises one's hand once; who was asked already answers that."""

    def __init__(self) -> None:
        super().__init__(_("Je gaf je al op, of je bent hier al voor gevraagd. Kijk bij Kennismaken."))


class TooYoung(ValueError):
    """One is introduced from sixteen on."""

    def __init__(self) -> None:
        super().__init__(_("Nabij stelt mensen aan elkaar voor vanaf 16 jaar. Vraag een volwassene om mee te doen."))


class NotForThisAsk(ValueError):
    """Nobody is introduced again after a no, nor to a child; which of these it is would tell who asks."""

    def __init__(self) -> None:
        super().__init__(
            _("Voor deze vraag kun je je niet opgeven. Waarom niet, zegt Nabij niet. Kies gerust een andere.")
        )


REFUSED: dict[str, type[ValueError]] = {
    "own": OwnAsk,
    "over": AskOver,
    "twice": RaisedAlready,
    "young": TooYoung,
    "between": NotForThisAsk,
}


class AnswersToAsk(Known):
    """The sides of who asks, of one ask, as far as I read them."""

    function = "trust.answers_to_ask"


@transaction.atomic
def raise_hand(*, ask_id: UUID, by: Person, at: datetime, words: str = "") -> Introduction:
    """Says that one wants to do what is asked; Ask.DoesNotExist for an ask one cannot know of.

    words: what whoever asks reads beside the name, at most 300 characters. The introduction has nothing but its key:
    who the other is, is not there yet.
    """
    said = words.strip()[:LONGEST] or _("Dit wil ik wel doen.")
    whom = whom_of(by, made=Introduction(proposed_by=by), at=at)
    refuse_past(ask_id, at=at)
    with connection.cursor() as cursor:
        values: list[Any] = [ask_id, said, whom, _("iemand uit je buurt"), at]
        refuse(ask_id)
        cursor.execute("select trust.raise_hand(%s, %s, %s, %s, %s)", values)
        made = cursor.fetchone()[0]
    if made is None:  # At this very moment somebody else was first.
        refuse(ask_id)
        raise AskOver
    raised = Introduction(id=made)
    leave_trace(by=by, hat=None, what="raise_hand", thing=raised, circle=None, at=at)
    send_letters(made)
    return raised


def refuse(ask_id: UUID) -> None:
    """In plain words what the rules would refuse."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.hand_refused(%s)", [ask_id])
        why = cursor.fetchone()[0]
    if why in REFUSED:
        raise REFUSED[why]
    if why:
        raise Ask.DoesNotExist


def refuse_past(ask_id: UUID, *, at: datetime) -> None:
    if Ask.objects.filter(id=ask_id, by_day__lt=localdate(at)).exists():
        raise AskOver


@transaction.atomic
def take_hand_back(*, introduction: UUID, by: Person, at: datetime) -> IntroductionOutcome:
    """Takes one's own hand back while it waits; what both said yes to stays."""
    there, first = IntroductionOutcome.objects.get_or_create(
        introduction_id=introduction, defaults={"kind": IntroductionOutcome.Kind.OFF, "at": at}
    )
    if first:
        leave_trace(
            by=by, hat=None, what="withdraw_introduction", thing=Introduction(id=introduction), circle=None, at=at
        )
        send_letters(introduction)
    return there


def asked_of_me() -> dict[UUID, UUID]:
    """For which asks I raised my hand or was asked, and the introduction of each."""
    with connection.cursor() as cursor:
        cursor.execute("select ask, introduction from trust.my_asked()")
        return dict(cursor.fetchall())


def answers_to(ask: Ask) -> QuerySet[Side]:
    """Who wants to do what is asked, as whoever asks reads it, the newest first; with what they answered."""
    outcome = IntroductionOutcome.objects.filter(introduction=OuterRef("introduction_id"), kind="off")
    sides = Side.objects.filter(~Exists(outcome), id__any_of=AnswersToAsk(ask.id))
    return sides.prefetch_related("answers").order_by("-at", "-id")
