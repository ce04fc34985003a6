"""Whose name may stand in somebody's own copy: their readers, family and who wrote to them; nobody else's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from nabij.base.naming import SHORTEST, any_of
from nabij.people.models import Hat, Person
from nabij.post.models import Letter
from nabij.trust.models import Noted


@dataclass
class Names:
    """How others are called in somebody's copy."""

    person: Person
    known: dict[UUID, str]  # Whose names this person knows from reading along or from letters.
    noted: list[Person]  # Who is known in their circles without reading there.
    met: dict[UUID, str] = field(default_factory=dict)

    def of(self, people: Iterable[UUID]) -> dict[UUID, str]:
        """Each by name, by the role of their hat, or as somebody."""
        new = set(people) - set(self.met)
        if new:
            roles = dict(Hat.objects.filter(person__in=new).order_by("-id").values_list("person_id", "role"))
            for one in new:
                self.met[one] = self.known.get(one) or roles.get(one) or _("iemand")
        return {one: self.met[one] for one in people}

    def mask(self, text: str, *, own: bool) -> str:
        """A text without the names of others; in one's own text only who never learns that they are noted."""
        pattern = self._never if own else self._others
        return pattern.sub(_("iemand"), text) if pattern else text

    @cached_property
    def _never(self) -> re.Pattern[str] | None:
        return self._pattern([one for one in self.noted if not one.name])

    @cached_property
    def _others(self) -> re.Pattern[str] | None:
        return self._pattern(self.noted)

    def _pattern(self, people: list[Person]) -> re.Pattern[str] | None:
        """Whole names and first names; no first name of whom one may name."""
        kept = {name.split()[0].casefold() for name in (*self.known.values(), self.person.called) if name}
        found = {name for one in people for name in (one.name, one.known_as) if name}
        found |= {
            one.name.split()[0]
            for one in people
            if one.name and len(one.name.split()[0]) >= SHORTEST and one.name.split()[0].casefold() not in kept
        }
        return any_of(found, exactly=False) if found else None


def names_for(person: Person, *, own: frozenset[UUID]) -> Names:
    """Whom this person may name: who read in a circle about them, who wrote to them, their children and parents."""
    readers = Person.objects.filter(memberships__circle__in=own)
    writers = Person.objects.filter(id__in=Letter.objects.filter(reader=person).values("writer"))
    family = Person.objects.filter(Q(parents__parent=person) | Q(children__child=person))
    known = {one.id: one.name for one in (*readers.distinct(), *writers, *family.distinct()) if one.name}
    known[person.id] = _("jij")
    noted = Person.objects.filter(id__in=Noted.objects.filter(circle__in=own).values("person"))
    others = [one for one in noted if one.id not in known]
    return Names(person=person, known=known, noted=others)
