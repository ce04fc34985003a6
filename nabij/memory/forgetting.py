"""Forgetting: what is only about somebody goes, in other people's stories their name becomes "iemand".

It acts as the office `rights`, whose rules open nothing without a granted request to erase: a mistake here deletes
nothing that nobody asked for. What the law keeps stays, and the proof says which and why.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.socialaccount.models import SocialAccount
from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.models import (
    Ask,
    LookRest,
    PartnerAnswer,
    Penholder,
    Receiver,
    Referral,
    ReferralStep,
    Remark,
    Thanks,
)
from nabij.memory.bridged import bridge_of, handed_on
from nabij.memory.introduced import introductions_of
from nabij.memory.models import Absence, Handover
from nabij.memory.on_the_map import leave_the_map, on_the_map_of
from nabij.memory.part import Rows
from nabij.memory.parts import PARTS
from nabij.memory.unnamed import take_name_out
from nabij.memory.weighed import raised_in, take_name_out_of_weighed, weighed_of
from nabij.moments.models import Attachment, FollowUp, Moment, Saying, Tie, TimeSpent
from nabij.people.families import Birth, Parent
from nabij.people.mandates import Administrator, Proof, Suspension, TakingOff
from nabij.people.models import (
    Account,
    Hat,
    HouseholdMember,
    Person,
    ReachableHours,
    Signpost,
    Strength,
    WayToReach,
)
from nabij.post.models import Letter
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.models import Closing, Draft, OwnWords, Promise, ReadyLine, Scan, SilenceAnswer, Story, StoryCircle
from nabij.stories.seals import SealedLine, SealedNote
from nabij.trust.acting import acting_as, office
from nabij.trust.models import (
    Acquaintance,
    Circle,
    Consent,
    Correction,
    Erasure,
    Hold,
    Invitation,
    Knock,
    Limit,
    Membership,
    Merge,
    Noted,
    Objection,
    Purpose,
    Request,
    TrustedThird,
)
from nabij.trust.purposes import Ground
from nabij.trust.requesting import months_later
from nabij.trust.verbs import leave_trace

# Neither somebody's own yes nor what residents want together keeps anything against somebody's will.
BY_LAW = {Ground.DUTY, Ground.WMO, Ground.JEUGDWET, Ground.PARTICIPATIEWET, Ground.WGS, Ground.PUBLIC_TASK}
MESSAGES = Q(kind=Letter.Kind.MESSAGE)
ERASABLE: tuple[type[Model], ...] = (Moment, Tie, Saying, OwnWords, Promise, Scan)
ONE_BY_ONE: dict[str, type[Model]] = {one._meta.label_lower: one for one in ERASABLE}


class NotGranted(ValueError):
    """Nothing is erased before that was granted, and nothing twice."""

    def __init__(self) -> None:
        super().__init__(_("Wissen kan pas als het verzoek is toegestaan, en één keer."))


class Held(NotGranted):
    """What must stay for a complaint or by law is not erased before that is over."""

    def __init__(self) -> None:
        ValueError.__init__(self, _("Dit moet nog bewaard blijven. Wissen kan als dat voorbij is."))


@dataclass
class Plan:
    """What will go, and what stays and why; each as how many of what."""

    goes: list[Rows] = field(default_factory=list)
    stays: list[dict[str, Any]] = field(default_factory=list)
    unseen: "list[QuerySet[Any]]" = field(default_factory=list)  # Goes first, without being counted.
    frames: frozenset[UUID] = frozenset()  # Stories that stay, without words or readers, under what is closed.

    def counts(self) -> dict[str, int]:
        """What nobody reads any more; the same whether or not something closed still stands, of which nobody learns."""
        found = Counter[str]()
        for kind, rows in self.goes:
            found[kind] += rows.count()
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
        if any(one["kind"] == "bewaard" for one in plan.stays):
            raise Held
        counts, named = plan.counts(), any(one.get("until") for one in plan.stays)
        if request.about_everything:  # Before what says where they were goes.
            person = Person.objects.get(id=request.person_id)
            take_name_out(person)
            leave_the_map(person, at=at)
            if not named:  # An emptied circle stands until its term is over.
                Circle.objects.filter(id__in=erased_circles()).update(name=_("iemand"))
        for rows in plan.unseen:
            take(rows)
        for _kind, rows in plan.goes:
            take(without_frames(rows, frames=plan.frames))
        if request.about_everything:
            become_somebody(request.person_id, at=at, named=named)
        proof = Erasure.objects.create(request=request, counts=counts, stays=plan.stays, by=by, at=at)
        leave_trace(by=by, hat=None, what="erase", thing=request, circle=None, at=at)
    return proof


def take(rows: "QuerySet[Any]") -> None:
    """Deletes; of some just the rows: Django would read all of what refers to them, words and closed tables too."""
    if rows.model in (Circle, SocialAccount, Concern, ConcernAnswer, Ask):
        rows._raw_delete(rows.db)
    else:
        rows.delete()


def without_frames(rows: "QuerySet[Any]", *, frames: frozenset[UUID]) -> "QuerySet[Any]":
    """A story on which something closed still stands keeps its own row, its circle and whom it is about: no reader."""
    circles = Story.objects.filter(id__in=frames).values("circle_id")
    kept = {
        Story: Q(id__in=frames),
        Circle: Q(id__in=circles),
        Membership: Q(circle__in=circles, as_resident=True),
    }
    return rows.exclude(kept[rows.model]) if frames and rows.model in kept else rows


def plan_for(request: Request, *, at: datetime) -> Plan:
    """What a request would take; read as the office `rights`, which sees nothing else."""
    return everything_of(request.person_id, at=at) if request.about_everything else one_thing(request, at=at)


def one_thing(request: Request, *, at: datetime) -> Plan:
    """One row, with what stands beside it."""
    model = ONE_BY_ONE.get(request.about_kind)
    if model is None or request.about_id is None:
        return Plan()
    rows = model._default_manager.filter(id=request.about_id)
    holds = holds_over(people=[request.person_id], circles=list(rows.values_list("circle_id", flat=True)), at=at)
    if holds:
        return Plan(stays=[as_stays(one) for one in holds])
    held = held_back(Moment.objects.filter(id=request.about_id), at=at) if model is Moment else []
    if held:
        held[0].pop("keys")
        return Plan(stays=held)
    beside = Correction.objects.filter(about_id=request.about_id)
    return Plan(goes=[("rechtzettingen", beside), (key_of(model), rows.only("id"))])


def everything_of(person: UUID, *, at: datetime) -> Plan:
    """Everything that is only about this person; the circles of their stories go as a whole, unless something stays."""
    circles = erased_circles()
    holds = holds_over(people=[person], circles=circles, at=at)
    if holds:
        return Plan(stays=[*(as_stays(one) for one in holds), *logs_stay()])
    moments = Moment.objects.filter(circle__in=circles)
    stays = held_back(moments, at=at)
    held = [key for one in stays for key in one.pop("keys")] if stays else []
    whole = [] if held else circles_as_a_whole(circles)
    goes = [*written_in(circles, person=person, held=held), *said_of(person, circles=circles), *whole]
    return Plan(
        goes=goes,
        stays=[*stays, *logs_stay()],
        unseen=[*closed_and_over(circles, person=person), answered_about(person)],
        frames=kept_stories(),
    )


def answered_about(person: UUID) -> "QuerySet[Any]":
    """What others answered about them to an invitation to talk: nobody's to count."""
    return PartnerAnswer.objects.filter(other=person).only("id")


