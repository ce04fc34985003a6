"""The one-line box: the line, how Nabij reads it, what is proposed, and the faces of who will read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nabij.moments.oneline import Mention, Reading
from nabij.moments.oneline.understood import Question, Sentence, plain, questions, understood
from nabij.stories.reading import readers_of
from nabij.stories.writing import Understood, circle_for, circles
from nabij.trust.models import Circle
from nabij.web.days import say_date
from nabij.web.faces import Face
from nabij.web.me import Me
from nabij.web.story.lines import reader_faces

ONLY_ME = "mij"  # The choice of a circle of one, which may not have been made yet.
AUTO = "wie-het-aangaat"  # The circle follows from whom the line is about.


@dataclass(frozen=True)
class Choice:
    """Something to tap: a check box, or one of several answers to a question."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...] = ()
    chosen: str = ""


@dataclass(frozen=True)
class Box:
    """Everything the box on the screen shows."""

    line: str = ""
    problem: str = ""
    circle: str = AUTO
    seen: str = ONLY_ME
    circles: tuple[tuple[str, str], ...] = ()
    readers: tuple[Face, ...] = ()
    fixed: bool = False
    back: str = ""
    set: tuple[Sentence, ...] = ()
    choices: tuple[Choice, ...] = ()
    remarks: tuple[str, ...] = ()
    faces_larger: bool = False


def empty_box(*, me: Me, circle: Circle | None = None, readers: tuple[Face, ...] = (), back: str = "") -> Box:
    """The box before anything is written; on a story's page its circle is fixed and its readers are known."""
    if circle:
        return Box(circle=key_of(circle), seen=key_of(circle), readers=readers, fixed=True, back=back)
    return Box(circles=_choices(circles(by=me.person)), back=back)


def filled_box(
    *, me: Me, read: Understood, chosen: str, fixed: bool, back: str, problem: str = "", taps: Mapping[str, str]
) -> Box:
    """The box with a line in it: read, with what can be tapped, and who will read it."""
    mine = circles(by=me.person)
    circle = choose(read.reading, chosen=chosen, mine=mine)
    return Box(
        line=read.reading.text,
        problem=problem,
        circle=chosen or AUTO,
        seen=key_of(circle),
        circles=_choices(mine),
        readers=reader_faces(readers_of([circle]), me=me.person.id) if circle else (),
        fixed=fixed,
        back=back,
        set=understood(read.reading, today=me.today, people=read.people),
        choices=tuple(_taps(read, me=me, taps=taps)),
        remarks=tuple(remarks(read.reading, circle=circle)),
        faces_larger=read.reading.faces_larger,
    )


def key_of(circle: Circle | None) -> str:
    """How a circle stands in the form; oneself alone is one word, whether that circle exists yet or not."""
    return str(circle.id) if circle and circle.kind != Circle.Kind.OWN else ONLY_ME


def choose(reading: Reading, *, chosen: str, mine: Sequence[Circle]) -> Circle | None:
    """The circle that was chosen, else the one the line is about; None for oneself alone."""
    if chosen in ("", AUTO):
        return circle_for(reading)
    return next((one for one in mine if key_of(one) == chosen and chosen != ONLY_ME), None)


def _choices(mine: Sequence[Circle]) -> tuple[tuple[str, str], ...]:
    others = ((str(one.id), one.name) for one in mine if one.kind != Circle.Kind.OWN)
    return ((AUTO, _("wie het aangaat")), (ONLY_ME, _("alleen ik")), *others)


def _taps(read: Understood, *, me: Me, taps: Mapping[str, str]) -> list[Choice]:
    """What can be tapped: whom and which day a sign meant, and what plain words offer."""
    found = [
        choice for n, one in enumerate(read.reading.mentions) for choice in _of_mention(one, n=n, names=read.names)
    ]
    found += [
        Choice(f"day-{n}", _("Welke dag bedoel je?"), _days(one.days))
        for n, one in enumerate(read.reading.come_backs)
        if len(one.days) > 1
    ]
    for n, question in enumerate(questions(read.reading, today=me.today, people=read.people)):
        found += _of_offer(question, n=n, names=read.names)
    return [Choice(one.name, one.label, one.options, taps.get(one.name, "")) for one in found]


def _of_mention(mention: Mention, *, n: int, names: Mapping[object, str]) -> list[Choice]:
    yes_no = (("yes", _("ja")), ("no", _("nee")))
    if len(mention.keys) == 1:
        return [Choice(f"there-{n}", _("Was die erbij?"), yes_no)] if mention.there is None else []
    several = tuple((str(key), names.get(key, "")) for key in (*mention.keys, *mention.maybe))
    asked = [Choice(f"which-{n}", _("Wie is “%(name)s”?") % {"name": mention.name}, several)] if several else []
    if mention.keys:
        return asked
    return [*asked, Choice(f"new-{n}", _("Onthoud “%(name)s” als iemand die je kent") % {"name": mention.name})]


def _days(days: Sequence[date]) -> tuple[tuple[str, str], ...]:
    return tuple((day.isoformat(), say_date(day)) for day in days)


def _of_offer(question: Question, *, n: int, names: Mapping[object, str]) -> list[Choice]:
    """The offer's question as one tap, with whom or which day; what waits for the bridge is not shown."""
    offer = question.offer
    if offer.kind in ("open_referral", "discuss") or (offer.kind == "reach" and len(offer.keys) != 1):
        return []
    if offer.kind == "person" and len(offer.keys) > 1:
        return [Choice(f"offerwho-{n}", plain(question.asks), tuple((str(k), names.get(k, "")) for k in offer.keys))]
    more = [Choice(f"offerday-{n}", _("Welke dag?"), _days(offer.days))] if len(offer.days) > 1 else []
    return [Choice(f"offer-{n}", plain(question.asks)), *more]


def remarks(reading: Reading, *, circle: Circle | None) -> list[str]:
    """What the writer should know before saving."""
    found = [one.sentence for one in reading.problems]
    if circle and circle.kind != Circle.Kind.OWN and any(one.kind == "reach" for one in reading.offers):
        found.append(_("Het nummer komt niet in de tekst voor anderen."))
    if any(one.kind == "discuss" for one in reading.offers):
        found.append(_("Twijfel je of je dit mag delen? Bewaar het voor jezelf, en bespreek het zonder naam."))
    return found
