"""The life of a referral, in one table: from which state to which, and who says so.

The database holds it too: `may_step` of `referral_words.py` is made of this table.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How a referral stands ("toestand"); it begins as a draft."""

    DRAFT = "draft", _("concept")
    REQUESTED = "requested", _("aangevraagd")
    ACCEPTED = "accepted", _("aangenomen")
    REJECTED = "rejected", _("geweigerd")
    IN_PROGRESS = "in-progress", _("loopt")
    ON_HOLD = "on-hold", _("wacht")
    COMPLETED = "completed", _("afgerond")
    FAILED = "failed", _("niet gelukt")
    CANCELLED = "cancelled", _("ingetrokken")
    IN_ERROR = "entered-in-error", _("foutief")


class Side(models.TextChoices):
    """On which side of a referral somebody stands ("kant")."""

    SENDER = "sender", _("wie vroeg")
    RECEIVER = "receiver", _("wie gevraagd is")
    RESIDENT = "resident", _("om wie het gaat")


BEGINNING = ""
LIFE: dict[str, tuple[str, ...]] = {
    BEGINNING: (State.DRAFT,),
    State.DRAFT: (State.REQUESTED, State.CANCELLED, State.IN_ERROR),
    State.REQUESTED: (State.ACCEPTED, State.REJECTED, State.CANCELLED, State.IN_ERROR),
    State.ACCEPTED: (
        State.IN_PROGRESS, State.ON_HOLD, State.COMPLETED, State.FAILED, State.CANCELLED, State.IN_ERROR,
    ),
    State.IN_PROGRESS: (State.ON_HOLD, State.COMPLETED, State.FAILED, State.CANCELLED, State.IN_ERROR),
    State.ON_HOLD: (State.ACCEPTED, State.IN_PROGRESS, State.FAILED, State.CANCELLED, State.IN_ERROR),
    State.REJECTED: (State.IN_ERROR,),
    State.COMPLETED: (State.IN_ERROR,),
    State.FAILED: (State.IN_ERROR,),
    State.CANCELLED: (State.IN_ERROR,),
    State.IN_ERROR: (),
}  # fmt: skip
# Who says so. What was laid before the resident first, goes by their yes.
SAYS: dict[str, tuple[Side, ...]] = {
    State.DRAFT: (Side.SENDER,),
    State.REQUESTED: (Side.SENDER, Side.RESIDENT),
    State.ACCEPTED: (Side.RECEIVER,),
    State.REJECTED: (Side.RECEIVER,),
    State.IN_PROGRESS: (Side.RECEIVER,),
    State.ON_HOLD: (Side.RECEIVER,),
    State.COMPLETED: (Side.RECEIVER,),
    State.FAILED: (Side.RECEIVER,),
    State.CANCELLED: (Side.SENDER, Side.RESIDENT),
    State.IN_ERROR: (Side.SENDER,),
}
CLOSED = (State.REJECTED, State.COMPLETED, State.FAILED, State.CANCELLED, State.IN_ERROR)
GOING = (State.REQUESTED, State.ACCEPTED, State.IN_PROGRESS, State.ON_HOLD)  # Somebody hears something by a day.
WITH_WHY = (State.REJECTED, State.CANCELLED, State.ON_HOLD, State.FAILED)


class Reason(models.TextChoices):
    """Why it was refused, waits or did not succeed ("reden"); words stand beside it."""

    FULL = "geen-plek", _("er is nu geen plek")
    NOT_OURS = "past-niet", _("het past niet bij ons")
    NOT_REACHED = "niet-bereikt", _("we bereikten diegene niet")
    NOT_WANTED = "wil-niet-meer", _("diegene wil het niet meer")
    ONWARD = "doorverwezen", _("een ander is gevraagd")
    OTHER = "anders", _("iets anders")


class Outcome(models.TextChoices):
    """What it brought whom it is about ("uitkomst")."""

    HELPED = "hulp-gekregen", _("er is hulp gekomen")
    PARTLY = "deels", _("voor een deel")
    NOTHING = "geen-hulp", _("er kwam geen hulp")


def is_allowed(was: str, *, then: str) -> bool:
    return then in LIFE.get(was, ())


def sides_of(state: str) -> tuple[Side, ...]:
    return SAYS[state]


def choices(was: str, *, sides: set[Side]) -> tuple[State, ...]:
    """What somebody on these sides may say next."""
    return tuple(State(then) for then in LIFE[was] if sides & set(SAYS[then]))


def as_rows() -> str:
    """The table as rows of SQL: from, to, and whether each side says so."""
    rows = [
        f"('{was}', '{then}', {', '.join(str(side in SAYS[then]).lower() for side in Side)})"
        for was, next_ones in LIFE.items()
        for then in next_ones
    ]
    return ", ".join(rows)
