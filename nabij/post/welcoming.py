"""Inviting people: a log-in, a letter that says how it works, and nothing of what is written here."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from nabij.people.granting import NameNeeded, Ungranted
from nabij.people.models import Account, Neighbourhood, Person
from nabij.people.verbs import give_account, note_person
from nabij.post.envelopes import tell_changed
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.trust import administering
from nabij.trust.administering import MailTaken, told


class NoMail(Ungranted):
    """Whoever logs in has an address."""

    def __init__(self, mail: str) -> None:
        super().__init__(_("“%(mail)s” is geen mailadres. Schrijf het zo: naam@voorbeeld.nl.") % {"mail": mail})


@transaction.atomic
def invite(
    *, name: str, mail: str, by: Person | None, at: datetime, neighbourhood: Neighbourhood | None = None
) -> Account:
    """Gives somebody new a log-in and writes them how it works; `by` is None when beheer does it from the terminal."""
    name, mail = " ".join(name.split()), mail.strip().lower()
    if not name:
        raise NameNeeded
    check_mail(mail)
    if Account.objects.filter(email__iexact=mail).exists():
        raise MailTaken(mail)
    person = note_person(name=name, by=None, at=at, neighbourhood=neighbourhood)
    account = give_account(person=person, email=mail, at=at)
    told(by=by, what="invite", thing=account, at=at, why=name, key=person.id)
    welcome(person=person, by=by, at=at)
    return account


@transaction.atomic
def change_mail(*, account: Account, mail: str, why: str, by: Person | None, at: datetime) -> None:
    """Somebody logs in with another address from now on. Both addresses hear that and why; the old not which is new."""
    old, new = account.email, mail.strip().lower()
    administering.change_mail(account=account, mail=new, why=why, by=by, at=at)
    for to, what in ((old, "mail_old"), (new, "mail_new")):
        tell_changed(to=to, language=account.language, what=what, at=at, why=why.strip())


def check_mail(mail: str) -> None:
    try:
        validate_email(mail)
    except ValidationError as wrong:
        raise NoMail(mail) from wrong


def welcome(*, person: Person, by: Person | None, at: datetime) -> Letter:
    """The letter that says how one logs in."""
    return write(
        kind=Letter.Kind.WELCOME,
        reader=person,
        writer=by,
        about_kind="account",
        about_id=person.id,
        circle=None,
        at=at,
    )
