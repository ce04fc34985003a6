"""Speaking: what somebody thinks of every option, and how it looks from one side; no voice is read before its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.post.models import Link
from nabij.post.verbs import LinkExpired
from nabij.trust.verbs import leave_trace
from nabij.weighing.decisions import Decision
from nabij.weighing.dilemmas import Option, Participant, Perspective
from nabij.weighing.raising import send_letters
from nabij.weighing.speaking_as import NotAsked, is_open, name_in, one_at_a_time, there_in
from nabij.weighing.voices import HIGHEST, LOWEST, Choice, Voice


class OutOfRange(ValueError):
    """From 1 to 5, whole numbers."""

    def __init__(self) -> None:
        said = _("Kies voor elke keuze een cijfer van %(lowest)s (liever niet) tot %(highest)s (graag).")
        super().__init__(said % {"lowest": LOWEST, "highest": HIGHEST})


class OptionMissing(ValueError):
    """A voice says something of every option, once."""

    def __init__(self) -> None:
        super().__init__(_("Geef elke keuze een cijfer, ook de keuze die je liever niet ziet."))


class TooLate(ValueError):
    """After the voices opened nobody speaks or changes what they said."""

    def __init__(self) -> None:
        super().__init__(_("De stemmen zijn al open. Wat er staat, blijft staan."))


class NotAnyMore(ValueError):
    """Whoever does not think along any more is told so."""

    def __init__(self) -> None:
        super().__init__(_("Je denkt hier niet meer over mee. Je hoeft niets te doen."))


class LeadsTheTalk(ValueError):
    """Who leads the talk has no voice."""

    def __init__(self) -> None:
        super().__init__(_("Als gespreksleider geef je geen stem. Schrijf wel op hoe anderen ernaar kijken."))


class NothingTold(ValueError):
    """One sentence is needed, and it is enough."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén zin is genoeg."))


class IsDecided(ValueError):
    """After a decision it is written down what came of it."""

    def __init__(self) -> None:
        super().__init__(_("Hier is al over besloten. Schrijf op wat ervan kwam."))


@dataclass(frozen=True)
class Valued:
    """What one thinks of one option, and why."""

    option: UUID
    value: int
    why: str = ""


@transaction.atomic
def speak(*, dilemma: UUID, said: Sequence[Valued], by: Person, at: datetime, hat: UUID | None = None) -> Voice:
    """One's voice, in a hat one chooses; it takes the place of an earlier one, of which nothing stays.

    A former value would show what somebody thought before they had thought, which is nobody's, not even the log's.
    """
    one_at_a_time(dilemma)
    refuse_speaking(dilemma, by=by)
    refuse_values(dilemma, said=said)
    Voice.objects.filter(dilemma=dilemma, person=by).delete()
    worn = there_in(dilemma, hat=hat)
    made = Voice.objects.create(dilemma_id=dilemma, person=by, name=name_in(dilemma), at=at, **worn.fields)
    values = [Choice(voice=made, option_id=one.option, value=one.value, why=one.why.strip()[:500]) for one in said]
    Choice.objects.bulk_create(values)
    leave_trace(by=by, hat=None, what="weigh", thing=made, circle=None, at=at)
    send_letters(dilemma)
    return made


@transaction.atomic
def speak_by_link(*, link: Link, said: Sequence[Valued], at: datetime, hat: UUID | None = None) -> Voice:
    """Without a log-in; the same link changes it again, until the voices are open."""
    if link.expires < at:
        raise LinkExpired
    return speak(dilemma=link.letter.about_id, said=said, by=link.reader, at=at, hat=hat)


def refuse_speaking(dilemma: UUID, *, by: Person) -> None:
    """In plain words what the rules would refuse."""
    mine = thinks_along(dilemma, who=by)
    if is_open(dilemma):
        raise TooLate
    if mine.part == Participant.Part.FACILITATES:
        raise LeadsTheTalk


def thinks_along(dilemma: UUID, *, who: Person) -> Participant:
    """As what somebody thinks along; NotAsked or NotAnyMore when they do not."""
    mine = Participant.objects.filter(dilemma=dilemma, person=who).select_related("ended").first()
    if mine is None:
        raise NotAsked
    if hasattr(mine, "ended"):
        raise NotAnyMore
    return mine


def refuse_values(dilemma: UUID, *, said: Sequence[Valued]) -> None:
    if any(one.value not in range(LOWEST, HIGHEST + 1) for one in said):
        raise OutOfRange
    options = Option.objects.filter(dilemma=dilemma).values_list("id", flat=True)
    if sorted(one.option for one in said) != sorted(options):
        raise OptionMissing


@transaction.atomic
def tell_perspective(
    *, dilemma: UUID, logic: str, words: str, by: Person, at: datetime, hat: UUID | None = None
) -> Perspective:
    """How it looks from one side; what one wrote there before is followed by it, and the last one is read."""
    thinks_along(dilemma, who=by)
    if not words.strip():
        raise NothingTold
    if Decision.objects.filter(dilemma=dilemma).exists():
        raise IsDecided
    worn = there_in(dilemma, hat=hat)
    said = {"logic": logic, "words": words.strip()[:1000], "by": by, "by_name": name_in(dilemma), "at": at}
    made = Perspective.objects.create(dilemma_id=dilemma, **said, **worn.fields)
    leave_trace(by=by, hat=None, what="tell_perspective", thing=made, circle=None, at=at)
    return made


def tell_perspective_by_link(
    *, link: Link, logic: str, words: str, at: datetime, hat: UUID | None = None
) -> Perspective:
    if link.expires < at:
        raise LinkExpired
    return tell_perspective(dilemma=link.letter.about_id, logic=logic, words=words, by=link.reader, at=at, hat=hat)
