"""The one-line box: the line, how Nabij reads it, what is proposed, and the faces of who will read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nabij.moments.oneline import Mention, Reading
from nabij.moments.oneline.understood import Question, Sentence, plain, questions, understood
from nabij.stories.reading import circles_beside, readers_of
from nabij.stories.writing import Understood, circles, circles_meant
from nabij.trust.models import Circle
from nabij.web.days import say_date
from nabij.web.faces import Face
from nabij.web.me import Me
from nabij.web.story.lines import reader_faces
from nabij.web.today.why import Why, why_of

ONLY_ME = "mij"  # The choice of a circle of one, which may not have been made yet.
AUTO = "wie-het-aangaat"  # The circle follows from whom the line is about.
WHY = "waarom"  # The answer when another reason was tapped than the usual one.
HANGS = "bijlage"  # Whether a picture or paper comes with it, which is asked after the line is kept.
FOR_WHOM = "voor-wie"  # The answer when a line is about several stories.


@dataclass(frozen=True)
class Choice:
    """Something to tap: a check box, or one of several answers to a question."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...] = ()
    chosen: str = ""


@dataclass(frozen=True)
class Going:
    """Where a line goes (None: only oneself), and between which circles the writer is asked to choose."""

    circle: Circle | None
    asked: tuple[Circle, ...] = ()

    @property
    def seen(self) -> str:
        """What the form says back: whose faces stood there, and whether the question did."""
        return f"{key_of(self.circle)}?" if self.asked else key_of(self.circle)


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
    why: Why | None = None
    hangs: bool = False  # A picture or paper comes with it.


def empty_box(*, me: Me, back: str = "") -> Box:
    """The box before anything is written."""
    return Box(circles=_choices(circles(by=me.person)), back=back, why=why_of(circle=None, me=me))


def story_box(*, me: Me, here: Circle, circles: Sequence[Circle], readers: tuple[Face, ...], back: str) -> Box:
    """The box on a story's page: for the circle that is usual for me, until another of its circles is chosen."""
    key, why = key_of(here), why_of(circle=here, me=me)
    return Box(circle=key, seen=key, circles=_of_story(circles), readers=readers, fixed=True, back=back, why=why)


def filled_box(
    *,
    me: Me,
    read: Understood,
    chosen: str,
    fixed: bool,
    back: str,
    problem: str = "",
    hangs: bool,
    taps: Mapping[str, str],
) -> Box:
    """The box with a line in it: read, with what can be tapped, and who will read it."""
    mine = circles(by=me.person)
    going = choose(read.reading, chosen=chosen, mine=mine, answer=taps.get(FOR_WHOM, ""))
    circle = going.circle
    beside = circles_beside(circle.id) if fixed and circle else []
    choices = (*_for_whom(going), *_taps(read, me=me, taps=taps))
    return Box(
        line=read.reading.text,
        problem=problem,
        circle=chosen or AUTO,
        seen=going.seen,
        circles=_of_story(beside) if fixed else _choices(mine),
        readers=reader_faces(readers_of([circle]), me=me.person.id) if circle else (),
        fixed=fixed,
        back=back,
        set=_said(read, me=me, asked=choices),
        choices=choices,
        remarks=tuple(remarks(read.reading, circle=circle)),
        faces_larger=read.reading.faces_larger,
        why=why_of(circle=circle, me=me, chosen=taps.get(WHY, "")),
        hangs=hangs,
    )


def _said(read: Understood, *, me: Me, asked: Sequence[Choice]) -> tuple[Sentence, ...]:
    """How the line is read; what is asked below is not said here as well."""
    labels = {one.label for one in asked}
    sentences = understood(read.reading, today=me.today, people=read.people)
    return tuple(one for one in sentences if plain(one) not in labels)


def key_of(circle: Circle | None) -> str:
    """How a circle stands in the form; oneself alone is one word, whether that circle exists yet or not."""
    return str(circle.id) if circle and circle.kind != Circle.Kind.OWN else ONLY_ME


def choose(reading: Reading, *, chosen: str, mine: Sequence[Circle], answer: str = "") -> Going:
    """The circle that was chosen, else the one the line is about; of several only the one that was answered."""
    if chosen not in ("", AUTO):
        return Going(_among(mine, chosen))
    meant = circles_meant(reading)
    if len(meant) < 2:
        return Going(meant[0] if meant else None)
    return Going(_among(meant, answer), asked=tuple(meant))


def _among(some: Sequence[Circle], key: str) -> Circle | None:
    return next((one for one in some if key_of(one) == key and key != ONLY_ME), None)


def _for_whom(going: Going) -> list[Choice]:
    """The question when a line is about several stories; until it is answered only the writer reads it."""
    if not going.asked:
        return []
    several = ((key_of(one), one.name) for one in going.asked)
    return [Choice(FOR_WHOM, _("Voor wie is dit?"), (*several, (ONLY_ME, _("alleen ik"))), key_of(going.circle))]


def _of_story(some: Sequence[Circle]) -> tuple[tuple[str, str], ...]:
    """What there is to choose on a story's page: nothing, where it has one circle."""
    return tuple((key_of(one), one.name) for one in some) if len(some) > 1 else ()


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
        asks = _("Was %(who)s erbij?") % {"who": mention.name}
        return [Choice(f"there-{n}", asks, yes_no)] if mention.there is None else []
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
