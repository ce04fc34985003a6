"""What administrators do: hats with their proofs, log-ins that stop and go on, and what this installation says.

Each act leaves its trace, and none of them reads what people wrote. `by` is None when it is done from the terminal.
"""

from datetime import date, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from nabij.people import granting
from nabij.people.granting import NotWorn, Shown, Ungranted, WithoutReason
from nabij.people.models import (
    Account,
    Administrator,
    Duty,
    Group,
    Hat,
    HatRule,
    Neighbourhood,
    Person,
    Place,
    Proof,
    Suspension,
    TakingOff,
)
from nabij.trust.models import RightsReview, Setting, Trace


class AlreadySo(Ungranted):
    """What somebody asks for is so already."""

    def __init__(self) -> None:
        super().__init__(_("Dat was al zo. Er is niets veranderd."))


class LastOne(Ungranted):
    """Somebody keeps administration here."""

    def __init__(self) -> None:
        super().__init__(_("Dit is de laatste beheerder. Wijs eerst iemand anders aan."))


class Yourself(Ungranted):
    """Whoever switches off their own log-in cannot switch it on again."""

    def __init__(self) -> None:
        super().__init__(_("Je eigen account zet je niet stil. Vraag het een andere beheerder."))


class MailTaken(Ungranted):
    """One address is of one person."""

    def __init__(self, mail: str) -> None:
        super().__init__(_("Met %(mail)s logt al iemand in.") % {"mail": mail})


