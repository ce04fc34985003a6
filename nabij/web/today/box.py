"""The one-line box: the line, how Nabij reads it, what is proposed, and the faces of who will read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from nabij.moments.oneline import Mention, Offer, Reading
from nabij.people.models import Person
from nabij.stories.reading import readers_of
from nabij.stories.writing import circle_for, circles
from nabij.trust.models import Circle
from nabij.web.days import opening, say_clock, say_date
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
    set: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    remarks: tuple[str, ...] = ()
    faces_larger: bool = False


def empty_box(*, me: Me, circle: Circle | None = None, readers: tuple[Face, ...] = (), back: str = "") -> Box:
    """The box before anything is written; on a story's page its circle is fixed and its readers are known."""
    if circle:
        return Box(circle=key_of(circle), seen=key_of(circle), readers=readers, fixed=True, back=back)
    return Box(circles=_choices(circles(by=me.person)), back=back)


def filled_box(
    *, me: Me, reading: Reading, chosen: str, fixed: bool, back: str, problem: str = "", taps: Mapping[str, str]
) -> Box:
    """The box with a line in it: read, with what can be tapped, and who will read it."""
    mine = circles(by=me.person)
    circle = choose(reading, chosen=chosen, mine=mine)
    names = _names(reading)
    return Box(
        line=reading.text,
        problem=problem,
        circle=chosen or AUTO,
        seen=key_of(circle),
        circles=_choices(mine),
        readers=reader_faces(readers_of([circle]), me=me.person.id) if circle else (),
        fixed=fixed,
        back=back,
        set=tuple(said(reading, names=names)),
        choices=tuple(_taps(reading, names=names, taps=taps)),
        remarks=tuple(remarks(reading, circle=circle)),
        faces_larger=reading.faces_larger,
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


def _names(reading: Reading) -> dict[object, str]:
    """Names of everybody a line speaks of, in one query."""
    keys = {key for one in reading.mentions for key in (*one.keys, *one.maybe) if isinstance(key, UUID)}
    keys |= {key for one in reading.offers for key in one.keys if isinstance(key, UUID)}
    return {person.id: person.called for person in Person.objects.filter(id__in=keys)}


def said(reading: Reading, *, names: Mapping[object, str]) -> list[str]:
    """What is set by signs, in short sentences."""
    sentences = [
        _("%(name)s was erbij.") % {"name": names.get(one.keys[0], one.name)}
        for one in reading.mentions
        if len(one.keys) == 1 and one.there
    ]
    sentences += [
        _("Het gaat over %(name)s.") % {"name": names.get(one.keys[0], one.name)}
        for one in reading.mentions
        if len(one.keys) == 1 and one.there is False
    ]
    sentences += [_("Thema: %(theme)s.") % {"theme": theme.name} for theme in reading.themes]
    sentences += [
        f"{opening(say_date(one.day))}: {one.action or _('hierop terugkomen')}."
        for one in reading.come_backs
        if one.day
    ]
    return sentences


def _taps(reading: Reading, *, names: Mapping[object, str], taps: Mapping[str, str]) -> list[Choice]:
    found = [choice for n, one in enumerate(reading.mentions) for choice in _of_mention(one, n=n, names=names)]
    found += [
        Choice(name=f"day-{n}", label=_("Welke dag bedoel je?"), options=_days(one.days))
        for n, one in enumerate(reading.come_backs)
        if len(one.days) > 1
    ]
    found += [choice for n, one in enumerate(reading.offers) for choice in _of_offer(one, n=n, names=names)]
    return [Choice(one.name, one.label, one.options, taps.get(one.name, "")) for one in found]


def _of_mention(mention: Mention, *, n: int, names: Mapping[object, str]) -> list[Choice]:
    yes_no = (("yes", _("ja")), ("no", _("nee")))
    if len(mention.keys) == 1:
        name = names.get(mention.keys[0], mention.name)
        return (
            [Choice(f"there-{n}", _("Was %(name)s erbij?") % {"name": name}, yes_no)] if mention.there is None else []
        )
    several = tuple((str(key), names.get(key, "")) for key in (*mention.keys, *mention.maybe))
    asked = [Choice(f"which-{n}", _("Wie is “%(name)s”?") % {"name": mention.name}, several)] if several else []
    if mention.keys:
        return asked
    return [*asked, Choice(f"new-{n}", _("“%(name)s” is nieuw. Onthoud deze persoon.") % {"name": mention.name})]


def _days(days: Sequence[date]) -> tuple[tuple[str, str], ...]:
    return tuple((day.isoformat(), say_date(day)) for day in days)


def _of_offer(offer: Offer, *, n: int, names: Mapping[object, str]) -> list[Choice]:
    label = _label(offer, names=names)
    if not label:
        return []
    more = [Choice(f"offerday-{n}", _("Welke dag?"), _days(offer.days))] if len(offer.days) > 1 else []
    return [Choice(f"offer-{n}", label), *more]


def _label(offer: Offer, *, names: Mapping[object, str]) -> str:
    name = names.get(offer.keys[0], offer.name) if offer.keys else offer.name
    day = say_date(offer.days[0]) if offer.days else ""
    what = offer.action or offer.words
    match offer.kind:
        case "person":
            return _("%(name)s was erbij") % {"name": name} if len(offer.keys) == 1 else ""
        case "come_back":
            return _("Kom hierop terug op %(day)s: %(what)s") % {"day": day, "what": what}
        case "promise":
            who = names.get(offer.whose.key, offer.whose.name) if offer.whose else _("jij")
            return _("Afspraak van %(who)s, %(day)s: %(what)s") % {"who": who, "day": day, "what": what}
        case "time":
            return _("Het was om %(time)s") % {"time": say_clock(offer.at)} if offer.at else ""
        case "reach":
            return _("Bewaar het nummer van %(name)s, alleen voor jou") % {"name": name} if len(offer.keys) == 1 else ""
        case "ask":
            return _("Zoek wie hierbij kan helpen")
        case "urgent":
            return _("Dit kan niet wachten: zoek wie nu dienst heeft")
    return ""


def remarks(reading: Reading, *, circle: Circle | None) -> list[str]:
    """What the writer should know before saving."""
    found = [one.sentence for one in reading.problems]
    if circle and circle.kind != Circle.Kind.OWN and any(one.kind == "reach" for one in reading.offers):
        found.append(_("Het nummer komt niet in de tekst voor anderen."))
    if any(one.kind == "discuss" for one in reading.offers):
        found.append(_("Twijfel je of je dit mag delen? Bewaar het voor jezelf, en bespreek het zonder naam."))
    return found
