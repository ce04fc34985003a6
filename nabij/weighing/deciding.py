"""Deciding with who thinks otherwise kept in it, what came of it, and how two work together after it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.post.models import Link
from nabij.post.verbs import LinkExpired
from nabij.trust.verbs import leave_trace
from nabij.weighing.decisions import Came, Decision, WorkingTogether
from nabij.weighing.dilemmas import Option, Participant
from nabij.weighing.raising import send_letters
from nabij.weighing.speaking import NothingTold, thinks_along
from nabij.weighing.speaking_as import is_open, name_in, one_at_a_time, there_in, word
from nabij.weighing.voices import Voice


class StillBlind(ValueError):
    """Nobody decides before all were heard."""

    def __init__(self) -> None:
        super().__init__(_("Nog niet iedereen heeft gesproken. Besluiten kan als de stemmen open zijn."))


class DecidedAlready(ValueError):
    """There is one decision."""

    def __init__(self) -> None:
        super().__init__(_("Hier is al over besloten. Dat besluit blijft staan."))


class ReasonsNeeded(ValueError):
    """A decision says what and why."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf op wat jullie doen, en waarom."))


class MinorityNeeded(ValueError):
    """Where people differ, who thinks otherwise is kept in the decision; `offers` holds their own words."""

    def __init__(self, offers: str) -> None:
        self.offers = offers
        super().__init__(_("Niet iedereen denkt er zo over. Schrijf erbij wie anders denkt, en waarom."))


class NotYoursToDecide(ValueError):
    """Somebody who weighed carries it."""

    def __init__(self) -> None:
        super().__init__(_("Besluiten doet iemand die meewoog. De gespreksleider en om wie het gaat dragen het niet."))


class NotBetweenYou(ValueError):
    """Only two between whom a decision stood are asked how they work together."""

    def __init__(self) -> None:
        super().__init__(_("Deze vraag is niet voor jou."))


class SaidAlready(ValueError):
    """It is said once."""

    def __init__(self) -> None:
        super().__init__(_("Je zei al hoe het gaat. Dat blijft staan."))


@dataclass(frozen=True)
class Decided:
    """What is decided, in whose words; without an option it is something else than what was weighed."""

    words: str
    reasons: str
    option: Option | None = None
    minority: str = ""


@transaction.atomic
def decide(*, dilemma: UUID, decided: Decided, by: Person, at: datetime, hat: UUID | None = None) -> Decision:
    """The decision, once, by somebody who weighed; where people differ with who thinks otherwise in it."""
    one_at_a_time(dilemma)
    refuse_deciding(dilemma, decided=decided, by=by)
    worn, option = there_in(dilemma, hat=hat), decided.option
    made = Decision(dilemma_id=dilemma, option=option, carried_by=by, by_name=name_in(dilemma), at=at, **worn.fields)
    made.words, made.reasons, made.minority = (
        said.strip() for said in (decided.words, decided.reasons, decided.minority)
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as there:
        raise DecidedAlready from there
    leave_trace(by=by, hat=None, what="decide", thing=made, circle=None, at=at)
    send_letters(dilemma)
    return made


def refuse_deciding(dilemma: UUID, *, decided: Decided, by: Person) -> None:
    """In plain words what the rules would refuse."""
    mine = thinks_along(dilemma, who=by)
    if mine.part != Participant.Part.WEIGHS:
        raise NotYoursToDecide
    if not is_open(dilemma):
        raise StillBlind
    if Decision.objects.filter(dilemma=dilemma).exists():
        raise DecidedAlready
    if not decided.words.strip() or not decided.reasons.strip():
        raise ReasonsNeeded
    chosen = decided.option.id if decided.option else None
    if not decided.minority.strip() and word("select trust.weighed_otherwise(%s, %s)", dilemma, chosen):
        raise MinorityNeeded(who_thinks_otherwise(dilemma, option=chosen))


def who_thinks_otherwise(dilemma: UUID, *, option: UUID | None) -> str:
    """Their own reasons, each on a line with who says it; to begin from, and for whoever decides to complete."""
    lines = []
    for voice in Voice.objects.filter(dilemma=dilemma).prefetch_related("choices").order_by("at", "id"):
        choices = {one.option_id: one for one in voice.choices.all()}
        highest = max((one.value for one in choices.values()), default=0)
        chosen = choices.get(option) if option else None
        best = [one for one in choices.values() if one.value == highest and one is not chosen]
        if chosen and chosen.value > 3 and not best:
            continue
        why = next((one.why for one in best if one.why), chosen.why if chosen else "")
        lines.append(f"{voice.role or voice.name}: {why}".strip().removesuffix(":"))
    return "\n".join(lines)


@transaction.atomic
def say_what_came(*, decision: Decision, words: str, by: Person, at: datetime) -> Came:
    """What came of it, by who carries it or thought along."""
    thinks_along(decision.dilemma_id, who=by)
    if not words.strip():
        raise NothingTold
    name = name_in(decision.dilemma_id)
    made = Came.objects.create(decision=decision, words=words.strip()[:1000], by=by, by_name=name, at=at)
    leave_trace(by=by, hat=None, what="say_what_came", thing=made, circle=None, at=at)
    return made


@dataclass(frozen=True)
class Goes:
    """How working with the other goes, as one of two says it; shared: the other may read it."""

    how: str
    words: str = ""
    shared: bool = False


def whom_it_went_against(decision: UUID) -> list[UUID]:
    """With whom whoever acts is asked how it goes: who carries it, or each who would rather have had another option."""
    with connection.cursor() as cursor:
        cursor.execute("select other from trust.clashes(%s) order by other", [decision])
        return [other for (other,) in cursor.fetchall()]


@transaction.atomic
def say_how_it_goes(*, decision: UUID, other: UUID, goes: Goes, by: Person, at: datetime) -> WorkingTogether:
    """Once, for oneself; read by the other only when it is shared."""
    if other not in whom_it_went_against(decision):
        raise NotBetweenYou
    said = {"how": goes.how, "words": goes.words.strip()[:1000], "shared": goes.shared}
    try:
        with transaction.atomic():
            made = WorkingTogether.objects.create(decision_id=decision, person=by, other_id=other, at=at, **said)
    except IntegrityError as there:
        raise SaidAlready from there
    leave_trace(by=by, hat=None, what="say_how_it_goes", thing=made, circle=None, at=at)
    return made


@transaction.atomic
def say_how_it_goes_by_link(*, link: Link, other: UUID, goes: Goes, at: datetime) -> WorkingTogether:
    if link.expires < at:
        raise LinkExpired
    there = Decision.objects.filter(dilemma=link.letter.about_id).values_list("id", flat=True).first()
    if there is None:
        raise NotBetweenYou
    return say_how_it_goes(decision=there, other=other, goes=goes, by=link.reader, at=at)
