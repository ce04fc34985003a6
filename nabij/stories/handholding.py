"""Keeping the short lists of a neighbourhood, and taking one into a story."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.moments.verbs import ComeBack, note
from nabij.people.models import Hat, Neighbourhood, Person
from nabij.stories.handholds import LONGEST, MOST_LINES, Handhold, ReadyLine
from nabij.stories.models import Story
from nabij.stories.reading import circles_of
from nabij.stories.verbs import promise
from nabij.trust.models import Circle
from nabij.trust.verbs import leave_trace
from nabij.trust.whatfor import purpose_for

LATER = timedelta(days=7)


class How(models.TextChoices):
    """What becomes of a line: somebody does it, comes back to it, or it is dropped."""

    PROMISE = "afspraak"
    COME_BACK = "terugkomen"
    DROP = "weg"


class NoHatHere(ValueError):
    """Who wears a hat in a neighbourhood keeps its lists."""

    def __init__(self) -> None:
        super().__init__(_("Wie een pet heeft in deze buurt, schrijft hier de lijstjes. Vraag het iemand met een pet."))


class TooMuch(ValueError):
    """A handhold is short: more lines, or longer ones, are a form."""

    def __init__(self) -> None:
        said = _("Een houvast is kort: hoogstens %(lines)d regels van hoogstens %(long)d tekens.")
        super().__init__(said % {"lines": MOST_LINES, "long": LONGEST})


class OnlyWhole(ValueError):
    """A list is taken in by who reads the whole story."""

    def __init__(self) -> None:
        super().__init__(_("Je leest maar een deel van dit verhaal. Vraag iemand die het hele verhaal leest."))


def may_keep(*, neighbourhood: Neighbourhood, by: Person, at: datetime) -> bool:
    return Hat.objects.worn_on(localdate(at)).filter(person=by, neighbourhood=neighbourhood).exists()


@transaction.atomic
def keep_handhold(*, neighbourhood: Neighbourhood, name: str, lines: list[str], by: Person, at: datetime) -> Handhold:
    """Writes a list, or writes it anew; without lines it is taken away."""
    if not may_keep(neighbourhood=neighbourhood, by=by, at=at):
        raise NoHatHere
    kept = [line.strip() for line in lines if line.strip()]
    if len(kept) > MOST_LINES or any(len(line) > LONGEST for line in kept):
        raise TooMuch
    written = Handhold.objects.create(neighbourhood=neighbourhood, name=" ".join(name.split()), lines=kept, at=at)
    leave_trace(by=by, hat=None, what="keep_handhold", thing=written, circle=None, at=at)
    return written


@transaction.atomic
def take_in(*, handhold: Handhold, story: Story, by: Person, at: datetime) -> list[ReadyLine]:
    """Puts the lines of a list ready in a story; those that stand there already do so once."""
    if story.circle_id not in [one.id for one in circles_of(story)]:
        raise OnlyWhole
    purpose_for(circle=Circle(id=story.circle_id))
    there = set(ReadyLine.objects.filter(story=story).values_list("what", flat=True))
    lines = [
        ReadyLine(story=story, circle_id=story.circle_id, what=line, position=place, by=by, at=at)
        for place, line in enumerate(handhold.lines)
        if line not in there
    ]
    return ReadyLine.objects.bulk_create(lines)


@transaction.atomic
def settle(*, line: ReadyLine, how: str, by: Person, at: datetime, hat: Hat | None = None) -> None:
    """A line becomes a promise of whoever taps it, something they come back to in a week, or nothing at all."""
    circle = Circle.objects.get(id=line.circle_id)
    if how == How.PROMISE:
        promise(circle=circle, story=line.story, what=line.what, by=by, at=at, hat=hat)
    elif how == How.COME_BACK:
        back = ComeBack(localdate(at) + LATER, line.what)
        note(line=line.what, circle=circle, by=by, at=at, hat=hat, come_backs=[back])
    line.delete()


def drop_all(story: Story) -> None:
    """The whole list goes; what became of it stays."""
    ReadyLine.objects.filter(story=story).delete()
