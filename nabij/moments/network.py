"""The people around somebody, as told in one circle: a name becomes a person, a tie, and what they said."""

from datetime import datetime

from django.db import transaction

from nabij.moments.models import Saying, Tie
from nabij.moments.verbs import draw_tie, say
from nabij.people.models import Person
from nabij.people.verbs import note_person
from nabij.trust.models import Circle, Membership


@transaction.atomic
def add(*, circle: Circle, owner: Person, name: str, by: Person, at: datetime, **tie: object) -> Tie:
    """Draws a tie to somebody by name: whom the circle knows already, or a newly noted person.

    tie: called, kind, ring, weight, gives and takes, as `draw_tie` has them.
    """
    other = known(circle=circle, name=name) or note_person(name=name, by=by, at=at)
    return draw_tie(circle=circle, owner=owner, other=other, told_by=by, at=at, **tie)  # type: ignore[arg-type]


def known(*, circle: Circle, name: str) -> Person | None:
    """Whom this circle already knows by that name, as member or as noted."""
    wanted = name.strip().casefold()
    in_circle = Person.objects.filter(memberships__in=Membership.objects.current().filter(circle=circle))
    noted = Person.objects.filter(noted_in__circle=circle)
    for one in (*in_circle, *noted):
        if wanted in (one.name.casefold(), one.known_as.casefold(), one.first_name.casefold()):
            return one
    return None


def note_saying(
    *, circle: Circle, owner: Person, about: Person, kind: str, by: Person, at: datetime, words: str = ""
) -> Saying:
    """Notes by whose word: who names or fears somebody is the owner; what is too much is said by whoever carries it."""
    of_owner = (Saying.Kind.NAMED, Saying.Kind.UNSAFE, Saying.Kind.QUARREL, Saying.Kind.NOT_TELL)
    said_by = owner if kind in of_owner else about
    return say(circle=circle, about=about, owner=owner, kind=kind, said_by=said_by, by=by, at=at, words=words)
