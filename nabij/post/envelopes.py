"""Mails of the door: a code, or that something changed about how somebody logs in.

They wait in an envelope that only the installation's secret opens, until the worker has sent them: then it is gone.
So a slow mail server keeps nobody waiting, and no code is to be read in the database or in the jobs.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from django.db import models, transaction
from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

from nabij.base.box import InvalidToken, box
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy

FOR = "nabij.post.envelope"
A_CODE_LIVES = timedelta(minutes=10)
A_CHANGE_LIVES = timedelta(days=2)


class Envelope(Noun):
    """A mail of the door on its way out, closed until it is sent and then gone ("envelop")."""

    privacy = Privacy(keep=Keep.SHORT, plain="id expires", sensitive="closed", since="expires")

    closed = models.BinaryField()
    expires = models.DateTimeField(db_index=True)


class Torn(ValueError):
    """An envelope of another secret, or one that somebody changed, is not sent."""


@dataclass(frozen=True)
class DoorMail:
    """What is in it: which mail, to which address, in which language, and the words that belong to this one."""

    kind: str
    to: str
    language: str
    said: dict[str, str] = field(default_factory=dict)


def hand_over(*, mail: DoorMail, at: datetime, lives: timedelta) -> Envelope:
    """Closes an envelope; the worker sends it after this transaction, or never when it is rolled back."""
    return hand_over_all(mails=[mail], at=at, lives=lives)[0]


@transaction.atomic
def hand_over_all(*, mails: Iterable[DoorMail], at: datetime, lives: timedelta) -> list[Envelope]:
    """An envelope for each, in two questions to the database; nothing when there are none."""
    closed = [box(FOR).encrypt(json.dumps(asdict(mail)).encode()) for mail in mails]
    envelopes = Envelope.objects.bulk_create(Envelope(closed=one, expires=at + lives) for one in closed)
    if envelopes:
        jobs: list[JSONDict] = [{"envelope": str(one.id)} for one in envelopes]
        app.configure_task("send_envelope").batch_defer(*jobs)
    return envelopes


def tell_changed(*, to: str, language: str, what: str, at: datetime, **said: str) -> Envelope:
    """Tells somebody that the way they log in has changed, so that they hear it when it was somebody else."""
    mail = DoorMail("changed", to, language, said | {"what": what, "at": at.isoformat()})
    return hand_over(mail=mail, at=at, lives=A_CHANGE_LIVES)


def opened(envelope: Envelope) -> DoorMail:
    try:
        return DoorMail(**json.loads(box(FOR).decrypt(bytes(envelope.closed))))
    except InvalidToken as problem:
        raise Torn from problem
