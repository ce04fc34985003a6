"""How large a request may be, and a page for whoever asks in a way that is not there."""

import re
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from nabij.web.errors import for_machines, not_that_way, too_large

log = structlog.get_logger("nabij.web")
LONGEST_QUESTION = 4000  # Characters behind the `?`.
READ_ON = 20_000_000  # A browser shows no answer while we have not read what it sends; up to here we read and forget.
PIECE = 1 << 16
FILES = re.compile(r"/momenten/[0-9a-f-]{36}/bijlagen/")  # The one address that takes a file.
WAYS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")  # No TRACE, which sends back what it was sent.
READING = ("GET", "HEAD")


def bounds(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: refuses what is too large before anybody reads it into memory."""

    def respond(request: HttpRequest) -> HttpResponse:
        if size_of(request) > most(request) or len(request.META.get("QUERY_STRING", "")) > LONGEST_QUESTION:
            log.warning("too large")
            read_past(request)
            return too_large(request)
        if request.method not in WAYS:
            return not_that_way(request, allowed="GET, HEAD, POST")
        if for_machines(request) and request.method not in READING:
            return not_that_way(request, allowed=", ".join(READING))
        response = get_response(request)
        if response.status_code == 405 and not response.content:
            return not_that_way(request, allowed=response["Allow"])
        return response

    return respond


def size_of(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0


def most(request: HttpRequest) -> int:
    """A megabyte; where a picture or paper is sent, as much as that may be, with the words beside it."""
    files = bool(FILES.fullmatch(request.path)) and (request.content_type or "").startswith("multipart/")
    return int(settings.FILE_UPLOAD_MAX_MEMORY_SIZE if files else settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


def read_past(request: HttpRequest) -> None:
    left = min(size_of(request), READ_ON)
    while left > 0 and (piece := request.read(min(left, PIECE))):
        left -= len(piece)
