"""A text without names: each name of a story replaced by the part somebody has in it, for the writer to read first.

Numbers and addresses go as well. A first name is found in any capitals, unless it is a word of every day (`ORDINARY`);
a family name only with its capital or after "mevrouw" and the like. What two people share says neither: "iemand".
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import F
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from nabij.base.naming import (
    ACCOUNT,
    ADDRESS,
    MAIL,
    NUMBER,
    ORDINARY,
    PHONE,
    POSTCODE,
    SHORTEST,
    TITLED,
    any_of,
)
from nabij.moments.models import Tie
from nabij.people.models import Person
from nabij.stories.models import Story
from nabij.stories.reading import circles_of
from nabij.trust.models import Membership, Noted

_OPENS = re.compile(r"(?:^|[.!?]\s+|\n\s*)$")


@dataclass
class Parts:
    """What stands in the place of each name: of first and whole names, of family names, and of those after a title."""

    anyhow: dict[str, str] = field(default_factory=dict)  # By small letters: found in any capitals.
    exactly: dict[str, str] = field(default_factory=dict)
    titled: dict[str, str] = field(default_factory=dict)  # By small letters.


def without_names(text: str, *, names: Parts) -> str:
    """The text without numbers and addresses, and with each name replaced by its part."""
    for pattern, said in _numbers():
        text = _replace(pattern, text, always(said))
    text = _replace(TITLED, text, lambda found: _after_title(found, names=names))
    if names.anyhow:
        pattern = any_of(names.anyhow, exactly=False)
        text = _replace(pattern, text, lambda found: names.anyhow[found["name"].lower()])
    if names.exactly:
        text = _replace(any_of(names.exactly), text, lambda found: names.exactly[found["name"]])
    return text


def always(said: str) -> Callable[[re.Match[str]], str]:
    return lambda _found: said


def _numbers() -> list[tuple[re.Pattern[str], str]]:
    """In this order: what is part of something longer comes after it."""
    return [
        (MAIL, _("een mailadres")),
        (ACCOUNT, _("een rekeningnummer")),
        (ADDRESS, _("een adres")),
        (POSTCODE, _("een postcode")),
        (PHONE, _("een telefoonnummer")),
        (NUMBER, _("een nummer")),
    ]


def _replace(pattern: re.Pattern[str], text: str, said: Callable[[re.Match[str]], str]) -> str:
    """At the beginning of a sentence with a capital."""

    def part(found: re.Match[str]) -> str:
        words = said(found)
        return capfirst(words) if _OPENS.search(found.string[: found.start()]) else words

    return pattern.sub(part, text)


def _after_title(found: re.Match[str], *, names: Parts) -> str:
    """Mevrouw and a family name: of the resident first. Whoever else is called so is somebody."""
    if found["title"].lower().endswith("familie"):
        return _("de familie")
    return names.titled.get(found["name"].lower(), _("iemand"))


def names_in(story: Story) -> Parts:
    """How everybody this story knows or knew may be called in a text, and the part that stands in its place."""
    circles = circles_of(story)
    parts: dict[Person, str] = {}
    for noted in Noted.objects.filter(circle__in=circles).select_related("person"):
        parts[noted.person] = _("iemand")
    ties = Tie.objects.filter(circle__in=circles, other__isnull=False).select_related("other")
    # Those that are over come first, so that what holds now holds.
    for tie in ties.order_by(F("ended__at").asc(nulls_last=True), "id"):
        if tie.other:
            parts[tie.other] = _of_tie(tie)
    seats = Membership.objects.filter(circle__in=circles).select_related("person", "hat")
    for seat in seats.order_by("as_resident", F("until").asc(nulls_last=True), "id"):
        parts[seat.person] = _of_member(seat)
    residents = {seat.person_id for seat in seats if seat.as_resident}
    return _called(parts, residents=[one for one in parts if one.id in residents])


def _of_member(member: Membership) -> str:
    if member.as_resident:
        return _("de bewoner")
    if member.hat and " " not in member.hat.role:
        return _("de %(role)s") % {"role": member.hat.role}
    return _("iemand uit de kring")


def _of_tie(tie: Tie) -> str:
    """Zus, or buurman of "buurman, nummer 14"."""
    word = tie.called.split(",")[0].strip()
    if word and word.islower() and not any(sign.isdigit() for sign in word):
        return _("de %(role)s") % {"role": word}
    return _("iemand dichtbij")


def _called(parts: dict[Person, str], *, residents: Iterable[Person]) -> Parts:
    """Whole names and what somebody is known as, first names and family names, each with its part."""
    found = Parts()
    for person, part in parts.items():
        words = person.name.split()
        for name in {person.name, person.known_as} - {""}:
            _put(found.anyhow, name.lower(), part)
        for first in words[:1] if len(words[:1] and words[0]) >= SHORTEST else []:
            _put_first(found, first, part)
        for last in _family(words):
            _put(found.exactly, last, part)
            _put(found.titled, last.split()[-1].lower(), part)
    for person in residents:
        for last in person.name.split()[1:][-1:]:
            found.titled[last.lower()] = parts[person]
    return found


def _put(names: dict[str, str], name: str, part: str) -> None:
    """What two people with different parts share, says neither."""
    names[name] = part if names.get(name, part) == part else _("iemand")


def _put_first(found: Parts, first: str, part: str) -> None:
    """Riet, riet and Riets; of a word of every day only Roos."""
    if first.lower() in ORDINARY:
        _put(found.exactly, first, part)
        return
    _put(found.anyhow, first.lower(), part)
    found.anyhow.setdefault(f"{first.lower()}s", f"{part}s")


def _family(words: list[str]) -> list[str]:
    """El Amrani, and Amrani."""
    after = words[1:]
    found = {" ".join(after), *after[-1:]}
    return [name for name in found if len(name) >= SHORTEST and name[-1:] and after[-1][:1].isupper()]
