"""Raising a dilemma without names, asking who thinks along, and stopping with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nabij.people.models import Hat, Neighbourhood, Person
from nabij.post.models import Link
from nabij.trust.models import Circle, Membership
from nabij.trust.verbs import leave_trace
from nabij.weighing.dilemmas import (
    FEWEST,
    LONGEST_OPEN,
    MOST,
    Dilemma,
    DilemmaCircle,
    Option,
    Participant,
    ParticipantEnd,
)
from nabij.weighing.naming import refuse_names
from nabij.weighing.speaking_as import in_hat, is_open, one_at_a_time, word
from nabij.weighing.voices import Voice

Part = Participant.Part
LETTERS = "write_weighing_letters"  # The job that asks and tells.


class NothingAsked(ValueError):
    """A dilemma is a question."""

    def __init__(self) -> None:
        super().__init__(_("Wat is de vraag? Eén zin is genoeg."))


class OneOption(ValueError):
    """Between one thing there is nothing to weigh."""

    def __init__(self) -> None:
        super().__init__(_("Eén keuze is geen dilemma. Schrijf er minstens twee op die van elkaar verschillen."))


class TooManyOptions(ValueError):
    """Nobody weighs more than a few things well."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf hooguit %(most)s keuzes op. Voeg samen wat op elkaar lijkt.") % {"most": MOST})


class ClosesGone(ValueError):
    """Voices close at a time that still comes."""

    def __init__(self) -> None:
        super().__init__(_("Dit tijdstip is al voorbij. Kies een tijd die nog komt."))


class ClosesTooLate(ValueError):
    """Whoever waits for an answer waits no longer than that."""

    def __init__(self) -> None:
        said = _("Dat is te ver weg. Laat de stemmen binnen %(days)s dagen sluiten.")
        super().__init__(said % {"days": LONGEST_OPEN.days})


class NotFromHere(ValueError):
    """A dilemma is raised in a circle one is in, for a neighbourhood that is one's own."""

    def __init__(self) -> None:
        super().__init__(_("Je brengt een dilemma in vanuit een kring waar je zelf in zit, en voor een buurt van jou."))


class FacilitatorIsParty(ValueError):
    """Who leads the talk stands beside it."""

    def __init__(self) -> None:
        said = _("Een gespreksleider staat erbuiten: niet uit de kring, niet om wie het gaat, en weegt zelf niet mee.")
        super().__init__(said + " " + _("Vraag een ander."))


class NotWhomItConcerns(ValueError):
    """As whom it concerns one asks whom it concerns."""

    def __init__(self) -> None:
        super().__init__(_("Het gaat hier niet om die persoon. Vraag hem of haar om mee te wegen."))


class NotYoursToAsk(ValueError):
    """One asks people one knows; and whoever raised it asks."""

    def __init__(self) -> None:
        super().__init__(_("Wie het dilemma inbracht, vraagt mensen die die kent. Kies iemand anders."))


class AskedAlready(ValueError):
    """Everybody thinks along once."""

    def __init__(self) -> None:
        super().__init__(_("Die is al gevraagd. Ieder denkt één keer mee."))


class VoicesOpen(ValueError):
    """What was said in the open stays as it is."""

    def __init__(self) -> None:
        super().__init__(_("De stemmen zijn al open. Er komt niemand meer bij en er gaat niemand meer weg."))


class StoppedAlready(ValueError):
    """It ends once."""

    def __init__(self) -> None:
        super().__init__(_("Die doet al niet meer mee."))


@dataclass(frozen=True)
class Told:
    """A dilemma as it is told, without names."""

    question: str
    options: Sequence[str]
    facts: str = ""
    unknown: str = ""

    @property
    def text(self) -> str:
        return "\n".join((self.question, self.facts, self.unknown, *self.options))


@dataclass(frozen=True)
class Asked:
    """Who is asked along, as what, and what they are called there."""

    person: Person
    part: str = Part.WEIGHS
    name: str = ""


@transaction.atomic
def raise_dilemma(
    *,
    told: Told,
    circle: Circle,
    neighbourhood: Neighbourhood,
    closes: datetime,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    asked: Sequence[Asked] = (),
    confirmed: frozenset[str] = frozenset(),
) -> Dilemma:
    """Raises it and asks who thinks along; whoever raises it weighs too.

    confirmed: what looks like a name in it, and is none by the word of whoever raises it.
    """
    options = refuse_half(told, closes=closes, at=at)
    refuse_names(told.text, circle=circle.id, confirmed=confirmed)
    made = Dilemma(neighbourhood=neighbourhood, raised_by=by, by_name=by.called, at=at, closes=closes)
    made.question, made.facts, made.unknown = told.question.strip(), told.facts.strip(), told.unknown.strip()
    worn = in_hat(hat.id if hat else None)
    about_me = Membership.objects.current().filter(circle=circle, person=by, as_resident=True).exists()
    made.hat_id, made.role, made.formal = worn.hat, worn.role, None if about_me and hat is None else worn.formal
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            DilemmaCircle.objects.create(dilemma=made, circle=circle, at=at)
    except ProgrammingError as refused:  # Row-level security.
        raise NotFromHere from refused
    numbered = [Option(dilemma=made, number=number, words=words) for number, words in enumerate(options, start=1)]
    Option.objects.bulk_create(numbered)
    for one in (Asked(by), *asked):
        put_down(made, asked=one, by=by, at=at)
    leave_trace(by=by, hat=hat, what="raise_dilemma", thing=made, circle=None, at=at)
    send_letters(made.id)
    return made


