"""Reading who is the same as whom, as far as whoever acts sees that."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from nabij.people.models import Person
from nabij.trust.merges import Merge
from nabij.trust.models import MyPeople
from nabij.trust.requesting import Answerer


def pairs() -> list[tuple[UUID, UUID]]:
    """Who remains and who is their double, as far as one sees that."""
    rows = Merge.objects.standing().of_people().order_by("at", "id").values_list("person_id", "double_id")
    return [(person, double) for person, double in rows if person and double]


def same_as(person: UUID, *, among: Sequence[tuple[UUID, UUID]] | None = None) -> set[UUID]:
    """Everybody who is the same as somebody, as far as one sees that; not they themselves."""
    rows, found = pairs() if among is None else among, {person}
    while more := {key for pair in rows for key in pair if found & set(pair)} - found:
        found |= more
    return found - {person}


def who_remains(person: UUID) -> UUID:
    """On whose page somebody is read."""
    into, seen = {double: kept for kept, double in reversed(pairs())}, [person]
    while (further := into.get(seen[-1])) and further not in seen:
        seen.append(further)
    return person if into.get(seen[-1]) else seen[-1]  # Around in a ring: each stands alone.


def read_instead(person: UUID, *, by: UUID) -> UUID | None:
    """Whose page is read instead of somebody's; None for oneself, and for who does not see the one who remains."""
    remains = who_remains(person)
    if person in (remains, by):
        return None
    return Person.objects.filter(id=remains, id__any_of=MyPeople()).values_list("id", flat=True).first()


def answers_for_double(double: UUID) -> Answerer | None:
    """Who answers for what was noted of somebody under another name, which they may not see themselves."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.answers_for_double(%s), trust.name_of_answerer(%s)", [double, double])
        who, name = cursor.fetchone()
    return Answerer(who, name) if who else None
