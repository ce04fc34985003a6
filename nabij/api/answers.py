"""How machines are answered: JSON for everybody from everywhere, that may be kept a while; faults as problem+json."""

import hashlib
import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

KEPT = 300  # Seconds that an answer may be kept before asking again.
VERSION = "3.0.0"


def answer(request: HttpRequest, told: Any) -> HttpResponse:
    """A document, or nothing new when whoever asks has it already."""
    return _kept(request, json.dumps(told, ensure_ascii=False), kind="application/json")


def lines(request: HttpRequest, things: Iterable[Any]) -> HttpResponse:
    """A thing on each line."""
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in things)
    return _kept(request, text, kind="application/x-ndjson")


def _kept(request: HttpRequest, text: str, *, kind: str) -> HttpResponse:
    body = text.encode()
    response = HttpResponse(body, content_type=kind)
    response["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response["Cache-Control"] = f"public, max-age={KEPT}"
    found = get_conditional_response(request, etag=response["ETag"], response=response)
    return open_to_all(found or response)


def problem(status: int, detail: str, *, faults: dict[str, str] | None = None) -> HttpResponse:
    """What is the matter (RFC 9457), with each fault of the question."""
    told: dict[str, Any] = {"status": status, "title": HTTPStatus(status).phrase, "detail": detail}
    if faults:
        told["errors"] = [{"in": "query", "name": name, "detail": said} for name, said in faults.items()]
    response = HttpResponse(json.dumps(told), content_type="application/problem+json", status=status)
    response["Cache-Control"] = "no-store"
    return open_to_all(response)


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Pages of other sites may read it; there is nothing in it of whoever asks."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Retry-After, API-Version"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["API-Version"] = VERSION
    return response
