"""The letters of the half year: what was answered or ran out went out in its time; what is still open goes out now.

So a visitor finds a few fresh mails with links that work, and nobody is mailed today about last June.
"""

import datetime as dt

from django.db.models import Q

from nabij.post.models import Letter, Sending
from nabij.stories.models import Answer
from nabij.trust.acting import acting_as, office


def sent_in_their_time(*, at: dt.datetime) -> int:
    """Notes of every letter that no longer waits for an answer that it was sent when it was written."""
    with acting_as(office("post"), purpose="post"):
        answered = list(Answer.objects.values_list("promise_id", flat=True))
        waits = Q(kind__in=(Letter.Kind.QUESTION, Letter.Kind.INVITATION), expires__gt=at) & ~Q(about_id__in=answered)
        gone = Letter.objects.filter(sending__isnull=True).exclude(waits)
        return len(Sending.objects.bulk_create(Sending(letter=letter, at=letter.written_at) for letter in gone))
