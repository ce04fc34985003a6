"""Reading the log of looks: who read what is about somebody."""

from nabij.people.models import Person
from nabij.trust.models import Look, Membership


def looks_at(person: Person, *, most: int) -> list[Look]:
    """The newest looks at what is about this person."""
    return list(Look.objects.filter(about=person.id).order_by("-at", "-id")[:most])


def reads_about(person: Person) -> bool:
    """Whether whoever acts is in a circle about this person."""
    return Membership.objects.current().filter(person=person, as_resident=True).exists()
