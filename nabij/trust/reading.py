"""Reading the log of looks: who read what is about somebody."""

from nabij.people.models import Person
from nabij.trust.models import Look


def looks_at(person: Person, *, most: int) -> list[Look]:
    """The newest looks at what is about this person."""
    return list(Look.objects.filter(about=person.id).order_by("-at", "-id")[:most])
