"""What in a text might be a name or lead to somebody's door: each is shown, and a person says that it is none."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import ngettext

from nabij.base.naming import ORDINARY, hits
from nabij.moments.mentioned import known_by_name
from nabij.moments.oneline.names import ALSO_WORDS
from nabij.people.models import HouseholdMember, Person
from nabij.stories.models import Story
from nabij.weighing.dilemmas import DilemmaCircle, Participant


class NamesFound(ValueError):
    """What others will read is told without names; what looks like one is confirmed to be none, or changed."""

    def __init__(self, hits: list[str]) -> None:
        self.hits = hits
        said = ngettext(
            "Dit lijkt een naam, adres of nummer: %(hits)s. Verander het, of zeg dat het er geen is.",
            "Dit lijken namen, adressen of nummers: %(hits)s. Verander ze, of zeg dat het er geen zijn.",
            len(hits),
        )
        super().__init__(said % {"hits": ", ".join(f"“{hit}”" for hit in hits)})


def refuse_names(text: str, *, circle: UUID, confirmed: frozenset[str]) -> None:
    _refuse(hits_in(text, circle=circle), confirmed=confirmed)


def refuse_names_in(*texts: str, dilemma: UUID | None, confirmed: frozenset[str]) -> None:
    """The same, of what is told of a dilemma to others; or of nothing that was weighed here."""
    circle = DilemmaCircle.objects.filter(dilemma=dilemma).values_list("circle", flat=True).first()
    also = list(thinking_along(dilemma))
    found = [hit for text in texts for hit in hits_in(text, circle=circle, also=also)]
    _refuse(list(dict.fromkeys(found)), confirmed=confirmed)


def _refuse(found: list[str], *, confirmed: frozenset[str]) -> None:
    if left := [hit for hit in found if hit not in confirmed]:
        raise NamesFound(left)


def hits_in(text: str, *, circle: UUID | None, also: Iterable[Person] = ()) -> list[str]:
    """Each thing that might be a name, an address or a number, once, in the order of the text.

    As far as whoever acts may know: who does not read a story is told of nobody in it.
    """
    people = [*(told_of(circle) if circle else ()), *also, *known_by_name(text)]
    names, known_as = [one.name for one in people], [one.known_as for one in people]
    found = hits(text, names=names, known_as=known_as, ordinary=ORDINARY | ALSO_WORDS)
    return list(dict.fromkeys(hit.words.strip() for hit in found))


def thinking_along(dilemma: UUID | None) -> Iterator[Person]:
    """Who think along, by what they are called there; whom it concerns is called "de bewoner", and that is no name."""
    if dilemma is None:
        return
    others = Participant.objects.filter(dilemma=dilemma).exclude(part=Participant.Part.RESIDENT)
    for name in others.values_list("name", flat=True):
        yield Person(name=name) if name[:1].isupper() else Person(known_as=name)  # "de buurvrouw van negen" is no name.


def told_of(circle: UUID) -> Iterable[Person]:
    """Whom the story around this circle is about, as far as whoever acts may know."""
    stories = Story.objects.filter(Q(circle=circle) | Q(smaller_circles__circle=circle))
    homes = HouseholdMember.objects.filter(household__in=stories.values("household"))
    about = Q(id__in=stories.values("person")) | Q(id__in=homes.values("person"))
    return Person.objects.filter(about | Q(id__in=stories.values("parties__person")))
