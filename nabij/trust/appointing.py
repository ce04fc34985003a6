"""Who watches over breaking the glass in a neighbourhood; administration says so."""

from datetime import date

from django.utils.translation import gettext as _

from nabij.people.models import Hat, Neighbourhood, Person
from nabij.trust.glass import TrustedThird


class NobodySees(ValueError):
    """Who watches must be seen by whoever breaks the glass, and be written to."""

    def __init__(self, person: Person) -> None:
        said = _("%(name)s draagt in deze buurt geen pet die de buurt ziet. Geef die eerst: nabij hat --open.")
        super().__init__(said % {"name": person.called})


def trust(*, person: Person, neighbourhood: Neighbourhood, since: date) -> TrustedThird:
    """Makes somebody the trusted third of a neighbourhood; the office beheer acts."""
    there = TrustedThird.objects.filter(person=person, neighbourhood=neighbourhood, until__isnull=True).first()
    if there:
        return there
    if not Hat.objects.worn_on(since).filter(person=person, neighbourhood=neighbourhood, open=True).exists():
        raise NobodySees(person)
    return TrustedThird.objects.create(person=person, neighbourhood=neighbourhood, since=since)


def end_trust(*, person: Person, neighbourhood: Neighbourhood, since: date) -> bool:
    """Ends that from the day after; what was broken before stays theirs to judge."""
    there = TrustedThird.objects.filter(person=person, neighbourhood=neighbourhood, until__isnull=True)
    return bool(there.update(until=since))
