"""What we ask of allauth: nobody signs up by themselves, and it speaks our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class Adapter(DefaultAccountAdapter):
    """Closes sign-up: who belongs here is invited."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("Deze code klopt niet. Kijk nog eens in de mail."),
        "too_many_login_attempts": _("Dat ging te vaak mis. Wacht een paar minuten, en vraag dan een nieuwe code."),
        "rate_limited": _("Even geduld. Vraag over een paar minuten een nieuwe code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """A success says that what was typed is kept; a code that was sent says nothing of the kind."""
        super().add_message(request, messages.INFO if level == messages.SUCCESS else level, *args, **kwargs)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        ours = {"installation": settings.NABIJ_NAME, "home": settings.NABIJ_URL}
        return super().render_mail(template_prefix, email, context | ours, headers)
