"""Doing otherwise than a rule says: asking backing for it, giving it or not, and looking back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nabij.people.models import Person
from nabij.post.models import Link
from nabij.post.verbs import LinkExpired
from nabij.trust.verbs import leave_trace
from nabij.weighing.decisions import Decision
from nabij.weighing.deviations import LONGEST, Backing, BackingAsked, Deviation, Review
from nabij.weighing.dilemmas import Dilemma
from nabij.weighing.keeping_rules import stands
from nabij.weighing.naming import refuse_names_in
from nabij.weighing.register import Rule
from nabij.weighing.speaking_as import in_hat, one_at_a_time, word

LETTERS = "write_backing_letters"  # The job that asks.
State = Deviation.State


class NotDecidedYet(ValueError):
    """Doing otherwise comes after a decision."""

    def __init__(self) -> None:
        super().__init__(_("Hier is nog niet over besloten. Weeg eerst samen, en wijk dan pas af."))


class NotYoursToCarry(ValueError):
    """Whoever carries the decision does otherwise, and answers for it."""

    def __init__(self) -> None:
        super().__init__(_("Afwijken doet wie het besluit draagt. Vraag het diegene."))


class NoRuleHere(ValueError):
    """One does otherwise than a rule that stands where it was raised."""

    def __init__(self) -> None:
        super().__init__(_("Deze regel geldt hier niet, of niet meer. Kies een regel van deze buurt."))


class HalfADeviation(ValueError):
    """It says what instead, why, and in whose interest."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf op wat jullie anders doen, waarom, en in wiens belang."))


class ValidUntilGone(ValueError):
    """It is until a day that is still to come."""

    def __init__(self) -> None:
        super().__init__(_("Die dag is al voorbij. Tot wanneer geldt dit? Kies een dag die nog komt."))


class ValidTooLong(ValueError):
    """What lasts longer than a year is a rule."""

    def __init__(self) -> None:
        super().__init__(_("Afwijken kan hooguit een jaar. Is het langer nodig, dan moet de regel anders."))


class ReviewNotBetween(ValueError):
    """One looks back before it is over."""

    def __init__(self) -> None:
        super().__init__(_("Wanneer kijken jullie terug? Kies een dag die nog komt, en niet na de laatste dag."))


class DeviatedAlready(ValueError):
    """Once for a decision and a rule."""

    def __init__(self) -> None:
        super().__init__(_("Van deze regel wijken jullie hier al af. Dat blijft staan zoals het er staat."))


class BackingByOneself(ValueError):
    """Backing comes from another."""

    def __init__(self) -> None:
        super().__init__(_("Jezelf rugdekking geven kan niet. Vraag iemand die er met andere ogen naar kijkt."))


class AskedForBackingAlready(ValueError):
    """Everybody is asked once."""

    def __init__(self) -> None:
        super().__init__(_("Die is al om rugdekking gevraagd. Eén keer is genoeg."))


class NotYoursToAskBacking(ValueError):
    """Whoever does otherwise asks people they know."""

    def __init__(self) -> None:
        super().__init__(_("Wie afwijkt, vraagt zelf om rugdekking, aan mensen die die kent."))


class BackedAlready(ValueError):
    """Once, in one hat."""

    def __init__(self) -> None:
        super().__init__(_("Je gaf al antwoord. Eén keer telt, ook als je meer petten draagt."))


class NotAskedToBack(ValueError):
    """Only who is asked backs."""

    def __init__(self) -> None:
        super().__init__(_("Jou is hier geen rugdekking gevraagd."))


class HatNeeded(ValueError):
    """Backing is given in a hat."""

    def __init__(self) -> None:
        super().__init__(_("Rugdekking geef je met een pet op. Kies de pet waarin je dit zegt."))


class NoMandate(ValueError):
    """The mandate is what the rule says, in a hat that was given."""

    def __init__(self, mandate: str) -> None:
        said = _("Met deze pet heb je dat mandaat niet. De regel vraagt: %(mandate)s.")
        super().__init__(said % {"mandate": mandate})


