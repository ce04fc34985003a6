"""A demo is opened by its name: a passkey belongs to a name, and an address in numbers has none."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

Respond = Callable[[HttpRequest], HttpResponse]
NUMBERS = ("127.0.0.1", "::1")


def by_name(get_response: Respond) -> Respond:
    """Middleware: whoever opens a demo of this machine as 127.0.0.1 goes on as localhost, at the same port."""

    def respond(request: HttpRequest) -> HttpResponse:
        asked = urlsplit(f"//{request.get_host()}")
        here = settings.DEMO and urlsplit(settings.NABIJ_URL).hostname == "localhost"
        if here and asked.hostname in NUMBERS and request.method in ("GET", "HEAD"):
            port = f":{asked.port}" if asked.port else ""
            return HttpResponseRedirect(f"{request.scheme}://localhost{port}{request.get_full_path()}")
        return get_response(request)

    return respond
