"""A code in the mail for somebody who is logged in and is asked again who they are.

It lives ten minutes and five tries, works once, and only in the session that asked for it.
"""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.internal.cryptokit import normalize_user_code
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest

from nabij.people.models import Account
from nabij.web.login.limits import may_ask

KEPT = "again_code"
LIVES = 600
TRIES = 5


def send(request: HttpRequest, account: Account) -> bool:
    """Mails a code; False when that was asked too often."""
    if not may_ask(request, address=account.email, account=account):
        return False
    adapter = get_adapter(request)
    code = adapter.generate_login_code()
    request.session[KEPT] = {"code": make_password(normalize_user_code(code)), "at": time.time(), "tries": 0}
    adapter.send_mail("account/email/login_code", account.email, {"code": code})
    return True


def sent(request: HttpRequest) -> bool:
    """Whether there is a code that still works."""
    kept: dict[str, Any] | None = request.session.get(KEPT)
    return bool(kept and time.time() - kept["at"] < LIVES and kept["tries"] < TRIES)


def fits(request: HttpRequest, *, typed: str) -> bool:
    """Tries a code, and counts the try."""
    if not sent(request):
        return False
    kept = request.session[KEPT]
    if check_password(normalize_user_code(typed), kept["code"]):
        del request.session[KEPT]
        return True
    request.session[KEPT] = kept | {"tries": kept["tries"] + 1}
    return False
