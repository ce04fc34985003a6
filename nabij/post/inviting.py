"""Asking somebody to read along by a letter, and what they answer to it."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from nabij.people.models import Account, Hat, Person, WayToReach
from nabij.people.verbs import give_account, note_person
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkUsed, use, write
from nabij.trust.invitations import InvitedLogin, IsOpen
from nabij.trust.models import Circle, HasAccount, Invitation, InvitationEnd, Membership
from nabij.trust.verbs import AlreadyIn, EndGone, beginning_of, leave_trace
from nabij.trust.whatfor import refuse_without_yes

LIVES = timedelta(days=7)
Kind = InvitationEnd.Kind


class AddressNeeded(ValueError):
    """Who cannot log in yet hears it by mail."""

    def __init__(self) -> None:
        super().__init__(_("Naar welk mailadres gaat de uitnodiging? Vul het in."))


class NameNeeded(ValueError):
    """Somebody new is called something."""

    def __init__(self) -> None:
        super().__init__(_("Wie nodig je uit? Vul een naam in."))


class Yourself(ValueError):
    """Nobody asks in who is there already, least of all themselves."""

    def __init__(self) -> None:
        super().__init__(_("Dat ben je zelf. Jij leest hier al mee."))


class NotedByAnother(ValueError):
    """A log-in is given only by whoever noted somebody: with it one reads as that person."""

    def __init__(self, person: Person) -> None:
        said = _("%(name)s is door iemand anders genoteerd. Vraag die persoon om de uitnodiging, of vraag beheer.")
        super().__init__(said % {"name": person.first_name})


class InvitedAlready(ValueError):
    """One open invitation is enough."""

    def __init__(self, name: str) -> None:
        super().__init__(_("Er staat al een uitnodiging open voor %(name)s.") % {"name": name})


class InvitationOver(ValueError):
    """An invitation opens as long as whoever sent it could let somebody in."""

    def __init__(self) -> None:
        super().__init__(_("Deze uitnodiging is niet meer open. Vraag wie hem stuurde om een nieuwe."))


class LogInFirst(ValueError):
    """Who has a log-in says yes as themselves: a letter that was passed on lets nobody else in."""

    def __init__(self) -> None:
        super().__init__(_("Log eerst in met het mailadres waarop je deze uitnodiging kreeg."))


class ForSomebodyElse(ValueError):
    """An invitation is for one person."""

    def __init__(self) -> None:
        said = _("Deze uitnodiging is voor iemand anders dan wie nu is ingelogd. Ben jij dat ook, met een ander adres?")
        super().__init__(f"{said} {_('Log dan eerst uit, of vraag om een nieuwe uitnodiging.')}")


def can_log_in(person: Person) -> bool:
    return Person.objects.filter(id=person.id).filter(HasAccount("id")).exists()


@transaction.atomic
def invite(
    *,
    circle: Circle,
    by: Person,
    at: datetime,
    person: Person | None = None,
    name: str = "",
    address: str = "",
    worn: Hat | None = None,
    hat: Hat | None = None,
    sees_from: datetime | None = None,
    until: datetime | None = None,
) -> Invitation:
    """Asks somebody by a letter to read along: somebody one knows, or somebody new by name and address.

    hat: in which `by` asks; worn: in which they will read. sees_from, until: as for `let_in`. Whom the story is
    about, and who reads in it without a log-in, gets one by saying yes.
    """
    if until and until <= at:
        raise EndGone
    _once(circle=circle, person=person, address=address, name=name, at=at)
    if person is None:
        _nobody_here(circle=circle, name=name, address=address, by=by)
    asked, way = _whom(circle=circle, person=person, name=name, address=address, by=by, at=at)
    refuse_without_yes(circle=circle, person=asked, hat=worn)
    made = Invitation.objects.create(
        circle=circle,
        person=asked,
        name=asked.called,
        way=way,
        hat=worn,
        by=by,
        at=at,
        expires=at + LIVES,
        sees_from=max(filter(None, (sees_from, beginning_of(circle))), default=None),
        until=until,
    )
    leave_trace(by=by, hat=None, what="invite", thing=made, circle=circle.id, at=at)
    _send(made, to=asked, by=by, hat=hat, at=at)
    return made


def _once(*, circle: Circle, person: Person | None, address: str, name: str, at: datetime) -> None:
    running = Invitation.objects.open(at=at).filter(circle=circle)
    alike = running.filter(person=person) if person else running.filter(way__value__iexact=address.strip())
    if (person or address.strip()) and alike.exists():
        raise InvitedAlready(person.first_name if person else name)


def _nobody_here(*, circle: Circle, name: str, address: str, by: Person) -> None:
    """Refuses whoever reads here already, in so far as whoever asks can see it: by their name, or by an address."""
    seats = Membership.objects.current().filter(circle=circle).select_related("person")
    inside = {one.person_id: one.person for one in seats}
    mail = address.strip()
    ways = WayToReach.objects.filter(person__in=inside, kind=WayToReach.Kind.MAIL, value__iexact=mail)
    found = ways.values_list("person_id", flat=True).first()
    if Account.objects.filter(person=by, email__iexact=mail).exists():
        found = by.id
    called = " ".join(name.split()).casefold()
    alike = (key for key, one in inside.items() if called and called in (one.name.casefold(), one.called.casefold()))
    found = found or next(alike, None)
    if found:
        raise Yourself if found == by.id else AlreadyIn(inside[found])


def _whom(
    *, circle: Circle, person: Person | None, name: str, address: str, by: Person, at: datetime
) -> tuple[Person, WayToReach | None]:
    """Who is asked, and at which address when that is not the one of their log-in."""
    if person and can_log_in(person):
        if Membership.objects.current().filter(circle=circle, person=person).exists():
            raise AlreadyIn(person)
        return person, None
    if person and person.made_by_id != by.id:
        raise NotedByAnother(person)
    if not address.strip():
        raise AddressNeeded
    if not person and not name.strip():
        raise NameNeeded
    asked = person or note_person(name=name, by=by, at=at)
    given = {"person": asked, "kind": WayToReach.Kind.MAIL, "value": address.strip(), "only_for": by, "noted_by": by}
    return asked, WayToReach.objects.create(**given)


def _send(invitation: Invitation, *, to: Person, by: Person, hat: Hat | None, at: datetime) -> None:
    write(
        kind=Letter.Kind.INVITATION,
        reader=to,
        writer=by,
        about_kind="invitation",
        about_id=invitation.id,
        circle=invitation.circle_id,
        hat=hat,
        at=at,
        expires=invitation.expires,
    )


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Person, at: datetime) -> None:
    """Takes an invitation back: whoever sent it, or whom the circle is about."""
    end(invitation, kind=Kind.WITHDRAWN, by=by, at=at)
    leave_trace(by=by, hat=None, what="withdraw", thing=invitation, circle=invitation.circle_id, at=at)


def end(invitation: Invitation, *, kind: str, by: Person, at: datetime) -> None:
    """Writes down what became of it; whoever comes second hears that it is over."""
    try:
        with transaction.atomic():
            InvitationEnd.objects.create(invitation=invitation, kind=kind, by=by, at=at)
    except IntegrityError as over:
        raise InvitationOver from over


def still_open(invitation: Invitation) -> bool:
    """Whether a yes would count now, by the rule itself: whoever invited must still be able to let somebody in."""
    return Invitation.objects.filter(id=invitation.id).filter(IsOpen("id")).exists()


@transaction.atomic
def accept_by_link(*, link: Link, login: Person | None, at: datetime) -> Person:
    """Says yes; the actor is the link. Returns who reads now, who gets a log-in if they have none.

    login: who is logged in at the screen. Who has a log-in must be.
    """
    invitation = invitation_of(link)
    if link.used_at:
        raise LinkUsed
    who = whose(invitation, reader=link.reader, login=login)
    use(link=link, at=at)
    if not still_open(invitation):
        raise InvitationOver
    there = Membership.objects.current().filter(circle=invitation.circle_id, person=who)
    if not there.exists():
        _join(invitation, who=who, at=at)
    elif login:
        raise AlreadyIn(who)
    end(invitation, kind=Kind.ACCEPTED, by=who, at=at)
    _tell(invitation, by=link.reader, at=at)
    return who


def invitation_of(link: Link) -> Invitation:
    found = Invitation.objects.filter(id=link.letter.about_id).first()
    if found is None:
        raise InvitationOver
    return found


def whose(invitation: Invitation, *, reader: Person, login: Person | None) -> Person:
    """Who says yes: whoever logs in with the address it went to, else the one it was written to."""
    known = Invitation.objects.filter(id=invitation.id).values_list(InvitedLogin(), flat=True).first()
    if known is None and login is None:
        return reader
    if login is None:
        raise LogInFirst
    if login.id != known:
        raise ForSomebodyElse
    return login


def _join(invitation: Invitation, *, who: Person, at: datetime) -> None:
    if invitation.until and invitation.until <= at:
        raise InvitationOver
    membership = Membership.objects.create(
        circle_id=invitation.circle_id,
        person=who,
        hat_id=invitation.hat_id,
        let_in_by_id=invitation.by_id,
        since=at,
        sees_from=invitation.sees_from,
        until=invitation.until,
    )
    leave_trace(by=who, hat=None, what="let_in", thing=membership, circle=invitation.circle_id, at=at)


@transaction.atomic
def decline_by_link(*, link: Link, at: datetime) -> None:
    """Says no; whoever asked hears it, and need not hear why."""
    invitation = invitation_of(link)
    use(link=link, at=at)
    end(invitation, kind=Kind.DECLINED, by=link.reader, at=at)
    _tell(invitation, by=link.reader, at=at)


def _tell(invitation: Invitation, *, by: Person, at: datetime) -> None:
    write(
        kind=Letter.Kind.NEWS,
        reader=Person(id=invitation.by_id),
        writer=by,
        about_kind="invitation",
        about_id=invitation.id,
        circle=invitation.circle_id,
        at=at,
    )


def give_login(*, person: Person, invitation: Invitation, at: datetime, address: str = "") -> Account:
    """A log-in at the address that was proved or confirmed; acts as administration, which makes accounts."""
    there = Account.objects.filter(person=person).first()
    if there:
        return there
    address = address or WayToReach.objects.values_list("value", flat=True).get(id__in=[invitation.way_id])
    try:
        with transaction.atomic():
            return give_account(person=person, email=address, at=at)
    except IntegrityError as taken:
        raise LogInFirst from taken  # Another invitation to the same address was answered at this moment.
