"""How strong a session is, and who needs a strong one: the one place where that is decided.

Whoever wears a formal hat today reads what vulnerable people confide, and an administrator decides who can log in, and
with which address. Both must have shown two things: something they have and something they know or are. Strong is
- a passkey, which asks for a finger, a face or a pin before it answers;
- a code from the mail, or a provider of OpenID Connect, followed by an authenticator app or an emergency code;
- a provider of OpenID Connect that the settings trust for it, and that says it asked for a second step.
Everybody else may come with the code alone. The door (`nabij.web.door`) asks `weak` on every page.
"""

import time
from collections.abc import Sequence
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from nabij.people.models import Account
from nabij.web.login.accounts import needs_two

FIRST = {"code", "socialaccount"}
SECOND = {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}
WHOLE = {Authenticator.Type.WEBAUTHN, "provider"}  # Two things in one step.
AGAIN = 10 * 60  # Seconds after which sensitive things ask again who is there.

Records = Sequence[dict[str, Any]]


def weak(request: HttpRequest) -> bool:
    """Whether somebody is logged in who must first show a second thing."""
    account = request.user
    return isinstance(account, Account) and needs_two(account) and not strong(records(request))


def strong(shown: Records) -> bool:
    """Whether what was shown in this session counts as two things."""
    steps = {one.get("type") for one in shown if one["method"] == "mfa"}
    ways = {one["method"] for one in shown}
    if settings.DEMO and "demo" in ways:
        return True  # Nobody real is behind these shoes.
    return bool(steps & WHOLE) or bool(steps & SECOND and ways & FIRST)


def records(request: HttpRequest) -> Records:
    """What was shown in this session, by allauth's own book-keeping."""
    return get_authentication_records(request, request.user) if isinstance(request.user, Account) else []


def shown(request: HttpRequest, account: Account, *, way: str, step: str = "", asked: bool = False) -> None:
    """Writes down that something was shown just now, such as `way="mfa", step="webauthn"`.

    asked: of a provider, that it let somebody log in anew, and did not pass on a log-in of this morning.
    """
    record_authentication(request, account, way, type=step or None, asked=asked or None)


def shown_lately(request: HttpRequest) -> bool:
    """Whether somebody showed who they are in the last minutes, and not only that a provider still knew them."""
    last = max((one["at"] for one in records(request) if one.get("asked") or not by_provider(one)), default=0)
    return bool(time.time() - last < AGAIN)


def by_provider(one: dict[str, Any]) -> bool:
    return one["method"] == "socialaccount" or one.get("type") == "provider"


def has_second(account: Account) -> bool:
    """Whether this account has something to show besides its mail: a passkey or an app."""
    kinds = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)
    return Authenticator.objects.filter(user_id=account.pk, type__in=kinds).exists()
