"""How often a code may be asked for. An attacker who hammers somebody's address does not lock that person out:

- asking is counted by address and by browser: one that logged in before as this account has a count of its own;
- a passkey and a provider of OpenID Connect are not counted by address at all;
- a wrong code costs the one who typed it: the five tries belong to the code that this browser asked for.

What is said when it is too often is the same for addresses that we know and that we do not.
"""

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from nabij.people.models import Account
from nabij.web.login.events import told

RATES = {
    "ask_from": "20/m/ip,200/h/ip",
    "ask_by_strangers": "3/m/key,30/h/key",
    "ask_at_home": "3/m/key,30/h/key",
}
KNOWN = "nabij_bekend"
A_YEAR = 365 * 24 * 3600
AT_MOST = 5  # Accounts that one browser is known for: a computer in the community centre.


def may_ask(request: HttpRequest, *, address: str, account: Account | None) -> bool:
    """Counts one asking for a code; False when that was too often."""
    home = account is not None and str(account.pk) in known(request)
    action, key = ("ask_at_home", f"{account.pk}") if home and account else ("ask_by_strangers", address.lower())
    allowed = count(request, "ask_from") and count(request, action, key)
    if not allowed:
        told("throttled", what="code")
    return allowed


def count(request: HttpRequest, action: str, key: str | None = None) -> bool:
    return bool(ratelimit.consume(request, app="nabij", action=action, key=key, config=RATES))


def known(request: HttpRequest) -> list[str]:
    """The accounts that logged in from this browser before, by a cookie that we signed."""
    try:
        return str(request.get_signed_cookie(KNOWN, "", salt=KNOWN, max_age=A_YEAR)).split(".")
    except BadSignature:
        return []


def remember(request: HttpRequest, response: HttpResponse, *, account: Account) -> None:
    """Lets this browser be known for this account. It opens nothing: it only gives a count of one's own."""
    others = [one for one in known(request) if one and one != str(account.pk)]
    response.set_signed_cookie(
        KNOWN,
        ".".join([str(account.pk), *others][:AT_MOST]),
        salt=KNOWN,
        max_age=A_YEAR,
        path="/inloggen/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
