"""Proposing, discussing and signing what a neighbourhood agrees."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import Max
from django.utils.functional import Promise as Lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.agreements import (
    LONGEST,
    Agreement,
    AgreementParty,
    AgreementWithdrawal,
    Clause,
    MySigningGroups,
    Penholder,
    Remark,
    Signature,
)
from nabij.bridge.kinds import Kind, is_too_near, kinds_of
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.people.areas import upward
from nabij.people.models import Group, Hat, Neighbourhood, Person
from nabij.trust.verbs import leave_trace

TRIES = 3
Words = str | Lazy


class Unagreed(ValueError):
    """What cannot be proposed, said or signed; `field` says where on the form."""

    field = ""


class NoHatHere(Unagreed):
    """The neighbourhood speaks through whoever does something there."""

    def __init__(self) -> None:
        super().__init__(_("Wie hier een pet heeft, praat mee over de afspraak. Op je eigen pagina zet je er een op."))


class NothingAgreed(Unagreed):
    """An agreement is about something."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets in. Schrijf bij één soort vraag wie er eerst is."))


class StaysWhereItIs(Unagreed):
    """A right, care and danger start where they start, whatever a neighbourhood would like."""

    def __init__(self, kind: Kind) -> None:
        said = _("“%(kind)s” begint niet dichterbij dan bij: %(rung)s. Dat staat vast. Kies die trede, of een verdere.")
        super().__init__(said % {"kind": kind.name, "rung": str(kind.starts.label).lower()})


class FromTwoSides(Unagreed):
    """Neither residents nor organisations agree it by themselves."""

    def __init__(self) -> None:
        said = _("Een afspraak is van twee kanten. Kies minstens één groep van bewoners en één organisatie of team.")
        super().__init__(said)


class LeftOut(Unagreed):
    """Who signed what holds now is not left out of what comes after it."""

    def __init__(self, groups: Sequence[Group]) -> None:
        said = _("Wie nu meedoet, blijft erbij: %(names)s. Alleen zo’n groep zelf stapt eruit.")
        super().__init__(said % {"names": ", ".join(group.name for group in groups)})


class ReviewTooSoon(Unagreed):
    """An agreement holds for a while, and not for ever."""

    field = "review_on"

    def __init__(self) -> None:
        super().__init__(_("Kies een dag die nog komt, hoogstens drie jaar vooruit."))


class NothingSaid(Unagreed):
    """A remark has words, in one line."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén regel van hoogstens %(long)d tekens.") % {"long": LONGEST})


class NotInForce(Unagreed):
    """What was taken back or overtaken is only read."""

    def __init__(self) -> None:
        super().__init__(_("Dit voorstel is voorbij. Er is een nieuwere afspraak, of het is teruggenomen."))


class NotYourGroup(Unagreed):
    """A group is signed for by its own people."""

    def __init__(self, group: Group) -> None:
        said = _("Voor %(group)s tekent iemand die daar een pet van heeft. Die pet heb jij niet.")
        super().__init__(said % {"group": group.name})


class SignedAlready(Unagreed):
    """A group signs once."""

    def __init__(self, group: Group) -> None:
        super().__init__(_("%(group)s heeft al getekend.") % {"group": group.name})


class NotYoursToTakeBack(Unagreed):
    """Who proposed it takes it back, as long as nobody signed."""

    def __init__(self) -> None:
        super().__init__(_("Alleen wie het voorstelde neemt het terug, zolang niemand heeft getekend."))


@dataclass(frozen=True)
class Line:
    """What is proposed for one kind of question."""

    kind: str
    starts_on: str
    first: Words
    then: Words = ""
    professional: Words = ""
    answer_days: int | None = None
    feedback: Words = ""


def may_speak(neighbourhood: Neighbourhood) -> bool:
    """Whether whoever acts wears a hat there."""
    return neighbourhood.code in my_hat_places()


def my_hat_places() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select trust.my_hat_places()")
        return list(cursor.fetchone()[0])


def kinds_there(neighbourhood: Neighbourhood) -> dict[str, Kind]:
    """The kinds of question one can agree something about."""
    return {kind.key: kind for kind in kinds_of(upward(neighbourhood), usual=DEFAULTS)}


@transaction.atomic
def propose(
    *,
    neighbourhood: Neighbourhood,
    lines: Sequence[Line],
    groups: Sequence[Group],
    review_on: date,
    why: str,
    by: Person,
    hat: Hat | None,
    at: datetime,
) -> Agreement:
    """A new version; it holds once every group that it names has signed."""
    if not may_speak(neighbourhood):
        raise NoHatHere
    refuse_lines(lines, neighbourhood=neighbourhood)
    if not localdate(at) < review_on <= localdate(at).replace(year=localdate(at).year + 3, day=28):
        raise ReviewTooSoon
    if {group.formal for group in groups} != {True, False}:
        raise FromTwoSides
    made = numbered(neighbourhood=neighbourhood, review_on=review_on, why=why.strip(), at=at)
    hold_pen(agreement=made, by=by, hat=hat, at=at)
    Clause.objects.bulk_create(Clause(agreement=made, position=place, **vars(line)) for place, line in enumerate(lines))
    AgreementParty.objects.bulk_create(AgreementParty(agreement=made, group=group) for group in groups)
    if missing := left_out(made):
        raise LeftOut(missing)
    leave_trace(by=by, hat=hat, what="propose_agreement", thing=made, circle=None, at=at)
    return made


def refuse_lines(lines: Sequence[Line], *, neighbourhood: Neighbourhood) -> None:
    if not lines or not all(str(line.first).strip() for line in lines):
        raise NothingAgreed
    there = kinds_there(neighbourhood)
    for line in lines:
        if line.kind in there and is_too_near(there[line.kind], line.starts_on):
            raise StaysWhereItIs(there[line.kind])


def numbered(*, neighbourhood: Neighbourhood, review_on: date, why: str, at: datetime) -> Agreement:
    """With the next number; when two propose at the same moment, one takes the number after it."""
    for left in reversed(range(TRIES)):
        last = Agreement.objects.filter(neighbourhood=neighbourhood).aggregate(last=Max("number"))["last"] or 0
        said = {"neighbourhood": neighbourhood, "number": last + 1, "review_on": review_on, "why": why, "at": at}
        try:
            with transaction.atomic():
                return Agreement.objects.create(**said)
        except (IntegrityError, ProgrammingError):  # The rules refuse a number that is not the next one.
            if not left:
                raise
    raise AssertionError


def left_out(agreement: Agreement) -> list[Group]:
    """Groups of what holds now that a new version does not name, though somebody there can sign."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.left_out(%s)", [agreement.id])
        missing = [key for (key,) in cursor.fetchall()]
    return list(Group.objects.filter(id__in=missing).order_by("name")) if missing else []