class WhyNot(ValueError):
    """A no says why."""

    def __init__(self) -> None:
        super().__init__(_("Waarom sta je hier niet achter? Eén zin is genoeg."))


class BackingTooLate(ValueError):
    """What lapsed or is over is backed no more."""

    def __init__(self) -> None:
        super().__init__(_("Dit is vervallen of voorbij. Rugdekking geven kan niet meer."))


class NothingToReview(ValueError):
    """One looks back on what stood."""

    def __init__(self) -> None:
        super().__init__(_("Terugkijken kan op wat gold: met rugdekking, en nog niet afgesloten."))


class ReviewSaysNothing(ValueError):
    """One sentence is enough."""

    def __init__(self) -> None:
        super().__init__(_("Wat kwam ervan? Eén zin is genoeg."))


class NotYoursToReview(ValueError):
    """Whoever did otherwise, or stood behind it, looks back."""

    def __init__(self) -> None:
        super().__init__(_("Terugkijken doet wie afweek, of wie erachter stond."))


@dataclass(frozen=True)
class Otherwise:
    """What is done otherwise, as whoever carries it writes it down."""

    instead: str
    why: str
    interest: str
    valid_until: date
    review_on: date

    @property
    def texts(self) -> tuple[str, str, str]:
        return self.instead.strip(), self.why.strip(), self.interest.strip()


@transaction.atomic
def deviate(
    *,
    dilemma: UUID,
    rule: Rule,
    otherwise: Otherwise,
    by: Person,
    at: datetime,
    hat: UUID | None = None,
    ask: Sequence[Person] = (),
    confirmed: frozenset[str] = frozenset(),
) -> Deviation:
    """Does otherwise than a rule says, as was decided, and asks who backs it; without backing it lapses in a week."""
    decision = decided(dilemma, by=by)
    refuse_half(otherwise, at=at)
    if not word("select trust.may_deviate(%s, %s)", decision.id, rule.id) or not stands(rule.id):
        raise NoRuleHere
    refuse_names_in(*otherwise.texts, dilemma=dilemma, confirmed=confirmed)
    made = Deviation(decision=decision, rule=rule, by=by, by_name=by.called, at=at)
    made.instead, made.why, made.interest = otherwise.texts
    made.valid_until, made.review_on = otherwise.valid_until, otherwise.review_on
    worn = in_hat(hat)
    made.hat_id, made.role, made.formal = worn.hat, worn.role, bool(worn.formal)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as twice:
        raise DeviatedAlready from twice
    leave_trace(by=by, hat=None, what="deviate", thing=made, circle=None, at=at)
    for one in ask:
        ask_backing(deviation=made, person=one, by=by, at=at)
    return made


def decided(dilemma: UUID, *, by: Person) -> Decision:
    decision = Decision.objects.filter(dilemma=dilemma).first()
    if decision is None:
        raise NotDecidedYet if Dilemma.objects.filter(id=dilemma).exists() else NotYoursToCarry
    if decision.carried_by_id != by.id:
        raise NotYoursToCarry
    return decision


def refuse_half(otherwise: Otherwise, *, at: datetime) -> None:
    """In a sentence what the constraints would refuse."""
    today = localdate(at)
    if not all(otherwise.texts):
        raise HalfADeviation
    if otherwise.valid_until <= today:
        raise ValidUntilGone
    if otherwise.valid_until > localdate(at + LONGEST):
        raise ValidTooLong
    if not today < otherwise.review_on <= otherwise.valid_until:
        raise ReviewNotBetween


