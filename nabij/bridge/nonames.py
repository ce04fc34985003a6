"""A line that a whole neighbourhood reads names nobody and leads to nobody's door: such a line is refused, in words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from nabij.base.naming import ACCOUNT, ADDRESS, MAIL, NUMBER, PHONE, POSTCODE, TITLED
from nabij.bridge.offers import LONGEST
from nabij.moments.mentioned import known_by_name, name_in
from nabij.people.models import Person

DOORS = (MAIL, ACCOUNT, ADDRESS, POSTCODE, PHONE, NUMBER)


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
