"""Whoever sent something in for the map hears the answer: on Today with an account, and without one by mail.

That mail goes to an address nobody confirmed. So it holds no link that may do anything, and of what never came on the
map not even the name: else one could have us mail words to whoever one likes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from nabij.directory.asking_owners import is_mail
from nabij.directory.correcting import stopped
from nabij.directory.entering import key_of
from nabij.directory.initiatives import Initiative, InitiativeAnswer
from nabij.directory.owners import hash_of_address
from nabij.people.models import Person
from nabij.post.envelopes import DoorMail, Envelope, hand_over

WAITS = timedelta(days=3)  # As long as a mail may lie when the mail server is in trouble.


@dataclass(frozen=True)
class News:
    """What became of it: `yes`, `no`, or `off` when it stood on the map and was taken off; why, and when."""

    initiative: Initiative
    what: str
    why: str
    at: datetime


def heard(*, by: Person, since: datetime) -> QuerySet[InitiativeAnswer]:
    """What was answered since then to what somebody sent in, by others."""
    return InitiativeAnswer.objects.filter(initiative__by=by, at__gt=since).exclude(by=by)


def news_for(*, by: Person, since: datetime) -> Iterator[News]:
    """What became of what somebody sent in, the newest first; that somebody looked again at a change is no news."""
    lately = heard(by=by, since=since).values("initiative")
    mine = Initiative.objects.filter(pk__in=lately).exclude(said__has_key="stopped").prefetch_related("answers")
    found = [one for one in map(news_of, mine) if one and one.at > since]
    yield from sorted(found, key=lambda one: one.at, reverse=True)


def news_of(initiative: Initiative) -> News | None:
    """The last answer that changed anything."""
    answers = sorted(initiative.answers.all(), key=lambda one: (one.at, one.id))
    turns = [one for before, one in zip([None, *answers], answers, strict=False) if not before or before.yes != one.yes]
    if not turns:
        return None
    last = turns[-1]
    return News(initiative, "yes" if last.yes else "off" if len(turns) > 1 else "no", last.why, last.at)


def tell(news: News, *, at: datetime) -> Envelope | None:
    """Mails the answer to who has no account and gave an address, unless that wants no mail.

    Acts as the office 'reminders', which itself reads neither the initiative nor its answers.
    """
    initiative = news.initiative
    address = initiative.said.get("email", "").strip().lower()
    if initiative.by_id or not is_mail(address) or stopped(hash_of_address(address)):
        return None
    said = {
        "what": news.what,
        "why": news.why,
        "place": initiative.neighbourhood.name,
        "sent": initiative.at.isoformat(),
        "name": str(initiative) if news.what == "yes" else "",
        "listing": str(key_of(initiative, table="service")) if news.what == "yes" else "",
    }
    return hand_over(mail=DoorMail("answer", address, settings.LANGUAGE_CODE, said), at=at, lives=WAITS)
