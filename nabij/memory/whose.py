"""Which rows of a table are about somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from nabij.trust.reading import seen_of


@dataclass(frozen=True)
class About:
    """Somebody, the circles about them, and every circle they are in, as far as whoever acts sees those.

    also: everybody who is the same person; their circles are among these.
    """

    person: UUID
    own: frozenset[UUID]
    circles: frozenset[UUID]
    also: frozenset[UUID] = frozenset()


def mine(field: str) -> Callable[[About], Q]:
    return lambda about: Q(**{field: about.person})


def told_in(field: str) -> Callable[[About], Q]:
    return lambda about: Q(**{f"{field}__in": about.own})


def looks_at_me(about: About) -> Q:
    return seen_of(about.person)


def of_request(about: About) -> Q:
    return Q(request__person=about.person)


def held(about: About, at: str = "") -> Q:
    return Q(**{f"{at}person_key": about.person}) | Q(**{f"{at}circle_key__in": about.own})


def released(about: About) -> Q:
    return held(about, "hold__")


def asked_in(about: About, at: str = "") -> Q:
    mine = Q(**{f"{at}by": about.person}) | Q(**{f"{at}person": about.person})
    return mine | Q(**{f"{at}circle__in": about.own})


def merged(about: About, at: str = "") -> Q:
    return Q(**{f"{at}person": about.person}) | Q(**{f"{at}double": about.person})


def merged_in(at: str) -> Callable[[About], Q]:
    return lambda about: merged(about, at)


def handed_over(about: About) -> Q:
    return Q(person=about.person) | Q(to=about.person) | Q(circle__in=about.own)


def became_of_promise(about: About) -> Q:
    return Q(promise__who=about.person) | Q(promise__circle__in=about.own)


def ties(about: About, at: str = "") -> Q:
    """Those around them; and where they stand around another, as far as they read it there."""
    return Q(**{f"{at}owner": about.person}) | Q(**{f"{at}other": about.person}, circle__in=about.circles)


def of_tie(about: About) -> Q:
    return ties(about, "tie__")
