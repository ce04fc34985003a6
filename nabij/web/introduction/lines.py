"""How introductions are said in a line."""

from datetime import datetime
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from nabij.bridge.introduction_reading import Seen
from nabij.bridge.introductions import HowItWent, IntroductionAnswer, Meeting, Side
from nabij.web.days import opening, say_clock, say_date, say_day
from nabij.web.introduction.forms import FACES

Kind = IntroductionAnswer.Kind


def answers() -> tuple[tuple[str, str, str, str], ...]:
    return (
        (Kind.YES, _("Ja, dat lijkt me leuk"), _("Zegt de ander ook ja, dan horen jullie wie je bent"), "check"),
        (Kind.LATER, _("Later misschien"), _("We vragen het over vier weken nog eens"), "calendar"),
        (Kind.NO, _("Nee, liever niet"), _("Dat is goed. Je hoeft niet te zeggen waarom"), "cross"),
    )


def when_said(meeting: Meeting | None, *, now: datetime) -> str:
    """ "bij de koffie, De Kwelder, dinsdag 24 november, 10.00 uur"."""
    if meeting is None:
        return ""
    parts = [str(meeting.get_how_display())]
    if meeting.where:
        parts.append(meeting.where)
    if meeting.meets_at:
        here = localtime(meeting.meets_at)
        parts += [say_date(here.date()), say_clock(here)]
    return opening(", ".join(parts))


def answered(side: Side, *, now: datetime, me: UUID) -> str:
    """What one of the two answered, for whoever proposed it or passes it on; noted of the telephone is said."""
    newest = side.newest
    if newest is None:
        return _("Nog geen antwoord.")
    said = {Kind.YES: _("Zegt ja."), Kind.NO: _("Zegt nee."), Kind.LATER: _("Zegt: later.")}[Kind(newest.kind)]
    if newest.via == IntroductionAnswer.Via.PHONE:
        said += " " + (_("Aan de telefoon; jij schreef het op.") if newest.by_id == me else _("Aan de telefoon."))
    return f"{said} {opening(say_day(newest.at, now=now))}."


def went_said(went: HowItWent, there: Seen, *, me: UUID) -> tuple[str, str, str]:
    """Who says it, what, and the line beside it."""
    names = {one.person_id: one.person.first_name for one in there.sides}
    who = _("Jij") if went.person_id == me else names.get(went.person_id, "")
    said = [_("Jullie zagen of spraken elkaar.") if went.met else _("Het is er niet van gekomen.")]
    if went.person_id != me:
        said = [_("Ze zagen of spraken elkaar.") if went.met else _("Het is er niet van gekomen.")]
    if went.face:
        said.append(_("Hoe het was: %(how)s.") % {"how": dict(FACES)[str(went.face)]})
    if went.contact is not None:
        said.append(_("Er is nu zelf contact.") if went.contact else _("Er is nu geen contact."))
    return who, " ".join(said), went.line
