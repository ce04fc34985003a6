"""A dilemma in the words of its page: the four sides, the voices side by side, and who thinks along."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nabij.web.days import number, opening, say_date
from nabij.web.faces import Shape
from nabij.web.weighing import dots
from nabij.web.weighing.looks import Logic, Said
from nabij.weighing.dilemmas import Participant, Perspective
from nabij.weighing.reading import Whole
from nabij.weighing.voices import Voice

Part = Participant.Part
TITLES = {
    Perspective.Logic.CLIENT: gettext_lazy("Om wie het gaat"),
    Perspective.Logic.PROFESSIONAL: gettext_lazy("Het vak"),
    Perspective.Logic.MANAGEMENT: gettext_lazy("De organisatie"),
    Perspective.Logic.POLITICAL: gettext_lazy("De politiek"),
}


@dataclass(frozen=True)
class Beside:
    """Somebody who thinks along ("wie meedenkt"), and whether whoever looks may take that back."""

    id: UUID
    name: str
    role: str
    shape: Shape  # Of the hat they spoke in, once the voices are open.
    may_end: bool


def shape_of(formal: bool | None) -> Shape:
    """A square for a formal hat, a circle for an informal one or none, filled for whom it concerns."""
    return "own" if formal is None else "formal" if formal else "informal"


def logics(said: Sequence[Perspective]) -> list[Logic]:
    """All four, whom it concerns first; of each side who said it, in which hat."""
    return [
        Logic(
            str(title),
            tuple(Said(one.words, by=by_of(one.by_name, one.role)) for one in said if one.logic == logic),
            own=logic == Perspective.Logic.CLIENT,
        )
        for logic, title in TITLES.items()
    ]


def by_of(name: str, role: str) -> str:
    return f"{name}, {role}" if role else name


def side_by_side(whole: Whole) -> dots.Dots | None:
    """Every voice, once they are open; None before that."""
    if not whole.is_open or not whole.voices:
        return None
    return dots.Dots(
        tuple(dots.Option(one.words, tuple(voices_on(one.id, voices=whole.voices))) for one in whole.options)
    )


def voices_on(option: UUID, *, voices: Sequence[Voice]) -> list[dots.Voice]:
    return [
        dots.Voice(choice.value, shape_of(voice.formal), name=by_of(voice.name, voice.role), why=choice.why)
        for voice in voices
        for choice in voice.choices.all()
        if choice.option_id == option
    ]


def beside(whole: Whole, *, me: UUID) -> list[Beside]:
    """Who weighs, with whom it concerns; the facilitator is named apart."""
    raised = whole.dilemma.raised_by_id == me
    voices = {one.person_id: one for one in whole.voices if whole.is_open}
    return [
        Beside(
            one.id,
            one.name,
            _("om wie het gaat") if one.part == Part.RESIDENT else getattr(voices.get(one.person_id), "role", ""),
            shape_in(one, voice=voices.get(one.person_id)),
            may_end=raised and one.person_id != me and not whole.is_open,
        )
        for one in whole.going
        if one.part != Part.FACILITATES
    ]


def shape_in(one: Participant, *, voice: Voice | None) -> Shape:
    if one.part == Part.RESIDENT:
        return "own"
    return shape_of(voice.formal) if voice else ""


def facilitators(whole: Whole) -> list[Participant]:
    return [one for one in whole.going if one.part == Part.FACILITATES]


def how_far(whole: Whole) -> str:
    """How many have spoken, and until when; never who."""
    spoken, asked = whole.spoken.spoken, whole.spoken.asked
    if whole.is_open:
        return all_said(len(whole.voices))
    until = say_date(localdate(whole.dilemma.closes))
    count = _("Nog niemand gaf een stem.") if not spoken else _("%(spoken)s van de %(asked)s gaven een stem.")
    if spoken == 1:
        count = _("Eén van de %(asked)s gaf een stem.")
    said = {"spoken": opening(number(spoken)), "asked": number(asked)}
    return f"{count % said} {_('Stemmen kan tot en met %(day)s.') % {'day': until}}"


def all_said(count: int) -> str:
    if not count:
        return _("Niemand gaf een stem.")
    words = ngettext("De stemmen zijn open: %(count)s stem.", "De stemmen zijn open: %(count)s stemmen.", count)
    return words % {"count": number(count)}


def otherwise(whole: Whole) -> list[Said]:
    """Who thinks otherwise, line by line; whoever begins a line as they stand beside a voice is named under it."""
    if whole.decision is None:
        return []
    known = {one.role or one.name for one in whole.voices}
    told = (line.partition(": ") for line in whole.decision.minority.splitlines() if line.strip())
    return [Said(words, by=by) if by in known else Said(by + colon + words) for by, colon, words in told]
