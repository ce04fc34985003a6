"""The invitation to talk again, for Today and for its page."""

from functools import partial

from nabij.insight.fading import Invitation, invitation
from nabij.memory.standing_in import away_of
from nabij.web.me import Me


def invited(me: Me) -> Invitation | None:
    return invitation(by=me.person, at=me.at, away=partial(away_of, until=me.today))
