"""How somebody who is logged in shows again who they are, and which ways stand open to them."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from allauth.socialaccount.models import SocialAccount
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from nabij.people.models import Account
from nabij.web.login import codes
from nabij.web.login.accounts import needs_two
from nabij.web.login.events import told
from nabij.web.login.forms import AgainForm, MailCodeForm, PasskeyAgain
from nabij.web.login.provider import offered
from nabij.web.login.strength import has_second, records, shown, weak


@dataclass(frozen=True)
class Ways:
    """The ways that stand open."""

    passkey: bool
    app: bool
    mail: bool
    provider: bool
    demo: bool


def ways_of(request: HttpRequest, account: Account) -> Ways:
    """Who wears a formal hat shows a second thing; the mail is enough only while there is none to show yet."""
    kinds = set(Authenticator.objects.filter(user=account).values_list("type", flat=True))
    return Ways(
        passkey=Authenticator.Type.WEBAUTHN in kinds,
        app=bool(kinds & {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}),
        mail=not needs_two(account) or (weak(request) and not has_second(account)),
        provider=offered() and SocialAccount.objects.filter(user=account).exists(),
        demo=settings.DEMO and any(one["method"] == "demo" for one in records(request)),
    )


def answered(request: HttpRequest, account: Account, ways: Ways) -> tuple[bool, dict[str, forms.Form]]:
    """Whether what was sent shows who it is, and the forms to draw when it does not."""
    said = request.POST
    drawn: dict[str, forms.Form] = {"app": AgainForm(user=account), "mail": MailCodeForm()}
    done = False
    if "credential" in said and ways.passkey:
        done = by_passkey(request, account)
    elif said.get("how") == "app" and ways.app:
        drawn["app"] = AgainForm(user=account, data=said)
        done = drawn["app"].is_valid()
        if done:
            drawn["app"].save()  # type: ignore[attr-defined]
    elif said.get("how") == "mail" and ways.mail:
        drawn["mail"] = MailCodeForm(data=said)
        done = by_mail(request, account, drawn["mail"])
    elif said.get("how") == "send" and ways.mail:
        if not codes.send(request, account):
            messages.error(request, _("Even geduld. Vraag over een paar minuten een nieuwe code."))
    elif said.get("how") == "demo" and ways.demo:
        shown(request, account, way="demo")
        done = True
    if done:
        request.session.cycle_key()
        told("shown_again", way="passkey" if "credential" in said else said["how"])
    return done, drawn


def by_passkey(request: HttpRequest, account: Account) -> bool:
    form = PasskeyAgain(user=account, data=request.POST)
    if form.is_valid():
        form.save()
        return True
    messages.error(request, _("Deze passkey werkte niet. Probeer het nog eens."))
    return False


def by_mail(request: HttpRequest, account: Account, form: Any) -> bool:
    if not form.is_valid():
        return False
    if codes.fits(request, typed=form.cleaned_data["code"]):
        shown(request, account, way="code")
        return True
    told("second_step_failed", way="code")
    form.add_error("code", _("Deze code klopt niet. Kijk nog eens in de mail."))
    return False


def drawn_ways(request: HttpRequest, account: Account, ways: Ways, asked: dict[str, forms.Form]) -> dict[str, Any]:
    """What the page needs to draw the ways."""
    return {
        "ways": ways,
        "options": dict(begin_authentication(account)) if ways.passkey else None,
        "app_form": asked["app"],
        "mail_form": asked["mail"],
        "code_sent": codes.sent(request),
        "provider": settings.OIDC["name"],
        "address": account.email,
    }