def closed_and_over(circles: list[UUID], *, person: UUID) -> "list[QuerySet[Any]]":
    """Sealed notes that were opened or deleted, and concerns that were answered; the database hides what still stands.

    They are not counted: whoever answers may not keep one, and a number would say that there is something.
    """
    concerns = Concern.objects.filter(Q(story__circle__in=circles) | Q(by=person))
    ended = list(concerns.values_list("id", flat=True))
    return [
        SealedLine.objects.only("id"),
        SealedNote.objects.filter(circle__in=circles).only("id"),
        Concern.objects.filter(id__in=ended),
        ConcernAnswer.objects.filter(concern__in=ended),
    ]


def written_in(circles: list[UUID], *, person: UUID, held: list[str]) -> list[Rows]:
    """What stands in the stories of this person, and what they said or wanted elsewhere."""
    inside = Q(circle__in=circles)
    return [
        ("rechtzettingen", Correction.objects.filter(inside | Q(person=person))),
        ("terugkomen", FollowUp.objects.filter(Q(person=person) | inside).exclude(moment__in=held)),
        ("bijlagen", Attachment.objects.filter(inside).exclude(moment__in=held).only("id")),
        ("momenten", Moment.objects.filter(inside).exclude(id__in=held).only("id")),
        ("banden", Tie.objects.filter(inside | Q(owner=person) | Q(other=person)).only("id")),
        ("gezegd", Saying.objects.filter(inside | Q(about=person) | Q(owner=person)).only("id")),
        ("eigen-woorden", OwnWords.objects.filter(inside | Q(person=person)).only("id")),
        ("afspraken", Promise.objects.filter(inside)),
        ("geteld", Scan.objects.filter(inside)),
        ("toestemming", Consent.objects.filter(inside | Q(person=person)).only("id")),
        ("uitnodigingen", Invitation.objects.filter(inside | Q(person=person))),
        ("aangeklopt", Knock.objects.filter(person=person)),
    ]


