"""What in a dilemma might be a name or lead to somebody's door: each is shown, and a person says that it is none."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import ngettext

from nabij.base.naming import ACCOUNT, ADDRESS, MAIL, NUMBER, PHONE, POSTCODE, TITLED
from nabij.moments.mentioned import known_by_name, names_in
from nabij.people.models import HouseholdMember, Person
from nabij.stories.models import Story

DOORS = (MAIL, ACCOUNT, ADDRESS, POSTCODE, PHONE, NUMBER)


class NamesFound(ValueError):
    """A dilemma is told without names; what looks like one is confirmed to be none, or changed."""

    def __init__(self, hits: list[str]) -> None:
        self.hits = hits
        said = ngettext(
            "Dit lijkt een naam, adres of nummer: %(hits)s. Verander het, of zeg dat het er geen is.",
            "Dit lijken namen, adressen of nummers: %(hits)s. Verander ze, of zeg dat het er geen zijn.",
            len(hits),
        )
        super().__init__(said % {"hits": ", ".join(f"“{hit}”" for hit in hits)})


def refuse_names(text: str, *, circle: UUID, confirmed: frozenset[str]) -> None:
    hits = [hit for hit in hits_in(text, circle=circle) if hit not in confirmed]
    if hits:
        raise NamesFound(hits)


def hits_in(text: str, *, circle: UUID) -> list[str]:
    """Each thing that might be a name, an address or a number, once, in the order of the text."""
    found = {*doors_in(text), *names_in(text, people={*told_of(circle), *known_by_name(text)})}
    return sorted(found, key=lambda hit: (text.find(hit), hit))


def doors_in(text: str) -> Iterator[str]:
    for pattern in (*DOORS, TITLED):
        yield from (hit[0].strip() for hit in pattern.finditer(text))


def told_of(circle: UUID) -> Iterable[Person]:
    """Whom the story around this circle is about, as far as whoever acts may know."""
    stories = Story.objects.filter(Q(circle=circle) | Q(smaller_circles__circle=circle))
    homes = HouseholdMember.objects.filter(household__in=stories.values("household"))
    about = Q(id__in=stories.values("person")) | Q(id__in=homes.values("person"))
    return Person.objects.filter(about | Q(id__in=stories.values("parties__person")))
