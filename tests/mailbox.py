"""The mails of the door in a test: a worker goes round once, and then they are in the outbox."""

from django.core import mail
from django.core.mail import EmailMessage

from nabij.web.post.jobs import send_waiting_envelopes


def delivered() -> list[EmailMessage]:
    """All that was mailed until now."""
    send_waiting_envelopes(timestamp=0)
    return list(mail.outbox)


def code_mail() -> EmailMessage:
    """The newest mail with a code, whatever else was mailed meanwhile."""
    return next(one for one in reversed(delivered()) if one.subject == "Je code voor Nabij")