def refuse_half(told: Told, *, closes: datetime, at: datetime) -> list[str]:
    """What may be chosen, each once; and in a sentence what the constraints would refuse."""
    options = list(dict.fromkeys(words.strip() for words in told.options if words.strip()))
    if not told.question.strip():
        raise NothingAsked
    if len(options) < FEWEST:
        raise OneOption
    if len(options) > MOST:
        raise TooManyOptions
    if closes <= at:
        raise ClosesGone
    if closes > at + LONGEST_OPEN:
        raise ClosesTooLate
    return options


@transaction.atomic
def ask_along(*, dilemma: Dilemma, asked: Asked, by: Person, at: datetime) -> Participant:
    """Asks one more, as long as the voices are blind."""
    one_at_a_time(dilemma.id)
    if is_open(dilemma.id):
        raise VoicesOpen
    made = put_down(dilemma, asked=asked, by=by, at=at)
    leave_trace(by=by, hat=None, what="ask_along", thing=made, circle=None, at=at)
    send_letters(dilemma.id)
    return made


def put_down(dilemma: Dilemma, *, asked: Asked, by: Person, at: datetime) -> Participant:
    refuse_this(dilemma, asked=asked, by=by)
    said: dict[str, Any] = {"part": asked.part, "name": (asked.name.strip() or shown_as(asked))[:160]}
    try:
        with transaction.atomic():
            return Participant.objects.create(dilemma=dilemma, person=asked.person, asked_by=by, at=at, **said)
    except IntegrityError as twice:
        raise AskedAlready from twice


def shown_as(asked: Asked) -> str:
    """Whoever thinks along by their name; whom it concerns without, for it is told without names."""
    return _("de bewoner") if asked.part == Part.RESIDENT else asked.person.called


def refuse_this(dilemma: Dilemma, *, asked: Asked, by: Person) -> None:
    """In plain words what the rules would refuse."""
    there = Participant.objects.filter(dilemma=dilemma, person=asked.person).first()
    if there and Part.FACILITATES in (there.part, asked.part) and there.part != asked.part:
        raise FacilitatorIsParty
    if there:
        raise AskedAlready
    if dilemma.raised_by_id != by.id:
        raise NotYoursToAsk
    if word("select trust.may_ask_along(%s, %s, %s)", dilemma.id, asked.person.id, asked.part):
        return
    if asked.part == Part.FACILITATES and word("select trust.is_party(%s, %s)", dilemma.id, asked.person.id):
        raise FacilitatorIsParty
    if asked.part == Part.RESIDENT and not word("select trust.is_concerned(%s, %s)", dilemma.id, asked.person.id):
        raise NotWhomItConcerns
    raise NotYoursToAsk


@transaction.atomic
def stop(*, participant: Participant, by: Person, at: datetime) -> ParticipantEnd:
    """Somebody does not think along any more, by their own word or the raiser's; their own voice goes with them."""
    one_at_a_time(participant.dilemma_id)
    if ParticipantEnd.objects.filter(participant=participant).exists():
        raise StoppedAlready
    if is_open(participant.dilemma_id):
        raise VoicesOpen
    if participant.person_id == by.id:
        Voice.objects.filter(dilemma=participant.dilemma_id, person=by).delete()
    made = ParticipantEnd(participant=participant, by=by, at=at)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except ProgrammingError as refused:
        raise NotYoursToAsk from refused
    leave_trace(by=by, hat=None, what="stop_thinking_along", thing=made, circle=None, at=at)
    send_letters(participant.dilemma_id)
    return made


def stop_by_link(*, link: Link, at: datetime) -> ParticipantEnd:
    """Without a log-in: whoever the letter is to does not think along."""
    mine = Participant.objects.get(dilemma=link.letter.about_id, person=link.reader_id)
    return stop(participant=mine, by=link.reader, at=at)


def send_letters(dilemma: UUID) -> None:
    app.configure_task(LETTERS).defer(dilemma=str(dilemma))
