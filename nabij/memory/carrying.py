"""What somebody carries: every kind of it in one list, to which a room adds its own.

Each thing is still theirs, asked of somebody, or taken over; nothing of it goes off by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise as Lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.memory import bridge_carried
from nabij.memory.carried import Carried, State
from nabij.memory.models import Handover
from nabij.moments.models import FollowUp
from nabij.people.models import Duty, Person
from nabij.stories.concerns import Concern
from nabij.stories.models import Promise
from nabij.stories.reading import stories_in
from nabij.stories.seals import SealKeeper
from nabij.trust.models import Circle, Invitation, Membership, Request

__all__ = ["CARRIES", "Carried", "Carries", "State", "carried"]


@dataclass(frozen=True)
class Carries:
    """One kind of what can be carried, and how it is found."""

    kind: str
    title: str | Lazy
    find: Callable[[Person, datetime], list[Carried]]


def stories(by: Person, at: datetime) -> list[Carried]:
    """The stories of others that one reads as a whole; taken when the resident said yes and the other too."""
    seats = Membership.objects.current().filter(person=by, as_resident=False, parent_of__isnull=True)
    circles = set(seats.filter(circle__story__isnull=False).values_list("circle", flat=True))
    proposed = Handover.objects.filter(person=by, circle__in=circles).order_by("at")
    newest = {one.circle_id: one for one in proposed}
    answers = _answers(list(newest.values()), by=by, at=at)
    found = []
    for circle, (story, _name) in stories_in(circles).items():
        handover = newest.get(circle)
        state, note = answers[handover.id] if handover else (State.MINE, "")
        found.append(Carried("story", story.id, str(story), state, note, circle, handover))
    return sorted(found, key=lambda one: one.words)


def _answers(handovers: list[Handover], *, by: Person, at: datetime) -> dict[UUID, tuple[State, str]]:
    circles, keys = {one.circle_id for one in handovers}, {one.id for one in handovers}
    seats = Membership.objects.current().filter(circle__in=circles).order_by("since")
    since = {(one.circle_id, one.person_id): one.since for one in seats}
    asked = Promise.objects.as_it_stands().filter(instead_of__in=keys).exclude(who=by)
    said = {one.instead_of: one.state for one in asked.order_by("asked_at")}
    sent = Invitation.objects.filter(circle__in=circles, by=by).select_related("end").order_by("at")
    letters = {(one.circle_id, one.person_id): one for one in sent}
    stands = {}
    for one in handovers:
        letter = letters.get((one.circle_id, one.to_id))
        waits = letter and not hasattr(letter, "end") and letter.expires > at
        refused = letter and not waits and one.answered_at and letter.at >= one.answered_at
        came = since.get((one.circle_id, one.to_id))
        accepted = came and (said.get(one.id) == "accepted" or (one.answered_at and came >= one.answered_at))
        no = bool(refused) or said.get(one.id, "asked") not in ("asked", "other_day")
        stands[one.id] = _stands(one, taken=bool(accepted), waits=bool(waits) or one.id in said, no=no)
    return stands


def _stands(one: Handover, *, taken: bool, waits: bool, no: bool) -> tuple[State, str]:
    """How far one handover is: first the resident answers, then whoever is asked."""
    names = {"name": one.other}
    if not one.past:
        return State.ASKED, _("Gevraagd of %(name)s het mag overnemen. Er is nog geen antwoord.") % names
    if one.past == Handover.Past.NO:
        return State.MINE, _("Liever iemand anders dan %(name)s.") % names
    if taken:
        return State.TAKEN, _("%(name)s neemt het over.") % names
    if no:
        return State.MINE, _("%(name)s kan het niet overnemen.") % names
    if waits:
        return State.ASKED, _("Gevraagd aan %(name)s. Er is nog geen antwoord.") % names
    return State.MINE, _("Het mag. Vraag het nu aan %(name)s.") % names


def instead(keys: set[UUID]) -> dict[UUID, tuple[State, str]]:
    """Of things that were asked of somebody else as a promise: how that stands."""
    asked = Promise.objects.at_hand().filter(instead_of__in=keys).order_by("asked_at")
    found: dict[UUID, tuple[State, str]] = {}
    for one in asked:
        names = {"name": one.who.first_name}
        if one.state in ("asked", "other_day"):
            found[one.instead_of or one.id] = (State.ASKED, _("Gevraagd aan %(name)s.") % names)
        elif one.state == "accepted":
            found[one.instead_of or one.id] = (State.TAKEN, _("%(name)s neemt het over.") % names)
        else:
            found.pop(one.instead_of or one.id, None)
    return found


def promises(by: Person, at: datetime) -> list[Carried]:
    """What one promised, once or always; what another took over is no longer among it."""
    mine = list(Promise.objects.of(by.id))
    asked = instead({one.id for one in mine})
    return [
        Carried("promise", one.id, one.what, *asked.get(one.id, (State.MINE, "")), circle=one.circle_id, it=one)
        for one in mine
    ]


def come_backs(by: Person, at: datetime) -> list[Carried]:
    """What one wanted to come back to; what only oneself reads can be done or dropped, and not given."""
    mine = list(FollowUp.objects.open_for(by.id, until=date.max))
    asked = instead({one.id for one in mine})
    alone = set(Circle.objects.filter(kind=Circle.Kind.OWN, made_by=by).values_list("id", flat=True))
    found = []
    for one in mine:
        state, note = asked.get(one.id, (State.MINE, _("Dit lees alleen jij.") if one.circle_id in alone else ""))
        circle = None if one.circle_id in alone else one.circle_id
        found.append(Carried("come_back", one.id, one.action, state, note, circle, one))
    return found


def seals(by: Person, at: datetime) -> list[Carried]:
    """Sealed notes that one keeps; they go to nobody by themselves."""
    kept = SealKeeper.objects.filter(person=by, until__isnull=True).select_related("note").order_by("at")
    return [Carried("seal", one.note_id, _("Besloten notitie"), note=_("Vraag er een ander bij.")) for one in kept]


def concerns(by: Person, at: datetime) -> list[Carried]:
    """Worries that others shared with one, without an answer to the end."""
    return [
        Carried("concern", one.id, _("%(name)s deelde een zorg met je") % {"name": one.by_name})
        for one in Concern.objects.open().for_me(by.id)
        if one.to_id == by.id
    ]


def requests(by: Person, at: datetime) -> list[Carried]:
    """What others asked about their own data."""
    found = Request.objects.to_answer(by.id)
    said = _("%(name)s vraagt iets over eigen gegevens")
    return [Carried("request", one.id, said % {"name": one.person_name}) for one in found]


def duties(by: Person, at: datetime) -> list[Carried]:
    """Duty that is still to come: administration gives it to another."""
    found = Duty.objects.filter(hat__person=by, ends__gt=at).select_related("neighbourhood").order_by("starts")
    said = _("Dienst op %(day)s, %(place)s")
    note = _("Vraag beheer om een ander.")
    days = [(one, {"day": date_format(localdate(one.starts), "j F Y"), "place": one.neighbourhood}) for one in found]
    return [Carried("duty", one.id, said % day, note=note) for one, day in days]


# A room whose things somebody can carry adds a line here: nothing of it is then left without an owner.
CARRIES: tuple[Carries, ...] = (
    Carries("story", gettext_lazy("Verhalen"), stories),
    Carries("promise", gettext_lazy("Wat je hebt beloofd"), promises),
    Carries("come_back", gettext_lazy("Waar je op terug wilde komen"), come_backs),
    Carries("seal", gettext_lazy("Besloten notities"), seals),
    Carries("concern", gettext_lazy("Zorgen die met je zijn gedeeld"), concerns),
    Carries("request", gettext_lazy("Vragen over eigen gegevens"), requests),
    Carries("ask", gettext_lazy("Vragen voor een ander"), bridge_carried.asks),
    Carries("minded", gettext_lazy("Aanbod van wie geen account heeft"), bridge_carried.minded),
    Carries("referral", gettext_lazy("Doorverwijzingen aan jou"), bridge_carried.referrals),
    Carries("introduction", gettext_lazy("Kennismakingen die jij voorstelde"), bridge_carried.introductions),
    Carries("party", gettext_lazy("Handtekeningen onder een buurtafspraak"), bridge_carried.signatures),
    Carries("duty", gettext_lazy("Diensten"), duties),
)


def carried(*, by: Person, at: datetime) -> list[tuple[Carries, list[Carried]]]:
    """Everything somebody carries, kind by kind; kinds of which there is nothing are left out."""
    found = [(kind, kind.find(by, at)) for kind in CARRIES]
    return [(kind, items) for kind, items in found if items]
