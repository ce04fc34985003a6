"""What every answer says to the browser: nothing from elsewhere, nothing inline, nothing in a frame."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from nabij.web.login.provider import offered

POLICY = {
    "default-src": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def policy() -> str:
    """The Content-Security-Policy; another site may bring the theme's tokens, when the settings name it."""
    theme = settings.NABIJ_THEME_CSS
    said = POLICY | ({"style-src": f"'self' {theme}"} if theme.startswith("https://") else {})
    if offered():
        where = urlsplit(settings.OIDC["issuer"])
        # The button of the log-in page ends at the provider, and browsers follow the form all the way.
        said["form-action"] = f"'self' {where.scheme}://{where.netloc}"
    return "; ".join(f"{name} {value}" for name, value in said.items())


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: adds what a page did not say itself."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy())
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return respond
