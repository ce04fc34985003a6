"""Two weeks before an agreement is looked at again, whoever signed it hears so, once, by a letter that says no more."""

from datetime import datetime

from django.utils.timezone import localdate

from nabij.bridge.agreements import Agreement, Penholder
from nabij.bridge.handings import HandingOn
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.trust.models import HasAccount

DUE = "agreement_due"


def remind(*, at: datetime) -> int:
    """The office 'reminders' calls this each morning; returns how many letters that made."""
    due = Agreement.objects.due(today=localdate(at)).values("id")
    pens = Penholder.objects.filter(HasAccount("person_id"), agreement__in=due, signature__isnull=False)
    handed = HandingOn.objects.filter(HasAccount("to_id"), yes=True, party__agreement__in=due)
    told = set(Letter.objects.filter(about_kind=DUE).values_list("about_id", "reader_id"))
    spoken_to = {*pens.values_list("agreement_id", "person_id"), *handed.values_list("party__agreement", "to_id")}
    waiting = spoken_to - told
    for agreement, who in sorted(waiting):
        person = Person(id=who)
        notice = Letter.Kind.NOTICE
        write(kind=notice, reader=person, writer=person, about_kind=DUE, about_id=agreement, circle=None, at=at)
    return len(waiting)
