"""The door: every request runs as somebody, in one transaction, or as nobody."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from nabij.trust.acting import NOBODY, acting_as, office, person
from nabij.web.limits import slow_down, too_often
from nabij.web.me import who_is_there

Respond = Callable[[HttpRequest], HttpResponse]
LOG_IN = "/inloggen/"


def door(get_response: Respond) -> Respond:
    """Middleware: log-in pages run as the office 'door', everything else as whoever is logged in."""

    def respond(request: HttpRequest) -> HttpResponse:
        with acting_as(office("door")):
            who, hat = logged_in(request)
            wait = too_often(request, who=who, at=timezone.now())
        if wait:
            return slow_down(request, wait=wait)
        if request.path.startswith(LOG_IN):
            actor = office("door")
        else:
            actor = person(who, hat=hat) if who else NOBODY
        with acting_as(actor, purpose=purpose(request)):
            request.me = (  # type: ignore[attr-defined]
                who_is_there(person=who, hat=hat, at=timezone.now()) if who and actor.kind == "person" else None
            )
            response = get_response(request)
            if response.streaming:
                raise RuntimeError("a streamed page would be read after its transaction")
            if response.status_code >= 500:
                transaction.set_rollback(True)
        if who:
            # After logging out, on a shared computer too, the way back shows nothing.
            response.setdefault("Cache-Control", "no-store")
        return response

    return respond


def logged_in(request: HttpRequest) -> tuple[UUID | None, UUID | None]:
    """Whose session it is, and which hat it says is worn; a hat that is not theirs opens nothing."""
    if not request.user.is_authenticated:
        return None, None
    said = request.session.get("hat")
    return request.user.person_id, UUID(said) if said else None


def purpose(request: HttpRequest) -> str:
    """What a page is read for: the first word of its address, such as 'verhalen'. It stands in the log of looks."""
    return request.path.split("/")[1][:40].replace("|", "")
