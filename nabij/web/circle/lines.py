"""A circle as pieces for the screen. Asks the database nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.stories.circles import Inside, Seat
from nabij.trust.models import Invitation, Membership
from nabij.web.days import say_date
from nabij.web.faces import Face
from nabij.web.story.choosing import name_of
from nabij.web.story.lines import face_of


@dataclass(frozen=True)
class Row:
    """Somebody who reads here: their face, what stands beside it, and what I may do about it."""

    it: Membership
    face: Face
    said: tuple[str, ...]
    is_me: bool
    may_leave: bool
    may_end: bool
    may_open: bool
    may_log_in: bool


@dataclass(frozen=True)
class Tab:
    """A circle of the same story, to go to."""

    id: str
    name: str
    here: bool


def tabs(seen: Inside) -> list[Tab]:
    return [Tab(str(one.id), name_of(one, seen.story), one.id == seen.circle.id) for one in seen.circles]


def row(seat: Seat, *, seen: Inside, me: Person) -> Row:
    it, mine = seat.it, seen.seat_of(me)
    resident = me in seen.residents
    is_me = it.person_id == me.id
    return Row(
        it=it,
        face=face_of(it.person, hat=it.hat, about=[it.person_id] if it.as_resident else []),
        said=tuple(sentences(seat)),
        is_me=is_me,
        may_leave=is_me and not it.as_resident,
        may_end=resident and not it.as_resident and not is_me,
        may_open=not is_me and mine is not None and further(mine.reads_from, seat.reads_from),
        may_log_in=not seat.logs_in and it.person.made_by_id == me.id,
    )


def further(mine: datetime | None, theirs: datetime | None) -> bool:
    """Whether I read further back than they do."""
    return theirs is not None and (mine is None or mine < theirs)


def sentences(seat: Seat) -> list[str]:
    """Since when and through whom, from when they read, until when, and whether they can log in."""
    it, said = seat.it, {"since": say_date(seat.it.since), "name": seat.it.let_in_by.first_name}
    through = it.let_in_by_id != it.person_id
    found = [_("Sinds %(since)s, via %(name)s.") % said if through else _("Sinds %(since)s.") % said]
    if seat.reads_from:
        found.append(_("Leest vanaf %(day)s.") % {"day": say_date(seat.reads_from)})
    for one in it.openings.all():
        opened = _("%(name)s opende wat er eerder stond, %(day)s.")
        found.append(opened % {"name": one.by.first_name, "day": say_date(one.at)})
    if it.until:
        found.append(_("Tot en met %(day)s.") % {"day": last_day(it.until)})
    if not seat.logs_in:
        found.append(_("Kan nog niet inloggen."))
    return found


def last_day(until: datetime) -> str:
    """The day that is still theirs: what ends at midnight ends with the day before."""
    return say_date(until - timedelta(seconds=1))


def former(it: Membership) -> tuple[Face, str]:
    ended = _("Van %(since)s tot %(until)s.") % {
        "since": say_date(it.since),
        "until": say_date(it.until) if it.until else "",
    }
    return face_of(it.person, hat=it.hat), ended


@dataclass(frozen=True)
class Waiting:
    """An open invitation: for whom, by whom, until when, and whether I may take it back."""

    it: Invitation
    name: str
    said: str
    mine: bool
    may_withdraw: bool


def waiting(it: Invitation, *, seen: Inside, me: Person) -> Waiting:
    said = {"day": say_date(it.at), "name": it.by.first_name, "end": say_date(it.expires)}
    spot = it.code_hash is not None
    asked = (
        _("Een code op het scherm van %(name)s.") if spot else _("Gevraagd door %(name)s, %(day)s. Open tot %(end)s.")
    )
    mine = it.by_id == me.id
    return Waiting(it, it.name or _("Wie de code scant"), asked % said, mine and spot, mine or me in seen.residents)
