"""A line that a whole neighbourhood reads names nobody and leads to nobody's door: such a line is refused, in words."""

import re
from collections.abc import Iterable, Sequence

from django.db import connection
from django.utils.translation import gettext as _

from nabij.base.naming import ACCOUNT, ADDRESS, MAIL, NUMBER, ORDINARY, PHONE, POSTCODE, SHORTEST, TITLED, any_of
from nabij.bridge.offers import LONGEST
from nabij.moments.oneline.names import ALSO_WORDS, fold
from nabij.people.models import Person

DOORS = (MAIL, ACCOUNT, ADDRESS, POSTCODE, PHONE, NUMBER)
_OPENS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)$")
_WORDS = re.compile(r"[^\W\d_]+")


class Unsayable(ValueError):
    """What a line cannot be, in a sentence; nothing that was typed is lost."""


class NothingThere(Unsayable):
    """One sentence is needed, and it is enough."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén zin is genoeg."))


class TooLong(Unsayable):
    """One sentence, no story."""

    def __init__(self) -> None:
        super().__init__(_("Dit is te lang. Houd het bij één zin, van hooguit %(most)s tekens.") % {"most": LONGEST})


class NamesSomebody(Unsayable):
    """Names stand on no board."""

    def __init__(self, name: str) -> None:
        said = _("Hier staat de naam “%(name)s”. De hele buurt leest deze zin: schrijf hem zonder namen.")
        super().__init__(said % {"name": name})


class LeadsToADoor(Unsayable):
    """Nor do addresses and numbers."""

    def __init__(self, what: str) -> None:
        said = _("Hier staat een adres of nummer: “%(what)s”. De hele buurt leest deze zin: laat het weg.")
        super().__init__(said % {"what": what})


def plain_line(line: str, *, about: Sequence[Person]) -> str:
    """The line on one row, when it can stand on a board. about: who are named nowhere in it, beside whom one knows."""
    line = " ".join(line.split())
    if not line:
        raise NothingThere
    if len(line) > LONGEST:
        raise TooLong
    for door in DOORS:
        if found := door.search(line):
            raise LeadsToADoor(found[0].strip())
    if found := TITLED.search(line):
        raise NamesSomebody(found[0].strip())
    if name := name_in(line, people={*about, *known_by_name(line)}):
        raise NamesSomebody(name)
    return line


def known_by_name(line: str) -> Iterable[Person]:
    """Whoever in the circles of whoever acts is called by a word of this line."""
    words = list({fold(word) for word in _WORDS.findall(line) if len(word) >= SHORTEST})
    with connection.cursor() as cursor:
        cursor.execute("select distinct person from trust.named(%s)", [words])
        keys = [key for (key,) in cursor.fetchall()]
    return Person.objects.filter(id__in=keys) if keys else ()


def name_in(line: str, *, people: Iterable[Person]) -> str:
    """The first name of these people in a line; one that is a word of every day only where it is written as a name."""
    anyhow, exactly = set[str](), set[str]()
    for person in people:
        words = person.name.split()
        anyhow |= {name for name in (person.name, person.known_as) if len(name.split()) > 1}
        first, last = words[:1], words[1:][-1:]
        exactly |= {one for one in (*first, *last) if len(one) >= SHORTEST}
        anyhow |= {one for one in first if len(one) >= SHORTEST and one.lower() not in ORDINARY | ALSO_WORDS}
    if anyhow and (found := any_of(anyhow, exactly=False).search(line)):
        return found["name"]
    for found in any_of(exactly).finditer(line) if exactly else ():
        ordinary = found["name"].lower() in ORDINARY | ALSO_WORDS
        if not (ordinary and _OPENS.search(line[: found.start()])):
            return found["name"]
    return ""
