"""The door: every request runs as somebody, in one transaction, or as nobody."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from nabij.trust.acting import NOBODY, Actor, acting_as, office, person

Respond = Callable[[HttpRequest], HttpResponse]


def door(get_response: Respond) -> Respond:
    """Middleware: log-in pages run as the office 'door', everything else as whoever is logged in."""

    def respond(request: HttpRequest) -> HttpResponse:
        with acting_as(actor(request), purpose=purpose(request)):
            response = get_response(request)
            if response.streaming:
                raise RuntimeError("a streamed page would be read after its transaction")
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    return respond


def actor(request: HttpRequest) -> Actor:
    with acting_as(office("door")):
        who = request.user.person_id if request.user.is_authenticated else None  # Reads session and account, once.
    if request.path.startswith("/inloggen/"):
        return office("door")
    return person(who, hat=worn_hat(request)) if who else NOBODY


def worn_hat(request: HttpRequest) -> UUID | None:
    """The hat this session wears; SQL never trusts it alone, a hat of somebody else opens nothing."""
    said = request.session.get("hat")
    return UUID(said) if said else None


def purpose(request: HttpRequest) -> str:
    """What a page is read for: the name of the address, such as 'story'. It stands in the log of looks."""
    return request.path.split("/")[1][:40].replace("|", "")
