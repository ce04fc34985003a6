"""Six weeks before what was seen of somebody ends, a VOG or a training, they and whoever saw it hear so, once each."""

from datetime import datetime

from django.utils.timezone import localdate

from nabij.bridge.safeguards import Safeguard
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.trust.models import HasAccount

ENDS = "safeguard_ends"


def remind(*, at: datetime) -> int:
    """The office 'reminders' calls this each morning; returns how many letters that made."""
    soon = Safeguard.objects.ending_around(localdate(at))
    told = set(Letter.objects.filter(about_kind=ENDS).values_list("about_id", "reader_id"))
    both = [soon.filter(HasAccount(who)).values_list("id", who) for who in ("person_id", "seen_by_id")]
    waiting = {pair for pairs in both for pair in pairs} - told
    for key, who in sorted(waiting):
        one, notice = Person(id=who), Letter.Kind.NOTICE
        write(kind=notice, reader=one, writer=one, about_kind=ENDS, about_id=key, circle=None, at=at)
    return len(waiting)
