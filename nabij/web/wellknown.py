"""What machines look for at fixed addresses: where to report a security problem, and what not to search."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# RFC 9116 asks for less than a year; it is reckoned anew at each question, so it holds as long as this site runs.
HOLDS = timedelta(days=180)
ROBOTS = """User-agent: *
Allow: /$
Allow: /kaart/
Allow: /hsds/
Allow: /wie-ziet-wat/
Allow: /static/
Disallow: /
"""


def plain(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(max_age=86400)
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116; not there as long as nobody said who answers."""
    if not settings.NABIJ_SECURITY_CONTACT:
        raise Http404
    expires = (timezone.now() + HOLDS).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: {one}" for one in settings.NABIJ_SECURITY_CONTACT.split()]
    lines += [f"Expires: {expires}", "Preferred-Languages: nl, en"]
    return plain("\n".join([*lines, f"Canonical: {settings.NABIJ_URL}/.well-known/security.txt", ""]))


@require_safe
@cache_control(max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    """The social map may be found; pages of people are behind a log-in, and a letter's address is a key."""
    return plain(ROBOTS)
