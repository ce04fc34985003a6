"""Being asked in on the spot: a code on one screen, a name on the other, and a yes by whoever invites.

The code alone opens nothing, so a photograph of it is worth nothing: whoever invites sees who knocks, and says so.
"""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from nabij.base.keys import uuid7
from nabij.people.models import Account, Person
from nabij.people.verbs import note_person
from nabij.post.inviting import InvitationOver, Kind, NameNeeded, NotedByAnother, can_log_in, end, invite, still_open
from nabij.post.models import hash_of
from nabij.trust.models import Circle, Invitation, Knock
from nabij.trust.verbs import EndGone, beginning_of, introduce, leave_trace, let_in

LIVES = timedelta(minutes=10)
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # None that is read as another.
LENGTH = 8


class CodeUnknown(ValueError):
    """A code that was mistyped or altered opens nothing."""

    def __init__(self) -> None:
        super().__init__(_("Deze code kennen we niet. Kijk nog eens naar het andere scherm."))


class CodeExpired(ValueError):
    """A code lives ten minutes."""

    def __init__(self) -> None:
        super().__init__(_("Deze code werkte tien minuten en is nu voorbij. Vraag om een nieuwe."))


class CodeUsed(ValueError):
    """A code is for one person."""

    def __init__(self) -> None:
        super().__init__(_("Met deze code heeft al iemand aangeklopt. Vraag om een nieuwe."))


class NobodyThere(ValueError):
    """Who did not knock is not let in."""

    def __init__(self) -> None:
        super().__init__(_("Er heeft nog niemand aangeklopt."))


class AddressTaken(ValueError):
    """Somebody's log-in is theirs alone."""

    def __init__(self) -> None:
        super().__init__(_("Met dit mailadres logt al iemand anders in. Kies een ander adres."))


def code_of(invitation: UUID) -> str:
    """The code of an invitation on the spot: made again from the installation's secret, kept nowhere."""
    secret = hmac.new(settings.SECRET_KEY.encode(), b"nabij.onthespot:" + invitation.bytes, sha256).digest()
    number = int.from_bytes(secret, "big")
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(LENGTH))


def plain(code: str) -> str:
    """A code as it was made, however it was typed."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


@transaction.atomic
def show_code(
    *,
    circle: Circle,
    by: Person,
    at: datetime,
    person: Person | None = None,
    sees_from: datetime | None = None,
    until: datetime | None = None,
) -> Invitation:
    """Begins an invitation on the spot, for ten minutes and one person.

    person: somebody of the circle who gets a log-in by it; else whoever knocks.
    """
    if until and until <= at:
        raise EndGone
    if person and person.made_by_id != by.id:
        raise NotedByAnother(person)
    key = uuid7()
    made = Invitation.objects.create(
        id=key,
        circle=circle,
        person=person,
        name=person.called if person else "",
        by=by,
        at=at,
        expires=at + LIVES,
        sees_from=max(filter(None, (sees_from, beginning_of(circle))), default=None),
        until=until,
        code_hash=hash_of(code_of(key)),
    )
    leave_trace(by=by, hat=None, what="invite", thing=made, circle=circle.id, at=at)
    return made


def behind(code: str) -> Invitation:
    """The invitation with this code; the actor is the door."""
    theirs = Invitation.objects.filter(code_hash=hash_of(plain(code))).select_related("by", "knock", "end")
    found = theirs.first()
    if found is None:
        raise CodeUnknown
    return found


def knock(*, invitation: Invitation, name: str, address: str, person: Person | None, at: datetime) -> Knock:
    """Says who one is, once; the actor is the door. person: who is logged in, and needs no address."""
    if invitation.expires <= at or not still_open(invitation):
        raise CodeExpired
    if not name.strip():
        raise NameNeeded
    try:
        with transaction.atomic():
            return Knock.objects.create(
                invitation=invitation, name=name.strip(), address=address.strip().lower(), person=person, at=at
            )
    except IntegrityError as used:
        raise CodeUsed from used


def knocked(invitation: Invitation) -> Knock | None:
    return Knock.objects.filter(invitation=invitation).select_related("person").first()


def make_oneself_known(*, invitation: Invitation, by: Person, at: datetime) -> None:
    """Whoever knocks with a log-in lets whoever invited know of them, so that they can be let in."""
    introduce(person=by, to=Person(id=invitation.by_id), by=by, at=at)


def has_login(address: str) -> bool:
    """Whether somebody logs in with this address; the actor is the door."""
    return bool(address) and Account.objects.filter(email__iexact=address).exists()


@transaction.atomic
def confirm(*, invitation: Invitation, known: bool, by: Person, at: datetime) -> Person | None:
    """Says that it is who knocks; they read from now on. Returns who still needs a log-in.

    known: somebody logs in with the address that was typed. They say yes themselves, by a letter: typing an address
    is not owning it.
    """
    there = knocked(invitation)
    if there is None:
        raise NobodyThere
    if invitation.expires + LIVES <= at or not invitation.still_waits:
        raise InvitationOver
    if invitation.person:
        return _confirm_own(invitation, invitation.person, known=known, by=by, at=at)
    end(invitation, kind=Kind.ACCEPTED, by=by, at=at)
    circle, sees_from, until = invitation.circle, invitation.sees_from, invitation.until
    if known and not there.person:
        name, address = there.name, there.address
        invite(circle=circle, by=by, at=at, name=name, address=address, sees_from=sees_from, until=until)
        return None
    person = there.person or note_person(name=there.name, by=by, at=at)
    let_in(circle=circle, person=person, by=by, at=at, sees_from=sees_from, until=until)
    return None if there.person else person


def _confirm_own(invitation: Invitation, person: Person, *, known: bool, by: Person, at: datetime) -> Person:
    """Whom the circle knows already gets a log-in, at an address nobody logs in with yet."""
    if known:
        raise AddressTaken
    if can_log_in(person):
        raise InvitationOver
    end(invitation, kind=Kind.ACCEPTED, by=by, at=at)
    leave_trace(by=by, hat=None, what="give_login", thing=invitation, circle=invitation.circle_id, at=at)
    return person


@transaction.atomic
def refuse(*, invitation: Invitation, by: Person, at: datetime) -> None:
    """Says that it is not who was meant; nothing opens, and the code is used up."""
    end(invitation, kind=Kind.DECLINED, by=by, at=at)