class NothingNew(Ungranted):
    """What is noted says something."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog niets. Eén zin is genoeg."))


def told(*, by: Person | None, what: str, thing: Model, at: datetime, why: str, key: UUID | None = None) -> None:
    """One row in the log of changes; from the terminal beheer did it. `key`: of whom, where a thing has none."""
    Trace.objects.create(
        at=at,
        who=by.id if by else None,
        who_name=by.called if by else _("beheer"),
        what=what,
        thing=thing._meta.label_lower,
        thing_id=key or thing.pk,
        why=why[:300],
    )


def _reason(person: Person, *, by: Person | None, why: str) -> str:
    """Of whom, and why; only the terminal gives no reason."""
    if by and not why.strip():
        raise WithoutReason
    return ". ".join(filter(None, (person.called, why.strip())))


# -- Administrators -------------------------------------------------------------------------------------------------


@transaction.atomic
def appoint(*, person: Person, by: Person | None, at: datetime, why: str = "") -> Administrator:
    """Makes somebody an administrator; an administrator who does says why."""
    reason = _reason(person, by=by, why=why)
    if Administrator.objects.current().filter(person=person).exists():
        raise AlreadySo
    made = Administrator.objects.create(person=person, made_by=by, since=at)
    told(by=by, what="appoint", thing=made, at=at, why=reason)
    return made


@transaction.atomic
def dismiss(*, person: Person, by: Person | None, at: datetime, why: str = "") -> None:
    """Ends it, with the reason; somebody always stays."""
    reason = _reason(person, by=by, why=why)
    current = {one.person_id: one for one in Administrator.objects.current().select_for_update()}
    if person.id not in current:
        raise AlreadySo
    if len(current) == 1:
        raise LastOne
    ended = current[person.id]
    # Told first: whoever ends their own is no administrator after it.
    told(by=by, what="dismiss", thing=ended, at=at, why=reason)
    Administrator.objects.filter(id=ended.id).update(until=at, ended_by=by)


# -- Hats -----------------------------------------------------------------------------------------------------------


@transaction.atomic
def grant_hat(*, by: Person | None, at: datetime, person: Person, role: str, **said: object) -> Hat:
    """Grants a hat (see people.granting.grant) and leaves a trace."""
    granted = granting.grant(person=person, role=role, at=at, by=by, **said)  # type: ignore[arg-type]
    told(by=by, what="grant_hat", thing=granted, at=at, why=f"{person.called}: {granted.role}")
    return granted


@transaction.atomic
def see_proof(*, hat: Hat, shown: Shown, by: Person | None, at: datetime) -> Proof:
    """Notes a proof that was shown for a hat."""
    proof = granting.note_proof(hat=hat, shown=shown, by=by, at=at)
    told(by=by, what="see_proof", thing=proof, at=at, why=f"{hat.person.called}: {hat.role}, {proof}")
    return proof


@transaction.atomic
def take_off_hat(*, hat: Hat, by: Person | None, at: datetime, why: str) -> TakingOff:
    """Takes off a granted hat, by whoever wears it or by administration, with the reason; it bites at once."""
    if not why.strip():
        raise WithoutReason
    if TakingOff.objects.filter(hat=hat).exists():
        raise NotWorn
    taken = TakingOff.objects.create(hat=hat, by=by, at=at, why=why.strip()[:300])
    told(by=by, what="take_off_hat", thing=taken, at=at, why=f"{hat.person.called}: {hat.role}. {taken.why}")
    return taken


@transaction.atomic
def require_proof(
    *, role: str, kind: str, since: date, by: Person | None, at: datetime, neighbourhood: Neighbourhood | None = None
) -> HatRule:
    """From a day on hats of this role need a proof; who has none then does not wear it until it was seen."""
    role = granting.named(role)
    alike = HatRule.objects.filter(role__iexact=role, kind=kind, neighbourhood=neighbourhood, until__isnull=True)
    if alike.exists():
        raise AlreadySo
    rule = HatRule.objects.create(role=role, kind=kind, neighbourhood=neighbourhood, since=since)
    told(by=by, what="require_proof", thing=rule, at=at, why=f"{rule}")
    return rule


@transaction.atomic
def stop_requiring(*, rule: HatRule, today: date, by: Person | None, at: datetime) -> None:
    """From tomorrow on hats of this role do not need it."""
    if not HatRule.objects.filter(id=rule.id, until__isnull=True).update(until=today):
        raise AlreadySo
    told(by=by, what="stop_requiring", thing=rule, at=at, why=f"{rule}")


# -- Log-ins --------------------------------------------------------------------------------------------------------


@transaction.atomic
def switch_off(*, account: Account, by: Person | None, at: datetime, why: str) -> Suspension:
    """From now on somebody cannot log in, and whoever was logged in is out."""
    if not why.strip():
        raise WithoutReason
    if by and by.id == account.person_id:
        raise Yourself
    if not Account.objects.filter(pk=account.pk, is_active=True).update(is_active=False):
        raise AlreadySo
    made = Suspension.objects.create(person=account.person, made_by=by, since=at, why=why.strip()[:300])
    told(by=by, what="switch_off", thing=made, at=at, why=f"{account.person.called}. {made.why}")
    return made


@transaction.atomic
def switch_on(*, account: Account, by: Person | None, at: datetime) -> None:
    """Somebody can log in again."""
    if not Account.objects.filter(pk=account.pk, is_active=False).update(is_active=True):
        raise AlreadySo
    Suspension.objects.current().filter(person=account.person).update(until=at, ended_by=by)
    told(by=by, what="switch_on", thing=account, at=at, why=account.person.called, key=account.person_id)


@transaction.atomic
def change_mail(*, account: Account, mail: str, why: str, by: Person | None, at: datetime) -> None:
    """Somebody logs in with another address from now on, with the reason; the old one opens nothing any more."""
    mail, why = mail.strip().lower(), why.strip()[:200]
    if not why:
        raise WithoutReason
    if mail == account.email.lower():
        raise AlreadySo
    if Account.objects.filter(email__iexact=mail).exists():
        raise MailTaken(mail)
    EmailAddress.objects.filter(user_id=account.pk).delete()
    Account.objects.filter(pk=account.pk).update(email=mail)
    told(by=by, what="change_mail", thing=account, at=at, why=f"{account.person.called}. {why}", key=account.person_id)


# -- Groups, places, duty, and what is said to everybody ------------------------------------------------------------


@transaction.atomic
def begin_group(*, by: Person, at: datetime, name: str, **said: object) -> Group:
    made = granting.begin_group(name=name, **said)  # type: ignore[arg-type]
    told(by=by, what="begin_group", thing=made, at=at, why=made.name)
    return made


@transaction.atomic
def open_place(*, by: Person, at: datetime, name: str, **said: object) -> Place:
    made = granting.open_place(name=name, **said)  # type: ignore[arg-type]
    told(by=by, what="open_place", thing=made, at=at, why=made.name)
    return made


@transaction.atomic
def put_on_duty(*, by: Person, at: datetime, person: Person, **said: object) -> Duty:
    made = granting.put_on_duty(person=person, **said)  # type: ignore[arg-type]
    told(by=by, what="put_on_duty", thing=made, at=at, why=f"{person.called}, {made.neighbourhood}")
    return made


@transaction.atomic
def drop_duty(*, duty: Duty, by: Person, at: datetime) -> None:
    told(by=by, what="drop_duty", thing=duty, at=at, why=f"{duty.hat.person.called}, {duty.neighbourhood}")
    duty.delete()


class SaidMeanwhile(Ungranted):
    """Somebody else said something else since one began."""

    def __init__(self) -> None:
        super().__init__(
            _("Iemand anders veranderde dit net. Hierboven lees je wat er nu staat. Bewaar opnieuw wat moet blijven.")
        )


@transaction.atomic
def say_setting(*, key: str, words: str, by: Person | None, at: datetime, began: str = "") -> Setting:
    """What this installation says of itself from now on; what was said before stays below it.

    began: the `mark_of` what stood there when somebody began to write, empty when nobody knows.
    """
    words, now = words.strip(), Setting.objects.now()[key]
    if now == words:
        raise AlreadySo
    if began and began != mark_of(now):
        raise SaidMeanwhile
    made = Setting.objects.create(key=key, words=words, at=at)
    told(by=by, what="say_setting", thing=made, at=at, why=str(made.get_key_display()))
    return made


def mark_of(words: str) -> str:
    """A short mark of some words, other for other words."""
    return str(uuid5(NAMESPACE_URL, words))


@transaction.atomic
def note_review(*, changed: str, by: Person, at: datetime) -> RightsReview:
    """That somebody looked at who may what, and what they changed."""
    if not changed.strip():
        raise NothingNew
    made = RightsReview.objects.create(by=by, at=at, changed=changed.strip()[:1000])
    told(by=by, what="note_review", thing=made, at=at, why=made.changed)
    return made


def note_export(*, by: Person, at: datetime) -> None:
    """That somebody took the list of who may what along as a file."""
    told(by=by, what="export_rights", thing=RightsReview(), at=at, why="")
