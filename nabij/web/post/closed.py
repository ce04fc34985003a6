"""Sending what stands in an envelope: a code to log in with, or that something changed about how somebody logs in.

Such a mail says nothing about anybody, and holds no link but the home of this installation; but for the one that asks
whoever does it whether their listing is right, and the one that says that something stands on the public map.
"""

from collections.abc import Callable
from datetime import datetime
from smtplib import SMTPRecipientsRefused
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from nabij.post.envelopes import DoorMail, Torn, opened
from nabij.post.models import Envelope
from nabij.web.days import say_clock, say_date

log = structlog.get_logger("nabij.post")


@transaction.atomic
def send_closed(*, envelope: UUID, at: datetime) -> None:
    """Sends it once; acts as the office 'post'. A mail server in trouble raises OSError, and the envelope waits on.

    The mail leaves just before its transaction ends: who falls in between sends it twice, never not at all.
    """
    one = Envelope.objects.filter(id=envelope, expires__gt=at).first()
    if one is None or not Envelope.objects.filter(id=one.id).delete()[0]:
        return  # It went, it came too late, or another worker sent it at this moment.
    try:
        mail = opened(one)
        message_of(mail).send()
    except Torn:
        log.warning("envelope_torn")
    except SMTPRecipientsRefused:
        log.warning("envelope_refused")


def message_of(mail: DoorMail) -> EmailMessage:
    """The mail, in the language it was asked in."""
    with translation.override(mail.language):
        context = {"installation": settings.NABIJ_NAME, "home": settings.NABIJ_URL} | mail.said
        subject, template = SAYS[mail.kind](context)
        return EmailMessage(
            " ".join(subject.split()),
            render_to_string(f"post/door/{template}.txt", context),
            to=[mail.to],
            headers={"Auto-Submitted": "auto-generated"},
        )


def code(context: dict[str, str]) -> tuple[str, str]:
    return _("Je code voor %(installation)s") % context, "code"


def unknown(context: dict[str, str]) -> tuple[str, str]:
    return _("Inloggen bij %(installation)s") % context, "unknown"


def changed(context: dict[str, str]) -> tuple[str, str]:
    """That the way in changed, in a sentence of its own for each change."""
    what, here = context["what"], timezone.localtime(datetime.fromisoformat(context["at"]))
    context |= {"change": CHANGES[what]() % context, "when": f"{say_date(here.date())}, {say_clock(here)}"}
    context["by_beheer"] = "yes" if what in BY_BEHEER else ""
    context["taken"] = "yes" if what == "mail_old" else ""
    return _("Er is iets veranderd aan hoe je inlogt"), "changed"


def owner(context: dict[str, str]) -> tuple[str, str]:
    """Whether what somebody does still stands right on the map; the one mail here with a link that may do something."""
    context["link"] = f"{settings.NABIJ_URL}{reverse('owner_letter', args=[context['token']])}"
    context["day"] = say_date(timezone.localdate(datetime.fromisoformat(context["until"])), year=True)
    return _("Klopt dit nog op de sociale kaart?"), "owner"


def answer(context: dict[str, str]) -> tuple[str, str]:
    """What became of what somebody without account sent in for the map; no link in it may do anything."""
    context["day"] = say_date(timezone.localdate(datetime.fromisoformat(context["sent"])))
    if context["listing"]:
        context["link"] = f"{settings.NABIJ_URL}{reverse('service', args=[context['listing']])}"
    return _("Wat je instuurde voor de sociale kaart"), "answer"


CHANGES: dict[str, Callable[[], str]] = {
    "passkey_made": lambda: _("Er is een passkey gemaakt voor je account."),
    "passkey_gone": lambda: _("Er is een passkey weggehaald van je account."),
    "app_made": lambda: _("Er is een app met codes verbonden met je account."),
    "app_gone": lambda: _("De app met codes is weggehaald van je account."),
    "codes_new": lambda: _("Er zijn nieuwe noodcodes gemaakt. De oude werken niet meer."),
    "code_used": lambda: _("Er is een noodcode gebruikt om in te loggen. Die code werkt nu niet meer."),
    "provider": lambda: _("Met je account van %(provider)s kun je nu ook hier inloggen."),
    "mail_old": lambda: _("Je logt niet meer in met dit mailadres. Beheer heeft er een ander adres voor gezet."),
    "mail_new": lambda: _("Vanaf nu log je in met dit mailadres. Beheer heeft dat veranderd."),
    "keys_lost": lambda: _(
        "Beheer heeft je passkeys, je app en je noodcodes weggehaald. Je bent overal uitgelogd."
        " Log in met een code uit je mail, en maak een nieuwe."
    ),
}
BY_BEHEER = ("mail_old", "mail_new", "keys_lost")
SAYS: dict[str, Callable[[dict[str, str]], tuple[str, str]]] = {
    "code": code,
    "unknown": unknown,
    "changed": changed,
    "owner": owner,
    "answer": answer,
}