@transaction.atomic
def ask_backing(*, deviation: Deviation, person: Person, by: Person, at: datetime, name: str = "") -> BackingAsked:
    """Asks one more, as long as it waits."""
    if person.id == by.id:
        raise BackingByOneself
    if state_of(deviation.id, at=at) != State.WAITS:
        raise BackingTooLate
    if BackingAsked.objects.filter(deviation=deviation, person=person).exists():
        raise AskedForBackingAlready
    if not word("select trust.may_ask_backing(%s, %s)", deviation.id, person.id):
        raise NotYoursToAskBacking
    called = (name.strip() or person.called)[:160]
    made = BackingAsked.objects.create(deviation=deviation, person=person, name=called, asked_by=by, at=at)
    leave_trace(by=by, hat=None, what="ask_backing", thing=made, circle=None, at=at)
    app.configure_task(LETTERS).defer(deviation=str(deviation.id))
    return made


@dataclass(frozen=True)
class Backs:
    """Yes, or no and why; with the mandate of the rule when they say so and their hat is the one it asks for."""

    kind: str = Backing.Kind.YES
    words: str = ""
    mandate: bool | None = None  # None: as the hat is.


YES = Backs()


@transaction.atomic
def back(*, deviation: UUID, hat: UUID | None, by: Person, at: datetime, backs: Backs = YES) -> Backing:
    """Says it once, in one hat one wears; the rule says whether that hat has the mandate."""
    one_at_a_time(deviation)
    there = refuse_backing(deviation, hat=hat, by=by, at=at)
    if backs.kind == Backing.Kind.NO and not backs.words.strip():
        raise WhyNot
    worn = in_hat(hat)
    mandate = bool(word("select trust.has_mandate(%s, %s)", deviation, worn.hat))
    if backs.mandate and not mandate:
        raise NoMandate(there.rule.mandate)
    name = word("select trust.my_name_as_backer(%s)", deviation)
    said: dict[str, Any] = {"kind": backs.kind, "words": backs.words.strip()[:500], "mandate": mandate}
    try:
        with transaction.atomic():
            made = Backing.objects.create(deviation=there, person=by, name=name, at=at, **said, **worn.fields)
    except IntegrityError as twice:
        raise BackedAlready from twice
    leave_trace(by=by, hat=None, what="back", thing=made, circle=None, at=at)
    return made


@transaction.atomic
def back_by_link(*, link: Link, hat: UUID | None, at: datetime, backs: Backs = YES) -> Backing:
    """Without a log-in, in a hat that is noted of them."""
    if link.expires < at:
        raise LinkExpired
    return back(deviation=link.letter.about_id, hat=hat, by=link.reader, at=at, backs=backs)


def refuse_backing(deviation: UUID, *, hat: UUID | None, by: Person, at: datetime) -> Deviation:
    """In plain words what the rules would refuse."""
    there = Deviation.objects.filter(id=deviation).select_related("rule").first()
    if there is not None and there.by_id == by.id:
        raise BackingByOneself
    if there is None or not BackingAsked.objects.filter(deviation=deviation, person=by).exists():
        raise NotAskedToBack
    if Backing.objects.filter(deviation=deviation, person=by).exists():
        raise BackedAlready
    if state_of(deviation, at=at) not in (State.WAITS, State.STANDS):
        raise BackingTooLate
    if hat is None:
        raise HatNeeded
    return there


def state_of(deviation: UUID, *, at: datetime) -> str:
    """How it stands at a moment; the database says it, here and in the rules."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.deviation_state(%s, %s)", [deviation, at])
        return str(cursor.fetchone()[0])


@transaction.atomic
def look_back(*, deviation: Deviation, words: str, goes_on: bool, by: Person, at: datetime) -> Review:
    """What came of it; goes_on: until its last day, and not longer."""
    if not words.strip():
        raise ReviewSaysNothing
    if state_of(deviation.id, at=at) not in (State.STANDS, State.OVER):
        raise NothingToReview
    if not word("select trust.may_review(%s)", deviation.id):
        raise NotYoursToReview
    said: dict[str, Any] = {"words": words.strip()[:1000], "goes_on": goes_on, "by_name": by.called}
    made = Review.objects.create(deviation=deviation, by=by, at=at, **said)
    leave_trace(by=by, hat=None, what="look_back", thing=made, circle=None, at=at)
    return made
