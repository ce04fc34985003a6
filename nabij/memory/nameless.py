"""A text without names: each name of a story replaced by the part somebody has in it, for the writer to read first."""

import re
from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from nabij.memory.naming import SHORTEST, any_of
from nabij.moments.models import Tie
from nabij.people.models import Person
from nabij.stories.models import Story
from nabij.stories.reading import circles_of, readers_of
from nabij.trust.models import Membership, Noted

_OPENS = re.compile(r"(?:^|[.!?]\s+|\n\s*)$")


def without_names(text: str, *, names: dict[str, str]) -> str:
    """The text with each name replaced by its part; at the beginning of a sentence with a capital."""
    if not names:
        return text

    def part(found: re.Match[str]) -> str:
        said = names[found["name"]]
        return capfirst(said) if _OPENS.search(text[: found.start()]) else said

    return any_of(names).sub(part, text)


def names_in(story: Story) -> dict[str, str]:
    """How everybody this story knows may be called in a text, and the part that stands in its place."""
    circles = circles_of(story)
    parts: dict[Person, str] = {}
    for noted in Noted.objects.filter(circle__in=circles).select_related("person"):
        parts[noted.person] = _("iemand")
    for tie in Tie.objects.current().filter(circle__in=circles, other__isnull=False):
        if tie.other:
            parts[tie.other] = _of_tie(tie)
    for member in readers_of(circles):
        parts[member.person] = _of_member(member)
    return dict(_called(parts.items()))


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


def _called(people: Iterable[tuple[Person, str]]) -> Iterable[tuple[str, str]]:
    """Whole names, family names and first names; and what somebody is known as."""
    for person, part in people:
        for name in (person.name, person.known_as):
            if name:
                yield name, part
        words = person.name.split()
        yield from ((word, part) for word in (*words[:1], *words[-1:]) if len(word) >= SHORTEST and word[:1].isupper())
