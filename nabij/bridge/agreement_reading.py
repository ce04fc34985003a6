"""Reading what a neighbourhood agreed: what holds, what is proposed, what held before; and one version whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Case, Count, Exists, Max, OuterRef, Q, QuerySet, Value, When

from nabij.bridge.agreeing import Line, kinds_there, may_speak, my_signing_groups
from nabij.bridge.agreements import Agreement, AgreementParty, Clause, Penholder, Remark
from nabij.bridge.comparing import Change, compare
from nabij.bridge.example_agreement import example
from nabij.bridge.kinds import Kind
from nabij.people.areas import upward
from nabij.people.models import Group, Neighbourhood, Person


@dataclass(frozen=True)
class Version:
    """One version, with all that stands around it as whoever acts may see it."""

    agreement: Agreement
    state: str  # holds, proposed, before, or what never held: taken_back, lapsed
    since: datetime | None  # From when it holds, or held.
    clauses: list[Clause]
    parties: list[AgreementParty]
    pens: dict[UUID | None, Penholder]  # By signature; of None who proposed it.
    remarks: dict[str, list[Remark]]
    names: dict[str, str]  # What each kind is called here.
    may_speak: bool
    mine: list[AgreementParty] = field(default_factory=list)  # For which I may sign, and did not.
    may_take_back: bool = False

    @property
    def place(self) -> Neighbourhood:
        return self.agreement.neighbourhood

    @property
    def waits_for(self) -> list[AgreementParty]:
        return [one for one in self.parties if not hasattr(one, "signature")]


@dataclass(frozen=True)
class Overview:
    """The agreement of a neighbourhood: what holds, from near or around it, and every version of its own."""

    here: Neighbourhood
    version: Version | None  # What holds here by its own.
    around: Agreement | None  # Else what holds around it.
    proposed: list[Agreement]
    before: list[Agreement]
    may_speak: bool


# Large, and drawn elsewhere.
OUTLINES = ("outline", "parent__outline", "parent__parent__outline")


def told() -> "QuerySet[Agreement]":
    """Versions with their state, how many groups they name, and how many of those signed."""
    return (
        Agreement.objects.select_related("neighbourhood__parent__parent")
        .defer(*(f"neighbourhood__{one}" for one in OUTLINES))
        .annotate(
            holds=Exists(Agreement.objects.in_force().filter(id=OuterRef("pk"))),
            waits=Exists(Agreement.objects.proposed().filter(id=OuterRef("pk"))),
            taken_back=Case(
                When(withdrawal__isnull=False, then=Value(value=True)),
                default=Value(value=False),
                output_field=BooleanField(),
            ),
            named=Count("parties", distinct=True),
            signed=Count("parties", filter=Q(parties__signature__isnull=False), distinct=True),
            since=Max("parties__signature__at"),
        )
    )


def overview(*, code: str, by: Person | None) -> Overview:
    """Neighbourhood.DoesNotExist when there is none of that code."""
    here = Neighbourhood.objects.select_related("parent__parent").defer(*OUTLINES).get(code=code)
    codes = upward(here)
    found = list(told().filter(Q(neighbourhood=here) | Q(holds=True, neighbourhood__in=codes)).order_by("-number"))
    own = [one for one in found if one.neighbourhood_id == here.code]
    holding = {one.neighbourhood_id: one for one in found if state_of(one) == "holds"}
    speaks = bool(by) and may_speak(here)
    mine = holding.get(here.code)
    return Overview(
        here=here,
        version=whole(mine, by=by, speaks=speaks) if mine else None,
        around=None if mine else next((holding[one] for one in codes if one in holding), None),
        proposed=[one for one in own if state_of(one) == "proposed"],
        before=[one for one in own if state_of(one) in ("before", "lapsed", "taken_back")],
        may_speak=speaks,
    )


def state_of(agreement: Agreement) -> str:
    """Of one that was read by `told`."""
    for name, state in (("holds", "holds"), ("waits", "proposed"), ("taken_back", "taken_back")):
        if getattr(agreement, name):
            return state
    return "before" if agreement.signed == agreement.named else "lapsed"  # type: ignore[attr-defined]


def version(*, agreement: UUID, by: Person | None) -> Version:
    """Agreement.DoesNotExist when there is none."""
    found = told().get(id=agreement)
    return whole(found, by=by, speaks=bool(by) and may_speak(found.neighbourhood))


def whole(found: Agreement, *, by: Person | None, speaks: bool) -> Version:
    pens = {one.signature_id: one for one in Penholder.objects.filter(agreement=found)}
    parties = list(
        AgreementParty.objects.filter(agreement=found)
        .select_related("group", "signature")
        .order_by("group__formal", "group__name")
    )
    remarks: dict[str, list[Remark]] = {}
    for one in Remark.objects.filter(agreement=found).order_by("at", "id"):
        remarks.setdefault(one.kind, []).append(one)
    open_still, unsigned = state_of(found) == "proposed", [one for one in parties if not hasattr(one, "signature")]
    groups = my_signing_groups() if by and open_still else set()
    proposer = pens.get(None)
    return Version(
        agreement=found,
        state=state_of(found),
        since=found.since if state_of(found) in ("holds", "before") else None,  # type: ignore[attr-defined]
        clauses=clauses_of(found),
        parties=parties,
        pens=pens,
        remarks=remarks,
        names={key: str(kind.name) for key, kind in kinds_there(found.neighbourhood).items()},
        may_speak=speaks,
        mine=[one for one in unsigned if one.group_id in groups],
        may_take_back=bool(
            by and open_still and proposer and proposer.person_id == by.id and len(unsigned) == len(parties)
        ),
    )


@dataclass(frozen=True)
class Difference:
    """Two versions beside each other."""

    before: Agreement | None
    after: Agreement
    changes: list[Change]
    names: dict[str, str]
    joined: list[str]  # Groups that only the later names.
    left: list[str]
    others: Sequence[Agreement]  # With which it can be compared as well.


def difference(*, agreement: UUID, beside: UUID | None) -> Difference:
    """Of a version with another of that neighbourhood: by default what holds, or else the one before it."""
    after = told().get(id=agreement)
    own = list(told().filter(neighbourhood=after.neighbourhood_id).exclude(id=after.id).order_by("-number"))
    before = next((one for one in own if one.id == beside), None) or usual_beside(after, own)
    was, now = groups_of(before) if before else [], groups_of(after)
    return Difference(
        before=before,
        after=after,
        changes=compare(clauses_of(before) if before else [], clauses_of(after)),
        names={key: str(kind.name) for key, kind in kinds_there(after.neighbourhood).items()},
        joined=[one for one in now if one not in was],
        left=[one for one in was if one not in now],
        others=own,
    )


def clauses_of(agreement: Agreement) -> list[Clause]:
    return list(Clause.objects.filter(agreement=agreement).order_by("position"))


def groups_of(agreement: Agreement) -> list[str]:
    named = AgreementParty.objects.filter(agreement=agreement).order_by("group__name")
    return list(named.values_list("group__name", flat=True))


def usual_beside(after: Agreement, others: Sequence[Agreement]) -> Agreement | None:
    if state_of(after) == "proposed":
        return next((one for one in others if state_of(one) == "holds"), None)
    return next((one for one in others if one.number < after.number and state_of(one) == "before"), None)


@dataclass(frozen=True)
class Beginning:
    """From what a new version begins: what holds now, or an example."""

    lines: list[Line]
    named: list[UUID]  # Groups of what holds now.
    groups: list[Group]  # Every group from around here.
    kinds: dict[str, Kind]
    number: int | None  # Of the version it begins from.
    may_speak: bool

    @property
    def from_example(self) -> bool:
        return self.number is None


def beginning(here: Neighbourhood) -> Beginning:
    held = Agreement.objects.in_force().filter(neighbourhood=here).first()
    return Beginning(
        lines=[line_of(one) for one in clauses_of(held)] if held else example(),
        named=list(AgreementParty.objects.filter(agreement=held).values_list("group", flat=True)) if held else [],
        groups=list(Group.objects.filter(neighbourhood__in=places_around(here)).order_by("formal", "name")),
        kinds=kinds_there(here),
        number=held.number if held else None,
        may_speak=may_speak(here),
    )


def line_of(clause: Clause) -> Line:
    return Line(**{one.name: getattr(clause, one.name) for one in fields(Line)})


def places_around(here: Neighbourhood) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select trust.places_around(%s)", [here.code])
        return list(cursor.fetchone()[0])