def said_of(person: UUID, *, circles: list[UUID]) -> list[Rows]:
    """What is known of this person outside any story, and how they log in."""
    return [
        ("brieven", Letter.objects.filter(Q(reader=person) | Q(circle_key__in=circles) | MESSAGES & Q(writer=person))),
        ("bezwaren", Objection.objects.filter(person=person)),
        ("klad", Draft.objects.filter(person=person).only("id")),
        ("tijd", TimeSpent.objects.filter(person=person).only("id")),
        ("niet-nu", LookRest.objects.filter(Q(person=person) | Q(circle__in=circles)).only("id")),
        ("bijpraten", PartnerAnswer.objects.filter(person=person).only("id")),
        ("stilte", SilenceAnswer.objects.filter(Q(person=person) | Q(circle__in=circles)).only("id")),
        ("dank", Thanks.objects.filter(Q(by=person) | Q(to=person)).only("id")),
        ("overgenomen", handed_on(person)),
        ("doorverwijzingen", Referral.objects.filter(Q(about=person) | Q(by=person)).only("id")),
        ("afwezig", Absence.objects.filter(Q(person=person) | Q(stand_in=person))),
        ("overdracht", Handover.objects.filter(Q(person=person) | Q(to=person) | Q(circle__in=circles))),
        ("afspraak-opmerkingen", Remark.objects.filter(person=person).only("id")),
        ("afspraak-getekend", Penholder.objects.filter(person=person).only("id")),
        *on_the_map_of(person),
        *introductions_of(person),
        *bridge_of(person),
        *weighed_of(person),
        ("kan", Strength.objects.filter(person=person)),
        ("wegwijzer", Signpost.objects.filter(person=person)),
        ("uren", ReachableHours.objects.filter(person=person)),
        ("bereik", WayToReach.objects.filter(person=person)),
        ("huisgenoten", HouseholdMember.objects.filter(person=person)),
        ("geboren", Birth.objects.filter(person=person)),
        ("ouders", Parent.objects.filter(Q(child=person) | Q(parent=person))),
        ("bewijzen", Proof.objects.filter(hat__person=person)),
        ("stilgezet", Suspension.objects.filter(person=person)),
        ("bekenden", Acquaintance.objects.filter(Q(who=person) | Q(person=person))),
        ("samenvoegingen", Merge.objects.filter(Q(person=person) | Q(double=person))),
        ("genoteerd", Noted.objects.filter(Q(circle__in=circles) | Q(person=person))),
        ("account", SocialAccount.objects.filter(user__person=person)),
        ("account", Account.objects.filter(person=person)),
    ]


