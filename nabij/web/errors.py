"""Error pages: what happened, what is still safe, what now. They read nothing from the database.

Whoever asks for open data or a calendar is a machine, and reads the same as problem+json (RFC 9457).
"""

import json
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# For everybody, always as nobody, and only to be read: open data, and the calendars of the social map.
OPEN_DATA, CALENDARS = "/hsds/", "/kaart/agenda/"
SAID = {
    400: "The question cannot be read.",
    403: "This may not be read.",
    404: "There is nothing here by this name.",
    405: "Open data can only be read.",
    413: "The question is too long.",
    429: "Asked too often. Wait as many seconds as Retry-After says.",
    500: "Something broke here. Nothing was changed.",
}


def for_machines(request: HttpRequest) -> bool:
    return request.path.startswith((OPEN_DATA, CALENDARS))


def shown(request: HttpRequest, status: int) -> HttpResponse:
    """The page of an error, or the problem."""
    if not for_machines(request):
        return render(request, f"errors/{status}.html", status=status)
    problem = {"status": status, "title": HTTPStatus(status).phrase, "detail": SAID[status]}
    response = HttpResponse(json.dumps(problem), content_type="application/problem+json", status=status)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return shown(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return shown(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return shown(request, 404)


def not_that_way(request: HttpRequest, *, allowed: str) -> HttpResponse:
    response = shown(request, 405)
    response["Allow"] = allowed
    return response


def too_large(request: HttpRequest) -> HttpResponse:
    return shown(request, 413)


def broken(request: HttpRequest) -> HttpResponse:
    return shown(request, 500)