def hold_pen(
    *, agreement: Agreement, by: Person, hat: Hat | None, at: datetime, signature: Signature | None = None
) -> Penholder:
    return Penholder.objects.create(
        agreement=agreement,
        neighbourhood_id=agreement.neighbourhood_id,
        signature=signature,
        person=by,
        called=by.called,
        role=hat.role if hat else "",
        at=at,
    )


@transaction.atomic
def remark(*, agreement: Agreement, kind: str, words: str, by: Person, hat: Hat | None, at: datetime) -> Remark:
    """One line about a clause, or about the whole when `kind` is empty; the neighbourhood reads it with the name."""
    if not may_speak(agreement.neighbourhood):
        raise NoHatHere
    said = " ".join(words.split())
    if not said or len(said) > LONGEST:
        raise NothingSaid
    made = Remark.objects.create(
        agreement=agreement,
        neighbourhood_id=agreement.neighbourhood_id,
        kind=kind,
        words=said,
        person=by,
        called=by.called,
        role=hat.role if hat else "",
        at=at,
    )
    leave_trace(by=by, hat=hat, what="remark_on_agreement", thing=agreement, circle=None, at=at)
    return made


@transaction.atomic
def sign(*, party: AgreementParty, by: Person, at: datetime) -> Signature:
    """Signs for a group, in the hat one has of it; with the last signature the version holds."""
    hat = signing_hat(party.group, by=by, at=at)
    if hat is None:
        raise NotYourGroup(party.group)
    if Signature.objects.filter(party=party).exists():
        raise SignedAlready(party.group)
    if not Agreement.objects.proposed().filter(id=party.agreement_id).exists():
        raise NotInForce
    if missing := left_out(party.agreement):
        raise LeftOut(missing)
    try:
        with transaction.atomic():
            made = Signature.objects.create(party=party, at=at)
    except IntegrityError as twice:
        raise SignedAlready(party.group) from twice
    hold_pen(agreement=party.agreement, by=by, hat=hat, at=at, signature=made)
    leave_trace(by=by, hat=hat, what="sign_agreement", thing=party.agreement, circle=None, at=at)
    return made


def signing_hat(group: Group, *, by: Person, at: datetime) -> Hat | None:
    """The hat in which somebody signs for a group, as the database holds it."""
    worn = Hat.objects.worn_on(localdate(at)).filter(person=by, group=group, group__id__any_of=MySigningGroups())
    return worn.order_by("-formal", "id").first()


def my_signing_groups() -> set[UUID]:
    return set(Group.objects.filter(id__any_of=MySigningGroups()).values_list("id", flat=True))


@transaction.atomic
def take_back(*, agreement: Agreement, by: Person, at: datetime) -> AgreementWithdrawal:
    """Whoever proposed it, as long as nobody signed."""
    mine = Penholder.objects.filter(agreement=agreement, person=by, signature__isnull=True)
    signed = Signature.objects.filter(party__agreement=agreement)
    if not mine.exists() or signed.exists() or AgreementWithdrawal.objects.filter(agreement=agreement).exists():
        raise NotYoursToTakeBack
    made = AgreementWithdrawal.objects.create(agreement=agreement, at=at)
    leave_trace(by=by, hat=None, what="take_back_agreement", thing=agreement, circle=None, at=at)
    return made
