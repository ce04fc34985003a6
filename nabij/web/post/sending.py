"""Sending one letter: to which address, in which language, and what becomes of it."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from nabij.people.models import Account, Person, WayToReach
from nabij.post.models import Letter, Sending
from nabij.post.preferences import Preference, day_began, week_began, wish_of
from nabij.post.preferring import WantsNoMail, by_mail
from nabij.web.post.digest import digest_of
from nabij.web.post.mail import Mail, NothingToSay, mail_of

GIVE_UP = timedelta(days=2)


class NoAddress(ValueError):
    """Somebody without mail hears it another way."""

    def __init__(self, person: Person) -> None:
        name = {"name": person.called}
        super().__init__(_("We hebben geen mailadres van %(name)s. Bel, of vraag het zelf.") % name)


class AddressRefused(ValueError):
    """An address that does not work stays silent for ever."""

    def __init__(self, person: Person) -> None:
        name = {"name": person.called}
        super().__init__(_("Het mailadres van %(name)s werkt niet. Bel, of vraag het zelf.") % name)


PEOPLE = ("reader", "writer", "hat__group")


def send(*, letter: UUID, at: datetime) -> None:
    """Sends a letter once, or notes why not; acts as the office 'post'. A mail server in trouble raises OSError.

    The mail leaves just before its transaction ends: who falls in between sends it twice, never not at all.
    """
    one = Letter.objects.to_send(at=at).select_related(*PEOPLE).filter(id=letter).first()
    if one is None:
        return
    try:
        with transaction.atomic(), translation.override(language_of(one.reader)):
            if by_mail(one):
                Sending.objects.create(letter=one, at=at)
                post(mail_of(one, at=at), to=one.reader)
            else:
                Sending.objects.create(letter=one, at=at, how=Sending.How.TODAY)
    except IntegrityError:
        return  # Another worker was sending it at this moment.
    except (NothingToSay, NoAddress, AddressRefused, WantsNoMail) as problem:
        note_problem(one, problem=str(problem), at=at)


def send_gathered(*, reader: UUID, at: datetime) -> None:
    """Sends what waits for one person as one mail; acts as the office 'post'. It is sent once, as a letter is."""
    letters = list(Letter.objects.to_gather(at=at).filter(reader=reader).select_related(*PEOPLE))
    if not letters:
        return
    person = letters[0].reader
    try:
        with transaction.atomic(), translation.override(language_of(person)):
            for one in letters:
                Sending.objects.create(letter=one, at=at, how=Sending.How.DIGEST)
            post(digest_of(letters, at=at), to=person)
    except IntegrityError:
        return
    except (NothingToSay, NoAddress, AddressRefused) as problem:
        for one in letters:
            note_problem(one, problem=str(problem), at=at)


def give_up(*, letter: Letter, at: datetime) -> None:
    """Ends the trying, so that whoever wrote hears that it did not work."""
    with translation.override(language_of(letter.writer or letter.reader)):
        problem = _("De mail aan %(name)s kwam twee dagen lang niet weg. Bel, of vraag het zelf.")
    note_problem(letter, problem=problem % {"name": letter.reader.called}, at=at, how=Sending.How.GIVEN_UP)


def give_up_gathered(*, reader: UUID, at: datetime) -> None:
    """The same for what was to go together: what has been tried for two days since its first round."""
    began = week_began if wish_of(reader).pace == Preference.Pace.WEEKLY else day_began
    tried = Letter.objects.to_gather(at=at).filter(reader=reader, due__lte=began(at - GIVE_UP))
    for one in tried.select_related("reader", "writer"):
        give_up(letter=one, at=at)


def note_problem(letter: Letter, *, problem: str, at: datetime, how: str = Sending.How.MAIL) -> None:
    Sending.objects.get_or_create(letter=letter, defaults={"at": at, "how": how, "problem": problem[:200]})


def post(mail: Mail, *, to: Person) -> None:
    address = usable(mail.to, person=to) if mail.to else address_of(to)
    headers = {"Auto-Submitted": "auto-generated"}
    if mail.stop:
        # RFC 8058: a mail program stops the mail by itself, with a POST that needs no log-in and no cookie.
        headers |= {"List-Unsubscribe": f"<{mail.stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[address], headers=headers)
    message.attach_alternative(mail.html, "text/html")
    try:
        message.send()
    except SMTPRecipientsRefused as refused:
        raise AddressRefused(to) from refused


def address_of(person: Person) -> str:
    """The address of the login, else one that the person shares; an address given to one alone is not ours to use."""
    account = Account.objects.filter(person=person, is_active=True).first()
    shared = WayToReach.objects.filter(person=person, kind=WayToReach.Kind.MAIL, only_for__isnull=True).order_by("id")
    address = account.email if account else shared.values_list("value", flat=True).first()
    if not address:
        raise NoAddress(person)
    return usable(address, person=person)


def usable(address: str, *, person: Person) -> str:
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise AddressRefused(person) from wrong
    return address


def language_of(person: Person) -> str:
    languages = Account.objects.filter(person=person).values_list("language", flat=True)
    return languages.first() or "nl"
