"""What we ask of allauth: nobody signs up by themselves, and it speaks our words."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Account
from nabij.post.envelopes import A_CODE_LIVES, DoorMail, hand_over
from nabij.trust.doors import Session
from nabij.web.login.devices import device
from nabij.web.login.events import told
from nabij.web.login.limits import remember
from nabij.web.login.sessions import DEVICE

# What allauth wants to mail, and what is said in it.
MAILS: dict[str, Callable[[str, dict[str, Any]], tuple[str, dict[str, str]]]] = {
    "account/email/login_code": lambda _email, context: ("code", {"code": context["code"]}),
    "account/email/unknown_account": lambda email, _context: ("unknown", {"email": email}),
}


class Adapter(DefaultAccountAdapter):
    """Closes sign-up: who belongs here is invited."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("Deze code klopt niet. Kijk nog eens in de mail."),
        "too_many_login_attempts": _("Dat ging te vaak mis. Wacht een paar minuten, en vraag dan een nieuwe code."),
        "rate_limited": _("Even geduld. Vraag over een paar minuten een nieuwe code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        """allauth's own steps, with ours in place of its second one."""
        return ["allauth.account.stages.LoginByCodeStage", "nabij.web.login.stages.SecondStep"]

    def login(self, request: HttpRequest, user: Any) -> None:
        """The session gets a new key, and the name of the device; sessions that ran out are swept."""
        Session.objects.filter(expire_date__lt=timezone.now()).delete()
        super().login(request, user)
        request.session[DEVICE] = device(request.headers.get("User-Agent", ""))
        ways = [one.get("type") or one["method"] for one in get_authentication_records(request, user)]
        told("logged_in", ways=" ".join(ways))

    def logout(self, request: HttpRequest) -> None:
        super().logout(request)
        told("logged_out")

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> HttpResponse:
        response = super().post_login(request, user, **more)
        if isinstance(user, Account):
            remember(request, response, account=user)
        return response

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """A success says that what was typed is kept; a code that was sent says nothing of the kind."""
        super().add_message(request, messages.INFO if level == messages.SUCCESS else level, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Into an envelope, for the worker: no mail server keeps anybody waiting here, known or unknown."""
        kind, said = MAILS[template_prefix](email, context)
        mail = DoorMail(kind, email, get_language() or settings.LANGUAGE_CODE, said)
        hand_over(mail=mail, at=timezone.now(), lives=A_CODE_LIVES)
