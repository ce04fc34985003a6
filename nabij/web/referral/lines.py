"""A referral as pieces for the screen: a calm row of sentences, what one may say next, and lines for lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.bridge.lifecycle import GOING, Outcome, Reason, State
from nabij.bridge.referral_reading import Whole
from nabij.bridge.referrals import Onward, Receiver, Referral, ReferralStep
from nabij.web.days import full_stop, say_date, say_day
from nabij.web.referral.forms import StepForm

# What one says, on the button that opens it.
SAYS: dict[str, Any] = {
    State.REQUESTED: gettext_lazy("Ja, stuur het zo"),
    State.ACCEPTED: gettext_lazy("Ik pak dit op"),
    State.IN_PROGRESS: gettext_lazy("Het loopt"),
    State.ON_HOLD: gettext_lazy("Het moet even wachten"),
    State.COMPLETED: gettext_lazy("Het is klaar"),
    State.REJECTED: gettext_lazy("Dit kan ik niet doen"),
    State.FAILED: gettext_lazy("Het is niet gelukt"),
    State.CANCELLED: gettext_lazy("Het hoeft niet meer"),
    State.IN_ERROR: gettext_lazy("Dit was een vergissing"),
}
# How it stands, in a few words beside a line.
STANDS: dict[str, Any] = {
    State.DRAFT: gettext_lazy("Ligt eerst voor bij om wie het gaat."),
    State.REQUESTED: gettext_lazy("Nog geen antwoord."),
    State.ACCEPTED: gettext_lazy("Opgepakt."),
    State.IN_PROGRESS: gettext_lazy("Het loopt."),
    State.ON_HOLD: gettext_lazy("Het wacht."),
    State.COMPLETED: gettext_lazy("Klaar."),
    State.REJECTED: gettext_lazy("Dat kon daar niet."),
    State.FAILED: gettext_lazy("Niet gelukt."),
    State.CANCELLED: gettext_lazy("Het hoefde niet meer."),
    State.IN_ERROR: gettext_lazy("Een vergissing."),
}
HAPPENED: dict[str, Any] = {
    State.DRAFT: gettext_lazy("%(name)s legde dit eerst voor aan %(about)s."),
    State.REQUESTED: gettext_lazy("%(name)s vroeg het aan %(to)s."),
    State.ACCEPTED: gettext_lazy("%(name)s pakt dit op."),
    State.IN_PROGRESS: gettext_lazy("%(name)s is ermee bezig."),
    State.ON_HOLD: gettext_lazy("%(name)s laat het even wachten."),
    State.COMPLETED: gettext_lazy("%(name)s zegt: het is klaar."),
    State.REJECTED: gettext_lazy("%(name)s kan dit niet doen."),
    State.FAILED: gettext_lazy("%(name)s zegt: het is niet gelukt."),
    State.CANCELLED: gettext_lazy("%(name)s zegt: het hoeft niet meer."),
    State.IN_ERROR: gettext_lazy("%(name)s zegt: dit was een vergissing."),
}


@dataclass(frozen=True)
class StepLine:
    """One sentence of what happened, with what was said and when."""

    words: str
    said: str
    when: str
    mark: str = ""  # That it comes from further along.


@dataclass(frozen=True)
class Row:
    """One referral in a list."""

    what: str
    url: str
    note: str
    waits: bool = False


@dataclass(frozen=True)
class Next:
    """One thing that may be said now, with its form."""

    state: str
    label: str
    form: StepForm
    weight: str
    opened: bool


def timeline(whole: Whole, *, now: datetime) -> list[StepLine]:
    """All that happened, the oldest first: here, and further along with the minimum."""
    found = [(one.at, step_line(one, whole=whole, now=now)) for one in shown(whole.steps)]
    found += [(one.at, asked_too(one, now=now)) for one in whole.receivers if one.via != Receiver.Via.SENT]
    found += [(one.at, further(one, now=now)) for one in whole.onward]
    return [line for _at, line in sorted(found, key=lambda one: one[0])]


def shown(steps: list[ReferralStep]) -> Iterable[ReferralStep]:
    """What was written and sent at once is one thing that happened."""
    at_once = len(steps) > 1 and steps[1].state == State.REQUESTED and steps[1].who_id == steps[0].who_id
    return steps[1:] if at_once else steps


def step_line(one: ReferralStep, *, whole: Whole, now: datetime) -> StepLine:
    it = whole.referral
    sent_by_yes = one.state == State.REQUESTED and one.who_id == it.about_id != it.by_id
    words = _("%(name)s zei ja. Toen ging het naar %(to)s.") if sent_by_yes else str(HAPPENED[one.state])
    said = words % {"name": one.who_name, "about": it.about_name, "to": it.to_name}
    return StepLine(said, " ".join(said_with(one, whole=whole)), say_day(one.at, now=now))


def said_with(one: ReferralStep, *, whole: Whole) -> Iterable[str]:
    if one.outcome:
        yield full_stop(opened(str(Outcome(one.outcome).label)))
    if one.code and one.code != Reason.OTHER:
        yield full_stop(opened(str(Reason(one.code).label)))
    if one.reason:
        yield full_stop(one.reason)
    if one.alternative:
        yield _("Wat wel kan: %(who)s") % {"who": full_stop(one.alternative)}
    if one.hears_by and one.state in GOING and one is whole.steps[-1]:
        yield _("Uiterlijk %(day)s komt er meer.") % {"day": say_date(one.hears_by)}


def opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def asked_too(one: Receiver, *, now: datetime) -> StepLine:
    said = _("Er kwam geen antwoord. Toen is ook %(name)s gevraagd.") % {"name": one.name}
    return StepLine(said, "", say_day(one.at, now=now))


def further(one: Onward, *, now: datetime) -> StepLine:
    """How it stands further along, and not in which words."""
    if one.state == State.REQUESTED:
        words = _("Het is verder gevraagd aan %(name)s.") % {"name": one.to_name}
    else:
        words = f"{one.to_name}: {STANDS[one.state]}"
    said = full_stop(opened(str(Outcome(one.outcome).label))) if one.outcome else ""
    return StepLine(words, said, say_day(one.at, now=now), mark=_("verderop"))


def nexts(whole: Whole, *, tried: StepForm | None = None) -> list[Next]:
    """What this reader may say, the nearest first; what was tried stands open with what is wrong."""
    order = [one for one in SAYS if one in whole.next]
    return [
        Next(
            state=state,
            label=str(SAYS[state]),
            form=tried if tried and tried.state == state else StepForm(state=state),
            weight=weight(state, first=order[0]),
            opened=bool(tried and tried.state == state),
        )
        for state in order
    ]


def weight(state: str, *, first: str) -> str:
    """What takes it back is never the green button."""
    if state in (State.CANCELLED, State.IN_ERROR):
        return "subtle" if state == State.IN_ERROR else "secondary"
    return "primary" if state == first else "secondary"


def row(one: Any, *, who: UUID, waits: bool = False) -> Row:
    """What was asked, of whom or by whom, and how it stands."""
    if one.by_id == who:
        side = _("Aan %(to)s, over %(about)s.") % {"to": one.to_name, "about": one.about_name}
    elif one.about_id == who:
        side = _("%(name)s vroeg het aan %(to)s.") % {"name": one.by_name, "to": one.to_name}
    else:
        side = _("%(name)s vroeg dit, over %(about)s.") % {"name": one.by_name, "about": one.about_name}
    day = _("Antwoord uiterlijk %(day)s.") % {"day": say_date(one.hears_by)} if one.hears_by else ""
    return Row(one.what, reverse("referral", args=[one.id]), f"{side} {STANDS[one.state]} {day}".strip(), waits)


def asks(one: Referral) -> str:
    """Who asks, in which hat: the same for whoever asks."""
    return f"{one.by_name}, {one.role}" if one.role else one.by_name