def circles_as_a_whole(circles: list[UUID]) -> list[Rows]:
    """With who read in them, and between whom a story was."""
    inside = Q(circle__in=circles)
    return [
        ("beperkingen", Limit.objects.filter(inside)),
        ("samenvoegingen", Merge.objects.filter(inside | Q(double_circle__in=circles))),
        ("klaargezet", ReadyLine.objects.filter(inside).only("id", "story_id", "circle_id", "at")),
        *raised_in(circles),
        ("afsluitingen", Closing.objects.filter(inside)),
        ("verhalen", Story.objects.filter(inside)),
        ("verhalen", StoryCircle.objects.filter(inside)),
        ("lezers", Membership.objects.filter(inside)),
        ("kringen", Circle.objects.filter(id__in=circles)),
    ]


def holds_over(*, people: list[UUID], circles: list[UUID], at: datetime) -> list[Hold]:
    """What administration holds of them: nothing of it is erased before the hold is over."""
    standing = Hold.objects.standing(on=localdate(at))
    return list(standing.filter(Q(person_key__in=people) | Q(circle_key__in=circles)))


def as_stays(hold: Hold) -> dict[str, Any]:
    return {
        "kind": "bewaard",
        "count": None,
        "why": hold.why,
        "ground": _("AVG artikel 17, lid 3, onder b of e"),
        "until": hold.until.isoformat(),
    }


def held_back(moments: "QuerySet[Moment]", *, at: datetime) -> list[dict[str, Any]]:
    """Notes whose purpose the law keeps longer: how many, why, on which ground and until when."""
    found: dict[str, dict[str, Any]] = {}
    for one in moments.filter(purpose__isnull=False).select_related("purpose").only("id", "happened_at", "purpose"):
        purpose = one.purpose
        until = months_later(localdate(one.happened_at), months=purpose.keep_months) if purpose else localdate(at)
        if not purpose or not the_law_keeps(purpose) or until <= localdate(at):
            continue
        ground = purpose.law or str(purpose.get_ground_display())
        row = found.setdefault(
            purpose.key, {"kind": "momenten", "count": 0, "why": purpose.sentence, "ground": ground, "keys": []}
        )
        row["count"] += 1
        row["until"] = max(until.isoformat(), row.get("until", ""))
        row["keys"].append(str(one.id))
    return list(found.values())


def the_law_keeps(purpose: Purpose) -> bool:
    """A file that a law prescribes. What a volunteer may read as well is no such file: it goes when somebody asks."""
    return purpose.ground in BY_LAW and not purpose.to_volunteers


def logs_stay() -> list[dict[str, Any]]:
    """The logs of reading and changing are kept five years, so that what happened can be looked into."""
    why = _(
        "Wie keek, wat er veranderde en wat er gevraagd en geantwoord is, blijft vijf jaar staan, "
        "met de naam erbij, zodat iemand het kan nagaan."
    )
    return [{"kind": "sporen", "count": None, "why": why, "ground": _("AVG artikel 17, lid 3, onder b")}]


def become_somebody(person: UUID, *, at: datetime, named: bool) -> None:
    """What cannot go, because other people's stories stand on it, loses the name.

    named: the name itself stays, because a note that the law keeps would be nobody's without it.
    """
    Membership.objects.current().filter(person=person).update(until=at)
    worn = Hat.objects.filter(person=person)
    worn.exclude(until__lt=localdate(at)).update(until=localdate(at) - timedelta(days=1))  # A last day is worn whole.
    worn.update(open=False, can="", cannot="", employer="")
    TakingOff.objects.filter(hat__person=person).update(why="")
    Administrator.objects.filter(person=person, until__isnull=True).update(until=at)
    TrustedThird.objects.filter(person=person, until__isnull=True).update(until=localdate(at))
    Receiver.objects.filter(person=person).update(name=_("iemand"))
    ReferralStep.objects.filter(who=person).update(who_name=_("iemand"))
    take_name_out_of_weighed(person)
    Request.objects.filter(person=person).update(words="", about_words="", person_name=_("iemand"))
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


def erased_circles() -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("select trust.erased_circles()")
        return list(cursor.fetchone()[0])


def kept_stories() -> frozenset[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("select trust.kept_stories()")
        return frozenset(cursor.fetchone()[0])


def key_of(model: type[Model]) -> str:
    return next(part.key for part in PARTS if part.model is model)
