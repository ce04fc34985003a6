"""What every answer says to the browser: nothing from elsewhere, nothing inline, nothing in a frame."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from nabij.web.login.provider import offered

# Each kind is named: what is not named is forbidden, also what browsers learn to load later.
# Trusted Types are not asked for. Tried: htmx parses what it fetches from us as a string, which they stop, and a policy
# that allows that allows everything.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
}
NOT_ASKED = (
    "accelerometer autoplay bluetooth browsing-topics camera display-capture encrypted-media fullscreen geolocation"
    " gyroscope hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock"
    " serial storage-access usb window-management xr-spatial-tracking"
).split()
PERMISSIONS = ", ".join(
    [*(f"{name}=()" for name in NOT_ASKED), "publickey-credentials-get=(self)", "publickey-credentials-create=(self)"]
)
LOGS_OUT = ("account_logout", "end_sessions")
SAID = {
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def policy() -> str:
    """The Content-Security-Policy; another site may bring the theme's tokens, when the settings name it."""
    theme = settings.NABIJ_THEME_CSS
    said = POLICY | ({"style-src": f"'self' {theme}"} if theme.startswith("https://") else {})
    if offered():
        where = urlsplit(settings.OIDC["issuer"])
        # The button of the log-in page ends at the provider, and browsers follow the form all the way.
        said["form-action"] = f"'self' {where.scheme}://{where.netloc}"
    lines = [f"{name} {value}" for name, value in said.items()]
    return "; ".join([*lines, "upgrade-insecure-requests"] if settings.SECURE else lines)


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: adds what a page did not say itself."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy())
        for name, value in SAID.items():
            response.headers.setdefault(name, value)
        if logged_out(request, response):
            # Drafts too: the next at this screen is somebody else. Cookies are ended one by one, by name.
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return respond


def logged_out(request: HttpRequest, response: HttpResponse) -> bool:
    match = request.resolver_match
    left = bool(match and match.view_name in LOGS_OUT and request.method == "POST" and response.status_code < 400)
    return left and not request.user.is_authenticated  # Whoever is asked again who they are is still there.
