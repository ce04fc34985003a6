"""Builds the example neighbourhood: the ground first, then everything that happened on it, in one transaction."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from nabij.demo import (
    agreeing,
    cast,
    choosing,
    closing,
    danger,
    entering,
    handholds,
    helping,
    introducing,
    lately,
    lessons,
    maps,
    offering,
    partnering,
    promising,
    referring,
    weighing,
)
from nabij.demo.ground import lay
from nabij.demo.keeping import keep
from nabij.demo.letters import chosen_by_one, sent_in_their_time
from nabij.demo.replay import Replay
from nabij.directory.load import Progress
from nabij.people.models import Account
from nabij.trust.acting import acting_as, office


class SomebodyLivesHere(RuntimeError):
    """The example neighbourhood is never built among real people."""

    def __init__(self) -> None:
        super().__init__(_("Hier wonen al mensen. De voorbeeldbuurt hoort in een lege database."))


def build(*, at: dt.datetime, progress: Progress | None = None) -> bool:
    """Builds it as it stands at this moment; False when it stood there already.

    progress: called with what is being done, how much of it is done, and of how much (0 when nobody knows yet).
    Either everything stands afterwards, or nothing.
    """
    if stands():
        return False
    with transaction.atomic():
        ground = lay(at=at, progress=progress or _silent)
        keep(ground)
        told = (
            promising,
            danger,
            helping,
            lessons,
            maps,
            handholds,
            closing,
            offering,
            lately,
            agreeing,
            entering,
            referring,
            introducing,
            partnering,
            choosing,
            weighing,
        )
        Replay(ground, more=[one.happenings for one in told]).run(progress=progress or _silent)
        sent_in_their_time(at=at)
        chosen_by_one(at=at)
    return True


def stands() -> bool:
    """Whether the example neighbourhood is there; refuses when other people are."""
    with acting_as(office("beheer")):
        first = cast.the_twenty()[0]
        if Account.objects.filter(email=first.mail).exists():
            return True
        if Account.objects.exists():
            raise SomebodyLivesHere
    return False


def _silent(what: str, done: int, total: int) -> None:
    """Nobody watches."""
