"""Forgetting: what is only about somebody goes, in other people's stories their name becomes "iemand".

It acts as the office `rights`, whose rules open nothing without a granted request to erase: a mistake here deletes
nothing that nobody asked for. What the law keeps stays, and the proof says which and why.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.memory.masking import Names
from nabij.memory.parts import PARTS
from nabij.moments.models import FollowUp, Moment, Saying, Tie
from nabij.people.models import (
    Account,
    Hat,
    HouseholdMember,
    Person,
    ReachableHours,
    Strength,
    WayToReach,
)
from nabij.post.models import Letter
from nabij.stories.models import OwnWords, Promise, Story
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Acquaintance, Circle, Correction, Erasure, Limit, Membership, Noted, Objection, Request
from nabij.trust.requesting import months_later
from nabij.trust.verbs import leave_trace

CONSENT = "toestemming"  # How a purpose begins whose ground is consent: that keeps nothing against somebody's will.
ONE_BY_ONE: dict[str, type[Model]] = {one._meta.label_lower: one for one in (Moment, Tie, Saying, OwnWords, Promise)}


class NotGranted(ValueError):
    """Nothing is erased before that was granted, and nothing twice."""

    def __init__(self) -> None:
        super().__init__(_("Wissen kan pas als het verzoek is toegestaan, en één keer."))


@dataclass
class Plan:
    """What will go, and what stays and why; each as how many of what."""

    goes: list[tuple[str, QuerySet[Any]]] = field(default_factory=list)
    stays: list[dict[str, Any]] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        found = {kind: rows.count() for kind, rows in self.goes}
        return {kind: count for kind, count in found.items() if count}


def what_would_go(request: Request, *, at: datetime) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """How many of what would go, and what stays and why; without any content."""
    with acting_as(office("rights"), purpose="verzoeken"):
        plan = plan_for(request, at=at)
        return plan.counts(), plan.stays


def forget(*, request: Request, by: Person, at: datetime) -> Erasure:
    """Erases what a granted request asks, and leaves the proof."""
    if not request.can_erase or request.answerer_id != by.id:
        raise NotGranted
    with acting_as(office("rights"), purpose="verzoeken"):
        plan = plan_for(request, at=at)
        counts = plan.counts()
        for _kind, rows in plan.goes:
            rows.delete()
        if request.about_everything:
            become_somebody(request.person_id, at=at, named=any(one.get("until") for one in plan.stays))
        proof = Erasure.objects.create(request=request, counts=counts, stays=plan.stays, by=by, at=at)
        leave_trace(by=by, hat=None, what="erase", thing=request, circle=None, at=at)
    return proof


def plan_for(request: Request, *, at: datetime) -> Plan:
    """What a request would take; read as the office `rights`, which sees nothing else."""
    return everything_of(request.person_id, at=at) if request.about_everything else one_thing(request, at=at)


def one_thing(request: Request, *, at: datetime) -> Plan:
    """One row, with what stands beside it."""
    model = ONE_BY_ONE.get(request.about_kind)
    if model is None or request.about_id is None:
        return Plan()
    rows = model._default_manager.filter(id=request.about_id)
    held = held_back(Moment.objects.filter(id=request.about_id), at=at) if model is Moment else []
    if held:
        held[0].pop("keys")
        return Plan(stays=held)
    beside = Correction.objects.filter(about_id=request.about_id)
    return Plan(goes=[("rechtzettingen", beside), (key_of(model), rows)])


def everything_of(person: UUID, *, at: datetime) -> Plan:
    """Everything that is only about this person; the circles of their stories go as a whole, unless something stays."""
    circles = erased_circles()
    moments = Moment.objects.filter(circle__in=circles)
    stays = held_back(moments, at=at)
    held = [key for one in stays for key in one.pop("keys")] if stays else []
    inside = Q(circle__in=circles)
    letters = Letter.objects.filter(Q(reader=person) | Q(circle_key__in=circles))
    plan = Plan(stays=[*stays, *logs_stay()])
    plan.goes = [
        ("rechtzettingen", Correction.objects.filter(inside | Q(person=person))),
        ("terugkomen", FollowUp.objects.filter(Q(person=person) | inside).exclude(moment__in=held)),
        ("momenten", moments.exclude(id__in=held)),
        ("banden", Tie.objects.filter(inside | Q(owner=person))),
        ("gezegd", Saying.objects.filter(inside | Q(about=person) | Q(owner=person))),
        ("eigen-woorden", OwnWords.objects.filter(inside | Q(person=person))),
        ("afspraken", Promise.objects.filter(inside)),
        ("brieven", letters),
        ("bezwaren", Objection.objects.filter(person=person)),
        ("kan", Strength.objects.filter(person=person)),
        ("uren", ReachableHours.objects.filter(person=person)),
        ("bereik", WayToReach.objects.filter(person=person)),
        ("huisgenoten", HouseholdMember.objects.filter(person=person)),
        ("bekenden", Acquaintance.objects.filter(Q(who=person) | Q(person=person))),
        ("genoteerd", Noted.objects.filter(inside | Q(person=person))),
        ("account", Account.objects.filter(person=person)),
    ]
    if not held:
        plan.goes += [
            ("beperkingen", Limit.objects.filter(inside)),
            ("verhalen", Story.objects.filter(inside)),
            ("kringen", Circle.objects.filter(id__in=circles)),
        ]
    return plan


def held_back(moments: "QuerySet[Moment]", *, at: datetime) -> list[dict[str, Any]]:
    """Notes whose purpose the law keeps longer: how many, why, on which ground and until when."""
    found: dict[str, dict[str, Any]] = {}
    for one in moments.filter(purpose__isnull=False).select_related("purpose").only("id", "happened_at", "purpose"):
        purpose = one.purpose
        until = months_later(localdate(one.happened_at), months=purpose.keep_months) if purpose else localdate(at)
        if not purpose or purpose.ground.lower().startswith(CONSENT) or until <= localdate(at):
            continue
        row = found.setdefault(
            purpose.key, {"kind": "momenten", "count": 0, "why": purpose.sentence, "ground": purpose.ground, "keys": []}
        )
        row["count"] += 1
        row["until"] = max(until.isoformat(), row.get("until", ""))
        row["keys"].append(str(one.id))
    return list(found.values())


def logs_stay() -> list[dict[str, Any]]:
    """The logs of reading and changing are kept five years, so that what happened can be looked into."""
    why = _("Wie keek en wat er veranderde blijft vijf jaar staan, zodat iemand het kan nagaan.")
    return [{"kind": "sporen", "count": None, "why": why, "ground": _("AVG artikel 17, lid 3, onder b")}]


def become_somebody(person: UUID, *, at: datetime, named: bool) -> None:
    """What cannot go, because other people's stories stand on it, loses the name.

    named: the name itself stays, because a note that the law keeps would be nobody's without it.
    """
    was = Person.objects.get(id=person)
    mask_lines(was)
    Membership.objects.filter(person=person, until__isnull=True).update(until=at)
    Hat.objects.filter(person=person, until__isnull=True).update(until=localdate(at), open=False, can="", cannot="")
    Request.objects.filter(person=person).update(words="", person_name=_("iemand"))
    called = {} if named else {"name": "", "known_as": _("iemand")}
    Person.objects.filter(id=person).update(
        **called,
        languages=[],
        community="",
        street="",
        latitude=None,
        longitude=None,
        go_between=None,
        stand_in=None,
        neighbourhood=None,
    )


def mask_lines(person: Person) -> None:
    """Takes the name out of the lines of other people's stories in which this person was."""
    names = Names(person=Person(name=""), known={}, noted=[person])
    others = Moment.objects.filter(presences__person=person).exclude(circle__in=erased_circles())
    for moment in others.only("id", "line", "findable"):
        line, findable = names.mask(moment.line, own=False), names.mask(moment.findable, own=False)
        if (line, findable) != (moment.line, moment.findable):
            Moment.objects.filter(id=moment.id).update(line=line, findable=findable)


def erased_circles() -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("select trust.erased_circles()")
        return list(cursor.fetchone()[0])


def key_of(model: type[Model]) -> str:
    return next(part.key for part in PARTS if part.model is model)
