"""How often a code may be asked for. An attacker who hammers somebody's address does not lock that person out:

- asking is counted by address and by browser: one that logged in before as this account has a count of its own;
- a passkey and a provider of OpenID Connect are not counted by address at all;
- a wrong code costs the one who typed it: the five tries belong to the code that this browser asked for.

What is said when it is too often is the same for addresses that we know and that we do not.
"""

from datetime import datetime

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from nabij.people.models import Account
from nabij.web.limits import Limit, address_of, counted, key_of
from nabij.web.login.events import told

MINUTE, HOUR = 60, 3600
FROM = (Limit("code_from", most=20, seconds=MINUTE), Limit("code_from_hour", most=200, seconds=HOUR))
BY_STRANGERS = (Limit("code_for", most=3, seconds=MINUTE), Limit("code_for_hour", most=30, seconds=HOUR))
AT_HOME = (Limit("code_at_home", most=3, seconds=MINUTE), Limit("code_at_home_hour", most=30, seconds=HOUR))
KNOWN = "nabij_bekend"  # The salt; the name of the cookie stands in the settings.
A_YEAR = 365 * 24 * 3600
AT_MOST = 5  # Accounts that one browser is known for: a computer in the community centre.


def may_ask(request: HttpRequest, *, address: str, account: Account | None) -> bool:
    """Counts one asking for a code; False when that was too often."""
    home = account is not None and str(account.pk) in known(request)
    counts, who = (AT_HOME, str(account.pk)) if home and account else (BY_STRANGERS, address.lower())
    allowed = within(FROM, who=address_of(request), at=timezone.now()) and within(counts, who=who, at=timezone.now())
    if not allowed:
        told("throttled", what="code")
    return allowed


def within(limits: tuple[Limit, ...], *, who: str, at: datetime) -> bool:
    """Counts in each of these; the first that is full ends it, so that what is refused uses up nobody else's."""
    return all(counted(key_of(one, who=who), limit=one, at=at)[0] <= one.most for one in limits)


def known(request: HttpRequest) -> list[str]:
    """The accounts that logged in from this browser before, by a cookie that we signed."""
    try:
        return str(request.get_signed_cookie(settings.KNOWN_COOKIE_NAME, "", salt=KNOWN, max_age=A_YEAR)).split(".")
    except BadSignature:
        return []


def remember(request: HttpRequest, response: HttpResponse, *, account: Account) -> None:
    """Lets this browser be known for this account. It opens nothing: it only gives a count of one's own."""
    others = [one for one in known(request) if one and one != str(account.pk)]
    response.set_signed_cookie(
        settings.KNOWN_COOKIE_NAME,
        ".".join([str(account.pk), *others][:AT_MOST]),
        salt=KNOWN,
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
