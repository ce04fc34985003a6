"""The letters of the half year: what was answered or ran out went out in its time; what is still open goes out now.

So a visitor finds a few fresh mails with links that work, and nobody is mailed today about last June.
"""

import datetime as dt

from django.db.models import Q

from nabij.people.models import Account
from nabij.post.models import Letter, Preference, Sending
from nabij.post.preferring import prefer
from nabij.stories.models import Answer
from nabij.trust.acting import acting_as, office, person
from nabij.weighing.letters import ASKED, DECIDED, OPEN, TOGETHER

# Somebody who reads his letters on Monday, and not after supper.
GATHERS = "wil@voorbeeld.example"
QUIET = (dt.time(19), dt.time(9))
A_WHILE_AGO = dt.timedelta(days=40)


def chosen_by_one(*, at: dt.datetime) -> None:
    with acting_as(office("beheer")):
        one = Account.objects.select_related("person").get(email=GATHERS)
    week, chosen = Preference.Pace.WEEKLY, at - A_WHILE_AGO
    with acting_as(person(one.person_id)):
        prefer(by=one.person, pace=week, quiet=QUIET, language=one.language, at=chosen)


def sent_in_their_time(*, at: dt.datetime) -> int:
    """Notes of every letter that no longer waits for an answer that it was sent when it was written."""
    with acting_as(office("post"), purpose="post"):
        answered = list(Answer.objects.values_list("promise_id", flat=True))
        waits = Q(kind__in=(Letter.Kind.QUESTION, Letter.Kind.INVITATION), expires__gt=at) & ~Q(about_id__in=answered)
        waits &= ~Q(about_kind__in=(ASKED, OPEN, DECIDED))  # Whoever was asked by a link has spoken.
        waits |= Q(about_kind=TOGETHER, due__gt=at)
        waits |= Q(kind=Letter.Kind.INTRODUCTION, about_kind="introduction", expires__gt=at)
        gone = Letter.objects.filter(sending__isnull=True).exclude(waits)
        return len(Sending.objects.bulk_create(Sending(letter=letter, at=letter.written_at) for letter in gone))
