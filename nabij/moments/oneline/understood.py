"""The sentences under the one line: "Nabij leest: Riet Kuiper was erbij. Thema eenzaam. Vrijdag: Ineke bellen."

In parts, so that a screen can make the words of people bold; what is offered comes as a question with its offer.
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.moments.oneline.reading import ComeBack, Known, Mention, Offer, Reading


@dataclass(frozen=True)
class Part:
    """Some words of a sentence ("stukje"); strong: they come from the line itself."""

    text: str
    strong: bool = False


Sentence = tuple[Part, ...]
Names = Mapping[Hashable, str]
_SLOT = re.compile(r"%\((\w+)\)s")


def sentence(template: str, **strong: Sequence[str]) -> Sentence:
    """A translated sentence in parts: `%(who)s` becomes its words in bold, joined as one says them."""
    parts: list[Part] = []
    for i, piece in enumerate(_SLOT.split(template)):
        parts += _joined(strong[piece]) if i % 2 else [Part(piece)] if piece else []
    return tuple(parts)


def plain(parts: Sequence[Part]) -> str:
    """The sentence as text, for a screen reader or a letter."""
    return "".join(part.text for part in parts)


def understood(reading: Reading, *, today: date, people: Sequence[Known] = ()) -> tuple[Sentence, ...]:
    """What the signs set, sentence by sentence; empty when there are none. `people` name whom a new name may mean."""
    names = {known.key: known.names[0] for known in people}
    presence = _presence(reading.mentions, names=names)
    return (*presence, *_themes(reading), *_come_backs(reading, today=today))


def _joined(words: Sequence[str]) -> list[Part]:
    """ "Riet, Kim en Jan"."""
    parts: list[Part] = []
    for i, word in enumerate(words):
        before = _(" en ") if i == len(words) - 1 else ", "
        parts += [Part(before)] if i else []
        parts.append(Part(word, strong=True))
    return parts


def _presence(mentions: Sequence[Mention], *, names: Names) -> Iterator[Sentence]:
    """Who was there, who is new, and whom it asks about."""
    there = [m.name for m in mentions if m.there and len(m.keys) == 1]
    if there:
        yield sentence(ngettext("%(who)s was erbij.", "%(who)s waren erbij.", len(there)), who=there)
    for mention in mentions:
        maybe = [names[key] for key in mention.maybe if key in names]
        if maybe:
            yield sentence(_("Nieuw: %(who)s. Of bedoel je %(maybe)s?"), who=[mention.name], maybe=maybe[:1])
        elif not mention.keys:
            yield sentence(_("Nieuw: %(who)s."), who=[mention.name])
        if len(mention.keys) > 1:
            yield sentence(_("Welke %(who)s bedoel je?"), who=[mention.name])
        elif mention.there is None:
            yield sentence(_("Was %(who)s erbij?"), who=[mention.name])


def _themes(reading: Reading) -> Iterator[Sentence]:
    names = [theme.name for theme in reading.themes]
    if names:
        yield sentence(ngettext("Thema %(what)s.", "Thema's %(what)s.", len(names)), what=names)


def _come_backs(reading: Reading, *, today: date) -> Iterator[Sentence]:
    for come_back in reading.come_backs:
        action = come_back.action or _("hierop terugkomen")
        if come_back.day:
            said = capfirst(day_and_hour(come_back.day, come_back.at, today=today))
            yield (Part(f"{said}: "), Part(action, strong=True), Part("."))
        else:
            yield _asked(come_back, action=action, today=today)


def _asked(come_back: ComeBack, *, action: str, today: date) -> Sentence:
    """No day, or more than one: nothing is chosen in silence."""
    if not come_back.days:
        return sentence(_("Op welke dag: %(what)s?"), what=[action])
    days = [day_and_hour(day, come_back.at, today=today) for day in come_back.days[:2]]
    first, other = capfirst(days[0]), days[-1]
    if len(come_back.days) > 2:
        return sentence(_("Welke dag vanaf %(day)s: %(what)s?"), day=[days[0]], what=[action])
    return sentence(_("%(first)s of %(other)s: %(what)s?"), first=[first], other=[other], what=[action])


def day_and_hour(day: date, at: time | None, *, today: date) -> str:
    """ "vrijdag" within a week, else "woensdag 2 december"; with its hour."""
    if day == today:
        said = _("vandaag")
    elif day == today + timedelta(days=1):
        said = _("morgen")
    elif today < day < today + timedelta(days=7):
        said = date_format(day, "l")
    else:
        said = date_format(day, "l j F" if day.year == today.year else "l j F Y")
    return said if at is None else _("%(day)s om %(hour)s") % {"day": said, "hour": time_format(at, "G.i")}


@dataclass(frozen=True)
class Question:
    """One offer, as a question that is answered with one tap ("voorstel")."""

    offer: Offer
    asks: Sentence


def questions(reading: Reading, *, today: date, people: Sequence[Known] = ()) -> tuple[Question, ...]:
    """Each offer as a short question; `people` give the names where it must be asked which."""
    names = {known.key: known.names[0] for known in people}
    return tuple(Question(offer, _question(offer, today=today, names=names)) for offer in reading.offers)


def _question(offer: Offer, *, today: date, names: Names) -> Sentence:
    which = [names.get(key, offer.name) for key in offer.keys] if len(offer.keys) > 1 else []
    if offer.kind in ("come_back", "promise"):
        return _plan(offer, today=today)
    if offer.kind == "reach":
        return _number(offer)
    if which:
        return sentence(_("Wie was erbij: %(who)s?"), who=which)
    asked = {
        "person": _("Was %(who)s erbij?"),
        "time": _("Gebeurde het om %(hour)s?"),
        "discuss": _("Met wie kan ik dit bespreken?"),
        "ask": _("Wil je dit vragen?"),
        "open_referral": _("Hoort dit bij wat je doorgaf aan %(who)s?"),
        "urgent": _("Kan dit niet wachten?"),
    }
    hour = [time_format(offer.at, "G.i")] if offer.at else []
    return sentence(asked[offer.kind], who=[offer.name], hour=hour)


def _plan(offer: Offer, *, today: date) -> Sentence:
    day = [day_and_hour(offer.days[0], offer.at, today=today)]
    what = [offer.action or _("hierop terugkomen")]
    if offer.whose:
        return sentence(_("Afspraak van %(who)s, %(day)s: %(what)s?"), who=[offer.whose.name], day=day, what=what)
    return sentence(_("Hierop terugkomen %(day)s: %(what)s?"), day=day, what=what)


def _number(offer: Offer) -> Sentence:
    if offer.private:
        return sentence(_("Bewaar %(number)s als bereikwijze, alleen voor mij?"), number=[offer.words])
    return sentence(_("Bewaar %(number)s als bereikwijze van %(who)s?"), number=[offer.words], who=[offer.name])
