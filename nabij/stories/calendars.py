"""Making and stopping one's calendar feed, and what stands in it.

Only the hash of its secret is kept. What is in the feed names nobody and says nothing of what was promised.
"""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction

from nabij.people.models import Person
from nabij.post.models import hash_of
from nabij.stories.models import Feed, Promise
from nabij.stories.turns import Rhythm
from nabij.trust.verbs import leave_trace

MOST = 500


@transaction.atomic
def make_feed(*, by: Person, at: datetime) -> str:
    """A new feed, in the place of the former; returns the token, which is shown once and kept nowhere."""
    token = secrets.token_urlsafe(32)
    Feed.objects.filter(person=by).delete()
    made = Feed.objects.create(person=by, token_hash=hash_of(token), made_at=at)
    leave_trace(by=by, hat=None, what="make_feed", thing=made, circle=None, at=at)
    return token


@transaction.atomic
def stop_feed(*, by: Person, at: datetime) -> None:
    """From now on the address leads nowhere."""
    for feed in Feed.objects.filter(person=by):
        leave_trace(by=by, hat=None, what="stop_feed", thing=feed, circle=None, at=at)
        feed.delete()


def in_calendar(person: UUID) -> list[Promise]:
    """What this person promised that has a day; a responsibility that always runs has none of its own."""
    theirs = Promise.objects.of(person).filter(day__isnull=False).exclude(rhythm=Rhythm.ALWAYS)
    return list(theirs[:MOST])
